using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class OwnLoadBalancerTests
{
    private const string Rule = "aws:lb/listenerRule:ListenerRule";
    private const string Listener = "aws:lb/listener:Listener";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";

    [Fact]
    public async Task Its_default_leads_every_request_to_the_workload_without_a_rule()
    {
        var plan = await PlanOf();
        var target = plan.Only(TargetGroup);
        var listener = plan.Only(Listener, "web-https");
        listener.Text("defaultActions.0.type").ShouldBe("forward");
        listener.Text("defaultActions.0.targetGroupArn").ShouldBe(target.OutputText("arn"));
        listener.Input("defaultActions.0.fixedResponse").ShouldBeNull();
        plan.Only(Listener, "lb-https").Text("defaultActions.0.type").ShouldBe("fixed-response");
        plan.All(Rule).ShouldBeEmpty();

        var balancer = plan.Only("aws:lb/loadBalancer:LoadBalancer", "web");
        plan.Only("ecs-platform:routing:SharedLoadBalancer", "web").Parent.ShouldBe(plan.Only("ecs-platform:workloads:EcsWorkload").Urn);
        listener.Text("loadBalancerArn").ShouldBe(balancer.OutputText("arn"));
        plan.Only("aws:route53/record:Record").Text("aliases.0.name").ShouldBe(balancer.OutputText("dnsName"));
        plan.Only("ecs-platform:workloads:EcsWorkload").OutputText("url").ShouldBe("https://web.library.example.org");
    }

    [Fact]
    public async Task The_service_comes_after_the_listener_and_stands_in_its_target_group()
    {
        var plan = await PlanOf();
        var service = plan.Only(WorkloadPlans.Service);
        service.Dependencies.ShouldContain(plan.Only(Listener, "web-https").Urn);
        service.Text("loadBalancers.0.targetGroupArn").ShouldBe(plan.Only(TargetGroup).OutputText("arn"));
        service.Input("loadBalancers.0.advancedConfiguration").ShouldBeNull();
    }

    [Theory]
    [InlineData(NetworkMode.Awsvpc, "web-task")]
    [InlineData(NetworkMode.Host, "cluster-instance")]
    public async Task The_path_to_the_tasks_is_a_pair_of_rules_that_name_each_other(NetworkMode mode, string tasks)
    {
        var plan = await PlanOf(args => args with { Task = Valid.Task with { NetworkMode = mode } });
        var balancer = plan.Only(WorkloadPlans.SecurityGroup, "web-lb").Id!;
        var target = plan.Only(WorkloadPlans.SecurityGroup, tasks).Id!;
        var egress = plan.Only(WorkloadPlans.Egress, "web-lb");
        (egress.Text("securityGroupId"), egress.Text("referencedSecurityGroupId"), egress.Number("fromPort")).ShouldBe((balancer, target, 8080));
        var ingress = plan.Only(WorkloadPlans.Ingress, "web-lb");
        (ingress.Text("securityGroupId"), ingress.Text("referencedSecurityGroupId"), ingress.Number("toPort")).ShouldBe((target, balancer, 8080));
    }

    [Fact]
    public async Task A_workload_scales_by_its_requests_and_shows_it_to_distributions()
    {
        EcsWorkload? workload = null;
        var plan = await WorkloadPlans.With((cluster, balancer) => workload = new EcsWorkload("web", Valid.Workload(cluster, Own(cluster.Network, balancer)) with
        {
            DesiredCount = new ServiceCount.Scaled { Minimum = 1, Maximum = 2, Policies = [new ScalingPolicy.RequestsPerTarget(100)] },
        }));
        plan.Only("aws:appautoscaling/policy:Policy")
            .Text("targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.resourceLabel")
            .ShouldBe($"{plan.Only("aws:lb/loadBalancer:LoadBalancer", "web").OutputText("arnSuffix")}/{plan.Only(TargetGroup).OutputText("arnSuffix")}");
        workload!.LoadBalancer.ShouldNotBeNull().GetResourceName().ShouldBe("web");
    }

    [Fact]
    public async Task A_further_route_may_have_one_as_well()
    {
        var plan = await WorkloadPlans.With((cluster, balancer) => _ = new EcsWorkload("web", Valid.Workload(cluster, Valid.Route(balancer)) with
        {
            FurtherRoutes = [new FurtherRoute("admin", Own(cluster.Network, balancer) with { Host = "admin" })],
        }));
        plan.All(Rule).ShouldHaveSingleItem().Name.ShouldBe("web");
        plan.Only(WorkloadPlans.Service).Dependencies.ShouldContain(plan.Only(Listener, "web-admin-https").Urn);
        plan.Only(WorkloadPlans.Ingress, "web-admin-lb").Number("fromPort").ShouldBe(8080);
    }

    [Fact]
    public async Task Every_problem_is_reported()
    {
        List<string> problems = [];
        await WorkloadPlans.With((cluster, balancer) =>
        {
            var other = new BaseNetwork("other", Valid.Network with { Vpc = new VpcSource.Create { GatewayEndpoints = [] } });
            var args = Valid.Workload(cluster, Own(cluster.Network, balancer) with
            {
                Paths = ["/api/*"],
                LoadBalancer = new RouteLoadBalancer.Own(Valid.LoadBalancer(other) with { IdleTimeoutSeconds = 0, Default = new ListenerDefault.Forward("arn") }),
            }) with
            {
                Deployment = new DeploymentStrategy.BlueGreen(),
            };
            problems.AddRange(args.Problems("web").Select(problem => problem.ToString()));
            problems.AddRange((args with { Deployment = new DeploymentStrategy.Rolling(), Route = Own(cluster.Network, balancer) with { Priority = 5 } })
                .Problems("web").Select(problem => problem.ToString()));
        });
        const string NotAll = "web.loadBalancer: one of its own for a route with paths, headers or a priority. " +
            "Allowed: one of its own for all requests, or a shared one. Leave them out, or share the load balancer: only there are rules.";
        problems.ShouldBe([
            "web.loadBalancer.idleTimeout: 0 s. Allowed: 1 to 4000 s. Choose a timeout that AWS allows.",
            "web.loadBalancer.default: Forward. Allowed: none for a load balancer of one's own. Leave it out: the load balancer leads here.",
            NotAll,
            "web.loadBalancer.network: another network than the cluster's. Allowed: the cluster's network. Put the load balancer where the tasks are.",
            "web.loadBalancer: one of its own with BlueGreen. Allowed: a shared one, whose rules lead requests over. " +
                "Share the load balancer, or let the workload roll.",
            NotAll,
        ]);
    }

    [Fact]
    public async Task Versions_share_a_load_balancer()
    {
        List<string> problems = [];
        await WorkloadPlans.With((cluster, balancer) => problems.AddRange(new VersionedWorkloadArgs
        {
            Route = Own(cluster.Network, balancer),
            Versions = [new WorkloadVersion { Name = "v1", Workload = Valid.Workload(cluster) }],
            Live = "v1",
        }.Problems("web").Select(problem => problem.ToString())));
        problems.ShouldBe([
            "web.loadBalancer: one of each version's own. Allowed: a shared one, whose rule leads to the live version. Share a load balancer between the versions.",
        ]);
    }

    private static HttpRoute Own(BaseNetwork network, SharedLoadBalancer shared) =>
        Valid.Route(shared) with { LoadBalancer = new RouteLoadBalancer.Own(Valid.LoadBalancer(network)) };

    private static Task<Plan> PlanOf(Func<EcsWorkloadArgs, EcsWorkloadArgs>? vary = null) => WorkloadPlans.With((cluster, balancer) =>
    {
        var args = Valid.Workload(cluster, Own(cluster.Network, balancer));
        _ = new EcsWorkload("web", vary is null ? args : vary(args));
    });
}
