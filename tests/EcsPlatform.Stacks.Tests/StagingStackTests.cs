using EcsPlatform.Plans;
using EcsPlatform.Plans.Files;
using EcsPlatform.Testing;
using EcsPlatform.Testing.Rules;

namespace EcsPlatform.Stacks.Tests;

public sealed class StagingStackTests : IAsyncLifetime
{
    private Plan _plan = null!;

    public async Task InitializeAsync() => _plan = await StackPlans.Staging;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void The_viewer_has_its_figures()
    {
        var task = _plan.Only("aws:ecs/taskDefinition:TaskDefinition", "staging-viewer");
        task.Text("memory").ShouldBe("3520");
        task.Text("networkMode").ShouldBe("awsvpc");
        var container = task.Json("containerDefinitions")[0];
        container.GetProperty("name").GetString().ShouldBe("viewer");
        container.GetProperty("cpu").GetInt32().ShouldBe(2048);
        container.GetProperty("memory").GetInt32().ShouldBe(3520);
        container.GetProperty("memoryReservation").GetInt32().ShouldBe(1024);
        container.GetProperty("portMappings")[0].GetProperty("containerPort").GetInt32().ShouldBe(8080);
        container.GetProperty("image").GetString().ShouldBe(
            "111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/viewer@sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2");
        var target = _plan.Only("aws:lb/targetGroup:TargetGroup", "staging-viewer");
        target.Number("port").ShouldBe(8080);
        target.Text("healthCheck.path").ShouldBe("/");
        target.Text("healthCheck.matcher").ShouldBe("200");
        target.Number("healthCheck.interval").ShouldBe(60);
        var service = _plan.Only("aws:ecs/service:Service", "staging-viewer");
        service.Number("deploymentMinimumHealthyPercent").ShouldBe(100);
        service.Number("deploymentMaximumPercent").ShouldBe(200);
        _plan.Only("aws:efs/accessPoint:AccessPoint", "staging-viewer-data").Text("rootDirectory.path").ShouldBe("/data");
    }

    [Fact]
    public void Services_share_a_log_group_that_exists_and_whose_events_go_on()
    {
        var filter = _plan.Only("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "staging-services");
        (filter.Text("logGroup"), filter.Text("destinationArn")).ShouldBe(("/ecs/library-staging", "arn:aws:logs:eu-west-1:222222222222:destination:library-logs"));
        foreach (var service in new[] { "viewer", "services", "search", "content-loader" })
        {
            _plan.Only("aws:ecs/taskDefinition:TaskDefinition", $"staging-{service}").Text("containerDefinitions").ShouldContain("\"awslogs-group\":\"/ecs/library-staging\"");
        }
    }

    [Fact]
    public void The_network_keeps_its_ranges_and_has_one_NAT_gateway()
    {
        _plan.Only("aws:ec2/vpc:Vpc").Text("cidrBlock").ShouldBe("10.88.0.0/22");
        _plan.All("aws:ec2/subnet:Subnet").Select(subnet => (subnet.Name, subnet.Text("cidrBlock"))).ShouldBe([
            ("staging-private-1", "10.88.0.128/26"),
            ("staging-private-2", "10.88.0.192/26"),
            ("staging-public-1", "10.88.0.0/26"),
            ("staging-public-2", "10.88.0.64/26"),
        ]);
        _plan.All("aws:ec2/natGateway:NatGateway").Count.ShouldBe(1);
    }

    [Fact]
    public void The_cluster_has_its_instances()
    {
        var group = _plan.Only("aws:autoscaling/group:Group");
        (group.Number("minSize"), group.Number("desiredCapacity"), group.Number("maxSize")).ShouldBe((1, 4, 5));
        _plan.Only("aws:ec2/launchTemplate:LaunchTemplate").Text("instanceType").ShouldBe("t3.medium");
    }

    [Fact]
    public void The_load_balancer_is_reached_from_the_network_and_from_CloudFront_only()
    {
        _plan.Only("aws:cloudfront/vpcOrigin:VpcOrigin").Text("vpcOriginEndpointConfig.arn")
            .ShouldBe(_plan.Only("aws:lb/loadBalancer:LoadBalancer").OutputText("arn"));
        _plan.Only("aws:lb/loadBalancer:LoadBalancer").Flag("internal").ShouldBeTrue();
        _plan.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
            .Where(rule => rule.Input("cidrIpv4") is not null)
            .ShouldAllBe(rule => rule.Text("cidrIpv4") == "10.88.0.0/22");
    }

    [Fact]
    public void Only_components_and_the_providers_lie_directly_below_the_stack() =>
        _plan.Resources.Where(resource => resource.Parent == _plan.Root.Urn && resource.Custom).Select(resource => resource.Type)
            .ShouldBe(["pulumi:providers:aws", "pulumi:providers:aws"]);

    [Fact]
    public void Everything_uses_the_stack_s_providers_which_refuse_other_accounts_and_tag_alike()
    {
        var providers = _plan.All("pulumi:providers:aws");
        providers.Select(provider => provider.Text("region")).ShouldBe(["eu-west-1", "us-east-1"]);
        providers.ShouldAllBe(provider => provider.Text("allowedAccountIds").Contains("111111111111"));
        providers.Select(provider => provider.Text("defaultTags")).Distinct().ShouldHaveSingleItem().ShouldContain("staging");
        _plan.Resources.Where(resource => resource.Custom && !providers.Contains(resource))
            .ShouldAllBe(resource => resource.Provider == Reference(IsOfCloudFront(resource) ? providers[1] : providers[0]));
    }

    [Fact]
    public void Distributions_have_a_web_ACL_that_blocks_and_that_lets_long_queries_through()
    {
        var rules = _plan.Only("aws:wafv2/webAcl:WebAcl", "staging-cloudfront").Input("rules").ShouldBeOfType<PropertyValue.List>().Items;
        rules.Length.ShouldBe(3);
        rules.ShouldAllBe(rule => ((PropertyValue.Map)rule).Entries.ContainsKey("overrideAction"));
        _plan.Only("aws:wafv2/webAcl:WebAcl", "staging-cloudfront").Text("rules.1.statement.managedRuleGroupStatement.ruleActionOverrides.0.name")
            .ShouldBe("SizeRestrictions_QUERYSTRING");
    }

    [Fact]
    public void Logs_and_shared_data_have_buckets()
    {
        var balancer = _plan.Only("aws:lb/loadBalancer:LoadBalancer");
        balancer.Text("accessLogs.bucket").ShouldBe(_plan.Only("aws:s3/bucket:Bucket", "staging-logs").OutputText("bucket"));
        balancer.Text("connectionLogs.bucket").ShouldBe(balancer.Text("accessLogs.bucket"));
        _plan.Only("aws:s3/bucket:Bucket", "staging-data").Protect.ShouldBeTrue();
        _plan.Only("aws:route53/zone:Zone").External.ShouldBeTrue();
    }

    // Staging may be taken down: what is meant for environments that stay is not asked of its load balancer. The code of the functions is as it
    // is: only one of them tells which messages failed (LMB-05), those that copy may run as often as there are messages (LMB-06), and what fails
    // to be copied to the file system is not tried again (MSG-04).
    [Fact]
    public void It_keeps_the_rules_of_security_and_reliability()
    {
        string[] copying = ["copy-file-to-efs", "file-unchanged-copy", "html-translate-urls", "json-translate-urls"];
        string[] silent = [.. copying, "ark-ingestion", "collection-solr-listener", "solr-listener", "tei-processing", "transkribus-ingest"];
        PlanRules.Findings(_plan).Select(finding => $"{finding.Split(':')[0]} {finding.Split("::")[^1]}").ShouldBe(
            [
                "ELB-07 staging",
                "ELB-11 staging-content-loader",
                .. silent.Select(function => $"LMB-05 staging-{function}"),
                .. copying.Append("copy-tei-assets").Select(function => $"LMB-06 staging-{function}"),
                "MSG-04 staging-copy-file-to-efs",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Nothing_is_unknown_and_every_image_is_pinned()
    {
        var text = PlanFile.Write(_plan);
        text.ShouldNotContain("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
        foreach (var task in _plan.All("aws:ecs/taskDefinition:TaskDefinition"))
        {
            task.Json("containerDefinitions").EnumerateArray().ShouldAllBe(container => container.GetProperty("image").GetString()!.Contains("@sha256:"));
        }
    }

    [Fact]
    public void Its_outputs_say_where_it_is() => _plan.Root.Outputs.Entries.Keys.ShouldBe([
        "clusterName", "contentBucketNames", "dataBucketName", "loadBalancerDnsName", "nameServers", "services", "troubleshooting", "vpcId",
    ]);

    [Fact]
    public void Its_outputs_say_what_each_service_should_run()
    {
        _plan.Root.OutputText("services.viewer.cluster").ShouldBe(_plan.Only("aws:ecs/cluster:Cluster").OutputText("name"));
        _plan.Root.OutputText("services.viewer.service").ShouldBe(_plan.Only("aws:ecs/service:Service", "staging-viewer").OutputText("name"));
        _plan.Root.OutputText("services.viewer.taskDefinition").ShouldBe(_plan.Only("aws:ecs/taskDefinition:TaskDefinition", "staging-viewer").OutputText("arn"));
        _plan.Root.OutputText("services.viewer.url").ShouldBe("https://staging-viewer.library.example.org");
    }

    // The VPC origin belongs to the load balancer.
    private static bool IsOfCloudFront(PlannedResource resource) =>
        resource.Urn.Contains("Distribution$", StringComparison.Ordinal) || resource.Urn.Contains("SharedResponseHeaders$", StringComparison.Ordinal) || resource.Urn.Contains("WebAcl$", StringComparison.Ordinal);

    private static string Reference(PlannedResource provider) => $"{provider.Urn}::{provider.Id}";
}
