using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Networking;

public class BaseNetworkTests
{
    [Fact]
    public async Task The_VPC_has_a_public_and_a_private_subnet_in_each_zone_and_NAT_in_each()
    {
        var plan = await PlanOf(Valid.Network);
        plan.Only("aws:ec2/vpc:Vpc").Text("cidrBlock").ShouldBe("10.0.0.0/16");
        plan.All("aws:ec2/subnet:Subnet").Select(subnet => (subnet.Name, subnet.Text("cidrBlock"), subnet.Text("availabilityZone"))).ShouldBe([
            ("test-private-1", "10.0.128.0/20", "eu-west-1a"),
            ("test-private-2", "10.0.144.0/20", "eu-west-1b"),
            ("test-public-1", "10.0.0.0/20", "eu-west-1a"),
            ("test-public-2", "10.0.16.0/20", "eu-west-1b"),
        ]);
        plan.All("aws:ec2/natGateway:NatGateway").Count.ShouldBe(2);
        var vpc = plan.Only("awsx:ec2:Vpc");
        vpc.Flag("enableDnsHostnames").ShouldBeTrue();
        vpc.Flag("enableDnsSupport").ShouldBeTrue();
    }

    [Fact]
    public async Task Given_ranges_are_kept()
    {
        var subnets = new SubnetPlan(
            [CidrBlock.Parse("10.0.0.0/26"), CidrBlock.Parse("10.0.0.64/26")], [CidrBlock.Parse("10.0.0.128/26"), CidrBlock.Parse("10.0.0.192/26")]);
        var plan = await PlanOf(Valid.Network with { Subnets = subnets });
        plan.All("aws:ec2/subnet:Subnet").Select(subnet => subnet.Text("cidrBlock"))
            .ShouldBe(["10.0.0.128/26", "10.0.0.192/26", "10.0.0.0/26", "10.0.0.64/26"]);
    }

    [Theory]
    [InlineData(NatStrategy.None, 0)]
    [InlineData(NatStrategy.Single, 1)]
    [InlineData(NatStrategy.PerZone, 2)]
    public async Task NAT_gateways_follow_the_strategy(NatStrategy nat, int gateways) =>
        (await PlanOf(Valid.Network with { Nat = nat })).All("aws:ec2/natGateway:NatGateway").Count.ShouldBe(gateways);

    [Fact]
    public async Task The_default_security_group_lets_nothing_through()
    {
        var plan = await PlanOf(Valid.Network);
        var group = plan.Only("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        group.Text("vpcId").ShouldBe(plan.Only("aws:ec2/vpc:Vpc").Id);
        group.Input("ingress").ShouldBeNull();
        group.Input("egress").ShouldBeNull();
    }

    [Fact]
    public async Task All_traffic_is_logged_by_a_role_that_can_only_write_to_its_group()
    {
        var plan = await PlanOf(Valid.Network with { FlowLogRetentionDays = 30 });
        var group = plan.Only("aws:cloudwatch/logGroup:LogGroup");
        group.Number("retentionInDays").ShouldBe(30);
        var log = plan.Only("aws:ec2/flowLog:FlowLog");
        log.Text("trafficType").ShouldBe("ALL");
        log.Text("logDestination").ShouldBe(group.OutputText("arn"));
        log.Text("iamRoleArn").ShouldBe(plan.Only("aws:iam/role:Role").OutputText("arn"));
        var statement = plan.Only("aws:iam/rolePolicy:RolePolicy").Json("policy").GetProperty("Statement")[0];
        statement.GetProperty("Resource").GetString().ShouldBe($"{group.OutputText("arn")}:*");
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task The_endpoint_of_S3_can_be_left_out(bool endpoint, int count)
    {
        var endpoints = (await PlanOf(Valid.Network with { S3GatewayEndpoint = endpoint })).All("aws:ec2/vpcEndpoint:VpcEndpoint");
        endpoints.Count.ShouldBe(count);
        endpoints.ShouldAllBe(resource => resource.Text("serviceName") == "com.amazonaws.eu-west-1.s3" && resource.Text("vpcEndpointType") == "Gateway");
    }

    [Fact]
    public async Task All_resources_lie_below_the_component()
    {
        var plan = await PlanOf(Valid.Network);
        plan.Resources.Where(resource => resource.Parent == plan.Root.Urn).Select(resource => resource.Type)
            .ShouldBe(["ecs-platform:networking:BaseNetwork"]);
        plan.Only("ecs-platform:networking:BaseNetwork").OutputText("vpcId").ShouldBe(plan.Only("aws:ec2/vpc:Vpc").Id);
    }

    [Fact]
    public async Task Wrong_arguments_end_the_program_with_every_problem() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(Valid.Network with { AvailabilityZones = ["eu-west-1a"], FlowLogRetentionDays = 2 })))
            .Message.ShouldStartWith("BaseNetwork 'test': 2 problems\n  test.zones: [eu-west-1a].");

    private static Task<Plan> PlanOf(BaseNetworkArgs args) => TestPlan.OfAsync(() => { _ = new BaseNetwork("test", args); });
}
