namespace EcsPlatform.Workloads;

/// <summary>One container of a task.</summary>
public sealed record ContainerSpec
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

    /// <summary>Ports that it listens on. Default: none.</summary>
    public ImmutableArray<PortMapping> Ports { get; init; } = [];

    /// <summary>Environment variables; never secrets. Default: none.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Volumes of the task that it sees. Default: none.</summary>
    public ImmutableArray<MountPoint> Mounts { get; init; } = [];

    /// <summary>True stops the whole task when this container stops. Default: true.</summary>
    public bool Essential { get; init; } = true;

    /// <summary>True keeps the container from writing to its own file system. Default: true.</summary>
    public bool ReadonlyRootFilesystem { get; init; } = true;

    /// <summary>Finds what is wrong with this container.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Name.Length is 0 or > 255 || Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not '-' and not '_'))
        {
            yield return new Problem($"{where}.name", $"'{Name}'", "1 to 255 letters, digits, hyphens and underscores", "Rename the container");
        }

        if (Image.Registry is not null && Image.RepositoryArn() is null)
        {
            yield return new Problem(
                $"{where}.image", $"'{Image}'", "an image in ECR, or one that names no registry", "Copy the image to ECR, where a digest stays available");
        }

        if (MemoryMiB < SmallestMemoryMiB)
        {
            yield return new Problem($"{where}.containerMemory", $"{MemoryMiB} MiB", $"{SmallestMemoryMiB} MiB or more", "Raise the container's limit");
        }

        if (MemoryReservationMiB < SmallestMemoryMiB || MemoryReservationMiB > MemoryMiB)
        {
            yield return new Problem(
                $"{where}.containerMemoryReservation",
                $"{MemoryReservationMiB} MiB",
                $"{SmallestMemoryMiB} MiB to the container's limit of {MemoryMiB} MiB",
                "Lower the reservation or raise the limit");
        }

        if (Cpu < 0)
        {
            yield return new Problem($"{where}.cpu", $"{Cpu}", "0 or more CPU units, 1024 for a vCPU", "Use 0 to set nothing aside");
        }

        foreach (var port in Ports.Where(port => port.ContainerPort is < 1 or > 65_535))
        {
            yield return new Problem($"{where}.port", $"{port.ContainerPort}", "1 to 65535", "Give the port that the container listens on");
        }
    }
}
