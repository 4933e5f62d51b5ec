namespace EcsPlatform.Workloads;

public sealed partial record TaskSpec
{
    private const int SmallestCpu = 128;
    private const int LargestCpu = 196_608;

    private IEnumerable<string> VolumeNames => Volumes.Select(volume => volume.Name).Concat(HostVolumes.Select(volume => volume.Name));

    /// <summary>Finds what is wrong with this task.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
        [
            .. Containers.SelectMany(container => container.Problems(where, NetworkMode)),
            .. Volumes.SelectMany(volume => volume.Problems(where)),
            .. HostVolumes.SelectMany(volume => volume.Problems(where)),
            .. MemoryProblems(where),
            .. CpuProblems(where),
            .. NameProblems(where),
            .. MountProblems(where),
            .. PortProblems(where),
            .. ContainerOrder.Problems(where, Containers, NetworkMode),
            .. Compatibility.Problems(where, this),
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

        foreach (var name in RepeatedNames.Of(Containers.Select(container => container.Name)))
        {
            yield return new Problem($"{where}.containers", $"two containers called '{name}'", "different names", "Rename one of them");
        }

        foreach (var name in RepeatedNames.Of(VolumeNames))
        {
            yield return new Problem($"{where}.volumes", $"two volumes called '{name}'", "different names", "Rename one of them");
        }
    }

    private IEnumerable<Problem> MountProblems(string where)
    {
        var volumes = VolumeNames.ToHashSet(StringComparer.Ordinal);
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

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
    private IEnumerable<Problem> CpuProblems(string where)
    {
        if (Cpu is < SmallestCpu or > LargestCpu)
        {
            yield return new Problem($"{where}.taskCpu", $"{Cpu} CPU units", $"{SmallestCpu} to {LargestCpu}, or none", "Choose a value that AWS allows");
        }

        var reserved = Containers.Sum(container => container.Cpu);
        if (reserved > Cpu)
        {
            yield return new Problem(
                $"{where}.taskCpu", $"{Cpu} CPU units, and the containers set {reserved} aside", $"{reserved} or more", "Raise the task's CPU");
        }
    }

    // Containers of a task share its network interface, or the instance's ports.
    private IEnumerable<Problem> PortProblems(string where) => Containers
        .SelectMany(container => container.Ports.Select(port => (container.Name, port.Protocol, Host: port.HostPortIn(NetworkMode))))
        .Where(port => port.Host != 0)
        .GroupBy(port => (port.Host, port.Protocol))
        .Where(group => group.Count() > 1)
        .OrderBy(group => group.Key)
        .Select(group => new Problem(
            $"{where}.ports",
            $"{group.Key.Host}, which {string.Join(" and ", group.Select(port => $"'{port.Name}'").Order(StringComparer.Ordinal))} take",
            "a port for each container",
            "Let one of them listen on another port"));
}
