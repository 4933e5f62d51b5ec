using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>What a new task definition does to an ECS service, in words.</summary>
internal static class ServiceRoll
{
    private const string TaskDefinition = "taskDefinition";
    private const string DesiredCount = "desiredCount";

    /// <summary>What happens to the service's tasks.</summary>
    /// <param name="service">The service's change.</param>
    /// <returns>A predicate, for example <c>rolls 2 tasks at min 100 % max 200 %</c>.</returns>
    public static string Of(ResourceChange service)
    {
        var inputs = service.Resource.Inputs.Entries;
        return service.Operation switch
        {
            Operation.Create => "is created with it",
            Operation.Replace => "is replaced",
            _ when service.Ignored.Any(change => change.Path.Property == TaskDefinition) => "keeps its present one (taskDefinition is ignored)",
            _ when Text(inputs.GetValueOrDefault("deploymentController"), "type") is { } controller and not "ECS" => $"is rolled by {controller}",
            _ when Text(inputs.GetValueOrDefault("deploymentConfiguration"), "strategy") is { } strategy and not "ROLLING" => $"changes its tasks by {strategy}",
            _ when Text(inputs.GetValueOrDefault("schedulingStrategy")) == "DAEMON" => $"rolls its task on every instance{Daemon(inputs.GetValueOrDefault("deploymentMinimumHealthyPercent"))}",
            _ when Text(inputs.GetValueOrDefault(DesiredCount)) == "0" && !IgnoresCount(service.Resource) => "has no tasks to roll (desiredCount is 0)",
            _ => $"{Tasks(service.Resource)}{Bounds(inputs.GetValueOrDefault("deploymentMinimumHealthyPercent"), inputs.GetValueOrDefault("deploymentMaximumPercent"))}",
        };
    }

    private static string Tasks(PlannedResource service)
    {
        var count = Text(service.Inputs.Entries.GetValueOrDefault(DesiredCount));
        return IgnoresCount(service)
            ? $"rolls as many tasks as run (desiredCount is ignored{(count is null ? "" : $", {count} at first")})"
            : count switch
            {
                null => "rolls its tasks",
                "0" => "has no tasks to roll (desiredCount 0), should any run:",
                "1" => "rolls 1 task",
                _ => $"rolls {count} tasks",
            };
    }

    private static bool IgnoresCount(PlannedResource service) => service.IgnoreChanges.Any(ignored => ignored is DesiredCount or "*");

    // What ECS takes where a service says nothing.
    private static string Bounds(PropertyValue? minimum, PropertyValue? maximum) => (Text(minimum), Text(maximum)) switch
    {
        (null, null) => " at min 100 % max 200 % (ECS's defaults)",
        (null, var max) => $" at min 100 % (ECS's default) max {max} %",
        (var min, null) => $" at min {min} % max 200 % (ECS's default)",
        var (min, max) => $" at min {min} % max {max} %",
    };

    // A daemon has at most one task an instance: the old one stops before the new one starts.
    private static string Daemon(PropertyValue? minimum) => Text(minimum) is { } min ? $" at min {min} %" : "";

    private static string? Text(PropertyValue? value, string field) => Text(value is PropertyValue.Map map ? map.Entries.GetValueOrDefault(field) : null);

    private static string? Text(PropertyValue? value) => References.Scalar(value) is { } text ? LineText.Printable(text) : null;
}
