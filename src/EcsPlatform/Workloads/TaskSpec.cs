namespace EcsPlatform.Workloads;

/// <summary>What runs as one task: its containers, their memory, their volumes. A plain value, made before any resource.</summary>
public sealed partial record TaskSpec
{
    /// <summary>Memory of the whole task, in MiB: its containers' limits must fit.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>The containers; at least one essential one. Their order does not matter.</summary>
    public required ImmutableArray<ContainerSpec> Containers { get; init; }

    /// <summary>Volumes on EFS. Default: none.</summary>
    public ImmutableArray<EfsVolume> Volumes { get; init; } = [];

    /// <summary>Volumes on the instance. Default: none.</summary>
    public ImmutableArray<HostVolume> HostVolumes { get; init; } = [];

    /// <summary>CPU units of the whole task, 1024 for a vCPU, which it cannot go beyond. Default: null, as much as is free; Fargate needs one.</summary>
    public int? Cpu { get; init; }

    /// <summary>How its containers reach the network. Default: awsvpc, a network interface of its own.</summary>
    public NetworkMode NetworkMode { get; init; } = NetworkMode.Awsvpc;

    /// <summary>What kind of capacity it can run on. Default: EC2 instances.</summary>
    public Compatibility Compatibility { get; init; } = new Compatibility.Ec2();

    /// <summary>What its containers may do in AWS. Default: nothing.</summary>
    public ImmutableArray<Grant> Grants { get; init; } = [];

    /// <summary>
    /// Managed policies that its containers get besides, by a name of one's own that the attachment is called after. Default: none.
    /// </summary>
    public ImmutableDictionary<string, Input<string>> ManagedPolicyArns { get; init; } = ImmutableDictionary<string, Input<string>>.Empty;

    /// <summary>Tells whether a container mounts a volume for writing.</summary>
    /// <param name="volume">One of the task's volumes.</param>
    /// <returns>True when one does.</returns>
    public bool Writes(EfsVolume volume) =>
        Containers.SelectMany(container => container.Mounts).Any(mount => mount.Volume == volume.Name && !mount.ReadOnly);
}
