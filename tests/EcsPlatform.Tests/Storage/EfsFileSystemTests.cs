using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Storage;
using EcsPlatform.Testing;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace EcsPlatform.Tests.Storage;

public class EfsFileSystemTests
{
    private const string Id = "fs-0123456789abcdef0";
    private const string GroupId = "sg-0123456789abcdef0";
    private static readonly AccessPoint Point = new() { RootDirectory = "/data", UserId = 1000, GroupId = 1001 };
    private static readonly FileSystem.Adopt Existing = new(Id, GroupId, ["eu-west-1a", "eu-west-1b"]);

    [Fact]
    public async Task All_defaults() => await TestPlan.OfAsync(() =>
    {
        var args = Args();
        args.FileSystem.ShouldBe(new FileSystem.Create());
        args.Subnets.ShouldBe(new MountTargetSubnets.Private());
        args.AccessPoints.ShouldBeEmpty();
        args.Grants.ShouldBeEmpty();
        args.Clients.ShouldBeEmpty();
        args.Problems("files").ShouldBeEmpty();
    });

    [Fact]
    public async Task Every_problem_is_reported() => await TestPlan.OfAsync(() => (Args() with
    {
        FileSystem = new FileSystem.Adopt("data", GroupId, []),
        Subnets = Subnets(),
        AccessPoints = AccessPoints(("Data", Point with { UserId = 0 })),
        Clients = Clients("Sync"),
        Grants = [new AccessPointGrant("data", "*", FileSystemRight.Read), new AccessPointGrant("Data", "arn:aws:iam::222222222222:role/a", FileSystemRight.Root)],
    }).Problems("files").Select(problem => problem.ToString()).ShouldBe([
        "files.fileSystemId: 'data'. Allowed: fs- and 8 to 40 hexadecimal digits. Give the file system's id, not its ARN or name.",
        "files.mountTargetZones: no mount target in eu-west-1a, eu-west-1b. Allowed: one in each zone of the network: eu-west-1a, eu-west-1b. " +
            "Name the zones that have one, or set AddMountTargets to true.",
        "files.subnets: no zone. Allowed: one subnet in each zone of the network: eu-west-1a, eu-west-1b. Name a subnet for each zone.",
        "files.accessPoints: 'Data'. Allowed: lower-case letters, digits and inner hyphens. Rename it: names of resources end with it.",
        "files.accessPoints.Data.userId: 0. Allowed: 1 or more. Use the image's own user, not root.",
        "files.clients: 'Sync'. Allowed: lower-case letters, digits and inner hyphens. Rename it: names of resources end with it.",
        "files.grants: grants of an adopted file system. Allowed: grants of a new one. Leave them out: whoever made the file system keeps its policy.",
        "files.grants[0].accessPoint: 'data'. Allowed: Data. Declare the access point or correct its name.",
        "files.grants[0].principal: '*'. Allowed: the ARN of a role, a user or an account's root. Name who gets the right.",
        "files.grants[1].right: root on 'Data', whose user is 0. Allowed: Read, ReadWrite. Grant less, or set RootAccess there.",
    ]));

    [Fact]
    public async Task Subnets_are_one_in_each_zone() => await TestPlan.OfAsync(() =>
    {
        var args = Args();
        (args with { Subnets = Subnets("eu-west-1a", "eu-west-1x") }).Problems("files").Select(problem => problem.ToString()).ShouldBe([
            "files.subnets: none in eu-west-1b. Allowed: one in each zone of the network: eu-west-1a, eu-west-1b. Name a subnet of that zone.",
            "files.subnets: one in eu-west-1x. Allowed: zones of the network: eu-west-1a, eu-west-1b. Leave it out or correct the zone.",
        ]);
        (args with { Grants = [new AccessPointGrant("data", "arn:aws:iam::222222222222:root", FileSystemRight.Read)] }).Problems("files")
            .Select(problem => problem.ToString()).ShouldBe([
                "files.grants[0].accessPoint: 'data'. Allowed: none, for the file system has no access points. Declare the access point or correct its name.",
            ]);
    });

    [Fact]
    public async Task A_new_file_system_is_encrypted_backed_up_protected_and_in_each_zone()
    {
        var plan = await PlanOf(args => args);
        var component = plan.Only("ecs-platform:storage:EfsFileSystem", "files");
        var fileSystem = plan.Only("aws:efs/fileSystem:FileSystem", "files");
        fileSystem.Flag("encrypted").ShouldBeTrue();
        fileSystem.Protect.ShouldBeTrue();
        fileSystem.Text("lifecyclePolicies.0.transitionToIa").ShouldBe("AFTER_30_DAYS");
        fileSystem.Text("lifecyclePolicies.1.transitionToPrimaryStorageClass").ShouldBe("AFTER_1_ACCESS");
        new[] { "lifecyclePolicies.2", "kmsKeyId", "performanceMode", "throughputMode", "provisionedThroughputInMibps" }
            .ShouldAllBe(input => fileSystem.Input(input) == null);
        plan.Only("aws:efs/backupPolicy:BackupPolicy", "files").Text("backupPolicy.status").ShouldBe("ENABLED");
        var group = plan.Only("aws:ec2/securityGroup:SecurityGroup", "files-efs");
        var targets = plan.All("aws:efs/mountTarget:MountTarget");
        targets.Select(target => target.Name).ShouldBe(["files-eu-west-1a", "files-eu-west-1b"]);
        targets.ShouldAllBe(target => target.Text("securityGroups.0") == group.Id && target.Text("fileSystemId") == fileSystem.Id);
        targets.Select(target => target.Text("subnetId")).ShouldBe(PrivateSubnets(plan));
        plan.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").ShouldBeEmpty();
        plan.All("aws:efs/accessPoint:AccessPoint").ShouldBeEmpty();
        (component.OutputText("fileSystemId"), component.OutputText("arn"), component.OutputText("securityGroupId"))
            .ShouldBe((fileSystem.Id!, fileSystem.OutputText("arn"), group.Id!));
        plan.Resources.Where(resource => resource.Custom && resource.Name.StartsWith("files", StringComparison.Ordinal))
            .ShouldAllBe(resource => resource.Parent == component.Urn);
    }

    [Fact]
    public async Task The_policy_refuses_all_without_TLS_or_a_mount_target_and_allows_nothing()
    {
        var plan = await PlanOf(args => args);
        var statements = Statements(plan);
        statements.Count.ShouldBe(2);
        statements.ShouldAllBe(statement => statement.GetProperty("Effect").GetString() == "Deny"
            && statement.GetProperty("Principal").GetRawText() == """{"AWS":"*"}"""
            && statement.GetProperty("Action").GetArrayLength() == 3
            && statement.GetProperty("Resource").GetString() == plan.Only("aws:efs/fileSystem:FileSystem").OutputText("arn"));
        statements.Select(statement => statement.GetProperty("Condition").GetRawText()).ShouldBe([
            """{"Bool":{"aws:SecureTransport":"false"}}""", """{"Bool":{"elasticfilesystem:AccessedViaMountTarget":"false"}}""",
        ]);
    }

    [Fact]
    public async Task The_policy_refuses_all_that_come_by_no_access_point_when_asked()
    {
        var statement = Statements(await PlanOf(args => args with { FileSystem = new FileSystem.Create { OnlyThroughAccessPoints = true } }))[2];
        statement.GetProperty("Effect").GetString().ShouldBe("Deny");
        statement.GetProperty("Condition").GetRawText().ShouldBe("""{"Null":{"elasticfilesystem:AccessPointArn":"true"}}""");
    }

    [Theory]
    [InlineData(FileSystemRight.Read, "\"elasticfilesystem:ClientMount\"")]
    [InlineData(FileSystemRight.ReadWrite, "[\"elasticfilesystem:ClientMount\",\"elasticfilesystem:ClientWrite\"]")]
    [InlineData(FileSystemRight.Root, "[\"elasticfilesystem:ClientMount\",\"elasticfilesystem:ClientRootAccess\",\"elasticfilesystem:ClientWrite\"]")]
    public async Task The_policy_grants_a_right_through_one_access_point(FileSystemRight right, string actions)
    {
        var plan = await PlanOf(args => args with
        {
            AccessPoints = AccessPoints(("data", Point with { UserId = 0, RootAccess = true })),
            Grants = [new AccessPointGrant("data", "arn:aws:iam::222222222222:role/loader", right)],
        });
        var statement = Statements(plan)[2];
        statement.GetProperty("Effect").GetString().ShouldBe("Allow");
        statement.GetProperty("Principal").GetRawText().ShouldBe("""{"AWS":"arn:aws:iam::222222222222:role/loader"}""");
        statement.GetProperty("Action").GetRawText().ShouldBe(actions);
        statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("elasticfilesystem:AccessPointArn").GetString()
            .ShouldBe(plan.Only("aws:efs/accessPoint:AccessPoint", "files-data").OutputText("arn"));
    }

    [Fact]
    public async Task An_access_point_has_a_user_its_groups_and_a_directory()
    {
        var plan = await PlanOf(args => args with
        {
            AccessPoints = AccessPoints(("data", Point with { SecondaryGroupIds = [1003, 1002], Permissions = "2770" }), ("plain", Point)),
        });
        var point = plan.Only("aws:efs/accessPoint:AccessPoint", "files-data");
        point.Text("fileSystemId").ShouldBe(plan.Only("aws:efs/fileSystem:FileSystem").Id);
        point.Text("rootDirectory.path").ShouldBe("/data");
        (point.Number("posixUser.uid"), point.Number("posixUser.gid")).ShouldBe((1000, 1001));
        (point.Number("posixUser.secondaryGids.0"), point.Number("posixUser.secondaryGids.1")).ShouldBe((1002, 1003));
        (point.Number("rootDirectory.creationInfo.ownerUid"), point.Number("rootDirectory.creationInfo.ownerGid")).ShouldBe((1000, 1001));
        point.Text("rootDirectory.creationInfo.permissions").ShouldBe("2770");
        plan.Only("aws:efs/accessPoint:AccessPoint", "files-plain").Input("posixUser.secondaryGids").ShouldBeNull();
    }

    [Fact]
    public async Task A_new_file_system_takes_a_key_a_performance_mode_and_provisioned_throughput()
    {
        const string Key = "arn:aws:kms:eu-west-1:111111111111:key/0a1b";
        var fileSystem = (await PlanOf(args => args with
        {
            FileSystem = new FileSystem.Create
            {
                PerformanceMode = PerformanceMode.MaxIO,
                ThroughputMode = new ThroughputMode.Provisioned(3),
                KmsKeyArn = Key,
                Protect = false,
            },
        })).Only("aws:efs/fileSystem:FileSystem");
        (fileSystem.Text("kmsKeyId"), fileSystem.Text("performanceMode"), fileSystem.Text("throughputMode")).ShouldBe((Key, "maxIO", "provisioned"));
        fileSystem.Number("provisionedThroughputInMibps").ShouldBe(3);
        fileSystem.Protect.ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_file_system_takes_elastic_throughput_and_moves_files_to_the_archive()
    {
        var fileSystem = (await PlanOf(args => args with
        {
            FileSystem = new FileSystem.Create
            {
                ThroughputMode = new ThroughputMode.Elastic(),
                Lifecycle = new FileSystemLifecycle { InfrequentAccessDays = 1, ArchiveDays = 90, BackOnAccess = false },
            },
        })).Only("aws:efs/fileSystem:FileSystem");
        fileSystem.Text("throughputMode").ShouldBe("elastic");
        fileSystem.Input("provisionedThroughputInMibps").ShouldBeNull();
        fileSystem.Text("lifecyclePolicies.0.transitionToIa").ShouldBe("AFTER_1_DAY");
        fileSystem.Text("lifecyclePolicies.1.transitionToArchive").ShouldBe("AFTER_90_DAYS");
        fileSystem.Input("lifecyclePolicies.2").ShouldBeNull();
    }

    [Fact]
    public async Task A_new_file_system_keeps_files_where_they_are_and_has_no_backup_when_asked()
    {
        var plan = await PlanOf(args => args with
        {
            FileSystem = new FileSystem.Create { Backup = false, Lifecycle = new FileSystemLifecycle { InfrequentAccessDays = null } },
        });
        plan.Only("aws:efs/backupPolicy:BackupPolicy").Text("backupPolicy.status").ShouldBe("DISABLED");
        plan.Only("aws:efs/fileSystem:FileSystem").Input("lifecyclePolicies.0").ShouldBeNull();
    }

    [Fact]
    public async Task Mount_targets_lie_in_other_subnets_when_asked()
    {
        var plan = await PlanOf(args => args with { Subnets = Subnets("eu-west-1a", "eu-west-1b") });
        plan.All("aws:efs/mountTarget:MountTarget").Select(target => (target.Name, target.Text("subnetId")))
            .ShouldBe([("files-eu-west-1a", "subnet-eu-west-1a"), ("files-eu-west-1b", "subnet-eu-west-1b")]);
    }

    [Fact]
    public async Task Named_clients_reach_port_2049_by_a_pair_of_rules()
    {
        var plan = await PlanOf(args => args with { Clients = Clients("sync") });
        var files = plan.Only("aws:ec2/securityGroup:SecurityGroup", "files-efs").Id!;
        var ingress = plan.Only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "files-sync-nfs");
        (ingress.Text("securityGroupId"), ingress.Text("referencedSecurityGroupId"), ingress.Number("fromPort"), ingress.Number("toPort"))
            .ShouldBe((files, "sg-sync", 2049, 2049));
        var egress = plan.Only("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "files-sync-nfs");
        (egress.Text("securityGroupId"), egress.Text("referencedSecurityGroupId"), egress.Number("fromPort")).ShouldBe(("sg-sync", files, 2049));
        ingress.Text("description").ShouldBe("NFS from sync");
    }

    [Fact]
    public async Task A_file_system_that_exists_is_only_read()
    {
        var plan = await PlanOf(args => args with { FileSystem = Existing, AccessPoints = AccessPoints(("data", Point)), Clients = Clients("sync") });
        var fileSystem = plan.Only("aws:efs/fileSystem:FileSystem", "files");
        fileSystem.External.ShouldBeTrue();
        fileSystem.Id.ShouldBe(Id);
        string[] left = ["aws:efs/mountTarget:MountTarget", "aws:efs/backupPolicy:BackupPolicy", "aws:efs/fileSystemPolicy:FileSystemPolicy"];
        left.ShouldAllBe(type => plan.All(type).Count == 0);
        plan.Only("aws:efs/accessPoint:AccessPoint").Text("fileSystemId").ShouldBe(Id);
        plan.Only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Text("securityGroupId").ShouldBe(GroupId);
        var component = plan.Only("ecs-platform:storage:EfsFileSystem");
        (component.OutputText("fileSystemId"), component.OutputText("arn"), component.OutputText("securityGroupId"))
            .ShouldBe((Id, $"arn:aws:elasticfilesystem:eu-west-1:111111111111:file-system/{Id}", GroupId));
    }

    [Fact]
    public async Task A_file_system_that_exists_gets_the_mount_targets_that_it_lacks_when_asked()
    {
        var plan = await PlanOf(args => args with { FileSystem = Existing with { MountTargetZones = ["eu-west-1a"], AddMountTargets = true } });
        var target = plan.Only("aws:efs/mountTarget:MountTarget", "files-eu-west-1b");
        (target.Text("fileSystemId"), target.Text("securityGroups.0"), target.Text("subnetId")).ShouldBe((Id, GroupId, PrivateSubnets(plan)[1]));
    }

    [Fact]
    public async Task A_group_is_admitted_once() => await TestPlan.OfAsync(() =>
    {
        var (one, other) = (new Ec2.SecurityGroup("one"), new Ec2.SecurityGroup("other"));
        var files = new EfsFileSystem("files", Args() with
        {
            Clients = ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal).Add("one", one.Id),
        });
        files.Admit(one.Id).ShouldBeFalse();
        files.Admit(other.Id).ShouldBeTrue();
        files.Admit(other.Id).ShouldBeFalse();
    });

    [Fact]
    public async Task Wrong_arguments_end_the_program_with_every_problem() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(args => args with { FileSystem = Existing with { FileSystemId = "a", SecurityGroupId = "b" } })))
            .Message.ShouldStartWith("EfsFileSystem 'files': 2 problems\n  files.fileSystemId: 'a'.");

    private static EfsFileSystemArgs Args() => new() { Network = new BaseNetwork("net", Valid.Network) };

    private static Task<Plan> PlanOf(Func<EfsFileSystemArgs, EfsFileSystemArgs> vary) =>
        TestPlan.OfAsync(() => { _ = new EfsFileSystem("files", vary(Args())); });

    private static ImmutableSortedDictionary<string, AccessPoint> AccessPoints(params (string Name, AccessPoint Point)[] points) =>
        points.ToImmutableSortedDictionary(point => point.Name, point => point.Point, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, Input<string>> Clients(string name) =>
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal).Add(name, "sg-sync");

    private static MountTargetSubnets.ByZone Subnets(params string[] zones) =>
        new(zones.ToImmutableSortedDictionary(zone => zone, zone => (Input<string>)$"subnet-{zone}", StringComparer.Ordinal));

    private static List<string> PrivateSubnets(Plan plan) =>
        [.. plan.All("aws:ec2/subnet:Subnet").Where(subnet => subnet.Name.Contains("private", StringComparison.Ordinal)).Select(subnet => subnet.Id!)];

    private static List<JsonElement> Statements(Plan plan) =>
        [.. plan.Only("aws:efs/fileSystemPolicy:FileSystemPolicy").Json("policy").GetProperty("Statement").EnumerateArray()];
}
