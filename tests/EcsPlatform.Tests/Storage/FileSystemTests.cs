using EcsPlatform.Storage;

namespace EcsPlatform.Tests.Storage;

public class FileSystemTests
{
    private static readonly FileSystem.Adopt Existing = new("fs-0123456789abcdef0", "sg-0123456789abcdef0", ["eu-west-1a", "eu-west-1b"]);

    [Fact]
    public void All_defaults()
    {
        var create = new FileSystem.Create();
        create.PerformanceMode.ShouldBe(PerformanceMode.GeneralPurpose);
        create.ThroughputMode.ShouldBe(new ThroughputMode.Bursting());
        create.Lifecycle.ShouldBe(new FileSystemLifecycle { InfrequentAccessDays = 30, ArchiveDays = null, BackOnAccess = true });
        create.KmsKeyArn.ShouldBeNull();
        (create.Backup, create.Protect, create.OnlyThroughAccessPoints).ShouldBe((true, true, false));
        create.Problems("files").ShouldBeEmpty();
        Existing.AddMountTargets.ShouldBeFalse();
        Existing.Problems("files").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_of_a_new_one_is_reported()
    {
        new FileSystem.Create { PerformanceMode = PerformanceMode.MaxIO, ThroughputMode = new ThroughputMode.Elastic() }.Problems("files")
            .Select(problem => problem.ToString()).ShouldBe([
                "files.performanceMode: MaxIO with elastic throughput. Allowed: general purpose. Leave the performance mode out.",
            ]);
        new FileSystem.Create
        {
            ThroughputMode = new ThroughputMode.Provisioned(0.5),
            Lifecycle = new FileSystemLifecycle { InfrequentAccessDays = 31, ArchiveDays = 2 },
        }.Problems("files").Select(problem => problem.ToString()).ShouldBe([
            "files.throughputMode: 0.5 MiB/s. Allowed: 1 MiB/s or more. Give what the workloads need.",
            "files.lifecycle.infrequentAccess: 31 days. Allowed: 1, 7, 14, 30, 60, 90, 180, 270, 365 days. Choose one of these.",
            "files.lifecycle.archive: 2 days. Allowed: 1, 7, 14, 30, 60, 90, 180, 270, 365 days. Choose one of these.",
            "files.lifecycle.archive: 2 days. Allowed: more than the 31 days of infrequentAccess. Raise it, or lower the other.",
            "files.lifecycle.archive: Archive without elastic throughput. Allowed: elastic throughput. Choose elastic throughput, or leave Archive out.",
        ]);
    }

    [Fact]
    public void Archive_without_infrequent_access_is_right() => new FileSystem.Create
    {
        ThroughputMode = new ThroughputMode.Elastic(),
        Lifecycle = new FileSystemLifecycle { InfrequentAccessDays = null, ArchiveDays = 1 },
    }.Problems("files").ShouldBeEmpty();

    [Fact]
    public void Every_problem_of_an_adopted_one_is_reported() =>
        new FileSystem.Adopt("data", "default", []).Problems("files").Select(problem => problem.ToString()).ShouldBe([
            "files.fileSystemId: 'data'. Allowed: fs- and 8 to 40 hexadecimal digits. Give the file system's id, not its ARN or name.",
            "files.securityGroupId: 'default'. Allowed: sg- and 8 or 17 hexadecimal digits. Give the id of the security group of the mount targets.",
        ]);

    [Fact]
    public void A_zone_without_a_mount_target_is_reported()
    {
        (Existing with { MountTargetZones = ["eu-west-1b"] }).ZoneProblems("files", ["eu-west-1a", "eu-west-1b"]).Select(problem => problem.ToString()).ShouldBe([
            "files.mountTargetZones: no mount target in eu-west-1a. Allowed: one in each zone of the network: eu-west-1a, eu-west-1b. " +
            "Name the zones that have one, or set AddMountTargets to true.",
        ]);
        (Existing with { MountTargetZones = [] }).ZoneProblems("files", ["eu-west-1a"]).Count().ShouldBe(1);
        (Existing with { MountTargetZones = [], AddMountTargets = true }).ZoneProblems("files", ["eu-west-1a"]).ShouldBeEmpty();
        new FileSystem.Create().ZoneProblems("files", ["eu-west-1a"]).ShouldBeEmpty();
    }
}
