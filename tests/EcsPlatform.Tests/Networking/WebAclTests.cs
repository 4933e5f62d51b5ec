using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Networking;

public class WebAclTests
{
    private const string Type = "aws:wafv2/webAcl:WebAcl";
    private static readonly WebAclRule Common = new WebAclRule.ManagedRuleGroup { Name = "common", Group = "AWSManagedRulesCommonRuleSet" };
    private static readonly RequestMatch Embedded = RequestMatch.Path(MatchPosition.StartsWith, "/embed");
    private static readonly RequestMatch Json = RequestMatch.Path(MatchPosition.EndsWith, ".JSON");

    [Fact]
    public void All_defaults()
    {
        var args = Args(Common);
        args.LogRetentionDays.ShouldBe(90);
        args.RedactedHeaders.ShouldBe(["authorization", "cookie"]);
        args.ImmunitySeconds.ShouldBe(300);
        args.Problems("acl").ShouldBeEmpty();
        var group = (WebAclRule.ManagedRuleGroup)Common;
        (group.Vendor, group.Version, group.CountedRules.Length).ShouldBe(("AWS", null, 0));
        var bots = new WebAclRule.BotControl { Name = "bots" };
        (bots.Targeted, bots.MachineLearning, bots.ChallengedRules.Length, bots.Exclusions).ShouldBe((false, false, 0, null));
        var rate = new WebAclRule.RateLimit { Name = "rate", Limit = 300 };
        (rate.WindowSeconds, rate.ForwardedIpHeader, rate.Exclusions).ShouldBe((300, null, null));
        new WebAclRule.BlockLabelled { Name = "b", Label = "l" }.Unless.ShouldBeNull();
        new WebAclRule.AllowAddresses { Name = "a", Ranges = [] }.Trusted.ShouldBeFalse();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        var args = Args(
            new WebAclRule.AllowPaths { Name = "paths", Prefixes = ["items"] },
            new WebAclRule.RateLimit { Name = "rate", Limit = 1, WindowSeconds = 90, Exclusions = [RequestMatch.Path(MatchPosition.Contains, "")] },
            new WebAclRule.BotControl { Name = "a b", MachineLearning = true, Exclusions = [new RequestMatch("", MatchPosition.Contains, "x")] },
            new WebAclRule.BlockCountries { Name = "countries", Countries = ["uk", "GB"] },
            new WebAclRule.BlockUserAgents { Name = "agents", Containing = [] },
            new WebAclRule.BlockOtherAddresses { Name = "outside", Ranges = [] },
            new WebAclRule.AllowAddresses { Name = "agents", Ranges = [] }) with
        { LogRetentionDays = 31, ImmunitySeconds = 59 };
        args.Problems("acl").Select(problem => problem.ToString()).ShouldBe([
            "acl.agents: 2 rules of this name. Allowed: one. Give each rule a name of its own.",
            LogRetention.Problem("acl.logRetentionDays", 31).ToString(),
            "acl.immunity: 59 s. Allowed: 60 to 259200 s. Choose a time that AWS allows.",
            "acl.paths.prefixes: 'items'. Allowed: a path with a leading slash. Begin with /.",
            "acl.rate.limit: 1. Allowed: 10 to 2000000000 requests. Choose a limit that AWS allows.",
            "acl.rate.window: 90 s. Allowed: 60, 120, 300, 600 s. Choose one of these windows.",
            "acl.rate.exclusions[0]: a text of 0 characters. Allowed: 1 to 200 characters. Give the text to look for.",
            "acl.a b: 'a b'. Allowed: 1 to 100 letters, digits, hyphens and underscores. Choose a name that AWS WAF allows.",
            "acl.a b.machineLearning: on without targeted bot control. Allowed: on only with it. Set Targeted, or leave machine learning off.",
            "acl.a b.exclusions[0]: a header without a name. Allowed: a header's name, or none for the path. Name the header.",
            "acl.countries.countries: 'uk'. Allowed: two capital letters, such as GB. Give the country's ISO 3166-1 code.",
            "acl.agents.texts: none. Allowed: one or more. Name what the rule is for, or leave it out.",
            "acl.outside.ranges: none. Allowed: one or more. Name what the rule is for, or leave it out.",
            "acl.agents.ranges: none. Allowed: one or more. Name what the rule is for, or leave it out.",
            "acl.paths: lets requests through before 'outside' sees them. Allowed: rules that allow after all that block, but for trusted addresses. " +
                "Move it to the end, or exclude the requests from the rule that they must not meet.",
        ]);
        Args().Problems("acl").Single().ToString().ShouldBe("acl.rules: none. Allowed: one rule or more. Add rules, or leave the web ACL out.");
    }

    [Fact]
    public async Task Trusted_addresses_are_let_past_the_rules_that_follow_and_others_may_not_be()
    {
        var office = new WebAclRule.AllowAddresses { Name = "office", Ranges = [CidrBlock.Parse("192.0.2.0/24")] };
        var rate = new WebAclRule.RateLimit { Name = "rate", Limit = 300 };
        Args(Common, office, rate).Problems("acl").Single().ToString().ShouldBe(
            "acl.office: lets requests through before 'rate' sees them. Allowed: rules that allow after all that block, but for trusted addresses. " +
            "Move it to the end, or exclude the requests from the rule that they must not meet.");
        var trusting = Args(Common, office with { Trusted = true }, rate);
        trusting.Problems("acl").ShouldBeEmpty();
        var acl = await AclOf(trusting);
        new[] { 0, 1, 2 }.Select(i => acl.Text($"rules.{i}.name")).ShouldBe(["common", "office", "rate"]);
        acl.Input("rules.1.action").ShouldBeOfType<PropertyValue.Map>().Entries.Keys.ShouldBe(["allow"]);
    }

    [Fact]
    public void An_empty_list_of_exclusions_is_refused()
    {
        Args(
            new WebAclRule.BotControl { Name = "bots", Exclusions = [] },
            new WebAclRule.RateLimit { Name = "rate", Limit = 300, Exclusions = [] },
            new WebAclRule.BlockLabelled { Name = "large", Label = "l", Unless = [] }).Problems("acl").Select(problem => problem.ToString()).ShouldBe([
            "acl.bots.exclusions: an empty list. Allowed: one or more requests. Name the requests, or leave the list out.",
            "acl.rate.exclusions: an empty list. Allowed: one or more requests. Name the requests, or leave the list out.",
            "acl.large.unless: an empty list. Allowed: one or more requests. Name the requests, or leave the list out.",
        ]);
    }

    [Fact]
    public async Task Counted_rules_count_and_nothing_of_a_group_allows()
    {
        var rule = new WebAclRule.ManagedRuleGroup
        {
            Name = "common",
            Group = "AWSManagedRulesCommonRuleSet",
            Version = "Version_1.18",
            CountedRules = ["SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"],
        };
        var acl = await AclOf(Args(rule));
        acl.Text("rules.0.statement.managedRuleGroupStatement.vendorName").ShouldBe("AWS");
        acl.Text("rules.0.statement.managedRuleGroupStatement.version").ShouldBe("Version_1.18");
        foreach (var i in new[] { 0, 1 })
        {
            var action = acl.Input($"rules.0.statement.managedRuleGroupStatement.ruleActionOverrides.{i}.actionToUse").ShouldBeOfType<PropertyValue.Map>();
            action.Entries.Keys.ShouldBe(["count"]);
        }

        acl.Input("rules.0.overrideAction.none").ShouldNotBeNull();
        acl.Input("rules.0.action").ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_number_of_exclusions_is_labelled_and_the_label_left_out(int count)
    {
        RequestMatch[] exclusions = [Embedded, Json];
        var acl = await AclOf(Args(new WebAclRule.BotControl { Name = "bots", Exclusions = [.. exclusions[..count]] }));
        for (var i = 0; i < count; i++)
        {
            acl.Input($"rules.{i}.action").ShouldBeOfType<PropertyValue.Map>().Entries.Keys.ShouldBe(["count"]);
            acl.Text($"rules.{i}.ruleLabels.0.name").ShouldBe("not:bots");
        }

        acl.Text("rules.0.statement.byteMatchStatement.searchString").ShouldBe("/embed");
        acl.Text("rules.0.statement.byteMatchStatement.positionalConstraint").ShouldBe("STARTS_WITH");
        acl.Text($"rules.{count}.name").ShouldBe("bots");
        acl.Number($"rules.{count}.priority").ShouldBe(count);
        acl.Text($"rules.{count}.statement.managedRuleGroupStatement.scopeDownStatement.notStatement.statement.labelMatchStatement.key").ShouldBe("not:bots");
    }

    [Fact]
    public async Task Bot_control_is_targeted_learns_and_challenges_when_asked()
    {
        var acl = await AclOf(Args(new WebAclRule.BotControl { Name = "bots", Targeted = true, MachineLearning = true, ChallengedRules = ["TGT_VolumetricSession"] }));
        const string Group = "rules.0.statement.managedRuleGroupStatement";
        acl.Text($"{Group}.managedRuleGroupConfigs.0.awsManagedRulesBotControlRuleSet.inspectionLevel").ShouldBe("TARGETED");
        acl.Flag($"{Group}.managedRuleGroupConfigs.0.awsManagedRulesBotControlRuleSet.enableMachineLearning").ShouldBeTrue();
        acl.Text($"{Group}.ruleActionOverrides.0.name").ShouldBe("TGT_VolumetricSession");
        acl.Input($"{Group}.ruleActionOverrides.0.actionToUse.challenge").ShouldNotBeNull();
        acl.Input($"{Group}.scopeDownStatement").ShouldBeNull();
    }

    [Fact]
    public async Task A_rate_is_limited_by_the_connecting_or_the_forwarded_address()
    {
        var acl = await AclOf(Args(
            new WebAclRule.RateLimit { Name = "near", Limit = 300, WindowSeconds = 120 },
            new WebAclRule.RateLimit { Name = "far", Limit = 400, ForwardedIpHeader = "X-Forwarded-For", Exclusions = [Json] }));
        acl.Text("rules.0.statement.rateBasedStatement.aggregateKeyType").ShouldBe("IP");
        acl.Number("rules.0.statement.rateBasedStatement.evaluationWindowSec").ShouldBe(120);
        acl.Number("rules.0.statement.rateBasedStatement.limit").ShouldBe(300);
        acl.Input("rules.0.action.block").ShouldNotBeNull();
        acl.Text("rules.1.statement.byteMatchStatement.searchString").ShouldBe(".json");
        acl.Text("rules.2.statement.rateBasedStatement.aggregateKeyType").ShouldBe("FORWARDED_IP");
        acl.Text("rules.2.statement.rateBasedStatement.forwardedIpConfig.headerName").ShouldBe("X-Forwarded-For");
        acl.Text("rules.2.statement.rateBasedStatement.forwardedIpConfig.fallbackBehavior").ShouldBe("NO_MATCH");
        acl.Text("rules.2.statement.rateBasedStatement.scopeDownStatement.notStatement.statement.labelMatchStatement.key").ShouldBe("not:far");
    }

    [Fact]
    public async Task Labelled_requests_are_blocked_unless_they_match()
    {
        var acl = await AclOf(Args(
            Common,
            new WebAclRule.BlockLabelled { Name = "all", Label = "awswaf:managed:aws:core-rule-set:GenericLFI_Body" },
            new WebAclRule.BlockLabelled { Name = "most", Label = "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body", Unless = [Embedded] }));
        acl.Text("rules.1.statement.labelMatchStatement.key").ShouldBe("awswaf:managed:aws:core-rule-set:GenericLFI_Body");
        acl.Text("rules.2.ruleLabels.0.name").ShouldBe("not:most");
        acl.Text("rules.3.statement.andStatement.statements.0.labelMatchStatement.key").ShouldBe("awswaf:managed:aws:core-rule-set:SizeRestrictions_Body");
        acl.Text("rules.3.statement.andStatement.statements.1.notStatement.statement.labelMatchStatement.key").ShouldBe("not:most");
        acl.Input("rules.3.action.block").ShouldNotBeNull();
    }

    [Fact]
    public async Task Paths_countries_agents_and_addresses_decide_as_they_say()
    {
        var plan = await PlanOf(Args(
            new WebAclRule.BlockUserAgents { Name = "agents", Containing = ["MetaSr"] },
            new WebAclRule.BlockCountries { Name = "not-from", Countries = ["XA"] },
            new WebAclRule.AllowPaths { Name = "paths", Prefixes = ["/items", "/collections"] },
            new WebAclRule.AllowCountries { Name = "from", Countries = ["IE", "GB"] },
            new WebAclRule.AllowAddresses { Name = "office", Ranges = [CidrBlock.Parse("198.51.100.0/24"), CidrBlock.Parse("192.0.2.0/24")] }) with
        { BlockByDefault = true });
        var acl = plan.Only(Type);
        acl.Input("defaultAction.block").ShouldNotBeNull();
        acl.Text("rules.0.statement.byteMatchStatement.fieldToMatch.singleHeader.name").ShouldBe("user-agent");
        acl.Text("rules.0.statement.byteMatchStatement.searchString").ShouldBe("metasr");
        acl.Input("rules.0.action.block").ShouldNotBeNull();
        acl.Input("rules.1.action.block").ShouldNotBeNull();
        acl.Text("rules.2.name").ShouldBe("paths-1");
        acl.Text("rules.3.name").ShouldBe("paths-2");
        acl.Input("rules.3.action.allow").ShouldNotBeNull();
        acl.Texts("rules.4.statement.geoMatchStatement.countryCodes").ShouldBe(["GB", "IE"]);
        acl.Input("rules.4.action.allow").ShouldNotBeNull();
        var set = plan.Only("aws:wafv2/ipSet:IpSet", "acl-office");
        set.Texts("addresses").ShouldBe(["192.0.2.0/24", "198.51.100.0/24"]);
        acl.Text("rules.5.statement.ipSetReferenceStatement.arn").ShouldBe(set.OutputText("arn"));
        acl.Input("rules.5.action.allow").ShouldNotBeNull();
    }

    [Fact]
    public async Task Clients_outside_of_ranges_are_blocked_and_those_inside_go_on()
    {
        var plan = await PlanOf(Args(new WebAclRule.BlockOtherAddresses { Name = "outside", Ranges = [CidrBlock.Parse("192.0.2.0/24")] }, Common));
        var acl = plan.Only(Type);
        var set = plan.Only("aws:wafv2/ipSet:IpSet", "acl-outside");
        set.Texts("addresses").ShouldBe(["192.0.2.0/24"]);
        acl.Text("rules.0.statement.notStatement.statement.ipSetReferenceStatement.arn").ShouldBe(set.OutputText("arn"));
        acl.Input("rules.0.action.block").ShouldNotBeNull();
        acl.Text("rules.1.statement.managedRuleGroupStatement.name").ShouldBe("AWSManagedRulesCommonRuleSet");
    }

    [Fact]
    public async Task Requests_are_logged_without_the_headers_that_identify_people()
    {
        var plan = await PlanOf(Args(Common));
        var group = plan.Only("aws:cloudwatch/logGroup:LogGroup");
        group.Text("namePrefix").ShouldBe("aws-waf-logs-acl-");
        group.Number("retentionInDays").ShouldBe(90);
        var log = plan.Only("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");
        log.Text("resourceArn").ShouldBe(plan.Only(Type).OutputText("arn"));
        log.Texts("logDestinationConfigs").ShouldBe([group.OutputText("arn")]);
        log.Text("redactedFields.0.singleHeader.name").ShouldBe("authorization");
        log.Text("redactedFields.1.singleHeader.name").ShouldBe("cookie");
    }

    [Theory]
    [InlineData(WebAclScope.CloudFront, "CLOUDFRONT")]
    [InlineData(WebAclScope.Regional, "REGIONAL")]
    public async Task The_scope_is_that_of_the_web_ACL_and_its_sets(WebAclScope scope, string expected)
    {
        var plan = await PlanOf(Args(new WebAclRule.AllowAddresses { Name = "office", Ranges = [CidrBlock.Parse("192.0.2.0/24")] }) with { Scope = scope });
        plan.Only(Type).Text("scope").ShouldBe(expected);
        plan.Only("aws:wafv2/ipSet:IpSet").Text("scope").ShouldBe(expected);
    }

    private static WebAclArgs Args(params WebAclRule[] rules) => new() { Scope = WebAclScope.Regional, BlockByDefault = false, Rules = [.. rules] };

    private static async Task<PlannedResource> AclOf(WebAclArgs args) => (await PlanOf(args)).Only(Type);

    private static Task<Plan> PlanOf(WebAclArgs args) => TestPlan.OfAsync(() => { _ = new WebAcl("acl", args); });
}
