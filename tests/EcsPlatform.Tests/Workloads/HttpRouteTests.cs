using EcsPlatform.Networking;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class HttpRouteTests
{
    [Fact]
    public async Task Defaults()
    {
        var route = await Route();
        route.DeregistrationDelaySeconds.ShouldBe(60);
        route.HealthCheck.ShouldBe(new TargetHealthCheck
        {
            Path = "/",
            Matcher = "200",
            IntervalSeconds = 60,
            TimeoutSeconds = 10,
            HealthyThreshold = 2,
            UnhealthyThreshold = 5,
        });
        route.FullHost.ShouldBe("web.library.example.org");
        route.Problems("web", Valid.Task).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_problem_is_reported()
    {
        var route = await Route() with
        {
            Host = "Web.",
            ContainerPort = 80,
            DeregistrationDelaySeconds = 3601,
            HealthCheck = new TargetHealthCheck { Path = "health", IntervalSeconds = 4, TimeoutSeconds = 121, HealthyThreshold = 1, UnhealthyThreshold = 11 },
        };
        route.Problems("web", Valid.Task).Select(problem => problem.ToString()).ShouldBe([
            "web.host: 'Web.'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a host name that DNS allows.",
            "web.port: web:80. Allowed: web:8080. Lead to a port that a container of the task listens on.",
            "web.deregistrationDelay: 3601 s. Allowed: 0 to 3600 s. Choose a delay that AWS allows.",
            "web.healthCheck.path: 'health'. Allowed: a path that begins with /. Begin the path with /.",
            "web.healthCheck.interval: 4 s. Allowed: 5 to 300 s. Choose an interval that AWS allows.",
            "web.healthCheck.timeout: 121 s. Allowed: 2 to 120 s, and less than the interval of 4 s. Lower the timeout.",
            "web.healthCheck.healthyThreshold: 1. Allowed: 2 to 10. Choose a threshold that AWS allows.",
            "web.healthCheck.unhealthyThreshold: 11. Allowed: 2 to 10. Choose a threshold that AWS allows.",
        ]);
    }

    private static async Task<HttpRoute> Route()
    {
        HttpRoute? route = null;
        await TestPlan.OfAsync(() => { route = Valid.Route(new SharedLoadBalancer("lb", Valid.LoadBalancer(new BaseNetwork("net", Valid.Network)))); });
        return route!;
    }
}
