using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Routing;

public class SharedLoadBalancerTests
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Listener = "aws:lb/listener:Listener";
    private const string ListenerCertificate = "aws:lb/listenerCertificate:ListenerCertificate";
    private const string Certificate = "arn:aws:acm:eu-west-1:111111111111:certificate/5e0a6b1c-8d2f-4c39-9a57-3f1e7d64b210";
    private const string WebAcl = "arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/staging/7f1b2c3d";
    private static readonly AwsAccount Account = Valid.Account;
    private static readonly CidrBlock Office = CidrBlock.Parse("198.51.100.0/24");

    [Fact]
    public async Task Defaults()
    {
        var args = await Args();
        args.AdditionalCertificateArns.ShouldBeEmpty();
        args.SslPolicy.ShouldBe("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
        args.Default.ShouldBe(new ListenerDefault.NotFound());
        args.IdleTimeoutSeconds.ShouldBe(60);
        args.DeletionProtection.ShouldBeTrue();
        args.DropInvalidHeaders.ShouldBeTrue();
        args.DesyncMitigation.ShouldBe(DesyncMitigation.Defensive);
        args.AccessLog.ShouldBeNull();
        args.ConnectionLog.ShouldBeNull();
        args.WebAclArn.ShouldBeNull();
        args.Problems("lb").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_problem_is_reported()
    {
        var args = await Args() with
        {
            Exposure = new Exposure.Internal([]),
            AdditionalCertificateArns = Additional([.. Enumerable.Range(0, 25).Select(i => $"c{i}"), "Wrong"]),
            SslPolicy = "ELBSecurityPolicy-TLS13-1-1-2021-06",
            IdleTimeoutSeconds = 0,
            AccessLog = new LoadBalancerLog("logs", ""),
            ConnectionLog = new LoadBalancerLog("logs", "x/AWSLogs"),
        };
        args.Problems("lb").Select(problem => problem.ToString()).ShouldBe([
            "lb.exposure.clients: nobody. Allowed: one range or more. Name the ranges whose clients may connect.",
            "lb.additionalCertificates: 26 certificates. Allowed: at most 25. Use certificates with more names or wildcards.",
            "lb.additionalCertificates: 'Wrong'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose another name for it.",
            "lb.sslPolicy: 'ELBSecurityPolicy-TLS13-1-1-2021-06'. Allowed: a policy that begins with ELBSecurityPolicy-TLS13-1-2- or " +
                "ELBSecurityPolicy-TLS13-1-3-. Choose one without TLS 1.1 and 1.0.",
            "lb.idleTimeout: 0 s. Allowed: 1 to 4000 s. Choose a timeout that AWS allows.",
            "lb.accessLog.prefix: ''. Allowed: a prefix without slashes at its ends and without AWSLogs, which AWS adds. " +
                "Give the prefix below which the bucket lets load balancers write.",
            "lb.connectionLog.prefix: 'x/AWSLogs'. Allowed: a prefix without slashes at its ends and without AWSLogs, which AWS adds. " +
                "Give the prefix below which the bucket lets load balancers write.",
        ]);
        (args with { IdleTimeoutSeconds = 4001 }).Problems("lb").Select(problem => problem.Found).ShouldContain("4001 s");
    }

    [Theory]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("a/b", true)]
    public void A_log_s_prefix_has_no_slashes_at_its_ends(string prefix, bool right) =>
        new LoadBalancerLog("logs", prefix).Problems("log").Any().ShouldBe(!right);

    [Fact]
    public void A_certificate_is_of_the_load_balancer_s_region_or_of_CloudFront_s()
    {
        const string OfCloudFront = "arn:aws:acm:us-east-1:111111111111:certificate/x";
        SharedLoadBalancerArgs.CertificateProblems("lb", Certificate, Account).ShouldBeEmpty();
        SharedLoadBalancerArgs.CertificateProblems("lb", OfCloudFront, Account).Select(problem => problem.ToString()).ShouldBe([
            "lb.certificate: 'arn:aws:acm:us-east-1:111111111111:certificate/x'. Allowed: an ARN that begins with " +
                "arn:aws:acm:eu-west-1:111111111111:certificate/. Use a certificate of the load balancer's account and region.",
        ]);
        SharedLoadBalancerArgs.CloudFrontCertificateProblems("site", OfCloudFront, Account).ShouldBeEmpty();
        SharedLoadBalancerArgs.CloudFrontCertificateProblems("site", Certificate, Account).Select(problem => problem.ToString()).ShouldBe([
            $"site.certificate: '{Certificate}'. Allowed: an ARN that begins with arn:aws:acm:us-east-1:111111111111:certificate/. " +
                "Use a certificate of the account in us-east-1: CloudFront takes no other.",
        ]);
    }

    [Fact]
    public async Task Certificates_and_web_ACLs_are_judged_when_they_are_known()
    {
        const string OfCloudFront = "arn:aws:acm:us-east-1:111111111111:certificate/x";
        const string OfOthers = "arn:aws:acm:eu-west-1:222222222222:certificate/x";
        const string Global = "arn:aws:wafv2:us-east-1:111111111111:global/webacl/site/x";
        (await FailureOf(args => args with { CertificateArn = Output.Create(OfCloudFront) })).ShouldContain(
            "SharedLoadBalancer 'test': 1 problem\n" +
            $"  test.certificate: '{OfCloudFront}'. Allowed: an ARN that begins with arn:aws:acm:eu-west-1:111111111111:certificate/. " +
            "Use a certificate of the load balancer's account and region.");
        (await FailureOf(args => args with { AdditionalCertificateArns = Additional("viewer").SetItem("viewer", OfOthers) })).ShouldContain(
            "SharedLoadBalancer 'test': 1 problem\n" +
            $"  test.additionalCertificates.viewer.certificate: '{OfOthers}'. Allowed: an ARN that begins with " +
            "arn:aws:acm:eu-west-1:111111111111:certificate/. Use a certificate of the load balancer's account and region.");
        (await FailureOf(args => args with { WebAclArn = Global })).ShouldContain(
            "SharedLoadBalancer 'test': 1 problem\n" +
            $"  test.webAcl: '{Global}'. Allowed: an ARN that begins with arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/. " +
            "Use a web ACL of the scope Regional in the load balancer's account and region.");
    }

    [Fact]
    public async Task HTTPS_answers_unknown_hosts_with_404_and_HTTP_redirects()
    {
        var plan = await PlanOf();
        var https = plan.Only(Listener, "test-https");
        https.Number("port").ShouldBe(443);
        https.Text("protocol").ShouldBe("HTTPS");
        https.Text("sslPolicy").ShouldBe("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
        https.Text("certificateArn").ShouldBe(Certificate);
        https.Text("defaultActions.0.type").ShouldBe("fixed-response");
        https.Text("defaultActions.0.fixedResponse.statusCode").ShouldBe("404");
        var http = plan.Only(Listener, "test-http");
        http.Number("port").ShouldBe(80);
        http.Text("defaultActions.0.type").ShouldBe("redirect");
        http.Text("defaultActions.0.redirect.statusCode").ShouldBe("HTTP_301");
        http.Text("defaultActions.0.redirect.protocol").ShouldBe("HTTPS");
    }

    [Fact]
    public async Task The_TLS_policy_can_be_chosen()
    {
        var plan = await PlanOf(args => args with { SslPolicy = "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09" });
        plan.Only(Listener, "test-https").Text("sslPolicy").ShouldBe("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09");
    }

    [Fact]
    public async Task More_certificates_are_attached_by_their_names()
    {
        (await PlanOf()).All(ListenerCertificate).ShouldBeEmpty();
        var plan = await PlanOf(args => args with { AdditionalCertificateArns = Additional("viewer", "search") });
        plan.All(ListenerCertificate).Select(attached => attached.Name).ShouldBe(["test-search", "test-viewer"]);
        var viewer = plan.Only(ListenerCertificate, "test-viewer");
        viewer.Text("certificateArn").ShouldBe("arn:aws:acm:eu-west-1:111111111111:certificate/viewer");
        viewer.Text("listenerArn").ShouldBe(plan.Only(Listener, "test-https").OutputText("arn"));
    }

    [Theory]
    [InlineData(true, "test-private")]
    [InlineData(false, "test-public")]
    public async Task It_stands_in_the_private_or_the_public_subnets(bool isInternal, string tier)
    {
        Exposure exposure = isInternal ? new Exposure.Internal([Office]) : new Exposure.InternetFacing([Office]);
        var plan = await PlanOf(args => args with { Exposure = exposure });
        var balancer = plan.Only(Balancer);
        balancer.Flag("internal").ShouldBe(isInternal);
        balancer.Texts("subnets").Count.ShouldBe(2);
        balancer.Texts("subnets").ShouldBe(plan.All("aws:ec2/subnet:Subnet").Where(subnet => subnet.Name.StartsWith(tier, StringComparison.Ordinal)).Select(subnet => subnet.Id!));
        plan.All("aws:cloudfront/vpcOrigin:VpcOrigin").ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_attributes_are_safe_unless_they_are_changed()
    {
        var byDefault = (await PlanOf()).Only(Balancer);
        byDefault.Text("loadBalancerType").ShouldBe("application");
        byDefault.Number("idleTimeout").ShouldBe(60);
        byDefault.Flag("enableDeletionProtection").ShouldBeTrue();
        byDefault.Flag("dropInvalidHeaderFields").ShouldBeTrue();
        byDefault.Text("desyncMitigationMode").ShouldBe("defensive");
        byDefault.Input("accessLogs").ShouldBeNull();
        byDefault.Input("connectionLogs").ShouldBeNull();
        var changed = (await PlanOf(args => args with
        {
            IdleTimeoutSeconds = 900,
            DeletionProtection = false,
            DropInvalidHeaders = false,
            DesyncMitigation = DesyncMitigation.Strictest,
        })).Only(Balancer);
        changed.Number("idleTimeout").ShouldBe(900);
        changed.Flag("enableDeletionProtection").ShouldBeFalse();
        changed.Flag("dropInvalidHeaderFields").ShouldBeFalse();
        changed.Text("desyncMitigationMode").ShouldBe("strictest");
    }

    [Fact]
    public async Task Logs_go_into_the_log_bucket_below_its_prefixes()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var logs = new LogBucket("logs", new LogBucketArgs { Account = Account });
            _ = new SharedLoadBalancer("test", Valid.LoadBalancer(new BaseNetwork("test", Valid.Network)) with
            {
                AccessLog = new LoadBalancerLog(logs.BucketName, LogBucket.LoadBalancerAccessPrefix),
                ConnectionLog = new LoadBalancerLog(logs.BucketName, LogBucket.LoadBalancerConnectionPrefix),
            });
        });
        var bucket = plan.Only("aws:s3/bucket:Bucket", "logs").OutputText("bucket");
        var balancer = plan.Only(Balancer);
        (balancer.Flag("accessLogs.enabled"), balancer.Text("accessLogs.bucket"), balancer.Text("accessLogs.prefix"))
            .ShouldBe((true, bucket, "load-balancer-access"));
        (balancer.Flag("connectionLogs.enabled"), balancer.Text("connectionLogs.bucket"), balancer.Text("connectionLogs.prefix"))
            .ShouldBe((true, bucket, "load-balancer-connections"));
        balancer.Dependencies.ShouldContain(plan.Only("aws:s3/bucketPolicy:BucketPolicy").Urn);
    }

    [Fact]
    public async Task A_web_ACL_sees_the_requests_first()
    {
        const string Association = "aws:wafv2/webAclAssociation:WebAclAssociation";
        (await PlanOf()).All(Association).ShouldBeEmpty();
        var plan = await PlanOf(args => args with { WebAclArn = Output.Create(WebAcl) });
        var association = plan.Only(Association, "test");
        association.Text("webAclArn").ShouldBe(WebAcl);
        association.Text("resourceArn").ShouldBe(plan.Only(Balancer).OutputText("arn"));
    }

    [Theory]
    [InlineData("test", "test")]
    [InlineData("digital-library-staging", "digital-library-staging")]
    [InlineData("digital-library-of-staging", "brary-of-staging-36uygo2")]
    public async Task A_long_name_is_shortened_for_AWS(string name, string shortened)
    {
        var plan = await TestPlan.OfAsync(() => { _ = new SharedLoadBalancer(name, Valid.LoadBalancer(new BaseNetwork("test", Valid.Network))); });
        plan.Only(Balancer).Name.ShouldBe(shortened);
        plan.Only(Listener, $"{name}-https");
    }

    [Fact]
    public async Task It_says_what_alarms_and_records_need()
    {
        var plan = await PlanOf();
        var component = plan.Only("ecs-platform:routing:SharedLoadBalancer");
        var balancer = plan.Only(Balancer);
        foreach (var output in new[] { "arn", "arnSuffix", "dnsName", "zoneId" })
        {
            component.OutputText(output).ShouldBe(balancer.OutputText(output));
        }

        balancer.OutputText("arn").ShouldEndWith($"loadbalancer/{component.OutputText("arnSuffix")}");
        component.OutputText("arnSuffix").ShouldStartWith("app/");
        component.OutputText("httpsListenerArn").ShouldBe(plan.Only(Listener, "test-https").OutputText("arn"));
        component.OutputText("securityGroupId").ShouldBe(plan.Only("aws:ec2/securityGroup:SecurityGroup").Id);
        component.Output("vpcOriginId").ShouldBeOneOf(null, PropertyValue.Null.Value);
    }

    [Fact]
    public async Task Only_the_named_clients_may_connect_and_nothing_leaves()
    {
        var plan = await PlanOf(args => args with { Exposure = new Exposure.InternetFacing([Office, CidrBlock.Parse("203.0.113.7/32")]) });
        plan.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
            .Select(rule => (rule.Name, rule.Text("cidrIpv4"), rule.Number("fromPort"), rule.Number("toPort"), rule.Text("ipProtocol")))
            .ShouldBe([
                ("test-lb-443-from-198.51.100.0/24", "198.51.100.0/24", 443, 443, "tcp"),
                ("test-lb-443-from-203.0.113.7/32", "203.0.113.7/32", 443, 443, "tcp"),
                ("test-lb-80-from-198.51.100.0/24", "198.51.100.0/24", 80, 80, "tcp"),
                ("test-lb-80-from-203.0.113.7/32", "203.0.113.7/32", 80, 80, "tcp"),
            ]);
        plan.All("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").ShouldBeEmpty();
    }

    private static ImmutableSortedDictionary<string, Input<string>> Additional(params string[] names) => names.ToImmutableSortedDictionary(
        name => name, name => (Input<string>)$"arn:aws:acm:eu-west-1:111111111111:certificate/{name}", StringComparer.Ordinal);

    private static async Task<string> FailureOf(Func<SharedLoadBalancerArgs, SharedLoadBalancerArgs> vary) =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(vary))).Message;

    private static async Task<SharedLoadBalancerArgs> Args()
    {
        SharedLoadBalancerArgs? args = null;
        await TestPlan.OfAsync(() => { args = Valid.LoadBalancer(new BaseNetwork("test", Valid.Network)); });
        return args!;
    }

    private static Task<Plan> PlanOf(Func<SharedLoadBalancerArgs, SharedLoadBalancerArgs>? vary = null) => TestPlan.OfAsync(() =>
    {
        var args = Valid.LoadBalancer(new BaseNetwork("test", Valid.Network));
        _ = new SharedLoadBalancer("test", vary is null ? args : vary(args));
    });
}
