using System.Text.Json;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Testing;

namespace EcsPlatform.Stacks.Tests;

/// <summary>Settings by which environments differ: whose they are, who may enter, when they stop.</summary>
public class EnvironmentSettingsTests
{
    [Fact]
    public void What_an_environment_does_not_say_has_defaults()
    {
        var settings = PlatformSettings.Read("staging", ConfigOf.Stack("staging").Without("load-balancer").Without("web-acl"));
        (settings.Name, settings.Owner, settings.Lifetime).ShouldBe(("staging", null, Lifetime.Lasting));
        settings.LoadBalancer.ShouldBe(new LoadBalancerSettings(60));
        var webAcl = settings.WebAcl;
        (webAcl.Addresses, webAcl.Paths, webAcl.Countries, webAcl.BlockedUserAgents).ShouldBe((null, null, null, null));
        (webAcl.RateLimit, webAcl.RateWindow, webAcl.BotControl, webAcl.Immunity).ShouldBe((null, 300, BotControlLevel.None, 300));
        (settings.Cluster.SpotPercent, settings.Cluster.ReservedMemory, settings.Cluster.Swappiness).ShouldBe((0, 128, null));
        (settings.Services["viewer"].Edge.Apex, settings.Services["viewer"].Edge.Cors, settings.Services["viewer"].Edge.WebAcl).ShouldBe((false, false, null));
        (settings.Stop, settings.Summary).ShouldBe((null, null));
        PlatformSettings.Read("live", ConfigOf.Stack("live").Without("summary")).Summary.ShouldBeNull();
    }

    [Theory]
    [InlineData("sandbox", "owner", "Anna", "ecs-platform:owner: 'Anna'. Allowed: up to 12 lower-case letters, digits and inner hyphens, a letter first. Correct the value.")]
    [InlineData("sandbox", "owner", null, "ecs-platform:owner: missing. Allowed: up to 12 lower-case letters, digits and inner hyphens, a letter first. Add it.")]
    [InlineData("test", "stop", null, "ecs-platform:stop: missing. Allowed: an object. Add it with its fields.")]
    [InlineData("test", "stop", """{"at":"8pm","timeZone":"Europe/London"}""",
        "ecs-platform:stop.at: '8pm'. Allowed: a time of the day such as '20:00', in quotes. Correct the value.")]
    [InlineData("test", "web-acl", """{"addresses":["192.0.2.1/24"],"rateLimit":5,"rateWindow":100,"botControl":"all","immunity":1}""",
        "ecs-platform:web-acl.botControl: 'all'. Allowed: common, none, targeted. Correct the value.",
        "ecs-platform:web-acl.addresses[0]: '192.0.2.1/24'. Allowed: an IPv4 range whose address is its first one, such as 10.88.0.0/22. Correct the value.")]
    [InlineData("test", "web-acl", """{"rateLimit":5,"rateWindow":100,"immunity":1}""",
        "ecs-platform:web-acl.immunity: 1 s. Allowed: 60 to 259200 s. Choose a time that AWS allows.",
        "ecs-platform:web-acl.rate.limit: 5. Allowed: 10 to 2000000000 requests. Choose a limit that AWS allows.",
        "ecs-platform:web-acl.rate.window: 100 s. Allowed: 60, 120, 300, 600 s. Choose one of these windows.")]
    [InlineData("test", "load-balancer", """{"idleTimeout":0}""",
        "ecs-platform:load-balancer.idleTimeout: 0 s. Allowed: 1 to 4000 s. Choose a timeout that AWS allows.")]
    [InlineData("live", "alarms", null,
        "ecs-platform:summary: nobody who hears of a failure. Allowed: a topic. Name it in 'topic' of the section alarms, or leave this section out.")]
    [InlineData("live", "summary", """{"bucket":"arn:aws:s3:::library-reports"}""",
        "ecs-platform:summary.bucket: 'arn:aws:s3:::library-reports'. Allowed: 3 to 63 lower-case letters, digits, dots and hyphens. " +
        "Give the bucket's name, not its ARN or address.")]
    [InlineData("live", "search", """{"host":"search","webAcl":{"paths":["items"],"countries":["gb"]}}""",
        "ecs-platform:search.webAcl.questions.prefixes: 'items'. Allowed: a path with a leading slash. Begin with /.",
        "ecs-platform:search.webAcl.editors.countries: 'gb'. Allowed: two capital letters, such as GB. Give the country's ISO 3166-1 code.",
        "ecs-platform:search.webAcl: paths and countries. Allowed: one of them. Leave one out: a request that fits either would be let through.")]
    public void Wrong_settings_are_reported_with_their_keys(string stack, string section, string? json, params string[] messages)
    {
        var config = ConfigOf.Stack(stack);
        StackPrograms.Problems(stack, json is null ? config.Without(section) : config.With(section, json))
            .Select(problem => problem.ToString()).ShouldBe(messages, ignoreOrder: true);
    }

    [Fact]
    public void A_section_that_the_program_does_not_ask_for_is_refused() =>
        StackPrograms.Problems("staging", ConfigOf.Stack("staging").With("summary", """{"bucket":"library-reports"}""")).Single().ToString()
            .ShouldBe($"ecs-platform:summary: an unknown key. Allowed: {ConfigOf.Keys("staging")}. Remove it.");

    [Fact]
    public void A_swappiness_and_a_throughput_out_of_range_are_refused()
    {
        var config = ConfigOf.Stack("live");
        var cluster = config.Values["ecs-platform:cluster"].Replace("\"swappiness\":1", "\"swappiness\":101", StringComparison.Ordinal);
        StackPrograms.Problems("live", config.With("cluster", cluster).With("processing", """{"jarBucket":"library-jars","fileSystemThroughput":0}"""))
            .Select(problem => problem.ToString()).ShouldBe([
                "ecs-platform:cluster.swappiness: 101. Allowed: 0 to 100. Choose how readily the kernel swaps.",
                "ecs-platform:processing.fileSystemThroughput: 0 MiB/s. Allowed: 1 MiB/s or more. Give what the functions need, or leave it out.",
            ]);
    }

    [Fact]
    public async Task Providers_assume_the_role_that_the_account_names()
    {
        const string Role = "arn:aws:iam::333333333333:role/operators";
        var config = ConfigOf.Stack("test").With("account", $$"""{"id":"333333333333","region":"eu-west-1","role":"{{Role}}"}""");
        var plan = await StackPlans.OfAsync("test", config);
        plan.All("pulumi:providers:aws").Select(provider => provider.Json("assumeRoles")[0])
            .Select(role => (role.GetProperty("roleArn").GetString(), role.GetProperty("sessionName").GetString()))
            .ShouldBe([(Role, "pulumi-test"), (Role, "pulumi-test")]);
        (await StackPlans.AsItIs("test")).All("pulumi:providers:aws").ShouldAllBe(provider => provider.Input("assumeRoles") == null);
        StackPrograms.Problems("test", ConfigOf.Stack("test").With("account", """{"id":"333333333333","region":"eu-west-1","role":"operators"}"""))
            .Single().ToString().ShouldBe(
                "ecs-platform:account.role: 'operators'. Allowed: an ARN that begins with arn:aws:iam::333333333333:role/. Name a role of the stack's account.");
    }

    [Fact]
    public void No_stack_uses_a_default_provider() => StackPrograms.Names.ShouldAllBe(stack =>
        JsonSerializer.Deserialize<string[]>(ConfigOf.Stack(stack).Values["pulumi:disable-default-providers"])!.Intersect(new[] { "aws", "*" }).Any());
}
