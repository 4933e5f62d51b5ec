using System.Globalization;
using EcsPlatform.Clusters;
using EcsPlatform.Images;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>Registers tasks with ECS.</summary>
internal static class TaskDefinitions
{
    /// <summary>Adds a task definition.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="task">What runs as one task.</param>
    /// <param name="context">What is known of the workload.</param>
    /// <param name="images">What is proved of its images.</param>
    /// <param name="storage">The task's volumes on EFS.</param>
    /// <param name="roles">Its roles.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The task definition.</returns>
    public static Ecs.TaskDefinition Add(
        string name,
        TaskSpec task,
        ContainerContext context,
        ProvedImages images,
        ImmutableArray<EfsStorage> storage,
        TaskRoles roles,
        CustomResourceOptions options) => new(
        name,
        new Ecs.TaskDefinitionArgs
        {
            Family = name,
            NetworkMode = NetworkModes.Text(task.NetworkMode),
            RequiresCompatibilities = { task.Compatibility.Text },
            Cpu = task.Cpu is { } cpu ? Text(cpu) : (Input<string>?)null,
            Memory = Text(task.MemoryMiB),
            EphemeralStorage = task.Compatibility is Compatibility.Fargate { EphemeralStorageGiB: { } size }
                ? new TaskDefinitionEphemeralStorageArgs { SizeInGib = size }
                : (Input<TaskDefinitionEphemeralStorageArgs>?)null,
            RuntimePlatform = Platform(task.Compatibility),
            ExecutionRoleArn = roles.Execution.Arn,
            TaskRoleArn = roles.Task.Arn,
            ContainerDefinitions = ContainerDefinitions.Json(task, context, images.Of),
            Volumes = Volumes(task, storage),
            // The revision before stays registered: going back by hand needs it.
            SkipDestroy = true,
        },
        options);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Input<TaskDefinitionRuntimePlatformArgs>? Platform(Compatibility compatibility) => compatibility switch
    {
        Compatibility.Fargate fargate => Platform(fargate.Architecture),
        Compatibility.ManagedInstances instances => Platform(instances.Architecture),
        _ => (Input<TaskDefinitionRuntimePlatformArgs>?)null,
    };

    private static TaskDefinitionRuntimePlatformArgs Platform(InstanceArchitecture architecture) => new()
    {
        CpuArchitecture = architecture == InstanceArchitecture.Arm64 ? "ARM64" : "X86_64",
        OperatingSystemFamily = "LINUX",
    };

    private static TaskDefinitionVolumeArgs[] Volumes(TaskSpec task, ImmutableArray<EfsStorage> storage) =>
    [
        .. storage.Select(volume => (volume.Volume.Name, Args: volume.ToTaskVolume()))
            .Concat(task.HostVolumes.Select(volume => (volume.Name, Args: ToTaskVolume(volume))))
            .OrderBy(volume => volume.Name, StringComparer.Ordinal)
            .Select(volume => volume.Args),
    ];

    private static TaskDefinitionVolumeArgs ToTaskVolume(HostVolume volume) =>
        new() { Name = volume.Name, HostPath = volume.Path is { } path ? path : (Input<string>?)null };
}
