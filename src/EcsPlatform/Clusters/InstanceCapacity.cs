namespace EcsPlatform.Clusters;

/// <summary>The EC2 instances of a cluster: one launch template, one Auto Scaling group, one capacity provider.</summary>
public sealed partial record InstanceCapacity
{
    /// <summary>The instance type, for example <c>t3.medium</c>.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The pinned machine image, made for the type's processors.</summary>
    public required MachineImage Image { get; init; }

    /// <summary>The fewest instances.</summary>
    public required int MinSize { get; init; }

    /// <summary>The most instances; a rolling deployment needs room for its new tasks.</summary>
    public required int MaxSize { get; init; }

    /// <summary>How many instances the group starts with; afterwards the capacity provider decides and later values are ignored.</summary>
    public required int DesiredCapacity { get; init; }

    /// <summary>Further types and spot instances. Default: null, only <see cref="InstanceType"/>, on demand.</summary>
    public InstanceMix? Mix { get; init; }

    /// <summary>The zones that instances run in, some of the network's. Default: null, all of them.</summary>
    public ImmutableArray<string>? Zones { get; init; }

    /// <summary>Memory that tasks cannot have, in MiB: the agent and the system live from it. Default: 128.</summary>
    public int ReservedMemoryMiB { get; init; } = 128;

    /// <summary>What else the ECS agent is told, and further commands. Default: nothing.</summary>
    public AgentOptions Agent { get; init; } = new();

    /// <summary>The root volume's size in GiB, encrypted gp3. Default: 30.</summary>
    public int RootVolumeGiB { get; init; } = EcsClusterArgs.SmallestRootVolumeGiB;

    /// <summary>
    /// The ARN of the key that encrypts the root volume; its policy must let EC2 Auto Scaling use it
    /// (https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html). Default: null, AWS's own key.
    /// </summary>
    public Input<string>? RootVolumeKeyArn { get; init; }

    /// <summary>True measures instances every minute instead of every five. Default: true.</summary>
    public bool DetailedMonitoring { get; init; } = true;

    /// <summary>Tags of instances and their volumes, which a provider's default tags do not reach. Default: none but the name.</summary>
    public ImmutableSortedDictionary<string, string> InstanceTags { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>How full the capacity provider keeps the instances, in percent, 1 to 100; below 100 it keeps spare ones. Default: 100.</summary>
    public int TargetCapacityPercent { get; init; } = 100;

    /// <summary>The fewest instances that the capacity provider adds at a time, 1 to 10,000. Default: 1.</summary>
    public int MinimumScalingStep { get; init; } = 1;

    /// <summary>The most instances that the capacity provider adds at a time, 1 to 10,000. Default: 10,000.</summary>
    public int MaximumScalingStep { get; init; } = 10_000;

    /// <summary>How long after its launch an instance counts for scaling, in seconds, 0 to 10,000. Default: 300.</summary>
    public int InstanceWarmupSeconds { get; init; } = 300;

    /// <summary>
    /// True keeps instances that run tasks from being scaled in: managed termination protection of the capacity provider and scale-in
    /// protection of the group, which AWS wants together. Default: true.
    /// </summary>
    public bool ProtectRunningTasks { get; init; } = true;

    /// <summary>
    /// For how long after its launch EC2's verdict on an instance does not count, in seconds: the agent starts and registers in it.
    /// Only EC2 judges instances; a load balancer's verdict on one bad service would take all of them away. Default: 600.
    /// </summary>
    public int HealthCheckGraceSeconds { get; init; } = 600;

    /// <summary>Which instances go first when the group shrinks, in order. Default: those with the oldest launch template.</summary>
    public ImmutableArray<TerminationPolicy> TerminationPolicies { get; init; } = [TerminationPolicy.OldestLaunchTemplate];

    /// <summary>The group's metrics, each minute. Default: instances in service and in total.</summary>
    public ImmutableArray<AutoScaling.Metric> Metrics { get; init; } =
        [AutoScaling.Metric.GroupInServiceInstances, AutoScaling.Metric.GroupTotalInstances];

    /// <summary>After how long an instance is replaced in any case, in seconds, 86,400 to 31,536,000 (a day to a year). Default: null, never.</summary>
    public int? MaxInstanceLifetimeSeconds { get; init; }

    /// <summary>How instances are replaced when the launch template changes.</summary>
    public InstanceRefresh Refresh { get; init; } = new();

    /// <summary>How many instances are healthy while unhealthy or too old ones are replaced. Default: null, EC2 Auto Scaling's own rules.</summary>
    public HealthyPercentages? Maintenance { get; init; }

    /// <summary>What happens when a zone cannot give an instance. Default: another zone does.</summary>
    public ZoneDistribution ZoneDistribution { get; init; }

    /// <summary>Tells when there are too few instances. Default: null, nobody is told.</summary>
    public LowInstanceAlarm? LowInstanceAlarm { get; init; }

    /// <summary>The ARN of the SNS topic that hears of each launch and termination, and of those that fail. Default: null, none does.</summary>
    public Input<string>? NotificationTopicArn { get; init; }

    /// <summary>Whether the group may launch spot instances.</summary>
    internal bool UsesSpot => Mix is { SpotPercent: > 0 };

    /// <summary>Everything that the group may launch, in order of preference.</summary>
    internal ImmutableArray<string> InstanceTypes => [InstanceType, .. Mix?.FurtherTypes ?? []];
}
