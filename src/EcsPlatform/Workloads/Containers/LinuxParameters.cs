namespace EcsPlatform.Workloads;

/// <summary>Options of the Linux kernel (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html).</summary>
public sealed record LinuxParameters
{
    /// <summary>True runs a small first process that forwards signals and ends orphans; ECS Exec wants it. Default: false.</summary>
    public bool InitProcess { get; init; }

    /// <summary>Capabilities beyond those that every container has, for example <c>SYS_ADMIN</c>. Default: none.</summary>
    public ImmutableArray<string> AddCapabilities { get; init; } = [];

    /// <summary>Capabilities taken away, <c>ALL</c> for every one. Default: none.</summary>
    public ImmutableArray<string> DropCapabilities { get; init; } = [];

    /// <summary>Devices of the instance that the container sees. Default: none.</summary>
    public ImmutableArray<LinuxDevice> Devices { get; init; } = [];

    /// <summary>File systems in memory. Default: none.</summary>
    public ImmutableArray<Tmpfs> Tmpfs { get; init; } = [];

    /// <summary>The size of <c>/dev/shm</c>, in MiB. Default: null, what the container's runtime gives.</summary>
    public int? SharedMemoryMiB { get; init; }

    /// <summary>True when nothing is set: ECS forgets empty options, so none are written.</summary>
    internal bool IsEmpty => !InitProcess && AddCapabilities.IsEmpty && DropCapabilities.IsEmpty && NeedsInstance is false;

    /// <summary>True when something is set that only an instance can give, and Fargate cannot.</summary>
    internal bool NeedsInstance => !Devices.IsEmpty || !Tmpfs.IsEmpty || SharedMemoryMiB is not null;

    /// <summary>Finds what is wrong with these options.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when they are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var name in AddCapabilities.Concat(DropCapabilities).Where(name => !IsCapability(name)).Distinct(StringComparer.Ordinal))
        {
            yield return new Problem($"{where}.linux.capabilities", $"'{name}'", "a capability's name such as SYS_PTRACE, or ALL", "Correct the name, without CAP_");
        }

        foreach (var path in Devices.Select(device => device.HostPath).Concat(Tmpfs.Select(file => file.ContainerPath)).Where(path => !path.StartsWith('/')))
        {
            yield return new Problem($"{where}.linux", $"'{path}'", "an absolute path", "Begin the path with /");
        }

        foreach (var file in Tmpfs.Where(file => file.SizeMiB < 1))
        {
            yield return new Problem($"{where}.linux.tmpfs", $"{file.SizeMiB} MiB", "1 MiB or more", "Raise the size");
        }

        if (SharedMemoryMiB < 1)
        {
            yield return new Problem($"{where}.linux.sharedMemory", $"{SharedMemoryMiB} MiB", "1 MiB or more", "Leave it out or raise the size");
        }
    }

    private static bool IsCapability(string name) =>
        name.Length > 0 && !name.StartsWith("CAP_", StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterUpper(c) || c == '_');
}

/// <summary>A device of the instance that a container sees under the same path; it may read, write and make nodes, as Docker gives it.</summary>
/// <param name="HostPath">For example <c>/dev/fuse</c>.</param>
public sealed record LinuxDevice(string HostPath);

/// <summary>A file system in memory.</summary>
/// <param name="ContainerPath">Where the container sees it.</param>
/// <param name="SizeMiB">Its size, in MiB.</param>
public sealed record Tmpfs(string ContainerPath, int SizeMiB);
