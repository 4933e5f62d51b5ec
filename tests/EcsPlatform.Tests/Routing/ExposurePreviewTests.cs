using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Routing;

public class ExposurePreviewTests
{
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [Fact]
    public async Task A_load_balancer_behind_a_VPC_origin_can_be_previewed()
    {
        var plan = await PlanOf(new Exposure.CloudFrontVpcOrigin());
        var vpc = plan.Only("aws:ec2/vpc:Vpc").Id;
        var rule = plan.Only(IngressRule, "test-lb-443-from-cloudfront");
        rule.Text("referencedSecurityGroupId")
            .ShouldBe($"[looked up: id of aws:ec2/getSecurityGroup(name=CloudFront-VPCOrigins-Service-SG, vpcId={vpc})]");
        rule.PropertyDependencies["referencedSecurityGroupId"].ShouldContain(plan.Only("aws:cloudfront/vpcOrigin:VpcOrigin").Urn);
        plan.Only("aws:lb/loadBalancer:LoadBalancer").Flag("internal").ShouldBeTrue();
        plan.Only("ecs-platform:routing:SharedLoadBalancer").OutputText("vpcOriginId").ShouldStartWith("vo_");
    }

    [Fact]
    public async Task A_load_balancer_that_only_CloudFront_reaches_can_be_previewed()
    {
        var plan = await PlanOf(new Exposure.CloudFrontOnly());
        plan.Only(IngressRule, "test-lb-443-from-cloudfront").Text("prefixListId")
            .ShouldBe("[looked up: id of aws:ec2/getManagedPrefixList(name=com.amazonaws.global.cloudfront.origin-facing)]");
        plan.Only("aws:lb/loadBalancer:LoadBalancer").Flag("internal").ShouldBeFalse();
        plan.All("aws:cloudfront/vpcOrigin:VpcOrigin").ShouldBeEmpty();
    }

    private static Task<Plan> PlanOf(Exposure exposure) => TestPlan.OfAsync(() =>
        _ = new SharedLoadBalancer("test", Valid.LoadBalancer(new BaseNetwork("net", Valid.Network)) with { Exposure = exposure }));
}
