namespace EcsPlatform.Clusters;

/// <summary>What the tasks of a cluster run on.</summary>
public abstract record ClusterCapacity
{
    private ClusterCapacity()
    {
    }

    /// <summary>A group of instances alone.</summary>
    /// <param name="capacity">The group.</param>
    public static implicit operator ClusterCapacity(InstanceCapacity capacity) => new Instances(capacity);

    /// <summary>A group of instances, or several, each with a capacity provider of its own.</summary>
    /// <param name="Main">The group that services use unless they name another.</param>
    public sealed record Instances(InstanceCapacity Main) : ClusterCapacity
    {
        /// <summary>How many tasks of a service at least run on the main group, by the default strategy. Default: 1.</summary>
        public int Base { get; init; } = 1;

        /// <summary>The main group's share of the other tasks, 0 to 1000, by the default strategy. Default: 100.</summary>
        public int Weight { get; init; } = 100;

        /// <summary>Further groups. Default: none.</summary>
        public ImmutableArray<FurtherInstances> Further { get; init; } = [];
    }

    /// <summary>
    /// Instances that ECS chooses, launches, patches and replaces by itself
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ManagedInstances.html).
    /// </summary>
    public sealed record ManagedInstances : ClusterCapacity
    {
        /// <summary>The least and the most memory of an instance, in MiB.</summary>
        public required SizeRange MemoryMiB { get; init; }

        /// <summary>The least and the most vCPUs of an instance.</summary>
        public required SizeRange VCpus { get; init; }

        /// <summary>True allows burstable types (T). Default: false.</summary>
        public bool Burstable { get; init; }

        /// <summary>Types or families that it is confined to, for example <c>m7i.*</c>. Default: none, all that fit.</summary>
        public ImmutableArray<string> AllowedInstanceTypes { get; init; } = [];

        /// <summary>True launches spot instances only. Default: false. A later change replaces the capacity provider.</summary>
        public bool Spot { get; init; }

        /// <summary>The data volume's size in GiB. Default: 80.</summary>
        public int StorageGiB { get; init; } = 80;

        /// <summary>True measures instances every minute instead of every five. Default: true.</summary>
        public bool DetailedMonitoring { get; init; } = true;
    }

    /// <summary>What an adopted cluster has already; nothing is made.</summary>
    /// <param name="CapacityProviderName">The capacity provider that services use.</param>
    /// <param name="InstanceSecurityGroupId">Its instances' security group.</param>
    public sealed record Existing(string CapacityProviderName, string InstanceSecurityGroupId) : ClusterCapacity;

    /// <summary>Finds what is wrong with this capacity.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) => this switch
    {
        Instances instances =>
            [.. instances.Main.Problems(where), .. instances.Further.SelectMany(further => further.Problems(where)), .. Strategy(where, instances)],
        ManagedInstances managed => Managed(where, managed),
        Existing existing => Named(where, existing),
        _ => throw new InvalidOperationException($"No problems of {GetType().Name}."),
    };

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
    private static IEnumerable<Problem> Strategy(string where, Instances instances)
    {
        ImmutableArray<(string Name, int Base, int Weight)> items =
            [("", instances.Base, instances.Weight), .. instances.Further.Select(further => ($".{further.Name}", further.Base, further.Weight))];
        foreach (var (name, count, weight) in items)
        {
            if (count is < 0 or > 100_000)
            {
                yield return new Problem($"{where}{name}.base", $"{count}", "0 to 100000 tasks", "Choose a number that ECS allows");
            }

            if (weight is < 0 or > 1000)
            {
                yield return new Problem($"{where}{name}.weight", $"{weight}", "0 to 1000", "Choose a weight that ECS allows");
            }
        }

        if (items.Count(item => item.Base > 0) > 1)
        {
            yield return new Problem($"{where}.base", "several groups with a base", "one", "Give one group a base and the others 0");
        }

        if (items.All(item => item.Weight == 0))
        {
            yield return new Problem($"{where}.weight", "0 for every group", "one group or more with a weight above 0", "Give a group a weight");
        }

        foreach (var same in instances.Further.GroupBy(further => further.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.{same.Key}", $"{same.Count()} groups of this name", "one", "Give each group a name of its own");
        }
    }

    private static IEnumerable<Problem> Managed(string where, ManagedInstances managed)
    {
        foreach (var problem in managed.MemoryMiB.Problems($"{where}.memory", "MiB").Concat(managed.VCpus.Problems($"{where}.vCpus", "vCPUs")))
        {
            yield return problem;
        }

        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedInstancesStorageConfiguration.html
        if (managed.StorageGiB < 1)
        {
            yield return new Problem($"{where}.storage", $"{managed.StorageGiB} GiB", "1 or more GiB", "Give images and containers room");
        }
    }

    private static IEnumerable<Problem> Named(string where, Existing existing)
    {
        if (string.IsNullOrWhiteSpace(existing.CapacityProviderName))
        {
            yield return new Problem($"{where}.capacityProvider", "nothing", "a capacity provider of the adopted cluster", "Name it");
        }

        if (!existing.InstanceSecurityGroupId.StartsWith("sg-", StringComparison.Ordinal))
        {
            yield return new Problem(
                $"{where}.instanceSecurityGroup", $"'{existing.InstanceSecurityGroupId}'", "the id of a security group, sg-…", "Give the id");
        }
    }
}
