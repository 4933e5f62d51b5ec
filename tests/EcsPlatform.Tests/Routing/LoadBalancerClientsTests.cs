using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Routing;
using Pulumi;
using Pulumi.Testing;

namespace EcsPlatform.Tests.Routing;

public class LoadBalancerClientsTests
{
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string VpcOrigin = "aws:cloudfront/vpcOrigin:VpcOrigin";

    [Fact]
    public async Task A_VPC_origin_reaches_the_internal_load_balancer_by_HTTPS()
    {
        SharedLoadBalancer? balancer = null;
        var account = await AccountMocks.RunAsync(() => { balancer = With(new Exposure.CloudFrontVpcOrigin()); });
        Inputs(account, "aws:lb/loadBalancer:LoadBalancer")["internal"].ShouldBe(true);
        var origin = account.All(VpcOrigin).ShouldHaveSingleItem();
        origin.Name.ShouldBe("test");
        var config = (ImmutableDictionary<string, object>)origin.Inputs["vpcOriginEndpointConfig"];
        config.Keys.Order().ShouldBe(["arn", "httpPort", "httpsPort", "name", "originProtocolPolicy", "originSslProtocols"]);
        config["arn"].ShouldBe("test-arn");
        config["name"].ShouldBe("test-0123abc");
        config["httpPort"].ShouldBe(80);
        config["httpsPort"].ShouldBe(443);
        config["originProtocolPolicy"].ShouldBe("https-only");
        var protocols = (ImmutableDictionary<string, object>)config["originSslProtocols"];
        ((ImmutableArray<object>)protocols["items"]).ShouldBe(["TLSv1.2"]);
        protocols["quantity"].ShouldBe(1);
        (await ValueOf(balancer!.VpcOriginId!)).ShouldBe("test-id");
        (await ValueOf(balancer.VpcOriginArn!)).ShouldBe("test-arn");
    }

    [Fact]
    public async Task CloudFront_s_security_group_is_looked_up_when_the_origin_exists()
    {
        var account = await AccountMocks.RunAsync(() => { With(new Exposure.CloudFrontVpcOrigin()); });
        var lookup = account.Lookups.ShouldHaveSingleItem();
        lookup.Token.ShouldBe("aws:ec2/getSecurityGroup:getSecurityGroup");
        lookup.Args["name"].ShouldBe("CloudFront-VPCOrigins-Service-SG");
        lookup.Args["vpcId"].ShouldBe("vpc-1");
        lookup.Registered.ShouldContain(VpcOrigin);
        var rule = account.All(IngressRule).ShouldHaveSingleItem();
        rule.Name.ShouldBe("test-lb-443-from-cloudfront");
        rule.Inputs["referencedSecurityGroupId"].ShouldBe("found-CloudFront-VPCOrigins-Service-SG");
        rule.Inputs["securityGroupId"].ShouldBe("test-lb-id");
        (rule.Inputs["fromPort"], rule.Inputs["toPort"], rule.Inputs["ipProtocol"]).ShouldBe((443d, 443d, "tcp"));
        rule.Inputs.Keys.ShouldNotContain("cidrIpv4");
    }

    [Fact]
    public async Task Before_the_origin_exists_nothing_is_looked_up()
    {
        var account = await AccountMocks.RunAsync(() => { With(new Exposure.CloudFrontVpcOrigin()); }, firstPreview: true);
        account.All(VpcOrigin).ShouldHaveSingleItem();
        account.All(IngressRule).ShouldHaveSingleItem();
        account.Lookups.ShouldBeEmpty();
    }

    [Fact]
    public async Task Clients_besides_CloudFront_are_named()
    {
        var account = await AccountMocks.RunAsync(() =>
        {
            With(new Exposure.CloudFrontVpcOrigin { Clients = [CidrBlock.Parse("10.0.0.0/16")] });
        });
        account.All(IngressRule).Select(rule => rule.Name).Order().ShouldBe([
            "test-lb-443-from-10.0.0.0/16", "test-lb-443-from-cloudfront", "test-lb-80-from-10.0.0.0/16",
        ]);
    }

    [Fact]
    public async Task A_public_load_balancer_of_CloudFront_only_takes_its_prefix_list()
    {
        SharedLoadBalancer? balancer = null;
        var account = await AccountMocks.RunAsync(() => { balancer = With(new Exposure.CloudFrontOnly()); });
        Inputs(account, "aws:lb/loadBalancer:LoadBalancer")["internal"].ShouldBe(false);
        ((ImmutableArray<object>)Inputs(account, "aws:lb/loadBalancer:LoadBalancer")["subnets"]).ShouldBe(["public-1", "public-2"]);
        var lookup = account.Lookups.ShouldHaveSingleItem();
        lookup.Token.ShouldBe("aws:ec2/getManagedPrefixList:getManagedPrefixList");
        lookup.Args["name"].ShouldBe("com.amazonaws.global.cloudfront.origin-facing");
        var rule = account.All(IngressRule).ShouldHaveSingleItem();
        rule.Name.ShouldBe("test-lb-443-from-cloudfront");
        rule.Inputs["prefixListId"].ShouldBe("found-com.amazonaws.global.cloudfront.origin-facing");
        (rule.Inputs["fromPort"], rule.Inputs["toPort"], rule.Inputs["ipProtocol"]).ShouldBe((443d, 443d, "tcp"));
        rule.Inputs.Keys.ShouldNotContain("cidrIpv4");
        account.All(VpcOrigin).ShouldBeEmpty();
        balancer!.VpcOriginId.ShouldBeNull();
        balancer.VpcOriginArn.ShouldBeNull();
    }

    [Fact]
    public async Task Ranges_need_no_look_up()
    {
        var account = await AccountMocks.RunAsync(() => { With(new Exposure.InternetFacing([CidrBlock.Parse("0.0.0.0/0")])); });
        account.Lookups.ShouldBeEmpty();
        account.All(IngressRule).Select(rule => rule.Inputs["cidrIpv4"]).ShouldBe(["0.0.0.0/0", "0.0.0.0/0"]);
    }

    private static SharedLoadBalancer With(Exposure exposure) =>
        new("test", Valid.LoadBalancer(new BaseNetwork("net", Valid.Network)) with { Exposure = exposure });

    private static ImmutableDictionary<string, object> Inputs(AccountMocks account, string type) =>
        account.All(type).ShouldHaveSingleItem<MockResourceArgs>().Inputs;

    private static Task<string> ValueOf(Output<string> output)
    {
        var value = new TaskCompletionSource<string>();
        _ = output.Apply(text =>
        {
            value.SetResult(text);
            return text;
        });
        return value.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
