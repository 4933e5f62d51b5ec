using System.Collections.Immutable;
using EcsPlatform.Delivery;
using EcsPlatform.Networking;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using EcsPlatform.Tests.Routing;
using Pulumi;
using static EcsPlatform.Tests.Delivery.DeliveryPlans;

namespace EcsPlatform.Tests.Delivery;

public class OriginTests
{
    private const string VpcOriginType = "aws:cloudfront/vpcOrigin:VpcOrigin";

    [Fact]
    public void All_defaults()
    {
        var origin = new Origin.Custom("site", "site.example.org");
        origin.ReadTimeoutQuotaSeconds.ShouldBe(120);
        (origin.Path, origin.ReadTimeoutSeconds, origin.KeepAliveSeconds, origin.ConnectionAttempts, origin.ConnectionTimeoutSeconds).ShouldBe(("", 30, 5, 3, 10));
        origin.Headers.ShouldBeEmpty();
        origin.Problems("origin").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported() =>
        new Origin.Custom("My origin", "localhost")
        {
            Path = "app/",
            ReadTimeoutSeconds = 121,
            KeepAliveSeconds = 0,
            ConnectionAttempts = 4,
            ConnectionTimeoutSeconds = 11,
        }.Problems("origin").Messages().ShouldBe([
            "origin.name: 'My origin'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a short name.",
            "origin.readTimeout: 121 s. Allowed: 1 to 120 s. Choose a value that CloudFront allows.",
            "origin.keepAlive: 0 s. Allowed: 1 to 120 s. Choose a value that CloudFront allows.",
            "origin.connectionAttempts: 4. Allowed: 1 to 3. Choose a value that CloudFront allows.",
            "origin.connectionTimeout: 11 s. Allowed: 1 to 10 s. Choose a value that CloudFront allows.",
            "origin.path: 'app/'. Allowed: a path with a leading and without a trailing slash. Correct the slashes.",
            "origin.domainName: 'localhost'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots. Give the server's name.",
        ]);

    [Theory]
    [InlineData(180, 180, null)]
    [InlineData(181, 180, "origin.readTimeout: 181 s. Allowed: 1 to 180 s. Choose a value that CloudFront allows.")]
    [InlineData(60, 119, "origin.readTimeoutQuota: 119 s. Allowed: 120 s or more. Leave it out, or give the quota that the account has.")]
    public void A_raised_quota_allows_more(int timeout, int quota, string? message) =>
        new Origin.Custom("site", "site.example.org") { ReadTimeoutSeconds = timeout, ReadTimeoutQuotaSeconds = quota }.Problems("origin").Messages()
            .ShouldBe(message is null ? [] : [message]);

    [Fact]
    public async Task A_VPC_origin_that_exists()
    {
        var distribution = await DistributionOf(args => args with
        {
            Origins =
            [
                new Origin.Vpc("app", "lb.example.org", "vo_1")
                {
                    Path = "/app",
                    ReadTimeoutSeconds = 120,
                    KeepAliveSeconds = 60,
                    ConnectionAttempts = 2,
                    ConnectionTimeoutSeconds = 5,
                    Headers = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("x-edge", "yes"),
                },
            ],
        });
        distribution.Text("origins.0.originId").ShouldBe("app");
        distribution.Text("origins.0.domainName").ShouldBe("lb.example.org");
        distribution.Text("origins.0.originPath").ShouldBe("/app");
        distribution.Text("origins.0.vpcOriginConfig.vpcOriginId").ShouldBe("vo_1");
        distribution.Number("origins.0.vpcOriginConfig.originReadTimeout").ShouldBe(120);
        distribution.Number("origins.0.vpcOriginConfig.originKeepaliveTimeout").ShouldBe(60);
        distribution.Number("origins.0.connectionAttempts").ShouldBe(2);
        distribution.Number("origins.0.connectionTimeout").ShouldBe(5);
        distribution.Text("origins.0.customHeaders.0.name").ShouldBe("x-edge");
        distribution.Text("origins.0.customHeaders.0.value").ShouldBe("yes");
        distribution.Input("origins.0.customOriginConfig").ShouldBeNull();
        distribution.Input("origins.0.originAccessControlId").ShouldBeNull();
    }

    [Fact]
    public async Task A_VPC_origin_is_made_for_an_internal_load_balancer()
    {
        const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/internal/0123456789abcdef";
        var plan = await PlanOf(args => args with { Origins = [new Origin.NewVpc("app", "lb.example.org", Arn)] });
        var origin = plan.Only(VpcOriginType, "viewer-app");
        origin.Text("vpcOriginEndpointConfig.name").ShouldBe("viewer-app");
        origin.Text("vpcOriginEndpointConfig.arn").ShouldBe(Arn);
        origin.Text("vpcOriginEndpointConfig.originProtocolPolicy").ShouldBe("https-only");
        origin.Number("vpcOriginEndpointConfig.httpsPort").ShouldBe(443);
        origin.Texts("vpcOriginEndpointConfig.originSslProtocols.items").ShouldBe(["TLSv1.2"]);
        plan.Only(DistributionType).Text("origins.0.vpcOriginConfig.vpcOriginId").ShouldBe(origin.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Servers_and_load_balancers_are_reached_by_TLS_only(bool custom)
    {
        var distribution = await DistributionOf(args => args with
        {
            Origins = [custom ? new Origin.Custom("app", "site.example.org") : new Origin.LoadBalancer("app", "site.example.org")],
        });
        distribution.Text("origins.0.domainName").ShouldBe("site.example.org");
        distribution.Text("origins.0.customOriginConfig.originProtocolPolicy").ShouldBe("https-only");
        distribution.Texts("origins.0.customOriginConfig.originSslProtocols").ShouldBe(["TLSv1.2"]);
        distribution.Number("origins.0.customOriginConfig.httpPort").ShouldBe(80);
        distribution.Number("origins.0.customOriginConfig.httpsPort").ShouldBe(443);
        distribution.Number("origins.0.customOriginConfig.originReadTimeout").ShouldBe(30);
        distribution.Number("origins.0.customOriginConfig.originKeepaliveTimeout").ShouldBe(5);
        distribution.Input("origins.0.vpcOriginConfig").ShouldBeNull();
    }

    [Fact]
    public async Task A_bucket_is_read_with_signed_requests()
    {
        var plan = await PlanOf(args => args with { Origins = [new Origin.Bucket("app", "files.s3.eu-west-1.amazonaws.com")] });
        var control = plan.Only("aws:cloudfront/originAccessControl:OriginAccessControl", "viewer-app");
        control.Text("originAccessControlOriginType").ShouldBe("s3");
        control.Text("signingBehavior").ShouldBe("always");
        control.Text("signingProtocol").ShouldBe("sigv4");
        var distribution = plan.Only(DistributionType);
        distribution.Text("origins.0.domainName").ShouldBe("files.s3.eu-west-1.amazonaws.com");
        distribution.Text("origins.0.originAccessControlId").ShouldBe(control.Id);
        distribution.Input("origins.0.customOriginConfig").ShouldBeNull();
        distribution.Input("origins.0.vpcOriginConfig").ShouldBeNull();
    }

    [Fact]
    public async Task A_shared_load_balancer_is_reached_as_its_exposure_says()
    {
        List<Origin> origins = [];
        await AccountMocks.RunAsync(() =>
        {
            var network = new BaseNetwork("test", Valid.Network);
            var inside = new SharedLoadBalancer("inside", Valid.LoadBalancer(network) with { Exposure = new Exposure.CloudFrontVpcOrigin() });
            var outside = new SharedLoadBalancer("outside", Valid.LoadBalancer(network) with { Exposure = new Exposure.CloudFrontOnly() });
            origins.AddRange([Origin.Of("in", inside), Origin.Of("out", outside)]);
            DnsTarget.LoadBalancer.Of(outside).ShouldNotBeNull();
        });
        origins[0].ShouldBeOfType<Origin.Vpc>().Name.ShouldBe("in");
        origins[1].ShouldBeOfType<Origin.LoadBalancer>().Name.ShouldBe("out");
    }
}
