namespace EcsPlatform.Workloads;

/// <summary>What Fargate can run.</summary>
internal static class FargateTask
{
    private const int LongestStopTimeout = 120;

    // CPU units, and memory in MiB from, to, in steps of: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
    private static readonly ImmutableArray<(int Cpu, int From, int To, int Step)> Sizes =
    [
        (256, 1024, 2048, 1024),
        (512, 1024, 4096, 1024),
        (1024, 2048, 8192, 1024),
        (2048, 4096, 16_384, 1024),
        (4096, 8192, 30_720, 1024),
        (8192, 16_384, 61_440, 4096),
        (16_384, 32_768, 122_880, 8192),
    ];

    /// <summary>Finds what a task asks for and Fargate cannot give.</summary>
    /// <param name="where">What the task belongs to, for the messages.</param>
    /// <param name="task">The task.</param>
    /// <param name="fargate">How it runs.</param>
    /// <returns>The problems, none when the task can run.</returns>
    public static IEnumerable<Problem> Problems(string where, TaskSpec task, Compatibility.Fargate fargate) =>
        [
            .. SizeProblems(where, task),
            .. TaskProblems(where, task, fargate),
            .. task.Containers.SelectMany(container => ContainerProblems(where, container)),
        ];

    private static IEnumerable<Problem> SizeProblems(string where, TaskSpec task)
    {
        if (Sizes.FirstOrDefault(size => size.Cpu == task.Cpu) is not { Cpu: > 0 } size)
        {
            yield return new Problem(
                $"{where}.taskCpu",
                task.Cpu is { } cpu ? $"{cpu} CPU units on Fargate" : "none on Fargate",
                string.Join(", ", Sizes.Select(known => known.Cpu)),
                "Choose one of these");
        }
        else if (!Fits(size, task.MemoryMiB))
        {
            yield return new Problem(
                $"{where}.memory",
                $"{task.MemoryMiB} MiB with {size.Cpu} CPU units on Fargate",
                $"{(size.Cpu == 256 ? "512 MiB, or " : "")}{size.From} to {size.To} MiB in steps of {size.Step}",
                "Choose a memory that goes with the CPU");
        }
    }

    // The smallest size alone has half a step below.
    private static bool Fits((int Cpu, int From, int To, int Step) size, int memory) =>
        (size.Cpu == 256 && memory == 512) || (memory >= size.From && memory <= size.To && (memory - size.From) % size.Step == 0);

    private static IEnumerable<Problem> TaskProblems(string where, TaskSpec task, Compatibility.Fargate fargate)
    {
        if (task.NetworkMode != NetworkMode.Awsvpc)
        {
            yield return new Problem($"{where}.networkMode", $"{NetworkModes.Text(task.NetworkMode)} on Fargate", "awsvpc", "Leave it out");
        }

        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
        if (fargate.EphemeralStorageGiB is < 21 or > 200)
        {
            yield return new Problem(
                $"{where}.ephemeralStorage", $"{fargate.EphemeralStorageGiB} GiB", "21 to 200 GiB, or none for 20 GiB", "Choose a size that AWS allows");
        }

        foreach (var volume in task.HostVolumes.Where(volume => volume.Path is not null))
        {
            yield return new Problem(
                $"{where}.volumes.{volume.Name}.path", $"'{volume.Path}' on Fargate, where there is no instance", "volumes without a path", "Leave the path out");
        }
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
    private static IEnumerable<Problem> ContainerProblems(string where, ContainerSpec container)
    {
        if (container.Privileged)
        {
            yield return new Problem($"{where}.privileged", $"container '{container.Name}' on Fargate", "containers without it", "Leave it out");
        }

        if (container.Gpus > 0)
        {
            yield return new Problem($"{where}.gpus", $"{container.Gpus} for container '{container.Name}' on Fargate", "0", "Use a cluster with instances that have GPUs");
        }

        if (container.Linux.NeedsInstance)
        {
            yield return new Problem(
                $"{where}.linux",
                $"container '{container.Name}' with devices, tmpfs or shared memory on Fargate",
                "containers without them",
                "Leave them out, or use a volume");
        }

        foreach (var name in container.Linux.AddCapabilities.Where(name => name != "SYS_PTRACE"))
        {
            yield return new Problem($"{where}.linux.capabilities", $"'{name}' on Fargate", "SYS_PTRACE", "Leave it out");
        }

        if (container.StopTimeoutSeconds > LongestStopTimeout)
        {
            yield return new Problem(
                $"{where}.stopTimeout", $"{container.StopTimeoutSeconds} s on Fargate", $"{LongestStopTimeout} s or less", "Lower the timeout");
        }
    }
}
