using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class FurtherRouteTests
{
    private const string Rule = "aws:lb/listenerRule:ListenerRule";

    private static readonly TaskSpec TwoPorts = Valid.Task with { Containers = [Valid.Container with { Ports = [new PortMapping(8080), new PortMapping(9090)] }] };

    [Fact]
    public async Task Each_has_a_target_group_of_its_own_and_the_service_leads_to_all()
    {
        var plan = await PlanOf(route => route with { Host = "admin", ContainerPort = 9090, HealthCheck = new TargetHealthCheck { Path = "/ready" } });
        var group = plan.All("aws:lb/targetGroup:TargetGroup").Single(group => group.Name.StartsWith("web-admin", StringComparison.Ordinal));
        group.Number("port").ShouldBe(9090);
        group.Text("healthCheck.path").ShouldBe("/ready");
        var rule = plan.Only(Rule, "web-admin");
        rule.Texts("conditions.0.hostHeader.values").ShouldBe(["admin.library.example.org"]);
        rule.Text("actions.0.targetGroupArn").ShouldBe(group.OutputText("arn"));
        var service = plan.Only(WorkloadPlans.Service);
        service.Number("loadBalancers.0.containerPort").ShouldBe(8080);
        service.Text("loadBalancers.1.targetGroupArn").ShouldBe(group.OutputText("arn"));
        service.Text("loadBalancers.1.containerName").ShouldBe("web");
        service.Number("loadBalancers.1.containerPort").ShouldBe(9090);
        service.Input("loadBalancers.2").ShouldBeNull();
        service.Dependencies.ShouldContain(rule.Urn);
        plan.Only("aws:route53/record:Record", "web-admin").Text("name").ShouldBe("admin.library.example.org");
        plan.All(WorkloadPlans.Ingress).Where(opened => opened.Name.StartsWith("web", StringComparison.Ordinal)).Select(opened => opened.Number("fromPort"))
            .Order().ShouldBe([8080, 9090]);
    }

    [Fact]
    public async Task A_port_is_opened_to_a_load_balancer_once()
    {
        var plan = await PlanOf(route => route with { Host = "admin" });
        plan.All(Rule).Count.ShouldBe(2);
        plan.All(WorkloadPlans.Ingress).Count(opened => opened.Name.StartsWith("web", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Every_problem_is_reported()
    {
        List<string> problems = [];
        await WorkloadPlans.With((cluster, balancer) =>
        {
            var route = Valid.Route(balancer);
            var args = Valid.Workload(cluster) with
            {
                FurtherRoutes =
                [
                    new FurtherRoute("Admin", route), new FurtherRoute("b", route with { ContainerPort = 9090 }), new FurtherRoute("b", route),
                    new FurtherRoute("c", route), new FurtherRoute("d", route),
                ],
            };
            problems.AddRange(args.Problems("web").Select(problem => problem.ToString()));
            (args with { Route = route, FurtherRoutes = [.. args.FurtherRoutes.Skip(2).Take(FurtherRoute.Most)] }).Problems("web").ShouldBeEmpty();
        });
        problems.ShouldBe([
            "web.furtherRoutes: further routes without a first one. Allowed: a route before others. Give the first one as the route.",
            "web.furtherRoutes: 5. Allowed: at most 4. Lead to fewer ports: a service has at most 5 target groups.",
            "web.furtherRoutes: 'b', 2 times. Allowed: each name once. Rename one.",
            "web.furtherRoutes: 'Admin'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Rename it.",
            "web.furtherRoutes.b.port: web:9090. Allowed: web:8080. Lead to a port that a container of the task listens on.",
        ]);
    }

    private static Task<Plan> PlanOf(Func<HttpRoute, HttpRoute> vary) => WorkloadPlans.Of(
        args => args with { Task = TwoPorts, FurtherRoutes = [new FurtherRoute("admin", vary(args.Route!))] }, routed: true);
}
