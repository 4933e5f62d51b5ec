using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Testing.Rules;

namespace EcsPlatform.Stacks.Tests;

public sealed class LiveStackTests : IAsyncLifetime
{
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string WebAcl = "aws:wafv2/webAcl:WebAcl";

    private Plan _plan = null!;

    public async Task InitializeAsync() => _plan = await StackPlans.AsItIs("live");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Readers_reach_its_sites_without_the_environment_in_their_names() =>
        _plan.All(Distribution).Select(distribution => $"{distribution.Name}: {string.Join(' ', distribution.Texts("aliases"))}").Order(StringComparer.Ordinal).ShouldBe([
            "live-image-server: rti-images.library.example.org",
            "live-releases: transcriptions.library.example.org",
            "live-search: search.library.example.org",
            "live-services: services.library.example.org",
            "live-viewer: library.example.org viewer.library.example.org",
        ]);

    [Fact]
    public void The_domain_itself_leads_to_the_viewer()
    {
        var viewer = _plan.Only(Distribution, "live-viewer");
        _plan.All("aws:route53/record:Record").Where(record => record.Text("name") == "library.example.org")
            .Select(record => (record.Text("type"), record.Text("aliases.0.name"))).ShouldBe([
                ("A", viewer.OutputText("domainName")), ("AAAA", viewer.OutputText("domainName")),
            ]);
        _plan.Only("aws:lb/listenerRule:ListenerRule", "live-viewer").Texts("conditions.0.hostHeader.values")
            .ShouldBe(["library.example.org", "viewer.library.example.org"], ignoreOrder: true);
    }

    [Fact]
    public void Pages_of_every_site_may_read_the_viewer_s_answers_and_nobody_is_asked_for_a_password()
    {
        var functions = _plan.All("aws:cloudfront/function:Function").ShouldHaveSingleItem();
        functions.Text("code").ShouldContain("access-control-allow-origin");
        _plan.Only(Distribution, "live-viewer").Text("defaultCacheBehavior.functionAssociations.0.eventType").ShouldBe("viewer-response");
    }

    [Theory]
    [InlineData("live-cloudfront", "ip-reputation common known-bad-inputs rate bots-not-1 bots-not-2 bots-not-3 bots-not-4 bots-not-5 bots-not-6 bots-not-7 bots", 300)]
    [InlineData("live-viewer", "ip-reputation common known-bad-inputs trusted user-agents rate bots-not-1 bots-not-2 bots-not-3 bots-not-4 bots-not-5 bots-not-6 bots-not-7 bots", 6000)]
    [InlineData("live-transcriptions", "ip-reputation common known-bad-inputs", 300)]
    [InlineData("live-search", "ip-reputation common known-bad-inputs questions-1 questions-2 questions-3", 300)]
    public void Web_ACLs_block_in_this_order(string name, string rules, int immunity)
    {
        var webAcl = _plan.Only(WebAcl, name);
        var names = ((PropertyValue.List)webAcl.Input("rules")!).Items.Select((_, i) => webAcl.Text($"rules.{i}.name"));
        string.Join(' ', names).ShouldBe(rules);
        webAcl.Number("challengeConfig.immunityTimeProperty.immunityTime").ShouldBe(immunity);
        (webAcl.Input("defaultAction.block") is not null).ShouldBe(name == "live-search");
    }

    [Fact]
    public void Bots_are_judged_by_what_they_do_and_challenged()
    {
        var webAcl = _plan.Only(WebAcl, "live-viewer");
        const string Bots = "rules.13.statement.managedRuleGroupStatement";
        webAcl.Text($"{Bots}.name").ShouldBe("AWSManagedRulesBotControlRuleSet");
        var level = webAcl.Input($"{Bots}.managedRuleGroupConfigs.0.awsManagedRulesBotControlRuleSet").ShouldBeOfType<PropertyValue.Map>();
        level.Entries.Keys.ShouldBe(["enableMachineLearning", "inspectionLevel"]);
        Enumerable.Range(0, 4).Select(i => webAcl.Text($"{Bots}.ruleActionOverrides.{i}.name")).ShouldBe([
            "TGT_SignalAutomatedBrowser", "TGT_SignalBrowserInconsistency", "TGT_VolumetricIpTokenAbsent", "TGT_VolumetricSession",
        ]);
        webAcl.Text("rules.3.statement.ipSetReferenceStatement.arn").ShouldBe(_plan.Only("aws:wafv2/ipSet:IpSet", "live-viewer-trusted").OutputText("arn"));
        _plan.Only("aws:wafv2/ipSet:IpSet", "live-viewer-trusted").Texts("addresses").ShouldBe(["192.0.2.0/24"]);
        (webAcl.Number("rules.5.statement.rateBasedStatement.limit"), webAcl.Number("rules.5.statement.rateBasedStatement.evaluationWindowSec")).ShouldBe((300, 120));
        Enumerable.Range(3, 3).Select(i => _plan.Only(WebAcl, "live-search").Text($"rules.{i}.statement.byteMatchStatement.searchString"))
            .ShouldBe(["/collections", "/items", "/summary"]);
    }

    [Fact]
    public void Its_three_functions_index_and_copy_what_is_released()
    {
        string[] functions = ["collection-solr-listener", "copy-file-to-efs", "solr-listener"];
        _plan.All("aws:lambda/function:Function").Select(function => function.Name)
            .ShouldBe([.. functions.Select(function => $"live-{function}"), "live-summary"], ignoreOrder: true);
        _plan.All("aws:sqs/queue:Queue").Select(queue => queue.Name)
            .ShouldBe(functions.SelectMany(function => new[] { $"live-{function}", $"live-{function}-dead-letter" }), ignoreOrder: true);
        _plan.Only("aws:sqs/queue:Queue", "live-solr-listener").Number("delaySeconds").ShouldBe(10);
        _plan.Only("aws:lambda/eventSourceMapping:EventSourceMapping", "live-solr-listener").Number("scalingConfig.maximumConcurrency").ShouldBe(35);
        _plan.Only("aws:lambda/eventSourceMapping:EventSourceMapping", "live-collection-solr-listener").Number("scalingConfig.maximumConcurrency").ShouldBe(5);
        _plan.Only("aws:sqs/queue:Queue", "live-copy-file-to-efs").Json("redrivePolicy").GetProperty("maxReceiveCount").GetInt32().ShouldBe(3);
    }

    [Fact]
    public void They_hear_of_released_objects_only()
    {
        var bucket = _plan.All("aws:s3/bucketNotification:BucketNotification").ShouldHaveSingleItem();
        bucket.Name.ShouldBe("live-releases");
        var queues = ((PropertyValue.List)bucket.Input("queues")!).Items.Length;
        Enumerable.Range(0, queues).Select(i => $"{bucket.Text($"queues.{i}.filterPrefix")} {Suffix(bucket, i)}".Trim()).Order(StringComparer.Ordinal).ShouldBe([
            "cudl.dl-dataset.json", "cudl.ui.json5", "json/ .json", "pages/", "solr-json/ .json", "ui/",
        ]);
        (bucket.Text("topics.0.filterPrefix"), bucket.Text("topics.0.filterSuffix")).ShouldBe(("collections/", ".json"));
        _plan.All("aws:sns/topicSubscription:TopicSubscription").Count.ShouldBe(2);
    }

    [Fact]
    public void A_task_has_an_instance_for_itself_and_a_fourth_one_takes_the_next_version()
    {
        var group = _plan.Only("aws:autoscaling/group:Group");
        (group.Number("minSize"), group.Number("desiredCapacity"), group.Number("maxSize")).ShouldBe((1, 3, 4));
        var template = _plan.Only("aws:ec2/launchTemplate:LaunchTemplate");
        template.Text("instanceType").ShouldBe("t3.large");
        var userData = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(template.Text("userData")));
        userData.ShouldContain("ECS_RESERVED_MEMORY=256");
        userData.ShouldContain("vm.swappiness = 1");
        _plan.All("aws:ecs/taskDefinition:TaskDefinition").Count.ShouldBe(3);
        _plan.All("aws:ecs/taskDefinition:TaskDefinition").ShouldAllBe(task => task.Text("memory") == "7424");
        foreach (var service in new[] { "viewer", "services" })
        {
            var rolling = _plan.Only("aws:ecs/service:Service", $"live-{service}");
            (rolling.Number("deploymentMinimumHealthyPercent"), rolling.Number("deploymentMaximumPercent")).ShouldBe((100, 200));
        }
    }

    [Fact]
    public void What_readers_depend_on_is_protected()
    {
        _plan.Only("aws:lb/loadBalancer:LoadBalancer").Flag("enableDeletionProtection").ShouldBeTrue();
        _plan.Only("aws:ecs/cluster:Cluster").Protect.ShouldBeTrue();
        _plan.Only("aws:autoscaling/group:Group").Protect.ShouldBeTrue();
        _plan.All("aws:s3/bucket:Bucket").Where(bucket => bucket.Name != "live-logs").ShouldAllBe(bucket => bucket.Protect);
        var systems = _plan.All("aws:efs/fileSystem:FileSystem");
        systems.Select(system => system.Name).ShouldBe(["live-files", "live-search-index"], ignoreOrder: true);
        systems.ShouldAllBe(system => system.Protect && system.Input("throughputMode") == null);
    }

    [Fact]
    public void Statistics_are_stored_each_day()
    {
        _plan.Only("aws:scheduler/schedule:Schedule").Text("scheduleExpression").ShouldBe("rate(1 day)");
        var function = _plan.Only("aws:lambda/function:Function", "live-summary");
        var variables = function.Input("environment.variables").ShouldBeOfType<PropertyValue.Map>().Entries.Values;
        variables.ShouldContain(new PropertyValue.Text("https://search.library.example.org/summary?format=sdmx"));
        variables.ShouldContain(new PropertyValue.Text("library-reports"));
        _plan.Only("aws:cloudwatch/metricAlarm:MetricAlarm", "live-summary-errors").Texts("alarmActions")
            .ShouldBe(["arn:aws:sns:eu-west-1:111111111111:library-operators"]);
    }

    // The code of the functions is as it is: neither tells which messages failed (LMB-05), and the one that copies may run as often as there
    // are messages (LMB-06).
    [Fact]
    public void It_keeps_the_rules_of_security_and_reliability() =>
        PlanRules.Findings(_plan).Select(finding => $"{finding.Split(':')[0]} {finding.Split("::")[^1]}").ShouldBe(
            [
                "LMB-05 live-collection-solr-listener", "LMB-05 live-copy-file-to-efs", "LMB-05 live-solr-listener", "LMB-06 live-copy-file-to-efs",
            ],
            ignoreOrder: true);

    private static string Suffix(PlannedResource bucket, int queue) => bucket.Input($"queues.{queue}.filterSuffix") is null ? "" : bucket.Text($"queues.{queue}.filterSuffix");
}
