using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Stacks;

/// <summary>What a stack's outputs say of each service, by the service's name.</summary>
internal static class ServiceOutputs
{
    /// <summary>
    /// The output <c>services</c>: a service's <c>cluster</c>, its ECS <c>service</c>, the <c>taskDefinition</c> that it should run, and its
    /// <c>url</c>. The command <c>verify</c> compares it with what runs.
    /// </summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="services">The services by their names.</param>
    /// <returns>The output.</returns>
    public static Output<ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> Of(
        EcsCluster cluster, IReadOnlyDictionary<string, EcsWorkload> services) => Each(services, (_, workload) => Of(cluster, workload));

    /// <summary>The output <c>troubleshooting</c>: the commands of <see cref="ServiceCommands"/>.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="services">The services by their names.</param>
    /// <param name="declared">What they are, for the names of their containers.</param>
    /// <returns>The output.</returns>
    public static Output<ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> CommandsFor(
        EcsCluster cluster, IReadOnlyDictionary<string, EcsWorkload> services, IEnumerable<IService> declared)
    {
        var containers = declared.ToImmutableDictionary(service => service.Name, service => service.Containers.Select(container => container.Name).ToImmutableArray());
        return Each(services, (name, workload) => Output
            .Tuple(cluster.ClusterName, workload.ServiceName, workload.TaskDefinitionArn, workload.LogGroupName, workload.TargetGroupArn ?? Output.Create(""))
            .Apply(values => new ServiceCommands(
                cluster.Network.Account.Region,
                values.Item1,
                values.Item2,
                values.Item3,
                values.Item4,
                values.Item5.Length == 0 ? null : values.Item5,
                containers[name]).All));
    }

    private static Output<ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> Each(
        IReadOnlyDictionary<string, EcsWorkload> services, Func<string, EcsWorkload, Output<ImmutableSortedDictionary<string, string>>> make)
    {
        var names = services.Keys.ToImmutableArray();
        return Output.All(names.Select(name => make(name, services[name]))).Apply(values => names.Zip(values)
            .ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    private static Output<ImmutableSortedDictionary<string, string>> Of(EcsCluster cluster, EcsWorkload workload) =>
        Output.Tuple(cluster.ClusterName, workload.ServiceName, workload.TaskDefinitionArn, workload.Url ?? Output.Create(""))
            .Apply(values => new Dictionary<string, string>
            {
                ["cluster"] = values.Item1,
                ["service"] = values.Item2,
                ["taskDefinition"] = values.Item3,
                ["url"] = values.Item4,
            }.Where(field => field.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal));
}
