namespace EcsPlatform.Workloads;

/// <summary>What runs as one task: its containers, their memory, their volumes. A plain value, without AWS.</summary>
public sealed record TaskSpec
{
    /// <summary>Memory of the whole task, in MiB: its containers' limits must fit.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>The containers; at least one essential one. Their order does not matter.</summary>
    public required ImmutableArray<ContainerSpec> Containers { get; init; }

    /// <summary>Volumes on EFS. Default: none.</summary>
    public ImmutableArray<EfsVolume> Volumes { get; init; } = [];

    /// <summary>Tells whether a container mounts a volume for writing.</summary>
    /// <param name="volume">One of the task's volumes.</param>
    /// <returns>True when one does.</returns>
    public bool Writes(EfsVolume volume) =>
        Containers.SelectMany(container => container.Mounts).Any(mount => mount.Volume == volume.Name && !mount.ReadOnly);

    /// <summary>Finds what is wrong with this task.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
        [
            .. Containers.SelectMany(container => container.Problems(where)),
            .. Volumes.SelectMany(volume => volume.Problems(where)),
            .. MemoryProblems(where),
            .. NameProblems(where),
            .. MountProblems(where),
        ];

    private IEnumerable<Problem> MemoryProblems(string where)
    {
        foreach (var container in Containers.Where(container => container.MemoryMiB > MemoryMiB))
        {
            yield return new Problem(
                $"{where}.memory",
                $"{MemoryMiB} MiB, less than the {container.MemoryMiB} MiB of container '{container.Name}'",
                $"{container.MemoryMiB} MiB or more",
                "Raise the task's memory or lower the container's");
        }

        var reserved = Containers.Sum(container => container.MemoryReservationMiB ?? container.MemoryMiB);
        if (reserved > MemoryMiB && Containers.All(container => container.MemoryMiB <= MemoryMiB))
        {
            yield return new Problem(
                $"{where}.memory", $"{MemoryMiB} MiB, and the containers set {reserved} MiB aside", $"{reserved} MiB or more", "Raise the task's memory");
        }
    }

    private IEnumerable<Problem> NameProblems(string where)
    {
        if (!Containers.Any(container => container.Essential))
        {
            yield return new Problem($"{where}.containers", "no essential container", "one or more", "Mark a container as essential");
        }

        foreach (var name in Repeated(Containers.Select(container => container.Name)))
        {
            yield return new Problem($"{where}.containers", $"two containers called '{name}'", "different names", "Rename one of them");
        }

        foreach (var name in Repeated(Volumes.Select(volume => volume.Name)))
        {
            yield return new Problem($"{where}.volumes", $"two volumes called '{name}'", "different names", "Rename one of them");
        }
    }

    private IEnumerable<Problem> MountProblems(string where)
    {
        var volumes = Volumes.Select(volume => volume.Name).ToHashSet(StringComparer.Ordinal);
        var mounted = Containers.SelectMany(container => container.Mounts).Select(mount => mount.Volume).ToHashSet(StringComparer.Ordinal);
        foreach (var (container, mount) in Containers.SelectMany(container => container.Mounts.Select(mount => (container, mount))))
        {
            if (!volumes.Contains(mount.Volume))
            {
                yield return new Problem(
                    $"{where}.mounts",
                    $"container '{container.Name}' mounts '{mount.Volume}'",
                    volumes.Count == 0 ? "no mounts, for the task has no volumes" : string.Join(", ", volumes.Order(StringComparer.Ordinal)),
                    "Declare the volume or correct its name");
            }

            if (!mount.ContainerPath.StartsWith('/'))
            {
                yield return new Problem($"{where}.mounts", $"'{mount.ContainerPath}'", "an absolute path", "Begin the path with /");
            }
        }

        foreach (var name in volumes.Except(mounted).Order(StringComparer.Ordinal))
        {
            yield return new Problem($"{where}.volumes", $"'{name}', which no container mounts", "volumes that are used", "Mount it or remove it");
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).Order(StringComparer.Ordinal);
}
