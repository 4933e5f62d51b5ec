namespace EcsPlatform.Workloads;

/// <summary>One container of a task.</summary>
public sealed partial record ContainerSpec
{
    /// <summary>The fewest MiB that ECS accepts as a limit (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html).</summary>
    public const int SmallestMemoryMiB = 6;

    /// <summary>The name, unique in the task: letters, digits, hyphens and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>The image, pinned by digest.</summary>
    public required ImageReference Image { get; init; }

    /// <summary>The hard limit in MiB: a container that goes beyond it is killed.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>What is set aside for the container, in MiB. Default: null, which means the hard limit.</summary>
    public int? MemoryReservationMiB { get; init; }

    /// <summary>CPU units, 1024 for a vCPU, which the instance sets aside. Default: 0, no share set aside.</summary>
    public int Cpu { get; init; }

    /// <summary>
    /// How many GPUs of the instance the container has for itself (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html);
    /// not on Fargate. Default: 0.
    /// </summary>
    public int Gpus { get; init; }

    /// <summary>What runs in place of the image's own command. Default: none, the image's own.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>What runs in place of the image's own entry point. Default: none, the image's own.</summary>
    public ImmutableArray<string> EntryPoint { get; init; } = [];

    /// <summary>The absolute path in which the command runs. Default: null, the image's own.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// Labels of the container for what watches it on the instance; never secrets, and not on managed instances
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-tasks-services.html). Default: none.
    /// </summary>
    public ImmutableDictionary<string, string> DockerLabels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Ports that it listens on. Default: none.</summary>
    public ImmutableArray<PortMapping> Ports { get; init; } = [];

    /// <summary>Environment variables; never secrets. Default: none.</summary>
    public ImmutableDictionary<string, EnvironmentValue> Environment { get; init; } = ImmutableDictionary<string, EnvironmentValue>.Empty;

    /// <summary>Environment variables that ECS reads from Parameter Store and Secrets Manager when the container starts. Default: none.</summary>
    public ImmutableDictionary<string, SecretSource> Secrets { get; init; } = ImmutableDictionary<string, SecretSource>.Empty;

    /// <summary>Files of environment variables in S3, at most 10, read in this order. Default: none.</summary>
    public ImmutableArray<EnvironmentFile> EnvironmentFiles { get; init; } = [];

    /// <summary>How ECS finds out that the container works. Default: null, while it runs it counts as working.</summary>
    public ContainerHealthCheck? HealthCheck { get; init; }

    /// <summary>Containers of the task that come first. Default: none.</summary>
    public ImmutableArray<ContainerDependency> DependsOn { get; init; } = [];

    /// <summary>Containers of the task that this one reaches by name; only under network mode bridge. Default: none.</summary>
    public ImmutableArray<ContainerLink> Links { get; init; } = [];

    /// <summary>Volumes of the task that it sees. Default: none.</summary>
    public ImmutableArray<MountPoint> Mounts { get; init; } = [];

    /// <summary>True stops the whole task when this container stops. Default: true.</summary>
    public bool Essential { get; init; } = true;

    /// <summary>True keeps the container from writing to its own file system. Default: true.</summary>
    public bool ReadonlyRootFilesystem { get; init; } = true;

    /// <summary>True gives the container the instance's own rights, as root has them. Default: false.</summary>
    public bool Privileged { get; init; }

    /// <summary>The user as which it runs, by name or number, with <c>:</c> and a group or without. Default: null, the image's own.</summary>
    public string? User { get; init; }

    /// <summary>Limits of the operating system. Default: none of its own.</summary>
    public ImmutableArray<Ulimit> Ulimits { get; init; } = [];

    /// <summary>Options of the Linux kernel. Default: none.</summary>
    public LinuxParameters Linux { get; init; } = new();

    /// <summary>
    /// For how long a container that should stop may go on before it is killed, in seconds, at most 120 on Fargate. Default: null, which
    /// means 30 (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html).
    /// </summary>
    public int? StopTimeoutSeconds { get; init; }

    /// <summary>For how long containers that depend on this one wait for it, in seconds. Default: null, without end.</summary>
    public int? StartTimeoutSeconds { get; init; }

    /// <summary>How its output reaches the workload's log group. Default: each line an event, delivered as the account's setting says.</summary>
    public ContainerLogs Logs { get; init; } = new();
}
