using EcsPlatform.Foundations;
using EcsPlatform.Routing;

namespace EcsPlatform.Tests.Routing;

public class RulePrioritiesTests
{
    [Fact]
    public void A_rule_with_headers_comes_before_the_rule_of_the_same_host_without()
    {
        var priorities = new RulePriorities("lb");
        var all = new RuleMatch { Hosts = ["viewer.example.org"], Paths = ["/api/*"] };
        priorities.Claim("viewer", all).ShouldBeInRange(1_000, 19_999);
        priorities.Claim("preview", all with { Headers = [new HeaderMatch("X-Preview", "yes")] }).ShouldBeInRange(100, 999);
    }

    [Fact]
    public void A_rule_with_headers_that_is_last_never_gets_a_request() =>
        Should.Throw<InvalidArgsException>(() =>
        {
            var priorities = new RulePriorities("lb");
            priorities.Claim("viewer", new RuleMatch { Hosts = ["viewer.example.org"] }, 1);
            priorities.Claim("preview", new RuleMatch { Hosts = ["viewer.example.org"], Headers = [new HeaderMatch("X-Preview", "yes")] }, 2);
        }).Message.ShouldContain("2, where 'viewer.example.org, header X-Preview: yes' never gets a request: 'viewer' takes all for 'viewer.example.org' before, at 1");

    [Theory]
    [InlineData("x-preview", "YES", true)]
    [InlineData("X-Preview", "ye*", false)]
    [InlineData("X-Other", "yes", false)]
    public void A_header_in_another_case_is_the_same(string name, string value, bool hidden)
    {
        var priorities = new RulePriorities("lb");
        priorities.Claim("one", new RuleMatch { Hosts = ["viewer.example.org"], Headers = [new HeaderMatch("X-Preview", "yes")] }, 1);
        Func<object> claim = () => priorities.Claim("two", new RuleMatch { Hosts = ["viewer.example.org"], Headers = [new HeaderMatch(name, value)] }, 2);
        if (hidden)
        {
            Should.Throw<InvalidArgsException>(claim);
        }
        else
        {
            claim().ShouldBe(2);
        }
    }

    [Fact]
    public void A_free_priority_can_be_taken_once()
    {
        var priorities = new RulePriorities("staging");
        priorities.Claim("viewer", Host("viewer"), 100).ShouldBe(100);
        priorities.Claim("search", Host("search"), 200).ShouldBe(200);
        Should.Throw<InvalidArgsException>(() => priorities.Claim("services", Host("services"), 100)).Message.ShouldBe(
            "Listener rule of 'services': 1 problem\n" +
            "  services.route.priority: 100, which 'viewer' has already. Allowed: a priority that is free. Choose another priority for one of them.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50_001)]
    public void A_priority_that_AWS_does_not_know_is_refused(int priority) =>
        Should.Throw<InvalidArgsException>(() => new RulePriorities("staging").Claim("viewer", Host("viewer"), priority)).Message.ShouldBe(
            "Listener rule of 'viewer': 1 problem\n" +
            $"  viewer.route.priority: {priority}. Allowed: 1 to 50000. Choose a priority that AWS allows.");

    [Fact]
    public void A_refused_rule_holds_nothing()
    {
        var priorities = new RulePriorities("staging");
        priorities.Claim("viewer", Host("viewer"), 100);
        Should.Throw<InvalidArgsException>(() => priorities.Claim("search", Host("search"), 100));
        priorities.Claim("search", Host("search"), 101).ShouldBe(101);
        priorities.Claim("other", Host("other")).ShouldBe(new RulePriorities("staging").Claim("other", Host("other")));
    }

    // Written out: a new formula would move every rule of every environment.
    [Fact]
    public void A_priority_from_the_name_never_changes()
    {
        string[] names = ["staging-viewer", "staging-search", "staging-services", "staging-content-loader"];
        var together = new RulePriorities("staging");
        names.Select(name => together.Claim(name, Host(name))).ShouldBe([25611, 36505, 42548, 27233]);
        names.Reverse().Select(name => new RulePriorities("other").Claim(name, Host(name))).ShouldBe([27233, 42548, 36505, 25611]);
    }

    [Fact]
    public void More_rules_of_one_holder_follow_each_other_whoever_comes_between()
    {
        var alone = new RulePriorities("staging");
        var first = alone.Claim("viewer", Host("a"));
        alone.Claim("viewer", Host("b")).ShouldBe(first + 1);
        var shared = new RulePriorities("staging");
        shared.Claim("viewer", Host("a")).ShouldBe(first);
        shared.Claim("search", Host("search"));
        shared.Claim("viewer", Host("b")).ShouldBe(first + 1);
    }

    [Fact]
    public void Narrow_rules_come_before_wide_ones_by_themselves()
    {
        for (var i = 0; i < 200; i++)
        {
            var priorities = new RulePriorities("staging");
            var wide = priorities.Claim($"wide-{i}", new RuleMatch { Hosts = ["*.example.org"] });
            var wideWithPath = priorities.Claim($"paths-{i}", new RuleMatch { Hosts = ["*.example.org"], Paths = ["/api/*"] });
            var host = priorities.Claim($"host-{i}", Host("a"));
            var path = priorities.Claim($"path-{i}", new RuleMatch { Hosts = ["a.example.org"], Paths = ["/api/*"] });
            new[] { 999, path, host, wideWithPath, wide, 50_001 }.ShouldBeInOrder(SortDirection.Ascending);
            new[] { path, host, wideWithPath, wide }.Distinct().Count().ShouldBe(4);
        }
    }

    [Fact]
    public void Priorities_from_names_that_meet_are_refused_naming_both()
    {
        var (one, two) = Meeting();
        var priorities = new RulePriorities("staging");
        var priority = priorities.Claim(one, Host("a"));
        Should.Throw<InvalidArgsException>(() => priorities.Claim(two, Host("b"))).Message.ShouldBe(
            $"Listener rule of '{two}': 1 problem\n" +
            $"  {two}.route.priority: {priority}, which follows from its name and which '{one}' has already from its own name. " +
            $"Allowed: a priority that is free. Give '{two}' or '{one}' an explicit priority.");
        priorities.Claim(two, Host("b"), 10).ShouldBe(10);
    }

    [Fact]
    public void A_priority_from_a_name_that_meets_an_explicit_one_is_refused_naming_both()
    {
        var priority = new RulePriorities("staging").Claim("viewer", Host("viewer"));
        var named = new RulePriorities("staging");
        named.Claim("search", Host("search"), priority);
        Should.Throw<InvalidArgsException>(() => named.Claim("viewer", Host("viewer"))).Problems.Single().ToString().ShouldBe(
            $"viewer.route.priority: {priority}, which follows from its name and which 'search' has already. " +
            "Allowed: a priority that is free. Give 'viewer' or 'search' an explicit priority.");
        var given = new RulePriorities("staging");
        given.Claim("viewer", Host("viewer"));
        Should.Throw<InvalidArgsException>(() => given.Claim("search", Host("search"), priority)).Problems.Single().ToString().ShouldBe(
            $"search.route.priority: {priority}, which 'viewer' has already from its own name. " +
            "Allowed: a priority that is free. Give 'search' or 'viewer' an explicit priority.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rule_that_another_hides_is_refused_whichever_comes_first(bool wideFirst)
    {
        var wide = new RuleMatch { Hosts = ["a.example.org"], Paths = ["/api/*"] };
        var narrow = new RuleMatch { Hosts = ["a.example.org"], Paths = ["/api/v1/*"] };
        var priorities = new RulePriorities("staging");
        Action[] claims = [() => priorities.Claim("wide", wide, 100), () => priorities.Claim("narrow", narrow, 200)];
        claims[wideFirst ? 0 : 1]();
        Should.Throw<InvalidArgsException>(claims[wideFirst ? 1 : 0]).Message.ShouldBe(
            $"Listener rule of '{(wideFirst ? "narrow" : "wide")}': 1 problem\n" +
            "  narrow.route.priority: 200, where 'a.example.org, path /api/v1/*' never gets a request: 'wide' takes all for " +
            "'a.example.org, path /api/*' before, at 100. Allowed: rules that can all match. " +
            "Give 'narrow' an explicit priority below 100, or 'wide' narrower hosts or paths.");
    }

    [Fact]
    public void Two_rules_for_the_same_requests_are_refused_whatever_their_priorities()
    {
        var priorities = new RulePriorities("staging");
        priorities.Claim("one", Host("a"), 100);
        Should.Throw<InvalidArgsException>(() => priorities.Claim("two", Host("a"), 200)).Problems.Single().ToString().ShouldBe(
            "two.route.priority: 200, where 'a.example.org' never gets a request: 'one' takes all for 'a.example.org' before, at 100. " +
            "Allowed: rules that can all match. Give 'two' or 'one' other hosts or paths.");
    }

    [Theory]
    [InlineData("a.example.org", "", "a.example.org", "/x", "a.example.org, path /x")]
    [InlineData("*.example.org", "", "a.example.org", "", "a.example.org")]
    [InlineData("*.example.org", "", "*.b.example.org", "/x", "*.b.example.org, path /x")]
    [InlineData("a.example.org", "/*", "a.example.org", "/x /y", "a.example.org, path /x or /y")]
    [InlineData("a.example.org", "/x*", "a.example.org", "/x1 /y", "path /x1")]
    [InlineData("a.example.org", "", "b.example.org a.example.org", "/x", "host a.example.org")]
    [InlineData("a.example.org b.example.org", "/x /y?", "b.example.org", "/y1", "b.example.org, path /y1")]
    public void What_never_matches_is_named(string hosts, string paths, string laterHosts, string laterPaths, string shadowed)
    {
        var priorities = new RulePriorities("staging");
        priorities.Claim("first", Match(hosts, paths), 1);
        Should.Throw<InvalidArgsException>(() => priorities.Claim("later", Match(laterHosts, laterPaths), 2))
            .Problems.Single().Found.ShouldStartWith($"2, where '{shadowed}' never gets a request: 'first' takes all for");
    }

    [Theory]
    [InlineData("a.example.org", "/x", "a.example.org", "")]
    [InlineData("a.example.org", "/api/v1/*", "a.example.org", "/api/*")]
    [InlineData("a.example.org", "", "*.example.org", "")]
    [InlineData("a.example.org", "/API/*", "a.example.org", "/api/x")]
    [InlineData("*.example.org", "", "example.org", "")]
    [InlineData("a.example.org", "/api/*", "a.example.org", "/api")]
    [InlineData("*.example.org", "/api/*", "a.example.org", "/web/*")]
    [InlineData("a.example.org", "/x", "a.example.org b.example.org", "/x /y")]
    public void Rules_that_can_all_match_are_allowed(string hosts, string paths, string laterHosts, string laterPaths)
    {
        var priorities = new RulePriorities("staging");
        priorities.Claim("first", Match(hosts, paths), 1);
        priorities.Claim("later", Match(laterHosts, laterPaths), 2).ShouldBe(2);
    }

    [Fact]
    public void A_load_balancer_has_100_rules()
    {
        var priorities = new RulePriorities("staging");
        for (var i = 1; i <= 100; i++)
        {
            priorities.Claim($"workload-{i}", Host($"w{i}"), i);
        }

        Should.Throw<InvalidArgsException>(() => priorities.Claim("viewer", Host("viewer"), 7)).Message.ShouldBe(
            "Listener rule of 'viewer': 2 problems\n" +
            "  viewer.route: rule 101 of load balancer 'staging'. Allowed: 100 rules. " +
                "Lead 'viewer' through another load balancer than 'staging'.\n" +
            "  viewer.route.priority: 7, which 'workload-7' has already. Allowed: a priority that is free. Choose another priority for one of them.");
    }

    [Fact]
    public void A_load_balancer_has_100_target_groups()
    {
        var quota = new TargetGroupQuota("staging");
        quota.Claim("many", 98);
        quota.Claim("viewer");
        quota.Taken.ShouldBe(99);
        Should.Throw<InvalidArgsException>(() => quota.Claim("search", 2)).Message.ShouldBe(
            "Target groups of 'search': 1 problem\n" +
            "  search.route: 2 more, where load balancer 'staging' has 99. Allowed: 100 target groups. " +
                "Lead 'search' through another load balancer than 'staging': AWS does not raise this quota.");
        quota.Claim("search");
        quota.Taken.ShouldBe(100);
        Should.Throw<ArgumentOutOfRangeException>(() => quota.Claim("none", 0));
    }

    private static RuleMatch Host(string name) => new() { Hosts = [$"{name}.example.org"] };

    private static RuleMatch Match(string hosts, string paths) => new()
    {
        Hosts = [.. hosts.Split(' ')],
        Paths = [.. paths.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
    };

    private static (string One, string Two) Meeting()
    {
        var seen = new Dictionary<int, string>();
        for (var i = 0; ; i++)
        {
            var name = $"workload-{i}";
            if (!seen.TryAdd(new RulePriorities("staging").Claim(name, Host("a")), name))
            {
                return (seen[new RulePriorities("staging").Claim(name, Host("a"))], name);
            }
        }
    }
}
