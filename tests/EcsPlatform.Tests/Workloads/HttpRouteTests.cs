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
        route.Priority.ShouldBeNull();
        route.AdditionalHosts.ShouldBeEmpty();
        route.Paths.ShouldBeEmpty();
        route.DnsRecords.ShouldBeTrue();
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
            AdditionalHosts = ["www", "*.web.example.org"],
            Paths = ["api", "/a", "/b", "/c"],
            ContainerPort = 80,
            DeregistrationDelaySeconds = 3601,
            HealthCheck = new TargetHealthCheck { Path = "health", IntervalSeconds = 4, TimeoutSeconds = 121, HealthyThreshold = 1, UnhealthyThreshold = 11 },
        };
        route.Problems("web", Valid.Task).Select(problem => problem.ToString()).ShouldBe([
            "web.host: 'Web.'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a host name that DNS allows.",
            "web.additionalHosts: 'www'. Allowed: lower-case letters, digits, -, _, *, ? and dots, with letters only after the last dot. Give a whole host name.",
            "web.paths: 'api'. Allowed: / and then letters, digits, wildcards and _-.$/~\"'@:+&. Begin with /, and leave out the query.",
            "web.paths: 3 hosts and 4 paths. Allowed: at most 5 together. Use wildcards, or a second workload's route.",
            "web.port: web:80. Allowed: web:8080. Lead to a port that a container of the task listens on.",
            "web.deregistrationDelay: 3601 s. Allowed: 0 to 3600 s. Choose a delay that AWS allows.",
            "web.healthCheck.path: 'health'. Allowed: a path that begins with /. Begin the path with /.",
            "web.healthCheck.interval: 4 s. Allowed: 5 to 300 s. Choose an interval that AWS allows.",
            "web.healthCheck.timeout: 121 s. Allowed: 2 to 120 s, and less than the interval of 4 s. Lower the timeout.",
            "web.healthCheck.healthyThreshold: 1. Allowed: 2 to 10. Choose a threshold that AWS allows.",
            "web.healthCheck.unhealthyThreshold: 11. Allowed: 2 to 10. Choose a threshold that AWS allows.",
        ]);
    }

    [Fact]
    public async Task A_host_with_its_zone_has_at_most_128_characters()
    {
        var zone = new HostedZone("Z0123456789ABCDEFGHIJ", $"{new string('a', 60)}.{new string('b', 60)}.org");
        (await Route() with { Host = "ab", Zone = zone }).Problems("web", Valid.Task).ShouldBeEmpty();
        (await Route() with { Host = "abc", Zone = zone }).Problems("web", Valid.Task).Select(problem => problem.ToString()).ShouldBe([
            $"web.host: 'abc.{zone.DomainName}', 129 characters. Allowed: at most 128 with the zone. " +
                "Choose a shorter host name: a listener rule takes no longer one.",
        ]);
    }

    [Fact]
    public async Task A_host_may_not_be_named_twice() =>
        (await Route() with { AdditionalHosts = ["web.library.example.org"] }).Problems("web", Valid.Task).Select(problem => problem.ToString()).ShouldBe([
            "web.hosts: 'web.library.example.org', which 'web.library.example.org' matches already. Allowed: values that add something. Leave it out.",
        ]);

    private static async Task<HttpRoute> Route()
    {
        HttpRoute? route = null;
        await TestPlan.OfAsync(() => { route = Valid.Route(new SharedLoadBalancer("lb", Valid.LoadBalancer(new BaseNetwork("net", Valid.Network)))); });
        return route!;
    }
}
