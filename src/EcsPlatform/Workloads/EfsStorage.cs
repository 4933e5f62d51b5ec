using EcsPlatform.Storage;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>The file system and the access point behind one <see cref="EfsVolume"/>.</summary>
internal sealed record EfsStorage(EfsVolume Volume, FileSystemOutputs FileSystem, AccessPointOutputs AccessPoint)
{
    /// <summary>The mount targets, which a service must come after.</summary>
    public ImmutableArray<Resource> MountTargets => FileSystem.MountTargets;

    /// <summary>Adds what a volume needs.</summary>
    /// <param name="workload">The workload's name.</param>
    /// <param name="volume">The volume, without problems.</param>
    /// <param name="network">Where the tasks are in the network.</param>
    /// <param name="parent">The workload component.</param>
    /// <returns>What was added.</returns>
    public static EfsStorage Add(string workload, EfsVolume volume, TaskNetwork network, Resource parent)
    {
        var name = $"{workload}-{volume.Name}";
        var fileSystem = volume.FileSystem switch
        {
            VolumeFileSystem.Dedicated dedicated => AddDedicated(name, workload, dedicated, network, parent),
            VolumeFileSystem.Shared shared => AddShared(workload, shared.FileSystem, network, parent),
            _ => throw new InvalidOperationException($"No file system in {volume.FileSystem.GetType().Name}."),
        };
        return new EfsStorage(
            volume, fileSystem, AccessPoints.Add(name, volume.ToAccessPoint(), fileSystem.Id, new CustomResourceOptions { Parent = parent }));
    }

    /// <summary>The volume as a task definition names it: through the access point, encrypted, with the task role's rights.</summary>
    /// <returns>The arguments.</returns>
    public TaskDefinitionVolumeArgs ToTaskVolume() => new()
    {
        Name = Volume.Name,
        EfsVolumeConfiguration = new TaskDefinitionVolumeEfsVolumeConfigurationArgs
        {
            FileSystemId = FileSystem.Id,
            TransitEncryption = "ENABLED",
            AuthorizationConfig = new TaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfigArgs
            {
                AccessPointId = AccessPoint.Id,
                Iam = "ENABLED",
            },
        },
    };

    /// <summary>The right to mount the file system through the access point, and only through it.</summary>
    /// <param name="task">The task: what no container mounts for writing may not be written.</param>
    /// <returns>A statement for the task role.</returns>
    public PolicyStatement MountStatement(TaskSpec task) => AccessPoints.MountStatement(
        !task.Writes(Volume) ? FileSystemRight.Read : Volume.RootAccess ? FileSystemRight.Root : FileSystemRight.ReadWrite,
        FileSystem.Arn,
        AccessPoint.Arn);

    private static FileSystemOutputs AddDedicated(
        string name, string workload, VolumeFileSystem.Dedicated dedicated, TaskNetwork network, Resource parent)
    {
        var children = new CustomResourceOptions { Parent = parent };
        var fileSystem = FileSystems.Add(name, dedicated.FileSystem, network.Cluster.Network, dedicated.Subnets, parent);
        if (dedicated.FileSystem is FileSystem.Create create)
        {
            FileSystems.AddPolicy(name, create, fileSystem, [], children);
        }

        network.Reach($"{name}-nfs", $"tasks of {workload}", dedicated.FileSystem, fileSystem, children);
        return fileSystem;
    }

    // Of the instances' group the rules are the file system's: they stay while workloads come and go.
    private static FileSystemOutputs AddShared(string workload, EfsFileSystem shared, TaskNetwork network, Resource parent)
    {
        if (shared.Admit(network.SecurityGroupId))
        {
            var (rule, owner) = network.HasOwnGroup ? ($"{workload}-{shared.Name}-nfs", parent) : ($"{shared.Name}-{network.PeerName}-nfs", shared);
            network.Reach(
                rule,
                network.HasOwnGroup ? $"tasks of {workload}" : network.PeerName,
                shared.Source,
                shared.Outputs,
                new CustomResourceOptions { Parent = owner });
        }

        return shared.Outputs;
    }
}
