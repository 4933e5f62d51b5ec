using EcsPlatform.Plans;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Testing;
using EcsPlatform.Testing.Rules;

namespace EcsPlatform.Stacks.Tests;

/// <summary>Sandboxes and test: what lives for days, for few clients.</summary>
public sealed class ShortLivedStackTests
{
    public static TheoryData<string, string> Stacks => new() { { "sandbox", "anna-sandbox" }, { "test", "test" } };

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task All_names_begin_with_the_environment_s(string stack, string environment)
    {
        var plan = await StackPlans.AsItIs(stack);
        // The endpoint of S3 is called after the service, by awsx, and a target group has no room for a long name.
        string[] others = ["pulumi:providers:aws", "aws:ec2/vpcEndpoint:VpcEndpoint", "aws:lb/targetGroup:TargetGroup"];
        plan.Resources.Where(resource => resource.Custom && !resource.External && !others.Contains(resource.Type))
            .ShouldAllBe(resource => resource.Name.StartsWith(environment, StringComparison.Ordinal));
        plan.Only("aws:ecs/cluster:Cluster").Name.ShouldBe(environment);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Clients_from_elsewhere_are_blocked_before_any_other_rule(string stack, string environment)
    {
        var plan = await StackPlans.AsItIs(stack);
        var webAcls = plan.All("aws:wafv2/webAcl:WebAcl");
        webAcls.Select(webAcl => webAcl.Name).ShouldContain($"{environment}-cloudfront");
        foreach (var webAcl in webAcls)
        {
            var set = plan.Only("aws:wafv2/ipSet:IpSet", $"{webAcl.Name}-elsewhere");
            set.Texts("addresses").ShouldBe(["192.0.2.0/24"]);
            webAcl.Text("rules.0.statement.notStatement.statement.ipSetReferenceStatement.arn").ShouldBe(set.OutputText("arn"));
            webAcl.Input("rules.0.action.block").ShouldNotBeNull();
        }

        plan.All("aws:cloudfront/distribution:Distribution").ShouldAllBe(
            distribution => webAcls.Any(webAcl => webAcl.OutputText("arn") == distribution.Text("webAclId")));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task It_stops_each_evening_by_the_local_clock(string stack, string environment)
    {
        var plan = await StackPlans.AsItIs(stack);
        var schedules = plan.All("aws:scheduler/schedule:Schedule");
        schedules.ShouldAllBe(schedule => schedule.Text("scheduleExpression") == "cron(0 20 * * ? *)" && schedule.Text("scheduleExpressionTimezone") == "Europe/London");
        schedules.Select(schedule => schedule.Name).ShouldBe(
            plan.All("aws:ecs/service:Service").Select(service => $"{environment}-stop-service-{service.Name[(environment.Length + 1)..]}")
                .Append($"{environment}-stop-instances"),
            ignoreOrder: true);
        plan.Only("aws:autoscaling/group:Group").Number("minSize").ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Nothing_keeps_it_from_going(string stack, string environment)
    {
        var plan = await StackPlans.AsItIs(stack);
        plan.Resources.ShouldAllBe(resource => !resource.Protect);
        plan.All("aws:s3/bucket:Bucket").ShouldAllBe(bucket => bucket.Flag("forceDestroy"));
        plan.Only("aws:lb/loadBalancer:LoadBalancer", environment).Flag("enableDeletionProtection").ShouldBeFalse();
        plan.Only("aws:autoscaling/group:Group").Flag("protectFromScaleIn").ShouldBeFalse();
        plan.Only("aws:ecs/capacityProvider:CapacityProvider").Text("autoScalingGroupProvider.managedTerminationProtection").ShouldBe("DISABLED");
        plan.All("aws:ecs/service:Service").ShouldAllBe(service => service.Flag("forceDelete"));
        plan.All("aws:efs/backupPolicy:BackupPolicy").Count.ShouldBe(plan.All("aws:efs/fileSystem:FileSystem").Count);
        plan.All("aws:efs/backupPolicy:BackupPolicy").ShouldAllBe(policy => policy.Text("backupPolicy.status") == "DISABLED");
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task It_has_a_domain_with_certificates_and_spot_instances_of_its_own(string stack, string environment)
    {
        var plan = await StackPlans.AsItIs(stack);
        var certificates = plan.All("aws:acm/certificate:Certificate");
        certificates.Count.ShouldBe(2);
        certificates.ShouldAllBe(certificate => certificate.Text("domainName") == $"*.{stack}.example.org");
        plan.All("aws:acm/certificateValidation:CertificateValidation").Count.ShouldBe(2);
        plan.Only("aws:cloudfront/distribution:Distribution", $"{environment}-viewer").Texts("aliases").ShouldBe([$"{environment}-viewer.{stack}.example.org"]);
        plan.Only("aws:autoscaling/group:Group").Number("mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity").ShouldBe(0);
    }

    [Fact]
    public async Task A_sandbox_has_all_functions_and_shows_what_is_not_released_yet()
    {
        var plan = await StackPlans.AsItIs("sandbox");
        plan.All("aws:lambda/function:Function").Count.ShouldBe(10);
        var releases = plan.Only("aws:s3/bucketNotification:BucketNotification", "anna-sandbox-releases");
        var queues = ((PropertyValue.List)releases.Input("queues")!).Items.Length;
        Enumerable.Range(0, queues).Select(i => releases.Text($"queues.{i}.filterPrefix"))
            .Where(prefix => prefix.StartsWith("unreleased/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(["unreleased/json/", "unreleased/solr-json/"]);
        var writer = plan.Only("aws:iam/rolePolicy:RolePolicy", "anna-sandbox-tei-processing").Text("policy");
        writer.ShouldContain("/unreleased/json/*");
        writer.ShouldContain("/unreleased/solr-json/*");
        (await StackPlans.Staging).Only("aws:iam/rolePolicy:RolePolicy", "staging-tei-processing").Text("policy").ShouldNotContain("unreleased");
        plan.Only("aws:lambda/eventSourceMapping:EventSourceMapping", "anna-sandbox-collection-solr-listener").Number("scalingConfig.maximumConcurrency").ShouldBe(2);
        plan.Only("aws:lambda/eventSourceMapping:EventSourceMapping", "anna-sandbox-ark-ingestion").Number("scalingConfig.maximumConcurrency").ShouldBe(40);
    }

    [Fact]
    public async Task A_sandbox_s_viewer_is_for_reading_and_asks_who_enters_and_its_editors_come_from_any_country()
    {
        var plan = await StackPlans.AsItIs("sandbox");
        var viewer = plan.Only("aws:cloudfront/distribution:Distribution", "anna-sandbox-viewer");
        viewer.Texts("defaultCacheBehavior.allowedMethods").ShouldBe(["GET", "HEAD", "OPTIONS"]);
        viewer.Text("defaultCacheBehavior.functionAssociations.0.functionArn").ShouldBe(plan.Only("aws:cloudfront/function:Function").OutputText("arn"));
        var loader = plan.Only("aws:wafv2/webAcl:WebAcl", "anna-sandbox-content-loader");
        Enumerable.Range(0, 4).Select(i => loader.Text($"rules.{i}.name")).ShouldBe(["elsewhere", "ip-reputation", "common", "known-bad-inputs"]);
        (loader.Input("rules.4"), loader.Input("defaultAction.allow") is not null).ShouldBe((null, true));
    }

    [Fact]
    public async Task Test_has_the_services_that_readers_use_and_no_functions()
    {
        var plan = await StackPlans.AsItIs("test");
        plan.All("aws:ecs/service:Service").Select(service => service.Name).ShouldBe(["test-search", "test-services", "test-viewer"]);
        plan.All("aws:lambda/function:Function").ShouldBeEmpty();
    }

    [Fact]
    public async Task There_can_be_any_number_of_sandboxes()
    {
        var config = ConfigOf.Stack("sandbox").With("owner", "ben");
        StackPrograms.Problems("sandbox-2", config).ShouldBeEmpty();
        PlatformSettings.Read("sandbox-2", config).Name.ShouldBe("ben-sandbox-2");
        var plan = await StackPlans.OfAsync("sandbox", config);
        plan.Only("aws:ecs/cluster:Cluster").Name.ShouldBe("ben-sandbox");
        plan.All("pulumi:providers:aws").ShouldAllBe(provider => provider.Text("defaultTags").Contains("\"Owner\": \"ben\"", StringComparison.Ordinal));
        StackPrograms.Problems("sandbox-", config).ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task It_keeps_the_rules_but_for_what_makes_it_short_lived(string stack, string environment)
    {
        var findings = PlanRules.Findings(await StackPlans.AsItIs(stack));
        string[] expected = stack == "test" ? ["EFS-02", "EFS-06", "ELB-07", "S3-08"] : ["EFS-02", "EFS-06", "ELB-07", "ELB-11", "LMB-05", "LMB-06", "MSG-04", "S3-08"];
        findings.Select(finding => finding.Split(':')[0]).Distinct().Order(StringComparer.Ordinal).ShouldBe(expected);
        // A target group has no room for the environment's name.
        findings.Where(finding => !finding.Contains("aws:lb/targetGroup:TargetGroup::", StringComparison.Ordinal)).ShouldAllBe(finding => finding.Contains(environment, StringComparison.Ordinal));
    }
}
