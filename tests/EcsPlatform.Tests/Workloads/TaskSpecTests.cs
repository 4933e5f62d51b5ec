using EcsPlatform.Foundations;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class TaskSpecTests
{
    private static readonly EfsVolume Volume = new() { Name = "data", RootDirectory = "/data", UserId = 1000, GroupId = 1000 };

    [Fact]
    public void Defaults()
    {
        Valid.Task.Volumes.ShouldBeEmpty();
        Valid.Task.Problems("task").ShouldBeEmpty();
        var container = Valid.Container with { Ports = [] };
        container.MemoryReservationMiB.ShouldBeNull();
        container.Cpu.ShouldBe(0);
        container.Environment.ShouldBeEmpty();
        container.Mounts.ShouldBeEmpty();
        container.Essential.ShouldBeTrue();
        container.ReadonlyRootFilesystem.ShouldBeTrue();
        Volume.Permissions.ShouldBe("750");
        Volume.Protect.ShouldBeTrue();
        new MountPoint("data", "/data").ReadOnly.ShouldBeTrue();
    }

    [Fact]
    public void Every_problem_of_a_container_is_reported()
    {
        var container = Valid.Container with
        {
            Name = "web server",
            Image = ImageReference.Parse($"registry.example.org/web@{Valid.Digest}"),
            MemoryMiB = 4,
            MemoryReservationMiB = 5,
            Cpu = -1,
            Ports = [new PortMapping(0)],
        };
        container.Problems("task").Select(problem => problem.ToString()).ShouldBe([
            "task.name: 'web server'. Allowed: 1 to 255 letters, digits, hyphens and underscores. Rename the container.",
            $"task.image: 'registry.example.org/web@{Valid.Digest}'. Allowed: an image in ECR, or one that names no registry. " +
                "Copy the image to ECR, where a digest stays available.",
            "task.containerMemory: 4 MiB. Allowed: 6 MiB or more. Raise the container's limit.",
            "task.containerMemoryReservation: 5 MiB. Allowed: 6 MiB to the container's limit of 4 MiB. Lower the reservation or raise the limit.",
            "task.cpu: -1. Allowed: 0 or more CPU units, 1024 for a vCPU. Use 0 to set nothing aside.",
            "task.port: 0. Allowed: 1 to 65535. Give the port that the container listens on.",
        ]);
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
        (Valid.Task with { Containers = [Valid.Container, Valid.Container with { Name = "api", MemoryReservationMiB = 100 }] })
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
                Valid.Container with { Essential = false, Mounts = [new MountPoint("dta", "srv")] },
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
}
