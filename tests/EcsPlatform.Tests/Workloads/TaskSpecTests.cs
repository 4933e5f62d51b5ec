using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class TaskSpecTests
{
    private static readonly EfsVolume Volume = new() { Name = "data", RootDirectory = "/data", UserId = 1000, GroupId = 1000 };

    [Fact]
    public void Defaults()
    {
        Valid.Task.Volumes.ShouldBeEmpty();
        Valid.Task.HostVolumes.ShouldBeEmpty();
        Valid.Task.Cpu.ShouldBeNull();
        Valid.Task.NetworkMode.ShouldBe(NetworkMode.Awsvpc);
        Valid.Task.Compatibility.ShouldBe(new Compatibility.Ec2());
        Valid.Task.Grants.ShouldBeEmpty();
        Valid.Task.ManagedPolicyArns.ShouldBeEmpty();
        new HostVolume("cache").Path.ShouldBeNull();
        new Compatibility.Fargate().EphemeralStorageGiB.ShouldBeNull();
        new Compatibility.Fargate().Architecture.ShouldBe(InstanceArchitecture.X64);
        new Compatibility.ManagedInstances().Architecture.ShouldBe(InstanceArchitecture.X64);
        Valid.Task.Problems("task").ShouldBeEmpty();
        Volume.Permissions.ShouldBe("750");
        new MountPoint("data", "/data").ReadOnly.ShouldBeTrue();
    }

    [Fact]
    public void Every_problem_of_a_volume_is_reported() =>
        (Volume with { RootDirectory = "/", UserId = 0, GroupId = 0, Permissions = "rwx" }).Problems("task").Select(problem => problem.ToString()).ShouldBe([
            "task.volumes.data.rootDirectory: '/'. Allowed: an absolute path other than /. Name a directory, so that volumes stay apart.",
            "task.volumes.data.userId: 0. Allowed: 1 or more. Use the image's own user, not root.",
            "task.volumes.data.groupId: 0. Allowed: 1 or more. Use the image's own group, not root.",
            "task.volumes.data.permissions: 'rwx'. Allowed: three or four octal digits, such as 750. Correct the permissions.",
        ]);

    [Fact]
    public void A_memory_below_a_container_s_is_reported() =>
        (Valid.Task with { MemoryMiB = 511 }).Problems("task").Select(problem => problem.ToString()).ShouldBe([
            "task.memory: 511 MiB, less than the 512 MiB of container 'web'. Allowed: 512 MiB or more. Raise the task's memory or lower the container's.",
        ]);

    [Fact]
    public void Containers_that_set_aside_more_than_there_is_are_reported() =>
        (Valid.Task with { Containers = [Valid.Container, Valid.Container with { Name = "api", MemoryReservationMiB = 100, Ports = [] }] })
            .Problems("task").Select(problem => problem.ToString()).ShouldBe([
                "task.memory: 512 MiB, and the containers set 612 MiB aside. Allowed: 612 MiB or more. Raise the task's memory.",
            ]);

    [Fact]
    public void Names_and_mounts_that_lead_nowhere_are_reported()
    {
        var task = new TaskSpec
        {
            MemoryMiB = 2048,
            Containers =
            [
                Valid.Container with { Essential = false },
                Valid.Container with { Essential = false, Ports = [], Mounts = [new MountPoint("dta", "srv")] },
            ],
            Volumes = [Volume, Volume],
        };
        task.Problems("task").Select(problem => problem.ToString()).ShouldBe([
            "task.containers: no essential container. Allowed: one or more. Mark a container as essential.",
            "task.containers: two containers called 'web'. Allowed: different names. Rename one of them.",
            "task.volumes: two volumes called 'data'. Allowed: different names. Rename one of them.",
            "task.mounts: container 'web' mounts 'dta'. Allowed: data. Declare the volume or correct its name.",
            "task.mounts: 'srv'. Allowed: an absolute path. Begin the path with /.",
            "task.volumes: 'data', which no container mounts. Allowed: volumes that are used. Mount it or remove it.",
        ]);
    }

    [Fact]
    public void Every_problem_of_a_host_volume_is_reported() => Problems(Valid.Task with
    {
        Containers = [Valid.Container with { Mounts = [new MountPoint("cache", "/cache"), new MountPoint("root", "/root")] }],
        HostVolumes = [new HostVolume("cache", "cache"), new HostVolume("root", "/")],
    }).ShouldBe([
        "task.volumes.cache.path: 'cache'. Allowed: an absolute path other than /. Name a directory of the instance, or leave it out.",
        "task.volumes.root.path: '/'. Allowed: an absolute path other than /. Name a directory of the instance, or leave it out.",
    ]);

    [Fact]
    public void A_volume_of_the_instance_is_mounted_like_any_other_and_shares_the_names()
    {
        var task = Valid.Task with { Containers = [Valid.Container with { Mounts = [new MountPoint("data", "/data")] }], HostVolumes = [new HostVolume("data")] };
        Problems(task).ShouldBeEmpty();
        Problems(task with { Volumes = [Volume] }).ShouldBe([
            "task.volumes: two volumes called 'data'. Allowed: different names. Rename one of them.",
        ]);
        Problems(task with { Containers = [Valid.Container] }).ShouldBe([
            "task.volumes: 'data', which no container mounts. Allowed: volumes that are used. Mount it or remove it.",
        ]);
    }

    [Fact]
    public void Every_problem_of_the_task_s_CPU_is_reported()
    {
        Problems(Valid.Task with { Cpu = 64 }).ShouldBe([
            "task.taskCpu: 64 CPU units. Allowed: 128 to 196608, or none. Choose a value that AWS allows.",
        ]);
        Problems(Valid.Task with { Cpu = 256, Containers = [Valid.Container with { Cpu = 512 }] }).ShouldBe([
            "task.taskCpu: 256 CPU units, and the containers set 512 aside. Allowed: 512 or more. Raise the task's CPU.",
        ]);
        Problems(Valid.Task with { Cpu = 512, Containers = [Valid.Container with { Cpu = 512 }] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_port_that_two_containers_take_is_reported()
    {
        var task = Valid.Task with { MemoryMiB = 1024, Containers = [Valid.Container with { Name = "b" }, Valid.Container with { Name = "a" }] };
        string[] taken = ["task.ports: 8080, which 'a' and 'b' take. Allowed: a port for each container. Let one of them listen on another port."];
        Problems(task).ShouldBe(taken);
        Problems(task with { NetworkMode = NetworkMode.Host }).ShouldBe(taken);
        Problems(task with { NetworkMode = NetworkMode.Bridge }).ShouldBeEmpty();
        var fixedPort = ImmutableArray.Create(new PortMapping(8080, HostPort: 9009));
        Problems(task with
        {
            NetworkMode = NetworkMode.Bridge,
            Containers = [.. task.Containers.Select(container => container with { Ports = fixedPort })],
        }).ShouldBe(["task.ports: 9009, which 'a' and 'b' take. Allowed: a port for each container. Let one of them listen on another port."]);
        Problems(task with { Containers = [task.Containers[0], task.Containers[1] with { Ports = [new PortMapping(8080, Protocol: PortProtocol.Udp)] }] })
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Problems(TaskSpec task) => task.Problems("task").Select(problem => problem.ToString());
}
