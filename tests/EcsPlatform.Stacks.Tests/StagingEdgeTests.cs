using System.Text.Json;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Files;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Testing;

namespace EcsPlatform.Stacks.Tests;

/// <summary>How staging's services are offered to the internet: distributions, web ACLs, records, logs, and who may enter.</summary>
public sealed class StagingEdgeTests : IAsyncLifetime
{
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string WebAcl = "aws:wafv2/webAcl:WebAcl";
    private const string Entry = "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey";
    private const string Code = "aws:cloudfront/function:Function";

    private static readonly string[] Sites = ["staging-image-server", "staging-releases"];

    private static readonly StackConfig Staging = ConfigOf.Stack("staging");

    private Plan _plan = null!;

    // The services that the internet sees.
    private IEnumerable<string> Offered => _plan.All(Distribution).Select(distribution => distribution.Name).Except(Sites);

    public async Task InitializeAsync() => _plan = await StackPlans.Staging;

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("content-loader", 7, 180, "staging-content-loader")]
    [InlineData("search", 3, 60, "staging-search")]
    [InlineData("services", 3, 60, "staging-cloudfront")]
    [InlineData("viewer", 7, 60, "staging-cloudfront")]
    public void Each_has_its_distribution(string service, int methods, int readTimeout, string webAcl)
    {
        var distribution = _plan.Only(Distribution, $"staging-{service}");
        distribution.Texts("aliases").ShouldBe([$"staging-{service}.library.example.org"]);
        distribution.Texts("defaultCacheBehavior.allowedMethods").Count.ShouldBe(methods);
        distribution.Texts("defaultCacheBehavior.cachedMethods").ShouldBe(["GET", "HEAD"]);
        distribution.Number("origins.0.vpcOriginConfig.originReadTimeout").ShouldBe(readTimeout);
        distribution.Text("webAclId").ShouldBe(_plan.Only(WebAcl, webAcl).OutputText("arn"));
        distribution.Input("loggingConfig").ShouldBeNull();
    }

    [Fact]
    public void There_are_no_more_distributions_and_web_ACLs()
    {
        Offered.ShouldBeSubsetOf(_plan.All("aws:ecs/service:Service").Select(service => service.Name));
        _plan.All(WebAcl).Select(webAcl => webAcl.Name).ShouldBe(["staging-cloudfront", "staging-content-loader", "staging-search", "staging-transcriptions"]);
    }

    [Theory]
    [InlineData("content-loader", 1, "CrossSiteScripting_BODY GenericLFI_BODY SizeRestrictions_BODY SizeRestrictions_QUERYSTRING")]
    [InlineData("search", 2, "SizeRestrictions_BODY SizeRestrictions_QUERYSTRING")]
    public void Web_ACLs_of_their_own_block_what_no_rule_allows(string service, int allowing, string counted)
    {
        var webAcl = _plan.Only(WebAcl, $"staging-{service}");
        (webAcl.Text("scope"), webAcl.Input("defaultAction.block") is not null).ShouldBe(("CLOUDFRONT", true));
        Enumerable.Range(0, 3).Select(i => webAcl.Text($"rules.{i}.statement.managedRuleGroupStatement.name")).ShouldBe([
            "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet",
        ]);
        var overrides = webAcl.Input("rules.1.statement.managedRuleGroupStatement.ruleActionOverrides").ShouldBeOfType<PropertyValue.List>().Items;
        Enumerable.Range(0, overrides.Length)
            .Select(i => webAcl.Text($"rules.1.statement.managedRuleGroupStatement.ruleActionOverrides.{i}.name"))
            .Order(StringComparer.Ordinal).ShouldBe(counted.Split(' '));
        overrides.ShouldAllBe(of => ((PropertyValue.Map)((PropertyValue.Map)of).Entries["actionToUse"]).Entries.ContainsKey("count"));
        webAcl.Input("rules").ShouldBeOfType<PropertyValue.List>().Items.Length.ShouldBe(3 + allowing);
        Enumerable.Range(3, allowing).ShouldAllBe(i => webAcl.Input($"rules.{i}.action.allow") != null);
    }

    [Fact]
    public void Search_answers_questions_only()
    {
        var webAcl = _plan.Only(WebAcl, "staging-search");
        new[] { 3, 4 }.Select(i => webAcl.Text($"rules.{i}.statement.byteMatchStatement.searchString")).ShouldBe(["/collections", "/items"]);
        webAcl.Text("rules.3.statement.byteMatchStatement.positionalConstraint").ShouldBe("STARTS_WITH");
        _plan.Only(WebAcl, "staging-content-loader").Texts("rules.3.statement.geoMatchStatement.countryCodes").ShouldBe(["GB"]);
    }

    [Fact]
    public void All_names_lead_to_the_distributions()
    {
        string[] sites = [.. Sites.Select(site => _plan.Only(Distribution, site).OutputText("domainName"))];
        var records = _plan.All("aws:route53/record:Record").Where(record => !sites.Contains(record.Text("aliases.0.name"))).ToList();
        records.Select(record => $"{record.Text("type")} {record.Text("name")}").Order(StringComparer.Ordinal).ShouldBe([
            .. Offered.Order(StringComparer.Ordinal).Select(name => $"A {name}.library.example.org"),
            .. Offered.Order(StringComparer.Ordinal).Select(name => $"AAAA {name}.library.example.org"),
        ]);
        foreach (var record in records)
        {
            record.Text("aliases.0.name").ShouldBe(_plan.Only(Distribution, record.Text("name").Split('.')[0]).OutputText("domainName"));
        }
    }

    [Fact]
    public void Pages_that_other_pages_show_in_frames_may_be()
    {
        var headers = _plan.Only("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
        headers.Name.ShouldBe("staging-embeddable");
        (headers.Input("securityHeadersConfig.frameOptions"), headers.Input("securityHeadersConfig.strictTransportSecurity") is not null).ShouldBe((null, true));
        _plan.All(Distribution).Where(distribution => distribution.Text("defaultCacheBehavior.responseHeadersPolicyId") == headers.OutputText("id"))
            .Select(distribution => distribution.Name).ShouldBe(["staging-releases", "staging-services", "staging-viewer"], ignoreOrder: true);
    }

    [Fact]
    public void Transcriptions_are_read_by_programs_at_any_rate()
    {
        var webAcl = _plan.Only(WebAcl, "staging-transcriptions");
        _plan.Only(Distribution, "staging-releases").Text("webAclId").ShouldBe(webAcl.OutputText("arn"));
        Enumerable.Range(0, 3).Select(i => webAcl.Text($"rules.{i}.name")).ShouldBe(["ip-reputation", "common", "known-bad-inputs"]);
        webAcl.Input("rules.3").ShouldBeNull();
        webAcl.Text("rules.1.statement.managedRuleGroupStatement.ruleActionOverrides.0.name").ShouldBe("NoUserAgent_HEADER");
    }

    [Fact]
    public void All_distributions_log_into_the_network_s_bucket()
    {
        var bucket = _plan.Only("aws:s3/bucket:Bucket", "staging-logs").OutputText("arn");
        foreach (var name in Offered.Concat(Sites))
        {
            _plan.Only("aws:cloudwatch/logDeliverySource:LogDeliverySource", name).Text("resourceArn")
                .ShouldBe(_plan.Only(Distribution, name).OutputText("arn"));
            _plan.Only("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", name)
                .Text("deliveryDestinationConfiguration.destinationResourceArn").ShouldBe($"{bucket}/distributions/{name}");
            _plan.Only("aws:cloudwatch/logDelivery:LogDelivery", name).OutputText("region").ShouldBe("us-east-1");
        }
    }

    [Fact]
    public void The_viewer_alone_asks_who_enters_and_the_plan_does_not_know_it()
    {
        var function = _plan.Only(Code);
        _plan.Only(Distribution, "staging-viewer").Text("defaultCacheBehavior.functionAssociations.0.functionArn").ShouldBe(function.OutputText("arn"));
        var store = _plan.Only("aws:cloudfront/keyValueStore:KeyValueStore");
        function.Texts("keyValueStoreAssociations").ShouldBe([store.OutputText("arn")]);
        var entry = _plan.Only(Entry, "staging-viewer-user-readers");
        entry.Text("keyValueStoreArn").ShouldBe(store.OutputText("arn"));
        entry.Input("key").ShouldBe(new PropertyValue.Secret("[secret]"));
        entry.Text("value").ShouldBe("readers");
        PlanFile.Write(_plan).ShouldNotContain("parameter/library/staging/viewer/user-name");
        PlanFile.Write(_plan).ShouldNotContain("parameter/library/staging/viewer/password");
    }

    [Fact]
    public void Old_addresses_lead_to_new_ones()
    {
        var code = _plan.Only(Code).Text("code");
        code.ShouldContain("""{"from":"/collections/correspondence","below":false,"to":"/collections/letters","keepRest":false,"status":301}""");
        code.ShouldContain("""{"from":"/letters/volumes/","below":true,"to":"/collections/letters/","keepRest":true,"status":301}""");
        code.IndexOf("await basicAuth(", StringComparison.Ordinal).ShouldBeLessThan(code.IndexOf("await redirects(", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stack_that_says_nothing_of_it_asks_nobody_and_redirects_nobody()
    {
        var viewer = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Staging.Values["ecs-platform:viewer"])!;
        viewer.Remove("basicAuth");
        viewer.Remove("redirects");

        var plan = await StackPlans.OfAsync("staging", Staging.With("viewer", JsonSerializer.Serialize(viewer)));

        foreach (var type in new[] { Code, Entry, "aws:cloudfront/keyValueStore:KeyValueStore" })
        {
            plan.All(type).ShouldBeEmpty();
        }

        plan.All(Distribution).Count.ShouldBe(_plan.All(Distribution).Count);
    }
}
