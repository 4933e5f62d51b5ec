namespace EcsPlatform.Clusters;

/// <content>What can be wrong with a group of instances.</content>
public sealed partial record InstanceCapacity
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScaling.html
    private const int LargestScalingStep = 10_000;
    private const int LongestScalingWarmupSeconds = 10_000;

    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html
    private const int ShortestLifetimeSeconds = 86_400;
    private const int LongestLifetimeSeconds = 31_536_000;

    private static readonly ImmutableSortedSet<string> OwnTags = ["AmazonECSManaged", "Name"];

    /// <summary>Finds what is wrong with this capacity.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. TypeProblems(where),
        .. Image.Problems($"{where}.image"),
        .. Mix?.Problems($"{where}.mix") ?? [],
        .. ArchitectureProblems(where),
        .. SizeProblems(where),
        .. InstanceProblems(where),
        .. Agent.Problems($"{where}.agent"),
        .. ScalingProblems(where),
        .. GroupProblems(where),
        .. Refresh.Problems($"{where}.refresh"),
        .. Maintenance?.Problems($"{where}.maintenance") ?? [],
        .. LowInstanceAlarm?.Problems($"{where}.lowInstanceAlarm", MaxSize) ?? [],
    ];

    private IEnumerable<Problem> TypeProblems(string where)
    {
        foreach (var type in InstanceTypes.Where(type => !InstanceTypeName.TryParse(type, out _)))
        {
            yield return new Problem($"{where}.instanceType", $"'{type}'", "a type such as t3.medium", "Name an EC2 instance type");
        }

        foreach (var same in InstanceTypes.GroupBy(type => type, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.instanceType", $"'{same.Key}' {same.Count()} times", "each type once", "Name a type once");
        }
    }

    private IEnumerable<Problem> ArchitectureProblems(string where)
    {
        foreach (var type in InstanceTypes)
        {
            if (Image.Architecture is { } architecture && InstanceTypeName.TryParse(type, out var name) && name.Architecture != architecture)
            {
                yield return new Problem(
                    $"{where}.image",
                    $"'{Image.Name}' for {type}",
                    $"an AMI for {(name.Architecture == InstanceArchitecture.Arm64 ? "arm64" : "x86_64")}",
                    $"Pin the AMI that {MachineImage.IdParameter(name.Architecture)} names, or choose another type");
            }
        }
    }

    private IEnumerable<Problem> SizeProblems(string where)
    {
        if (MinSize < 0 || MinSize > MaxSize || MaxSize < 1)
        {
            yield return new Problem(
                $"{where}.minSize", $"{MinSize} with a maxSize of {MaxSize}", "0 to maxSize, and a maxSize of at least 1", "Lower minSize or raise maxSize");
        }
        else if (DesiredCapacity < MinSize || DesiredCapacity > MaxSize)
        {
            yield return new Problem(
                $"{where}.desiredCapacity", $"{DesiredCapacity}", $"{MinSize} to {MaxSize}", "Choose a value between minSize and maxSize");
        }
    }

    private IEnumerable<Problem> InstanceProblems(string where)
    {
        if (ReservedMemoryMiB < 0)
        {
            yield return new Problem(
                $"{where}.reservedMemory", $"{ReservedMemoryMiB} MiB", "0 or more MiB", "Give what the agent and the system need");
        }

        if (RootVolumeGiB < EcsClusterArgs.SmallestRootVolumeGiB)
        {
            yield return new Problem(
                $"{where}.rootVolume", $"{RootVolumeGiB} GiB", $"{EcsClusterArgs.SmallestRootVolumeGiB} GiB or more", "Give the AMI the room that it needs");
        }

        foreach (var key in InstanceTags.Keys.Where(key => OwnTags.Contains(key) || key.Length == 0 || key.StartsWith("aws:", StringComparison.Ordinal)))
        {
            yield return new Problem(
                $"{where}.instanceTags.{key}",
                $"'{key}'",
                $"tags other than {string.Join(", ", OwnTags)} and aws:",
                "Choose another key: these are set already, or AWS's own");
        }
    }

    private IEnumerable<Problem> ScalingProblems(string where)
    {
        if (TargetCapacityPercent is < 1 or > 100)
        {
            yield return new Problem(
                $"{where}.targetCapacity", $"{TargetCapacityPercent} %", "1 to 100 %", "Use 100 for no spare instances");
        }

        if (MinimumScalingStep < 1 || MinimumScalingStep > MaximumScalingStep || MaximumScalingStep > LargestScalingStep)
        {
            yield return new Problem(
                $"{where}.scalingStep",
                $"{MinimumScalingStep} to {MaximumScalingStep} instances",
                $"1 to {LargestScalingStep}, the smaller one first",
                "Say how many instances come at a time");
        }

        if (InstanceWarmupSeconds is < 0 or > LongestScalingWarmupSeconds)
        {
            yield return new Problem(
                $"{where}.instanceWarmup", $"{InstanceWarmupSeconds} s", $"0 to {LongestScalingWarmupSeconds} s", "Choose a time that ECS allows");
        }
    }

    private IEnumerable<Problem> GroupProblems(string where)
    {
        if (Zones is { IsEmpty: true })
        {
            yield return new Problem($"{where}.zones", "none", "one or more zones of the network", "Name zones, or leave them out for all");
        }

        if (HealthCheckGraceSeconds < 0)
        {
            yield return new Problem(
                $"{where}.healthCheckGrace", $"{HealthCheckGraceSeconds} s", "0 or more s", "Give the time that an instance needs to register");
        }

        if (TerminationPolicies.IsEmpty)
        {
            yield return new Problem(
                $"{where}.terminationPolicies", "none", "one or more", "Name a policy: Default is EC2 Auto Scaling's own order");
        }

        if (Metrics.IsEmpty)
        {
            yield return new Problem($"{where}.metrics", "none", "one or more", "Name the metrics that the group records");
        }
        else if (LowInstanceAlarm is not null && !Metrics.Contains(AutoScaling.Metric.GroupInServiceInstances))
        {
            yield return new Problem(
                $"{where}.metrics", "no GroupInServiceInstances", "GroupInServiceInstances, which the alarm reads", "Add it, or leave the alarm out");
        }

        if (MaxInstanceLifetimeSeconds is < ShortestLifetimeSeconds or > LongestLifetimeSeconds)
        {
            yield return new Problem(
                $"{where}.maxInstanceLifetime",
                $"{MaxInstanceLifetimeSeconds} s",
                $"{ShortestLifetimeSeconds} to {LongestLifetimeSeconds} s",
                "Choose a day to a year, or leave it out");
        }
    }
}
