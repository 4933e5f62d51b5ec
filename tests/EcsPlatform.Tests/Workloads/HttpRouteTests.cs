using EcsPlatform.Networking;
using EcsPlatform.Plans;
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
        route.Headers.ShouldBeEmpty();
        route.DnsRecords.ShouldBeTrue();
        route.DeregistrationDelaySeconds.ShouldBe(60);
        route.SlowStartSeconds.ShouldBe(0);
        route.Stickiness.ShouldBeNull();
        new Stickiness.LoadBalancerCookie().ShouldBe(new Stickiness.LoadBalancerCookie(86_400));
        new Stickiness.ApplicationCookie("session").ShouldBe(new Stickiness.ApplicationCookie("session", 86_400));
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
            Headers = [new HeaderMatch("Host", "web")],
            ContainerPort = 80,
            DeregistrationDelaySeconds = 3601,
            SlowStartSeconds = 29,
            Stickiness = new Stickiness.ApplicationCookie("AWSALBX", 0),
            HealthCheck = new TargetHealthCheck { Path = "health", IntervalSeconds = 4, TimeoutSeconds = 121, HealthyThreshold = 1, UnhealthyThreshold = 11 },
        };
        route.Problems("web", Valid.Task).Select(problem => problem.ToString()).ShouldBe([
            "web.host: 'Web.'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a host name that DNS allows.",
            "web.additionalHosts: 'www'. Allowed: lower-case letters, digits, -, _, *, ? and dots, with letters only after the last dot. Give a whole host name.",
            "web.paths: 'api'. Allowed: / and then letters, digits, wildcards and _-.$/~\"'@:+&. Begin with /, and leave out the query.",
            "web.headers: 'Host'. Allowed: another header. Name the host in the route's hosts.",
            "web.paths: 3 hosts and 4 paths and 1 values of headers. Allowed: at most 5 together. Use wildcards, or a second workload's route.",
            "web.port: web:80. Allowed: web:8080. Lead to a port that a container of the task listens on.",
            "web.deregistrationDelay: 3601 s. Allowed: 0 to 3600 s. Choose a delay that AWS allows.",
            "web.slowStart: 29 s. Allowed: 30 to 900 s, or 0 for none. Choose a time that AWS allows.",
            "web.stickiness.duration: 0 s. Allowed: 1 to 604800 s. Choose a duration that AWS allows.",
            "web.stickiness.cookie: 'AWSALBX'. Allowed: letters, digits and !#$%&'*+-.^_`|~, not beginning with AWSALB. " +
                "Give the name of a cookie that the application sets.",
            "web.healthCheck.path: 'health'. Allowed: a path that begins with /. Begin the path with /.",
            "web.healthCheck.interval: 4 s. Allowed: 5 to 300 s. Choose an interval that AWS allows.",
            "web.healthCheck.timeout: 121 s. Allowed: 2 to 120 s, and less than the interval of 4 s. Lower the timeout.",
            "web.healthCheck.healthyThreshold: 1. Allowed: 2 to 10. Choose a threshold that AWS allows.",
            "web.healthCheck.unhealthyThreshold: 11. Allowed: 2 to 10. Choose a threshold that AWS allows.",
        ]);
    }

    [Theory]
    [InlineData("my_web")]
    [InlineData("")]
    [InlineData("-web")]
    [InlineData("abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz-abcdefghijk")]
    public async Task A_host_is_one_label_of_DNS(string host) =>
        (await Route() with { Host = host }).Problems("web", Valid.Task).Select(problem => problem.ToString()).ShouldBe([
            $"web.host: '{host}'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a host name that DNS allows.",
        ]);

    [Fact]
    public async Task A_check_of_targets_ends_before_the_next_one() =>
        (await Route() with { HealthCheck = new TargetHealthCheck { IntervalSeconds = 10 } })
            .Problems("web", Valid.Task).Select(problem => problem.ToString()).ShouldBe([
                "web.healthCheck.timeout: 10 s. Allowed: 2 to 120 s, and less than the interval of 10 s. Lower the timeout.",
            ]);

    [Fact]
    public async Task The_longest_times_are_allowed() =>
        (await Route() with
        {
            DeregistrationDelaySeconds = HttpRoute.LongestDeregistrationDelaySeconds,
            SlowStartSeconds = 900,
            Stickiness = new Stickiness.LoadBalancerCookie(Stickiness.LongestDurationSeconds),
        }).Problems("web", Valid.Task).ShouldBeEmpty();

    [Fact]
    public async Task A_rule_has_a_condition_for_each_header()
    {
        var plan = await WorkloadPlans.Of(
            args => args with { Route = args.Route! with { Headers = [new HeaderMatch("X-Preview", "yes", "true"), new HeaderMatch("X-Team", "*")] } }, routed: true);
        var rule = plan.Only("aws:lb/listenerRule:ListenerRule");
        rule.Texts("conditions.0.hostHeader.values").ShouldBe(["web.library.example.org"]);
        rule.Text("conditions.1.httpHeader.httpHeaderName").ShouldBe("X-Preview");
        rule.Texts("conditions.1.httpHeader.values").ShouldBe(["yes", "true"]);
        rule.Text("conditions.2.httpHeader.httpHeaderName").ShouldBe("X-Team");
        rule.Input("conditions.3").ShouldBeNull();
    }

    [Fact]
    public async Task A_target_group_says_nothing_of_slow_start_and_stickiness_unless_asked()
    {
        var group = await TargetGroup(route => route);
        group.Number("deregistrationDelay").ShouldBe(60);
        group.Input("slowStart").ShouldBeNull();
        group.Input("stickiness").ShouldBeNull();
        group = await TargetGroup(route => route with { DeregistrationDelaySeconds = 5, SlowStartSeconds = 30 });
        group.Number("deregistrationDelay").ShouldBe(5);
        group.Number("slowStart").ShouldBe(30);
    }

    [Fact]
    public async Task Stickiness_is_by_either_cookie_or_off()
    {
        var own = await TargetGroup(route => route with { Stickiness = new Stickiness.LoadBalancerCookie(600) });
        own.Flag("stickiness.enabled").ShouldBeTrue();
        own.Text("stickiness.type").ShouldBe("lb_cookie");
        own.Number("stickiness.cookieDuration").ShouldBe(600);
        own.Input("stickiness.cookieName").ShouldBeNull();
        var application = await TargetGroup(route => route with { Stickiness = new Stickiness.ApplicationCookie("session", 60) });
        application.Flag("stickiness.enabled").ShouldBeTrue();
        application.Text("stickiness.type").ShouldBe("app_cookie");
        application.Text("stickiness.cookieName").ShouldBe("session");
        application.Number("stickiness.cookieDuration").ShouldBe(60);
        (await TargetGroup(route => route with { Stickiness = new Stickiness.Off() })).Flag("stickiness.enabled").ShouldBeFalse();
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

    private static async Task<PlannedResource> TargetGroup(Func<HttpRoute, HttpRoute> vary) =>
        (await WorkloadPlans.Of(args => args with { Route = vary(args.Route!) }, routed: true)).Only("aws:lb/targetGroup:TargetGroup");

    private static async Task<HttpRoute> Route()
    {
        HttpRoute? route = null;
        await TestPlan.OfAsync(() => { route = Valid.Route(new SharedLoadBalancer("lb", Valid.LoadBalancer(new BaseNetwork("net", Valid.Network)))); });
        return route!;
    }
}
