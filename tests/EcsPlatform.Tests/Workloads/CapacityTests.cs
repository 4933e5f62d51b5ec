using EcsPlatform.Clusters;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Tests.Clusters;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class CapacityTests
{
    [Fact]
    public async Task Defaults() => await WorkloadPlans.With((cluster, _) =>
    {
        new Capacity.Shared(cluster).Shares.ShouldBeEmpty();
        new Capacity.Shared(cluster).Problems("web").ShouldBeEmpty();
        new GroupShare("spot").ShouldBe(new GroupShare("spot", Weight: 1, Base: 0));
    });

    [Fact]
    public async Task A_shared_cluster_s_own_strategy_places_the_tasks()
    {
        var plan = await WorkloadPlans.Of();
        Shares(plan, plan.Only(WorkloadPlans.Service)).ShouldBe([("cluster", 1, 100)]);

        plan = await WorkloadPlans.Of(varyCluster: WorkloadPlans.Groups(WorkloadPlans.Further("spot", 300), WorkloadPlans.Further("solr", 0)));
        Shares(plan, plan.Only(WorkloadPlans.Service)).ShouldBe([("cluster", 1, 100), ("cluster-spot", 0, 300)]);
        plan.Only(WorkloadPlans.TaskDefinition).Texts("requiresCompatibilities").ShouldBe(["EC2"]);
    }

    [Fact]
    public async Task A_workload_may_share_the_groups_otherwise()
    {
        var plan = await WorkloadPlans.Of(
            args => args with { Capacity = new Capacity.Shared(args.Capacity.Cluster) { Shares = [new GroupShare("spot", 3), new GroupShare(null, 1, 2)] } },
            varyCluster: WorkloadPlans.Groups(WorkloadPlans.Further("spot", 300)));
        Shares(plan, plan.Only(WorkloadPlans.Service)).ShouldBe([("cluster-spot", 0, 3), ("cluster", 2, 1)]);
    }

    [Fact]
    public async Task Dedicated_instances_run_this_workload_alone()
    {
        var plan = await WorkloadPlans.Of(
            args => args with { Capacity = new Capacity.Dedicated(args.Capacity.Cluster, "solr") },
            varyCluster: WorkloadPlans.Groups(WorkloadPlans.Further("solr", 0)));
        Shares(plan, plan.Only(WorkloadPlans.Service)).ShouldBe([("cluster-solr", 0, 1)]);
        plan.Only(ClusterPlans.Association).Texts("capacityProviders").Count.ShouldBe(2);
        plan.Only(ClusterPlans.Association).Input("defaultCapacityProviderStrategies.1").ShouldBeNull();
    }

    [Theory]
    [InlineData(false, "two.capacity: group 'solr', which 'one' has for itself. Allowed: a group that no workload has for itself. Give 'two' another group, or share this one.")]
    [InlineData(true, "two.capacity: group 'solr', which 'one' has for itself. Allowed: a group that no other workload uses. Give 'two' another group, or share this one.")]
    public async Task Nobody_else_uses_dedicated_instances(bool alone, string expected)
    {
        var failure = await Should.ThrowAsync<Preview.PreviewException>(() => WorkloadPlans.With(
            (cluster, balancer) =>
            {
                _ = new EcsWorkload("one", Valid.Workload(cluster) with { Capacity = new Capacity.Dedicated(cluster, "solr") });
                _ = new EcsWorkload("two", Valid.Workload(cluster) with
                {
                    Capacity = alone ? new Capacity.Dedicated(cluster, "solr") : new Capacity.Shared(cluster) { Shares = [new GroupShare("solr")] },
                });
            },
            WorkloadPlans.Groups(WorkloadPlans.Further("solr", 0))));
        failure.Message.ShouldContain(expected);
    }

    [Fact]
    public async Task Instances_that_another_workload_shares_cannot_be_dedicated()
    {
        var failure = await Should.ThrowAsync<Preview.PreviewException>(() => WorkloadPlans.With(
            (cluster, balancer) =>
            {
                _ = new EcsWorkload("one", Valid.Workload(cluster) with { Capacity = new Capacity.Shared(cluster) { Shares = [new GroupShare("solr")] } });
                _ = new EcsWorkload("two", Valid.Workload(cluster) with { Capacity = new Capacity.Dedicated(cluster, "solr") });
            },
            WorkloadPlans.Groups(WorkloadPlans.Further("solr", 0))));
        failure.Message.ShouldContain(
            "two.capacity: group 'solr', which 'one' has. Allowed: a group that no other workload uses. Give 'two' another group, or share this one.");
    }

    [Fact]
    public async Task Every_problem_is_reported()
    {
        var groups = WorkloadPlans.Groups(WorkloadPlans.Further("spot", 300), WorkloadPlans.Further("batch", 0));
        (await Problems([new GroupShare("sport"), new GroupShare("spot", 1001, 1), new GroupShare(null, -1, 100_001), new GroupShare("spot")], groups)).ShouldBe([
            "web.capacity: group 'sport'. Allowed: batch, spot. Name one of the cluster's further groups.",
            "web.capacity.weight: 1001. Allowed: 0 to 1000. Choose a weight that ECS allows.",
            "web.capacity.weight: -1. Allowed: 0 to 1000. Choose a weight that ECS allows.",
            "web.capacity.base: 100001. Allowed: 0 to 100000 tasks. Choose a number that ECS allows.",
            "web.capacity.base: several groups with a base. Allowed: one. Give one group a base and the others 0.",
            "web.capacity.shares: group 'spot' 2 times. Allowed: each group once. Keep one of them.",
        ]);
        (await Problems([new GroupShare("spot", 0)], groups)).ShouldBe([
            "web.capacity.weight: 0 for every group. Allowed: one group or more with a weight above 0. Give a group a weight.",
        ]);
        (await Problems([new GroupShare("spot")])).ShouldBe([
            "web.capacity: group 'spot'. Allowed: no group, for the cluster has no further ones. Name one of the cluster's further groups.",
        ]);
        (await WorkloadPlans.Problems(args => args with { Capacity = new Capacity.Dedicated(args.Capacity.Cluster, "spot") }, groups)).ShouldBe([
            "web.capacity: group 'spot' with weight 300 and base 0 in the cluster's strategy. Allowed: weight 0 and base 0. " +
            "Take it out of the cluster's strategy, or other services' tasks come too.",
        ]);
        (await WorkloadPlans.Problems(
            args => args with
            {
                Capacity = new Capacity.Dedicated(args.Capacity.Cluster, "batch"),
                DesiredCount = new ServiceCount.Daemon(),
                Deployment = new DeploymentStrategy.Rolling(0, 100),
            },
            groups)).ShouldBe([
            "web.capacity: groups of instances for a daemon. Allowed: the whole cluster. Leave them out: a daemon runs on every instance of the cluster.",
        ]);
        (await WorkloadPlans.Problems(
            args => args with { DesiredCount = new ServiceCount.Daemon(), Deployment = new DeploymentStrategy.Rolling(0, 100) },
            args => args with { Capacity = EcsClusterArgsTests.Managed() })).ShouldBe([
            "web.desiredCount: a daemon. Allowed: a daemon on EC2 instances alone. Give a number of tasks.",
        ]);
    }

    [Fact]
    public async Task A_task_made_for_something_else_than_the_cluster_has_is_refused() =>
        (await WorkloadPlans.Problems(args => args with { Task = args.Task with { Compatibility = new Compatibility.ManagedInstances() } })).ShouldBe([
            "web.compatibility: MANAGED_INSTANCES. Allowed: EC2, which the cluster has. Leave it out, or choose another cluster.",
        ]);

    private static Task<IReadOnlyList<string>> Problems(GroupShare[] shares, Func<EcsClusterArgs, EcsClusterArgs>? varyCluster = null) =>
        WorkloadPlans.Problems(args => args with { Capacity = new Capacity.Shared(args.Capacity.Cluster) { Shares = [.. shares] } }, varyCluster);

    private static IEnumerable<(string Group, double Base, double Weight)> Shares(Plan plan, PlannedResource service)
    {
        var names = plan.All(ClusterPlans.Provider).ToDictionary(provider => provider.OutputText("name"), provider => provider.Name);
        return Enumerable.Range(0, 5).TakeWhile(i => service.Input($"capacityProviderStrategies.{i}") is not null).Select(i => (
            names[service.Text($"capacityProviderStrategies.{i}.capacityProvider")],
            service.Number($"capacityProviderStrategies.{i}.base"),
            service.Number($"capacityProviderStrategies.{i}.weight")));
    }
}
