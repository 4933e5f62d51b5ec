using System.Collections.Immutable;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class FargateTaskTests
{
    private static readonly TaskSpec Task = Valid.Task with { Compatibility = new Compatibility.Fargate(), Cpu = 256 };

    [Theory]
    [InlineData(256, 512)]
    [InlineData(256, 1024)]
    [InlineData(256, 2048)]
    [InlineData(512, 4096)]
    [InlineData(1024, 8192)]
    [InlineData(2048, 5120)]
    [InlineData(4096, 30_720)]
    [InlineData(8192, 20_480)]
    [InlineData(16_384, 122_880)]
    public void Sizes_that_Fargate_knows_are_right(int cpu, int memory) => Problems(Task with { Cpu = cpu, MemoryMiB = memory }).ShouldBeEmpty();

    [Theory]
    [InlineData(256, 768, "512 MiB, or 1024 to 2048 MiB in steps of 1024")]
    [InlineData(512, 512, "1024 to 4096 MiB in steps of 1024")]
    [InlineData(1024, 9216, "2048 to 8192 MiB in steps of 1024")]
    [InlineData(8192, 17_408, "16384 to 61440 MiB in steps of 4096")]
    public void A_memory_that_does_not_go_with_the_CPU_is_reported(int cpu, int memory, string allowed) =>
        Problems(Task with { Cpu = cpu, MemoryMiB = memory }).ShouldBe([
            $"task.memory: {memory} MiB with {cpu} CPU units on Fargate. Allowed: {allowed}. Choose a memory that goes with the CPU.",
        ]);

    [Fact]
    public void A_CPU_that_Fargate_does_not_know_is_reported()
    {
        Problems(Task with { Cpu = null }).ShouldBe([
            "task.taskCpu: none on Fargate. Allowed: 256, 512, 1024, 2048, 4096, 8192, 16384. Choose one of these.",
        ]);
        Problems(Task with { Cpu = 300 }).ShouldBe([
            "task.taskCpu: 300 CPU units on Fargate. Allowed: 256, 512, 1024, 2048, 4096, 8192, 16384. Choose one of these.",
        ]);
    }

    [Fact]
    public void What_only_an_instance_can_give_is_reported() => Problems(Task with
    {
        NetworkMode = NetworkMode.Bridge,
        Compatibility = new Compatibility.Fargate { EphemeralStorageGiB = 20 },
        HostVolumes = [new HostVolume("scratch"), new HostVolume("cache", "/var/cache")],
        Containers =
        [
            Valid.Container with
            {
                Privileged = true,
                Gpus = 1,
                StopTimeoutSeconds = 121,
                Mounts = [new MountPoint("scratch", "/scratch"), new MountPoint("cache", "/cache")],
                Linux = new LinuxParameters { AddCapabilities = ["SYS_PTRACE", "SYS_ADMIN"], SharedMemoryMiB = 64 },
            },
        ],
    }).ShouldBe([
        "task.networkMode: bridge on Fargate. Allowed: awsvpc. Leave it out.",
        "task.ephemeralStorage: 20 GiB. Allowed: 21 to 200 GiB, or none for 20 GiB. Choose a size that AWS allows.",
        "task.volumes.cache.path: '/var/cache' on Fargate, where there is no instance. Allowed: volumes without a path. Leave the path out.",
        "task.privileged: container 'web' on Fargate. Allowed: containers without it. Leave it out.",
        "task.gpus: 1 for container 'web' on Fargate. Allowed: 0. Use a cluster with instances that have GPUs.",
        "task.linux: container 'web' with devices, tmpfs or shared memory on Fargate. Allowed: containers without them. Leave them out, or use a volume.",
        "task.linux.capabilities: 'SYS_ADMIN' on Fargate. Allowed: SYS_PTRACE. Leave it out.",
        "task.stopTimeout: 121 s on Fargate. Allowed: 120 s or less. Lower the timeout.",
    ]);

    [Fact]
    public void Managed_instances_know_no_bridge_and_no_labels()
    {
        var task = Valid.Task with { Compatibility = new Compatibility.ManagedInstances() };
        Problems(task).ShouldBeEmpty();
        Problems(task with { NetworkMode = NetworkMode.Host }).ShouldBeEmpty();
        Problems(task with { NetworkMode = NetworkMode.Bridge }).ShouldBe([
            "task.networkMode: bridge on managed instances. Allowed: awsvpc, host. Leave it out.",
        ]);
        var labels = ImmutableDictionary<string, string>.Empty.Add("team", "library");
        Problems(task with { Containers = [Valid.Container with { DockerLabels = labels, Gpus = 1 }] }).ShouldBe([
            "task.dockerLabels: labels of container 'web' on managed instances. Allowed: none. Leave them out.",
        ]);
    }

    private static IEnumerable<string> Problems(TaskSpec task) => task.Problems("task").Select(problem => problem.ToString());
}
