using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Storage;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Tests.Workloads;

public class EfsVolumeTests
{
    private static readonly EfsVolume Volume = new() { Name = "data", RootDirectory = "/data", UserId = 1000, GroupId = 1001 };
    private static readonly FileSystem.Adopt Existing = new("fs-0123456789abcdef0", "sg-0123456789abcdef0", ["eu-west-1a", "eu-west-1b"]);

    [Fact]
    public void All_defaults()
    {
        Volume.FileSystem.ShouldBe(new VolumeFileSystem.Dedicated(new FileSystem.Create()));
        Volume.SecondaryGroupIds.ShouldBeEmpty();
        (Volume.Permissions, Volume.RootAccess).ShouldBe(("750", false));
        new VolumeFileSystem.Dedicated(Existing).Subnets.ShouldBe(new MountTargetSubnets.Private());
        Volume.Problems("task").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported() =>
        (Volume with
        {
            Name = "my data",
            RootDirectory = "/",
            RootAccess = true,
            FileSystem = new VolumeFileSystem.Dedicated(Existing with { FileSystemId = "data" }),
        }).Problems("task").Select(problem => problem.ToString()).ShouldBe([
            "task.volumes: 'my data'. Allowed: 1 to 255 letters, digits, hyphens and underscores. Rename the volume.",
            "task.volumes.my data.rootDirectory: '/'. Allowed: an absolute path other than /. Name a directory, so that volumes stay apart.",
            "task.volumes.my data.rootAccess: on for user 1000. Allowed: on only for user 0. Use user 0, or leave RootAccess out.",
            "task.volumes.my data.fileSystemId: 'data'. Allowed: fs- and 8 to 40 hexadecimal digits. Give the file system's id, not its ARN or name.",
        ]);

    [Fact]
    public async Task What_does_not_go_with_the_network_is_reported() => await TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        var other = new EfsFileSystem("files", new EfsFileSystemArgs { Network = new BaseNetwork("other", Valid.Network with { Vpc = new VpcSource.Create { GatewayEndpoints = [] } }) });
        (Volume with { FileSystem = new VolumeFileSystem.Shared(other) }).NetworkProblems("web", network).Select(problem => problem.ToString()).ShouldBe([
            "web.volumes.data.fileSystem: 'files' in another network. Allowed: a file system in the tasks' network. Share one that the tasks reach.",
        ]);
        var dedicated = new VolumeFileSystem.Dedicated(Existing with { MountTargetZones = [] })
        {
            Subnets = new MountTargetSubnets.ByZone(ImmutableSortedDictionary.Create<string, Input<string>>()),
        };
        (Volume with { FileSystem = dedicated }).NetworkProblems("web", network).Select(problem => problem.ToString()).ShouldBe([
            "web.volumes.data.mountTargetZones: no mount target in eu-west-1a, eu-west-1b. " +
                "Allowed: one in each zone of the network: eu-west-1a, eu-west-1b. Name the zones that have one, or set AddMountTargets to true.",
            "web.volumes.data.subnets: no zone. Allowed: one subnet in each zone of the network: eu-west-1a, eu-west-1b. Name a subnet for each zone.",
        ]);
        Volume.NetworkProblems("web", network).ShouldBeEmpty();
    });

    [Fact]
    public async Task A_file_system_without_a_zone_ends_the_program() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(_ =>
            [Volume with { FileSystem = new VolumeFileSystem.Dedicated(Existing with { MountTargetZones = [] }) }])))
            .Message.ShouldStartWith("EcsWorkload 'web': 1 problem\n  web.volumes.data.mountTargetZones: no mount target in eu-west-1a, eu-west-1b.");

    [Fact]
    public async Task A_dedicated_file_system_belongs_to_the_workload()
    {
        var plan = await PlanOf(_ => [Volume]);
        var workload = plan.Only("ecs-platform:workloads:EcsWorkload").Urn;
        (string Type, string Name)[] parts =
        [
            ("aws:efs/fileSystem:FileSystem", "web-data"),
            ("aws:efs/backupPolicy:BackupPolicy", "web-data"),
            ("aws:efs/fileSystemPolicy:FileSystemPolicy", "web-data"),
            ("aws:efs/accessPoint:AccessPoint", "web-data"),
            ("aws:ec2/securityGroup:SecurityGroup", "web-data-efs"),
            ("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "web-data-nfs"),
            ("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "web-data-nfs"),
            ("aws:efs/mountTarget:MountTarget", "web-data-eu-west-1a"),
            ("aws:efs/mountTarget:MountTarget", "web-data-eu-west-1b"),
        ];
        parts.ShouldAllBe(part => plan.Only(part.Type, part.Name).Parent == workload);
    }

    [Fact]
    public async Task A_file_system_that_exists_gets_an_access_point_and_a_way_in()
    {
        var plan = await PlanOf(_ => [Volume with { FileSystem = new VolumeFileSystem.Dedicated(Existing) }]);
        plan.Only("aws:efs/fileSystem:FileSystem", "web-data").External.ShouldBeTrue();
        plan.All("aws:efs/fileSystemPolicy:FileSystemPolicy").ShouldBeEmpty();
        plan.All("aws:efs/mountTarget:MountTarget").ShouldBeEmpty();
        plan.Only("aws:efs/accessPoint:AccessPoint", "web-data").Text("fileSystemId").ShouldBe(Existing.FileSystemId);
        var rule = plan.Only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "web-data-nfs");
        (rule.Text("securityGroupId"), rule.Number("fromPort")).ShouldBe((Existing.SecurityGroupId, 2049));
        var task = plan.Only("aws:ecs/taskDefinition:TaskDefinition");
        task.Text("volumes.0.efsVolumeConfiguration.fileSystemId").ShouldBe(Existing.FileSystemId);
        task.Text("volumes.0.efsVolumeConfiguration.transitEncryption").ShouldBe("ENABLED");
    }

    [Fact]
    public async Task Volumes_on_a_shared_file_system_have_access_points_of_their_own_and_one_way_in()
    {
        var plan = await PlanOf(network =>
        {
            var files = new VolumeFileSystem.Shared(new EfsFileSystem("files", new EfsFileSystemArgs { Network = network }));
            return [Volume with { FileSystem = files }, Volume with { Name = "pages", RootDirectory = "/pages", FileSystem = files }];
        });
        var fileSystem = plan.Only("aws:efs/fileSystem:FileSystem", "files");
        plan.All("aws:efs/accessPoint:AccessPoint").Select(point => (point.Name, point.Text("fileSystemId"), point.Text("rootDirectory.path")))
            .ShouldBe([("web-data", fileSystem.Id!, "/data"), ("web-pages", fileSystem.Id!, "/pages")]);
        var rule = plan.Only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "web-files-nfs");
        rule.Text("referencedSecurityGroupId").ShouldBe(plan.Only("aws:ec2/securityGroup:SecurityGroup", "web-task").Id);
        rule.Parent.ShouldBe(plan.Only("ecs-platform:workloads:EcsWorkload").Urn);
        plan.All("aws:efs/mountTarget:MountTarget").Select(target => target.Urn).ShouldBeSubsetOf(plan.Only("aws:ecs/service:Service").Dependencies);
        var statements = plan.Only("aws:iam/rolePolicy:RolePolicy", "web-task").Json("policy").GetProperty("Statement").EnumerateArray();
        statements.Select(statement => statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("elasticfilesystem:AccessPointArn").GetString())
            .ShouldBe(plan.All("aws:efs/accessPoint:AccessPoint").Select(point => point.OutputText("arn")));
    }

    [Fact]
    public async Task A_file_system_without_a_zone_is_refused_together_with_the_rest() =>
        (await WorkloadPlans.Problems(args => args with
        {
            Task = Valid.Task with
            {
                Containers = [Valid.Container with { Mounts = [new MountPoint("data", "/srv/data")] }],
                Volumes = [Volume with { FileSystem = new VolumeFileSystem.Dedicated(Existing with { MountTargetZones = ["eu-west-1a"] }) }],
            },
            DesiredCount = -1,
        })).ShouldBe([
            "web.desiredCount: -1. Allowed: 0 to 5000 tasks. Use 0 to stop the service.",
            "web.volumes.data.mountTargetZones: no mount target in eu-west-1b. Allowed: one in each zone of the network: eu-west-1a, eu-west-1b. " +
                "Name the zones that have one, or set AddMountTargets to true.",
        ]);

    [Theory]
    [InlineData(NetworkMode.Bridge)]
    [InlineData(NetworkMode.Host)]
    public async Task Workloads_on_the_instances_reach_a_shared_file_system_by_one_pair_of_rules_that_is_the_file_systems(NetworkMode mode)
    {
        var plan = await TwoWorkloads(mode, network => new VolumeFileSystem.Shared(new EfsFileSystem("files", new EfsFileSystemArgs { Network = network })));
        foreach (var type in new[] { WorkloadPlans.Ingress, WorkloadPlans.Egress })
        {
            var rule = NfsRules(plan, type).ShouldHaveSingleItem();
            rule.Name.ShouldBe("files-cluster-instances-nfs");
            rule.Parent.ShouldBe(plan.Only("ecs-platform:storage:EfsFileSystem").Urn);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Workloads_on_the_instances_reach_a_file_system_that_exists_by_one_pair_of_rules_that_is_the_clusters(bool shared)
    {
        var plan = await TwoWorkloads(NetworkMode.Bridge, network => shared
            ? new VolumeFileSystem.Shared(new EfsFileSystem("files", new EfsFileSystemArgs { Network = network, FileSystem = Existing }))
            : new VolumeFileSystem.Dedicated(Existing));
        foreach (var type in new[] { WorkloadPlans.Ingress, WorkloadPlans.Egress })
        {
            var rule = NfsRules(plan, type).ShouldHaveSingleItem();
            rule.Name.ShouldBe($"cluster-nfs-{Existing.SecurityGroupId}");
            rule.Parent.ShouldBe(plan.Only("ecs-platform:clusters:EcsCluster").Urn);
        }
    }

    [Fact]
    public async Task Workloads_with_interfaces_of_their_own_reach_a_shared_file_system_each_by_its_own_rules()
    {
        var plan = await TwoWorkloads(
            NetworkMode.Awsvpc, network => new VolumeFileSystem.Shared(new EfsFileSystem("files", new EfsFileSystemArgs { Network = network })));
        NfsRules(plan, WorkloadPlans.Ingress).Select(rule => rule.Name).ShouldBe(["one-files-nfs", "two-files-nfs"]);
    }

    [Fact]
    public async Task Two_file_systems_with_one_security_group_are_reached_by_one_pair_of_rules()
    {
        var plan = await PlanOf(_ =>
        [
            Volume with { FileSystem = new VolumeFileSystem.Dedicated(Existing) },
            Volume with { Name = "pages", FileSystem = new VolumeFileSystem.Dedicated(Existing with { FileSystemId = "fs-0123456789abcdef1" }) },
        ]);
        NfsRules(plan, WorkloadPlans.Ingress).ShouldHaveSingleItem().Name.ShouldBe("web-data-nfs");
        NfsRules(plan, WorkloadPlans.Egress).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_client_that_the_file_system_names_already_gets_no_second_way_in()
    {
        var plan = await WorkloadPlans.With((cluster, _) =>
        {
            var files = new EfsFileSystem("files", new EfsFileSystemArgs
            {
                Network = cluster.Network,
                Clients = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("instances", cluster.InstanceSecurityGroupId),
            });
            AddWith("one", cluster, NetworkMode.Bridge, new VolumeFileSystem.Shared(files));
        });
        NfsRules(plan, WorkloadPlans.Ingress).ShouldHaveSingleItem().Name.ShouldBe("files-instances-nfs");
    }

    [Theory]
    [InlineData(true, "\"elasticfilesystem:ClientMount\"")]
    [InlineData(false, "[\"elasticfilesystem:ClientMount\",\"elasticfilesystem:ClientRootAccess\",\"elasticfilesystem:ClientWrite\"]")]
    public async Task A_task_is_root_only_where_the_volume_says_so_and_a_container_writes(bool readOnly, string actions)
    {
        var plan = await PlanOf(_ => [Volume with { UserId = 0, GroupId = 0, RootAccess = true, SecondaryGroupIds = [5] }], readOnly);
        plan.Only("aws:iam/rolePolicy:RolePolicy", "web-task").Json("policy").GetProperty("Statement")[0].GetProperty("Action").GetRawText().ShouldBe(actions);
        var point = plan.Only("aws:efs/accessPoint:AccessPoint");
        (point.Number("posixUser.uid"), point.Number("posixUser.secondaryGids.0")).ShouldBe((0, 5));
    }

    private static Task<Plan> PlanOf(Func<BaseNetwork, IReadOnlyList<EfsVolume>> volumesOf, bool readOnly = true) => TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        var volumes = volumesOf(network);
        _ = new EcsWorkload("web", Valid.Workload(new EcsCluster("cluster", Valid.Cluster(network))) with
        {
            Task = Valid.Task with
            {
                Containers = [Valid.Container with { Mounts = [.. volumes.Select(volume => new MountPoint(volume.Name, $"/srv/{volume.Name}", readOnly))] }],
                Volumes = [.. volumes],
            },
        });
    });

    private static IEnumerable<PlannedResource> NfsRules(Plan plan, string type) => plan.All(type).Where(rule => rule.Number("fromPort") == 2049);

    private static Task<Plan> TwoWorkloads(NetworkMode mode, Func<BaseNetwork, VolumeFileSystem> fileSystem) => WorkloadPlans.With((cluster, _) =>
    {
        var files = fileSystem(cluster.Network);
        AddWith("one", cluster, mode, files);
        AddWith("two", cluster, mode, files);
    });

    private static void AddWith(string name, EcsCluster cluster, NetworkMode mode, VolumeFileSystem fileSystem) =>
        _ = new EcsWorkload(name, Valid.Workload(cluster) with
        {
            Task = Valid.Task with
            {
                NetworkMode = mode,
                Containers = [Valid.Container with { Mounts = [new MountPoint("data", "/srv/data")] }],
                Volumes = [Volume with { FileSystem = fileSystem }],
            },
        });
}
