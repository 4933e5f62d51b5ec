using System.Collections.Immutable;
using System.Text.Json;

namespace EcsPlatform.Cli.Verification;

/// <summary>A service as the last update of its stack left it, from the stack's output <c>services</c>.</summary>
/// <param name="Name">Its name in that output, for example <c>viewer</c>.</param>
/// <param name="Cluster">The ECS cluster's name or ARN.</param>
/// <param name="Service">The ECS service's name.</param>
/// <param name="TaskDefinition">The ARN of the task definition that it should run.</param>
internal sealed record ExpectedService(string Name, string Cluster, string Service, string TaskDefinition)
{
    private const string Output = "services";

    /// <summary>Reads a stack's outputs.</summary>
    /// <param name="source">Where they come from, for the messages.</param>
    /// <param name="outputs">The outputs by name, as <c>pulumi stack output --json</c> prints them.</param>
    /// <returns>The services, sorted by name.</returns>
    /// <exception cref="WrongOptionException">They say of no service, or not all of it.</exception>
    public static ImmutableArray<ExpectedService> Read(string source, JsonElement outputs)
    {
        if (outputs.ValueKind != JsonValueKind.Object
            || !outputs.TryGetProperty(Output, out var services)
            || services.ValueKind != JsonValueKind.Object
            || !services.EnumerateObject().Any())
        {
            throw new WrongOptionException([$"{source}: names no services; give the outputs of an updated stack: pulumi stack output --json"]);
        }

        var read = services.EnumerateObject().OrderBy(service => service.Name, StringComparer.Ordinal).Select(service => new ExpectedService(
            service.Name, Text(service.Value, "cluster"), Text(service.Value, "service"), Text(service.Value, "taskDefinition"))).ToImmutableArray();
        ImmutableArray<string> problems = [.. read.SelectMany(service => service.Problems(source))];
        return problems.IsEmpty ? read : throw new WrongOptionException(problems);
    }

    private IEnumerable<string> Problems(string source) => new[] { ("cluster", Cluster), ("service", Service), ("taskDefinition", TaskDefinition) }
        .Where(field => field.Item2.Length == 0)
        .Select(field => $"{source}: {Output}.{Name}.{field.Item1} is missing; update the stack, and read its outputs again");

    private static string Text(JsonElement service, string field) =>
        service.ValueKind == JsonValueKind.Object && service.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
