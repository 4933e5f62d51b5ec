using EcsPlatform.Networking;
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
    /// <param name="volume">The volume.</param>
    /// <param name="network">The network that tasks run in.</param>
    /// <param name="tasks">The id of the tasks' security group, or of the instances' that they share.</param>
    /// <param name="parent">The workload component.</param>
    /// <returns>What was added.</returns>
    /// <exception cref="InvalidArgsException">The volume does not go with the network; the message names every problem.</exception>
    public static EfsStorage Add(string workload, EfsVolume volume, BaseNetwork network, Output<string> tasks, Resource parent)
    {
        InvalidArgsException.ThrowIfAny($"EfsVolume '{volume.Name}' of '{workload}'", volume.NetworkProblems(workload, network));
        var name = $"{workload}-{volume.Name}";
        var children = new CustomResourceOptions { Parent = parent };
        var fileSystem = volume.FileSystem switch
        {
            VolumeFileSystem.Dedicated dedicated => AddDedicated(name, workload, dedicated, network, tasks, parent),
            VolumeFileSystem.Shared shared => AddShared(workload, shared.FileSystem, tasks, children),
            _ => throw new InvalidOperationException($"No file system in {volume.FileSystem.GetType().Name}."),
        };
        return new EfsStorage(volume, fileSystem, AccessPoints.Add(name, volume.ToAccessPoint(), fileSystem.Id, children));
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
        string name, string workload, VolumeFileSystem.Dedicated dedicated, BaseNetwork network, Output<string> tasks, Resource parent)
    {
        var children = new CustomResourceOptions { Parent = parent };
        var fileSystem = FileSystems.Add(name, dedicated.FileSystem, network, dedicated.Subnets, parent);
        if (dedicated.FileSystem is FileSystem.Create create)
        {
            FileSystems.AddPolicy(name, create, fileSystem, [], children);
        }

        FileSystems.Open($"{name}-nfs", $"tasks of {workload}", tasks, fileSystem, children);
        return fileSystem;
    }

    private static FileSystemOutputs AddShared(string workload, EfsFileSystem shared, Output<string> tasks, CustomResourceOptions options)
    {
        shared.OpenTo(workload, tasks, options);
        return shared.Outputs;
    }
}
