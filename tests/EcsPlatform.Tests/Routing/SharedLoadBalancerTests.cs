using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Routing;

public class SharedLoadBalancerTests
{
    [Fact]
    public async Task Defaults()
    {
        var args = await Args();
        args.SslPolicy.ShouldBe("ELBSecurityPolicy-TLS13-1-2-Res-2021-06");
        args.IdleTimeoutSeconds.ShouldBe(60);
        args.DeletionProtection.ShouldBeTrue();
        args.Problems("lb").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_problem_is_reported()
    {
        var args = await Args() with
        {
            AllowedClients = [],
            CertificateArn = "arn:aws:acm:us-east-1:111111111111:certificate/x",
            IdleTimeoutSeconds = 0,
        };
        args.Problems("lb").Select(problem => problem.ToString()).ShouldBe([
            "lb.allowedClients: nobody. Allowed: one range or more. Name the ranges whose clients may connect.",
            "lb.certificate: 'arn:aws:acm:us-east-1:111111111111:certificate/x'. Allowed: an ARN that begins with " +
                "arn:aws:acm:eu-west-1:111111111111:certificate/. Use a certificate of the load balancer's account and region.",
            "lb.idleTimeout: 0 s. Allowed: 1 to 4000 s. Choose a timeout that AWS allows.",
        ]);
    }

    [Fact]
    public async Task HTTPS_answers_unknown_hosts_with_404_and_HTTP_redirects()
    {
        var plan = await PlanOf();
        var https = plan.Only("aws:lb/listener:Listener", "test-https");
        https.Number("port").ShouldBe(443);
        https.Text("protocol").ShouldBe("HTTPS");
        https.Text("sslPolicy").ShouldBe("ELBSecurityPolicy-TLS13-1-2-Res-2021-06");
        https.Text("certificateArn").ShouldStartWith("arn:aws:acm:eu-west-1:");
        https.Text("defaultActions.0.type").ShouldBe("fixed-response");
        https.Text("defaultActions.0.fixedResponse.statusCode").ShouldBe("404");
        var http = plan.Only("aws:lb/listener:Listener", "test-http");
        http.Number("port").ShouldBe(80);
        http.Text("defaultActions.0.type").ShouldBe("redirect");
        http.Text("defaultActions.0.redirect.statusCode").ShouldBe("HTTP_301");
        http.Text("defaultActions.0.redirect.protocol").ShouldBe("HTTPS");
    }

    [Theory]
    [InlineData(true, "test-private")]
    [InlineData(false, "test-public")]
    public async Task It_stands_in_the_private_or_the_public_subnets(bool isInternal, string tier)
    {
        var plan = await PlanOf(args => args with { Internal = isInternal, IdleTimeoutSeconds = 900, DeletionProtection = false });
        var balancer = plan.Only("aws:lb/loadBalancer:LoadBalancer");
        balancer.Flag("internal").ShouldBe(isInternal);
        balancer.Number("idleTimeout").ShouldBe(900);
        balancer.Flag("enableDeletionProtection").ShouldBeFalse();
        balancer.Flag("dropInvalidHeaderFields").ShouldBeTrue();
        balancer.Text("desyncMitigationMode").ShouldBe("defensive");
        balancer.Texts("subnets").ShouldBe(plan.All("aws:ec2/subnet:Subnet").Where(subnet => subnet.Name.StartsWith(tier, StringComparison.Ordinal)).Select(subnet => subnet.Id!));
    }

    [Fact]
    public async Task Only_the_named_clients_may_connect_and_nothing_leaves()
    {
        var plan = await PlanOf();
        plan.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Select(rule => (rule.Text("cidrIpv4"), rule.Number("fromPort"), rule.Number("toPort")))
            .ShouldBe([("10.0.0.0/16", 443, 443), ("10.0.0.0/16", 80, 80)]);
        plan.All("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").ShouldBeEmpty();
    }

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
