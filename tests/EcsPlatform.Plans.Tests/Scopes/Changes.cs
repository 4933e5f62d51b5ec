using System.Globalization;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Tests.Scopes;

/// <summary>Differences by hand: a stack with the workloads viewer and search, a function and the cluster's instances.</summary>
internal static class Changes
{
    public const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    public const string Service = "aws:ecs/service:Service";
    public const string Function = "aws:lambda/function:Function";
    public const string Alias = "aws:lambda/alias:Alias";
    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    public const string AutoScalingGroup = "aws:autoscaling/group:Group";
    public const string Listener = "aws:lb/listener:Listener";
    public const string ListenerRule = "aws:lb/listenerRule:ListenerRule";
    public const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    public const string ScalableTarget = "aws:appautoscaling/target:Target";
    public const string Workload = "ecs-platform:workloads:EcsWorkload";

    public static string Urn(string type, string name) => $"urn:pulumi:staging::ecs-platform::{type}::{name}";

    public static PlannedResource Resource(string type, string name, string? parent = null, params string[] dependencies) => new()
    {
        Urn = Urn(type, name),
        Type = type,
        Name = name,
        Parent = parent,
        Custom = type != Workload,
        Dependencies = [.. dependencies.Order(StringComparer.Ordinal)],
    };

    public static ResourceChange Update(PlannedResource resource, params PropertyChange[] inputs) => Change(Operation.Update, resource, inputs);

    public static ResourceChange Replace(PlannedResource resource, params PropertyChange[] inputs) => Change(Operation.Replace, resource, inputs);

    public static ResourceChange Same(PlannedResource resource, params PropertyChange[] outputs) =>
        new() { Operation = Operation.Same, Old = resource, New = resource, Outputs = [.. outputs] };

    public static PropertyChange Input(string path, string old = "a", string @new = "b", string? from = null) =>
        new(Path(path), new PropertyValue.Text(old), new PropertyValue.Text(@new)) { FollowsFrom = from };

    public static PlanDifference Difference(params ResourceChange[] changes) => new(
        Plan.Of("ecs-platform", "staging", changes.Where(change => change.Old is not null).Select(change => change.Old!)),
        Plan.Of("ecs-platform", "staging", changes.Where(change => change.New is not null).Select(change => change.New!)),
        [.. changes.OrderBy(change => change.Urn, StringComparer.Ordinal)],
        []);

    // field[key].field, field[0].field
    private static PropertyPath Path(string text)
    {
        var segments = text.Replace("]", "", StringComparison.Ordinal).Replace("[", ".[", StringComparison.Ordinal).Split('.');
        return new PropertyPath([.. segments.Select(segment =>
            !segment.StartsWith('[') ? new PathSegment.Field(segment)
            : int.TryParse(segment[1..], CultureInfo.InvariantCulture, out var position) ? new PathSegment.Index(position)
            : (PathSegment)new PathSegment.Item(segment[1..]))]);
    }

    private static ResourceChange Change(Operation operation, PlannedResource resource, PropertyChange[] inputs) =>
        new() { Operation = operation, Old = resource, New = resource, Inputs = [.. inputs] };
}
