namespace EcsPlatform.Clusters;

/// <summary>The EC2 instances of a cluster.</summary>
public sealed record InstanceCapacity
{
    /// <summary>The instance type, for example <c>t3.medium</c>.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The pinned machine image.</summary>
    public required MachineImage Image { get; init; }

    /// <summary>The fewest instances.</summary>
    public required int MinSize { get; init; }

    /// <summary>The most instances; a rolling deployment needs room for its new tasks.</summary>
    public required int MaxSize { get; init; }

    /// <summary>How many instances the group starts with; afterwards the capacity provider decides and later values are ignored.</summary>
    public required int DesiredCapacity { get; init; }

    /// <summary>Memory that tasks cannot have, in MiB: the agent and the system live from it. Default: 128.</summary>
    public int ReservedMemoryMiB { get; init; } = 128;

    /// <summary>The root volume's size in GiB, encrypted gp3. Default: 30.</summary>
    public int RootVolumeGiB { get; init; } = EcsClusterArgs.SmallestRootVolumeGiB;

    /// <summary>How full the capacity provider keeps the instances, in percent, 1 to 100; below 100 it keeps spare ones. Default: 100.</summary>
    public int TargetCapacityPercent { get; init; } = 100;

    /// <summary>
    /// True keeps instances that run tasks from being scaled in: managed termination protection of the capacity provider and scale-in
    /// protection of the group, which AWS wants together. Default: true.
    /// </summary>
    public bool ProtectRunningTasks { get; init; } = true;

    /// <summary>Finds what is wrong with this capacity.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (InstanceType.Split('.') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            yield return new Problem($"{where}.instanceType", $"'{InstanceType}'", "a type such as t3.medium", "Name an EC2 instance type");
        }

        foreach (var problem in Image.Problems($"{where}.image"))
        {
            yield return problem;
        }

        if (MinSize < 0 || MinSize > MaxSize || MaxSize < 1)
        {
            yield return new Problem(
                $"{where}.minSize", $"{MinSize} with a maxSize of {MaxSize}", "0 to maxSize, and a maxSize of at least 1", "Lower minSize or raise maxSize");
        }
        else if (DesiredCapacity < MinSize || DesiredCapacity > MaxSize)
        {
            yield return new Problem($"{where}.desiredCapacity", $"{DesiredCapacity}", $"{MinSize} to {MaxSize}", "Choose a value between minSize and maxSize");
        }

        if (ReservedMemoryMiB < 0)
        {
            yield return new Problem($"{where}.reservedMemory", $"{ReservedMemoryMiB} MiB", "0 or more MiB", "Give what the agent and the system need");
        }

        if (RootVolumeGiB < EcsClusterArgs.SmallestRootVolumeGiB)
        {
            yield return new Problem(
                $"{where}.rootVolume", $"{RootVolumeGiB} GiB", $"{EcsClusterArgs.SmallestRootVolumeGiB} GiB or more", "Give the AMI the room that it needs");
        }

        if (TargetCapacityPercent is < 1 or > 100)
        {
            yield return new Problem($"{where}.targetCapacity", $"{TargetCapacityPercent} %", "1 to 100 %", "Use 100 for no spare instances");
        }
    }
}
