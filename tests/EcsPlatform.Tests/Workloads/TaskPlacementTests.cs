using EcsPlatform.Clusters;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Tests.Clusters;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class TaskPlacementTests
{
    [Fact]
    public void Defaults()
    {
        var placement = new TaskPlacement();
        placement.Strategies.ShouldBe([PlacementStrategy.SpreadOverZones, PlacementStrategy.PackOnMemory]);
        placement.DistinctInstances.ShouldBeFalse();
        placement.Expressions.ShouldBeEmpty();
        placement.RebalanceZones.ShouldBeFalse();
        placement.Problems("web", 1, new DeploymentStrategy.Rolling()).ShouldBeEmpty();
    }

    [Fact]
    public async Task By_default_tasks_spread_over_zones_and_then_fill_instances()
    {
        var service = (await WorkloadPlans.Of()).Only(WorkloadPlans.Service);
        Strategies(service).ShouldBe([("spread", "attribute:ecs.availability-zone"), ("binpack", "memory")]);
        service.Input("placementConstraints").ShouldBeNull();
        service.Text("availabilityZoneRebalancing").ShouldBe("DISABLED");
    }

    [Fact]
    public async Task Every_strategy_and_constraint_reaches_the_service_in_order()
    {
        var service = (await WorkloadPlans.Of(args => args with
        {
            Placement = new TaskPlacement
            {
                Strategies =
                [
                    PlacementStrategy.SpreadOverZones, PlacementStrategy.SpreadOverInstances, PlacementStrategy.PackOnCpu, PlacementStrategy.PackOnMemory,
                    PlacementStrategy.Random,
                ],
                DistinctInstances = true,
                Expressions = ["attribute:ecs.instance-type =~ m7i.*"],
                RebalanceZones = true,
            },
        })).Only(WorkloadPlans.Service);
        Strategies(service).ShouldBe([
            ("spread", "attribute:ecs.availability-zone"), ("spread", "instanceId"), ("binpack", "cpu"), ("binpack", "memory"), ("random", ""),
        ]);
        service.Text("placementConstraints.0.type").ShouldBe("distinctInstance");
        service.Input("placementConstraints.0.expression").ShouldBeNull();
        service.Text("placementConstraints.1.type").ShouldBe("memberOf");
        service.Text("placementConstraints.1.expression").ShouldBe("attribute:ecs.instance-type =~ m7i.*");
        service.Input("placementConstraints.2").ShouldBeNull();
        service.Text("availabilityZoneRebalancing").ShouldBe("ENABLED");
    }

    [Fact]
    public async Task Managed_instances_are_chosen_by_ECS_itself()
    {
        var plan = await WorkloadPlans.Of(varyCluster: args => args with { Capacity = EcsClusterArgsTests.Managed() });
        plan.Only(WorkloadPlans.Service).Input("orderedPlacementStrategies").ShouldBe(new PropertyValue.List([]));
        plan.Only(WorkloadPlans.TaskDefinition).Texts("requiresCompatibilities").ShouldBe(["MANAGED_INSTANCES"]);
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        Texts(new TaskPlacement { RebalanceZones = true }, 2, new DeploymentStrategy.Rolling(50, 100)).ShouldBe([
            "web.placement.rebalanceZones: on with a maximum of 100 %. Allowed: a maximum above 100 %. " +
            "Raise the deployment's maximum: a task starts elsewhere before one stops.",
        ]);
        Texts(new TaskPlacement { RebalanceZones = true, Strategies = [] }, 2).ShouldBeEmpty();
        Texts(
            new TaskPlacement
            {
                RebalanceZones = true,
                Strategies = [PlacementStrategy.PackOnMemory],
                Expressions = ["attribute:ecs.availability-zone == eu-west-1a"],
            },
            2).ShouldBe([
            "web.placement.rebalanceZones: on with PackOnMemory first. Allowed: SpreadOverZones first, or no strategy. Put SpreadOverZones first.",
            "web.placement.rebalanceZones: on with an expression that names zones. Allowed: expressions about anything else. Remove the expression.",
        ]);
        Texts(
            new TaskPlacement { RebalanceZones = true, Strategies = [PlacementStrategy.SpreadOverZones], DistinctInstances = true },
            new ServiceCount.Daemon()).ShouldBe([
            "web.placement.strategies: strategies for a daemon. Allowed: the default. Leave them out: a daemon runs on every instance.",
            "web.placement.distinctInstances: on for a daemon. Allowed: off. Switch it off: a daemon runs once on an instance anyway.",
            "web.placement.rebalanceZones: on for a daemon. Allowed: off. Switch it off: a daemon runs on every instance.",
        ]);
        Texts(
            new TaskPlacement
            {
                Strategies = [.. Enumerable.Repeat(PlacementStrategy.Random, 6)],
                DistinctInstances = true,
                Expressions = [.. Enumerable.Range(0, 10).Select(i => $"attribute:rack == {i}")],
            },
            2).ShouldBe([
            "web.placement.strategies: 6. Allowed: up to 5. Keep those that matter.",
            "web.placement.expressions: 11 constraints. Allowed: up to 10. Join expressions with 'and'.",
        ]);
    }

    [Fact]
    public async Task What_ECS_places_itself_takes_no_placement()
    {
        var placement = new TaskPlacement { Strategies = [PlacementStrategy.Random], DistinctInstances = true };
        (await WorkloadPlans.Problems(args => args with { Placement = placement }, args => args with { Capacity = EcsClusterArgsTests.Managed() })).ShouldBe([
            "web.placement.strategies: strategies for managed instances. Allowed: the default. Leave them out: ECS places these tasks itself, over the zones.",
        ]);
        (await WorkloadPlans.Problems(args => args with { Placement = placement, Task = args.Task with { Cpu = 256 } }, Fargate)).ShouldBe([
            "web.placement.strategies: strategies for Fargate. Allowed: the default. Leave them out: ECS places these tasks itself, over the zones.",
            "web.placement: constraints on Fargate. Allowed: none. Leave them out: a task on Fargate shares its machine with no other.",
        ]);
    }

    internal static EcsClusterArgs Fargate(EcsClusterArgs args) => args with
    {
        Cluster = new ClusterSource.Adopt("shared"),
        Capacity = new ClusterCapacity.Existing("FARGATE", "sg-0123456789abcdef0"),
    };

    private static IEnumerable<string> Texts(TaskPlacement placement, ServiceCount count, DeploymentStrategy? deployment = null) =>
        placement.Problems("web", count, deployment ?? new DeploymentStrategy.Rolling()).Select(problem => problem.ToString());

    private static IEnumerable<(string, string)> Strategies(PlannedResource service) =>
        Enumerable.Range(0, 5).TakeWhile(i => service.Input($"orderedPlacementStrategies.{i}") is not null).Select(i => (
            service.Text($"orderedPlacementStrategies.{i}.type"),
            service.Input($"orderedPlacementStrategies.{i}.field") is null ? "" : service.Text($"orderedPlacementStrategies.{i}.field")));
}
