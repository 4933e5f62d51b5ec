using System.Collections.Immutable;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Stacks;

/// <summary>
/// The stack's output <c>services</c>: by each service's name its <c>cluster</c>, its ECS <c>service</c>, the <c>taskDefinition</c> that it
/// should run, and its <c>url</c>. The command <c>verify</c> compares it with what runs.
/// </summary>
internal static class ServiceOutputs
{
    /// <summary>Makes the output.</summary>
    /// <param name="cluster">The cluster's name.</param>
    /// <param name="services">The services by their names.</param>
    /// <returns>The output.</returns>
    public static Output<ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> Of(
        Output<string> cluster, IReadOnlyDictionary<string, EcsWorkload> services)
    {
        var names = services.Keys.ToImmutableArray();
        return Output.All(names.Select(name => Of(cluster, services[name]))).Apply(values => names.Zip(values)
            .ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    private static Output<ImmutableSortedDictionary<string, string>> Of(Output<string> cluster, EcsWorkload workload) =>
        Output.Tuple(cluster, workload.ServiceName, workload.TaskDefinitionArn, workload.Url ?? Output.Create(""))
            .Apply(values => new Dictionary<string, string>
            {
                ["cluster"] = values.Item1,
                ["service"] = values.Item2,
                ["taskDefinition"] = values.Item3,
                ["url"] = values.Item4,
            }.Where(field => field.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal));
}
