using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Clusters;

public sealed class EcsClusterArgsTests : IAsyncLifetime
{
    private static readonly MachineImage Arm = new("ami-0b6d9f4e2c81a7350", "al2023-ami-ecs-hvm-2023.0.20261028-kernel-6.1-arm64");

    private EcsClusterArgs _args = null!;

    public Task InitializeAsync() =>
        TestPlan.OfAsync(() => { _args = Valid.Cluster(new BaseNetwork("test", Valid.Network)); });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Defaults()
    {
        var create = _args.Cluster.ShouldBeOfType<ClusterSource.Create>();
        create.ContainerInsights.ShouldBe(ContainerInsights.On);
        create.ExecLog.ShouldBe(new LogGroup.Create { RetentionDays = 90 });
        create.ExecKey.ShouldBeOfType<ExecKey.Create>().DeletionWindowDays.ShouldBe(30);
        _args.EniTrunking.ShouldBe(EniTrunking.Off);
        _args.InstancePermissions.Policies.ShouldBeEmpty();
        _args.InstancePermissions.Statements.ShouldBeEmpty();
        _args.DeletionProtection.ShouldBeFalse();
        _args.Peers.ShouldBeEmpty();
        _args.Problems("cluster").ShouldBeEmpty();

        var instances = _args.Capacity.ShouldBeOfType<ClusterCapacity.Instances>();
        instances.Main.ShouldBe(Valid.Capacity);
        (instances.Base, instances.Weight, instances.Further.Length).ShouldBe((1, 100, 0));
        new FurtherInstances { Name = "spot", Instances = Valid.Capacity, Weight = 1 }.Base.ShouldBe(0);
        new ClusterSource.Adopt("shared").OtherCapacityProviders.ShouldBeEmpty();

        var managed = Managed();
        (managed.Burstable, managed.Spot, managed.StorageGiB, managed.DetailedMonitoring).ShouldBe((false, false, 80, true));
        managed.AllowedInstanceTypes.ShouldBeEmpty();
        managed.MemoryMiB.Maximum.ShouldBeNull();
    }

    [Fact]
    public void Every_problem_is_reported() => Problems(_args with
    {
        Capacity = new ClusterCapacity.Instances(Valid.Capacity with { TargetCapacityPercent = 0, Zones = ["eu-west-1c"] })
        {
            Base = -1,
            Weight = 1001,
            Further = [new FurtherInstances { Name = "Spot!", Instances = Valid.Capacity, Weight = 1 }],
        },
        Cluster = new ClusterSource.Create
        {
            ExecLog = new LogGroup.Create { RetentionDays = 31 },
            ExecKey = new ExecKey.Create { DeletionWindowDays = 13 },
        },
        EniTrunking = EniTrunking.AlreadyOn,
        InstancePermissions = new InstancePermissions
        {
            Policies = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("ssm", "arn:aws:iam::aws:policy/X"),
            Statements = [new PolicyStatement { Actions = ["s3:*"] }],
        },
        Peers = [new EgressPath(new NetworkPeer.Anywhere("web")), new EgressPath(new NetworkPeer.Range("all", CidrBlock.All)) { Port = 0 }],
    }).ShouldBe([
        "cluster.targetCapacity: 0 %. Allowed: 1 to 100 %. Use 100 for no spare instances.",
        "cluster.further: 'Spot!'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Give the group a short name, such as spot.",
        "cluster.base: -1. Allowed: 0 to 100000 tasks. Choose a number that ECS allows.",
        "cluster.weight: 1001. Allowed: 0 to 1000. Choose a weight that ECS allows.",
        LogRetention.Problem("cluster.execLog.retentionDays", 31).ToString(),
        "cluster.execKey.deletionWindow: 13 days. Allowed: 14 to 30 days. Choose a time in between.",
        "cluster.instancePermissions.policies: 'ssm'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens, and none of ecs, ssm. Choose another short name.",
        "cluster.instancePermissions.statements: 's3:*'. Allowed: actions without wildcards. Name each action.",
        "cluster.instancePermissions.statements: s3:* on nothing. Allowed: the ARNs of resources. Say what the actions are for.",
        "cluster.peers.all: 0.0.0.0/0. Allowed: ranges of known networks. Name the peer's own range, or for a way out Anywhere.",
        "cluster.peers.all.port: 0. Allowed: 1 to 65535. Give the port on which the peer listens.",
        "cluster.peers: 'web' for port 443 of 0.0.0.0/0. Allowed: ports that are not open to it anyway, by Https. Leave it out.",
        "cluster.zones: 'eu-west-1c'. Allowed: eu-west-1a, eu-west-1b. Name zones of the network.",
        "cluster.eniTrunking: on with t3.medium. Allowed: types that support it, such as m7i.large. Choose another type, or switch trunking off.",
        "cluster.eniTrunking: on with t3.medium. Allowed: types that support it, such as m7i.large. Choose another type, or switch trunking off.",
    ]);

    [Fact]
    public void A_strategy_has_one_base_at_most_a_weight_and_each_name_once()
    {
        var spot = new FurtherInstances { Name = "spot", Instances = Valid.Capacity, Weight = 0, Base = 2 };
        Problems(_args with { Capacity = new ClusterCapacity.Instances(Valid.Capacity) { Weight = 0, Further = [spot, spot with { Base = 0 }] } }).ShouldBe([
            "cluster.base: several groups with a base. Allowed: one. Give one group a base and the others 0.",
            "cluster.weight: 0 for every group. Allowed: one group or more with a weight above 0. Give a group a weight.",
            "cluster.spot: 2 groups of this name. Allowed: one. Give each group a name of its own.",
        ]);
        Problems(_args with { Capacity = new ClusterCapacity.Instances(Valid.Capacity) { Further = [spot with { Base = 0, Instances = Valid.Capacity with { Image = Arm } }] } })
            .Single().ShouldStartWith("cluster.spot.image: ");
    }

    [Fact]
    public void Managed_instances_have_sizes() => Problems(_args with
    {
        Capacity = Managed() with { MemoryMiB = new SizeRange(4096, 2048), VCpus = new SizeRange(0), StorageGiB = 0 },
    }).ShouldBe([
        "cluster.memory: 4096 to 2048 MiB. Allowed: a minimum of 1 or more, not above the maximum. Lower the minimum or raise the maximum.",
        "cluster.vCpus: 0 to any vCPUs. Allowed: a minimum of 1 or more, not above the maximum. Lower the minimum or raise the maximum.",
        "cluster.storage: 0 GiB. Allowed: 1 or more GiB. Give images and containers room.",
    ]);

    [Fact]
    public void What_exists_already_is_named()
    {
        Problems(_args with { Cluster = new ClusterSource.Adopt("arn:aws:ecs:x"), Capacity = new ClusterCapacity.Existing(" ", "default") }).ShouldBe([
            "cluster.capacityProvider: nothing. Allowed: a capacity provider of the adopted cluster. Name it.",
            "cluster.instanceSecurityGroup: 'default'. Allowed: the id of a security group, sg-…. Give the id.",
            "cluster.cluster: 'arn:aws:ecs:x'. Allowed: 1 to 255 letters, digits, hyphens and underscores. Give the name of the cluster, not its ARN.",
        ]);
        Problems(_args with { Capacity = new ClusterCapacity.Existing("shared", "sg-0123456789abcdef0") }).ShouldBe([
            "cluster.capacity: existing capacity of a new cluster. Allowed: existing capacity of an adopted one. Adopt the cluster, or describe its instances.",
        ]);
        Problems(_args with
        {
            Cluster = new ClusterSource.Adopt("shared"),
            Capacity = new ClusterCapacity.Existing("shared", "sg-0123456789abcdef0"),
            Peers = [new EgressPath(new NetworkPeer.Anywhere("mail")) { Port = 587 }],
        }).ShouldBe([
            "cluster.peers: 1 of instances that are there already. Allowed: none. Let them out where their security group is declared.",
        ]);
        Problems(_args with { Cluster = new ClusterSource.Create { ExecLog = new LogGroup.Adopt("") } }).Single().ShouldStartWith("cluster.execLog.name: ''. ");
    }

    [Fact]
    public void A_capacity_provider_s_and_a_role_s_name_have_rules()
    {
        EcsClusterArgs.NameProblems("ecs-staging").Single().ToString().ShouldBe(
            "ecs-staging: 'ecs-staging'. Allowed: a name that does not begin with aws, ecs, fargate. " +
            "Choose another name: a capacity provider must not begin so.");
        EcsClusterArgs.NameProblems(new string('n', 42)).Single().ToString().ShouldBe(
            $"{new string('n', 42)}: 42 characters. Allowed: up to 41 characters. Choose a shorter name, or its roles' names get too long.");
        EcsClusterArgs.NameProblems(new string('n', 41)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_component_refuses_them_together()
    {
        var refused = await Should.ThrowAsync<Exception>(TestPlan.OfAsync(() =>
            _ = new EcsCluster("aws-test", Valid.Cluster(new BaseNetwork("net", Valid.Network)) with { Capacity = Valid.Capacity with { MinSize = 5 } })));
        refused.ToString().ShouldContain("EcsCluster 'aws-test': 2 problems");
    }

    internal static ClusterCapacity.ManagedInstances Managed() => new() { MemoryMiB = new SizeRange(2048), VCpus = new SizeRange(2, 4) };

    private static IEnumerable<string> Problems(EcsClusterArgs args) => args.Problems("cluster").Select(problem => problem.ToString());
}
