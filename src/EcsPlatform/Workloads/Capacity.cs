using EcsPlatform.Clusters;

namespace EcsPlatform.Workloads;

/// <summary>
/// What a workload's tasks run on. A cluster has one list of capacity providers, which it sets when it is made: a group of instances, also
/// one that a single workload uses, is therefore declared with the cluster, and the workload names it.
/// </summary>
public abstract record Capacity
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
    private const int MostWeight = 1000;
    private const int MostBase = 100_000;

    private Capacity(EcsCluster cluster) => Cluster = cluster;

    /// <summary>The cluster.</summary>
    public EcsCluster Cluster { get; init; }

    /// <summary>A cluster that other workloads use as well.</summary>
    /// <param name="Cluster">The cluster.</param>
    public sealed record Shared(EcsCluster Cluster) : Capacity(Cluster)
    {
        /// <summary>
        /// How its groups of instances share the tasks. A later change replaces the service, unless a deployment is forced with it.
        /// Default: none, by the cluster's own strategy.
        /// </summary>
        public ImmutableArray<GroupShare> Shares { get; init; } = [];
    }

    /// <summary>A group of instances of a cluster, with a capacity provider of its own, on which no other workload's tasks run.</summary>
    /// <param name="Cluster">The cluster.</param>
    /// <param name="Group">The name of one of its further groups, which has neither weight nor base in the cluster's own strategy.</param>
    public sealed record Dedicated(EcsCluster Cluster, string Group) : Capacity(Cluster);

    /// <summary>What kind of instances ECS runs the tasks on.</summary>
    internal CapacityKind Kind => Cluster.Args.Capacity switch
    {
        ClusterCapacity.ManagedInstances => CapacityKind.ManagedInstances,
        ClusterCapacity.Existing { CapacityProviderName: "FARGATE" or "FARGATE_SPOT" } => CapacityKind.Fargate,
        _ => CapacityKind.Ec2,
    };

    private ImmutableArray<string> GroupNames => Cluster.Args.Capacity is ClusterCapacity.Instances instances
        ? [.. instances.Further.Select(further => further.Name)]
        : [];

    /// <summary>Finds what is wrong with this capacity.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) => this switch
    {
        Shared shared => ShareProblems($"{where}.capacity", shared.Shares),
        Dedicated dedicated => DedicatedProblems($"{where}.capacity", dedicated.Group),
        _ => throw new InvalidOperationException($"No problems of {GetType().Name}."),
    };

    /// <summary>The capacity providers of a workload's service.</summary>
    /// <param name="workload">The workload's name.</param>
    /// <returns>The shares; all of them place tasks.</returns>
    /// <exception cref="InvalidArgsException">Another workload has a group for itself, or uses the one that this wants for itself.</exception>
    internal ImmutableArray<CapacityProviderShare> Strategy(string workload)
    {
        ImmutableArray<GroupShare> shares = this switch
        {
            Dedicated dedicated => [new GroupShare(dedicated.Group)],
            Shared shared => shared.Shares,
            _ => [],
        };
        foreach (var share in shares.Where(share => share.Group is not null))
        {
            Cluster.InstanceClaims.Claim(workload, share.Group!, this is Dedicated);
        }

        return shares.IsEmpty
            ? [.. Cluster.Strategy.Where(share => share.Weight > 0 || share.Base > 0)]
            : [.. shares.Select(share => new CapacityProviderShare(ProviderOf(share.Group), share.Base, share.Weight))];
    }

    private Output<string> ProviderOf(string? group) => Cluster.Strategy[group is null ? 0 : GroupNames.IndexOf(group) + 1].CapacityProvider;

    private IEnumerable<Problem> ShareProblems(string where, ImmutableArray<GroupShare> shares)
    {
        foreach (var share in shares)
        {
            foreach (var problem in GroupProblems(where, share.Group))
            {
                yield return problem;
            }

            if (share.Weight is < 0 or > MostWeight)
            {
                yield return new Problem($"{where}.weight", $"{share.Weight}", $"0 to {MostWeight}", "Choose a weight that ECS allows");
            }

            if (share.Base is < 0 or > MostBase)
            {
                yield return new Problem($"{where}.base", $"{share.Base}", $"0 to {MostBase} tasks", "Choose a number that ECS allows");
            }
        }

        if (shares.Count(share => share.Base > 0) > 1)
        {
            yield return new Problem($"{where}.base", "several groups with a base", "one", "Give one group a base and the others 0");
        }

        if (!shares.IsEmpty && shares.All(share => share.Weight == 0))
        {
            yield return new Problem($"{where}.weight", "0 for every group", "one group or more with a weight above 0", "Give a group a weight");
        }

        foreach (var same in shares.GroupBy(share => share.Group).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.shares", $"group '{same.Key ?? "main"}' {same.Count()} times", "each group once", "Keep one of them");
        }
    }

    private IEnumerable<Problem> DedicatedProblems(string where, string group)
    {
        foreach (var problem in GroupProblems(where, group))
        {
            yield return problem;
        }

        if (Cluster.Args.Capacity is ClusterCapacity.Instances instances
            && instances.Further.FirstOrDefault(further => further.Name == group) is { } further
            && (further.Weight > 0 || further.Base > 0))
        {
            yield return new Problem(
                where,
                $"group '{group}' with weight {further.Weight} and base {further.Base} in the cluster's strategy",
                "weight 0 and base 0",
                "Take it out of the cluster's strategy, or other services' tasks come too");
        }
    }

    private IEnumerable<Problem> GroupProblems(string where, string? group)
    {
        if (group is not null && !GroupNames.Contains(group))
        {
            yield return new Problem(
                where,
                $"group '{group}'",
                GroupNames.IsEmpty ? "no group, for the cluster has no further ones" : string.Join(", ", GroupNames.Order(StringComparer.Ordinal)),
                "Name one of the cluster's further groups");
        }
    }
}

/// <summary>What ECS runs tasks on.</summary>
internal enum CapacityKind
{
    /// <summary>Instances of Auto Scaling groups.</summary>
    Ec2,

    /// <summary>Instances that ECS manages.</summary>
    ManagedInstances,

    /// <summary>Fargate, which an adopted cluster may have.</summary>
    Fargate,
}
