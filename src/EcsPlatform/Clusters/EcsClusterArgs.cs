using EcsPlatform.Networking;

namespace EcsPlatform.Clusters;

/// <summary>What an <see cref="EcsCluster"/> is made of.</summary>
public sealed record EcsClusterArgs
{
    /// <summary>
    /// The ECS-optimised AMI of Amazon Linux 2023 needs 30 GiB (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-ami-storage-config.html).
    /// </summary>
    public const int SmallestRootVolumeGiB = 30;

    // A role may have 64 characters (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html), of which the
    // longest suffix, "-infrastructure", and the random end take 23.
    private const int LongestName = 41;

    private static readonly ImmutableArray<string> ReservedPrefixes = ["aws", "ecs", "fargate"];

    /// <summary>The network in whose private subnets the instances run.</summary>
    public required BaseNetwork Network { get; init; }

    /// <summary>What tasks run on: one <see cref="InstanceCapacity"/>, or any other <see cref="ClusterCapacity"/>.</summary>
    public required ClusterCapacity Capacity { get; init; }

    /// <summary>What the instances may reach: the ECS agent and the image pulls need HTTPS, or endpoints in the VPC.</summary>
    public required InternetEgress Egress { get; init; }

    /// <summary>Who the instances may connect to besides, and with them all tasks in network modes bridge and host. Default: nobody.</summary>
    public ImmutableArray<EgressPath> Peers { get; init; } = [];

    /// <summary>Where the cluster comes from. Default: a new one.</summary>
    public ClusterSource Cluster { get; init; } = new ClusterSource.Create();

    /// <summary>Whether tasks have more network interfaces than their instance. Default: off.</summary>
    public EniTrunking EniTrunking { get; init; } = EniTrunking.Off;

    /// <summary>What the instances may do besides. Default: nothing.</summary>
    public InstancePermissions InstancePermissions { get; init; } = new();

    /// <summary>
    /// True lets Pulumi refuse to delete the cluster and its instances. False lets a group go with its instances: one that waits for
    /// protected instances never goes, nor do the cluster and the network. Default: false.
    /// </summary>
    public bool DeletionProtection { get; init; }

    /// <summary>All groups of instances, the main one first, by the end of their resources' names.</summary>
    internal ImmutableArray<(string Suffix, InstanceCapacity Instances)> Groups => Capacity is ClusterCapacity.Instances instances
        ? [("", instances.Main), .. instances.Further.Select(further => ($"-{further.Name}", further.Instances))]
        : [];

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. Capacity.Problems(where),
        .. Cluster.Problems(where),
        .. InstancePermissions.Problems($"{where}.instancePermissions"),
        .. EgressPath.Problems($"{where}.peers", Peers, Egress),
        .. PairProblems(where),
        .. ZoneProblems(where),
        .. TrunkingProblems(where),
    ];

    /// <summary>Finds what is wrong with a cluster's name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal static IEnumerable<Problem> NameProblems(string name)
    {
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html
        if (ReservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new Problem(
                name,
                $"'{name}'",
                $"a name that does not begin with {string.Join(", ", ReservedPrefixes)}",
                "Choose another name: a capacity provider must not begin so");
        }

        if (name.Length > LongestName)
        {
            yield return new Problem(
                name, $"{name.Length} characters", $"up to {LongestName} characters", "Choose a shorter name, or its roles' names get too long");
        }
    }

    /// <summary>Finds what would outlive an environment that is meant to go, or keep it from going.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when the cluster leaves nothing behind.</returns>
    internal IEnumerable<Problem> LeftoverProblems(string where)
    {
        if (Cluster is ClusterSource.Adopt)
        {
            yield return new Problem(
                $"{where}.cluster", "adopted", "a cluster of the environment's own", "Give the environment its own cluster: others use this one");
        }

        if (DeletionProtection)
        {
            yield return new Problem($"{where}.deletionProtection", "on", "off", "Switch it off: the environment is meant to go");
        }

        foreach (var (suffix, _) in Groups.Where(group => group.Instances.ProtectRunningTasks))
        {
            yield return new Problem(
                $"{where}{suffix}.protectRunningTasks", "on", "off", "Switch it off: protected instances keep running");
        }

        if (EniTrunking == EniTrunking.SetForAccount)
        {
            yield return new Problem(
                $"{where}.eniTrunking", "set for the account", "off, or already on", "Set it in a stack that stays: the account shares it");
        }
    }

    private IEnumerable<Problem> PairProblems(string where)
    {
        if (Cluster is ClusterSource.Create && Capacity is ClusterCapacity.Existing)
        {
            yield return new Problem(
                $"{where}.capacity", "existing capacity of a new cluster", "existing capacity of an adopted one", "Adopt the cluster, or describe its instances");
        }

        if (Capacity is ClusterCapacity.Existing && !Peers.IsEmpty)
        {
            yield return new Problem(
                $"{where}.peers", $"{Peers.Length} of instances that are there already", "none", "Let them out where their security group is declared");
        }
    }

    private IEnumerable<Problem> ZoneProblems(string where) => Groups
        .SelectMany(group => group.Instances.Zones ?? [])
        .Distinct(StringComparer.Ordinal)
        .Where(zone => !Network.AvailabilityZones.Contains(zone))
        .Select(zone => new Problem($"{where}.zones", $"'{zone}'", string.Join(", ", Network.AvailabilityZones), "Name zones of the network"));

    private IEnumerable<Problem> TrunkingProblems(string where)
    {
        if (EniTrunking == EniTrunking.Off)
        {
            yield break;
        }

        foreach (var type in Groups.SelectMany(group => group.Instances.InstanceTypes))
        {
            if (InstanceTypeName.TryParse(type, out var name) && !name.SupportsTrunking)
            {
                yield return new Problem(
                    $"{where}.eniTrunking", $"on with {type}", "types that support it, such as m7i.large", "Choose another type, or switch trunking off");
            }
        }
    }
}
