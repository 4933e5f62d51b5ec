using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Networking;

public class BaseNetworkTests
{
    private const string SubnetType = "aws:ec2/subnet:Subnet";
    private const string TableType = "aws:ec2/routeTable:RouteTable";
    private const string FlowLogType = "aws:ec2/flowLog:FlowLog";
    private static readonly VpcSource.Create New = new();

    [Fact]
    public async Task The_VPC_has_a_public_and_a_private_subnet_in_each_zone_and_NAT_in_each()
    {
        var plan = await PlanOf(Valid.Network);
        plan.Only("aws:ec2/vpc:Vpc").Text("cidrBlock").ShouldBe("10.0.0.0/16");
        plan.All(SubnetType).Select(subnet => (subnet.Name, subnet.Text("cidrBlock"), subnet.Text("availabilityZone"))).ShouldBe([
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
        var plan = await PlanOf(New with { Subnets = new SubnetRanges.Given(subnets) });
        plan.All(SubnetType).Select(subnet => subnet.Text("cidrBlock")).ShouldBe(["10.0.0.128/26", "10.0.0.192/26", "10.0.0.0/26", "10.0.0.64/26"]);
    }

    [Fact]
    public async Task An_isolated_tier_has_no_route_to_the_internet_and_moves_nothing_else()
    {
        var before = await PlanOf(New);
        var plan = await PlanOf(New with { Subnets = new SubnetRanges.Equal { Isolated = true } });
        plan.All(SubnetType).Where(subnet => subnet.Name.Contains("isolated", StringComparison.Ordinal))
            .Select(subnet => (subnet.Name, subnet.Text("cidrBlock"), subnet.Text("availabilityZone"))).ShouldBe([
                ("test-isolated-1", "10.0.112.0/20", "eu-west-1a"),
                ("test-isolated-2", "10.0.240.0/20", "eu-west-1b"),
            ]);
        plan.All("aws:ec2/route:Route").Select(route => route.Name).ShouldBe(["test-private-1", "test-private-2", "test-public-1", "test-public-2"]);
        plan.Resources.Select(resource => (resource.Urn, resource.Id)).Where(resource => !resource.Urn.Contains("isolated", StringComparison.Ordinal))
            .ShouldBe(before.Resources.Select(resource => (resource.Urn, resource.Id)));
        TextsOf(plan, "isolatedSubnetIds").ShouldBe(IdsOf(plan, SubnetType, "isolated"));
        TextsOf(plan, "isolatedRouteTableIds").ShouldBe(IdsOf(plan, TableType, "isolated"));
        TextsOf(before, "isolatedSubnetIds").ShouldBeEmpty();
        TextsOf(before, "isolatedRouteTableIds").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(NatStrategy.None)]
    [InlineData(NatStrategy.Single, "test-1")]
    [InlineData(NatStrategy.PerZone, "test-1", "test-2")]
    public async Task Private_subnets_reach_the_internet_as_the_strategy_says(NatStrategy nat, params string[] gateways)
    {
        var plan = await PlanOf(New with { Nat = nat });
        var made = plan.All("aws:ec2/natGateway:NatGateway");
        made.Select(gateway => gateway.Name).ShouldBe(gateways);
        plan.All("aws:ec2/eip:Eip").Select(address => address.Name).ShouldBe(gateways);
        plan.All("aws:ec2/route:Route").Where(route => route.Name.Contains("private", StringComparison.Ordinal)).Select(route => route.Text("natGatewayId"))
            .ShouldBe(gateways.Length == 0 ? [] : [made[0].Id!, made[^1].Id!]);
        plan.All("aws:ec2/route:Route").Where(route => route.Name.Contains("public", StringComparison.Ordinal))
            .ShouldAllBe(route => route.Text("gatewayId") == plan.Only("aws:ec2/internetGateway:InternetGateway").Id);
        (plan.Root.Output("natPublicIps") is PropertyValue.Unknown).ShouldBe(gateways.Length > 0);
    }

    [Fact]
    public async Task Subnets_and_their_route_tables_come_out_in_the_order_of_the_zones()
    {
        var plan = await PlanOf(New);
        TextsOf(plan, "publicSubnetIds").ShouldBe(IdsOf(plan, SubnetType, "public"));
        TextsOf(plan, "privateSubnetIds").ShouldBe(IdsOf(plan, SubnetType, "private"));
        TextsOf(plan, "publicRouteTableIds").ShouldBe(IdsOf(plan, TableType, "public"));
        TextsOf(plan, "privateRouteTableIds").ShouldBe(IdsOf(plan, TableType, "private"));
    }

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
        var plan = await PlanOf(New);
        var group = plan.Only("aws:cloudwatch/logGroup:LogGroup");
        group.Name.ShouldBe("test-flow-logs");
        group.Number("retentionInDays").ShouldBe(90);
        var log = plan.Only(FlowLogType);
        log.Text("vpcId").ShouldBe(plan.Only("aws:ec2/vpc:Vpc").Id);
        log.Text("trafficType").ShouldBe("ALL");
        log.Number("maxAggregationInterval").ShouldBe(600);
        log.Text("logDestination").ShouldBe(group.OutputText("arn"));
        log.Text("iamRoleArn").ShouldBe(plan.Only("aws:iam/role:Role").OutputText("arn"));
        var statement = plan.Only("aws:iam/rolePolicy:RolePolicy").Json("policy").GetProperty("Statement")[0];
        statement.GetProperty("Resource").GetString().ShouldBe($"{group.OutputText("arn")}:*");
    }

    [Fact]
    public async Task Refused_traffic_alone_goes_to_an_encrypted_group_when_asked()
    {
        var plan = await PlanOf(New with
        {
            FlowLog = new FlowLog.CloudWatch
            {
                Group = new LogGroup.Create { RetentionDays = 365, KmsKeyArn = "arn:aws:kms:eu-west-1:111111111111:key/0a1b" },
                Traffic = FlowLogTraffic.Reject,
                AggregationSeconds = 60,
            },
        });
        var group = plan.Only("aws:cloudwatch/logGroup:LogGroup");
        group.Number("retentionInDays").ShouldBe(365);
        group.Text("kmsKeyId").ShouldBe("arn:aws:kms:eu-west-1:111111111111:key/0a1b");
        plan.Only(FlowLogType).Text("trafficType").ShouldBe("REJECT");
        plan.Only(FlowLogType).Number("maxAggregationInterval").ShouldBe(60);
    }

    [Fact]
    public async Task Flow_logs_go_to_a_group_that_exists_or_nowhere_when_asked()
    {
        var plan = await PlanOf(New with { FlowLog = new FlowLog.CloudWatch { Group = new LogGroup.Adopt("/vpc/flows") } });
        plan.All("aws:cloudwatch/logGroup:LogGroup").ShouldBeEmpty();
        plan.Only(FlowLogType).Text("logDestination").ShouldBe("arn:aws:logs:eu-west-1:111111111111:log-group:/vpc/flows");
        (await PlanOf(New with { FlowLog = new FlowLog.Off() })).Resources.Where(resource => resource.Name == "test-flow-logs").ShouldBeEmpty();
    }

    [Theory]
    [InlineData]
    [InlineData(GatewayEndpoint.S3)]
    [InlineData(GatewayEndpoint.DynamoDb)]
    [InlineData(GatewayEndpoint.DynamoDb, GatewayEndpoint.S3)]
    public async Task Gateway_endpoints_serve_all_subnets(params GatewayEndpoint[] services)
    {
        var plan = await PlanOf(New with { GatewayEndpoints = [.. services] });
        var endpoints = plan.All("aws:ec2/vpcEndpoint:VpcEndpoint");
        endpoints.Select(endpoint => endpoint.Name)
            .ShouldBe(services.Select(service => $"com.amazonaws.eu-west-1.{(service == GatewayEndpoint.S3 ? "s3" : "dynamodb")}"));
        endpoints.ShouldAllBe(endpoint => endpoint.Text("serviceName") == endpoint.Name && endpoint.Text("vpcEndpointType") == "Gateway");
        endpoints.ShouldAllBe(endpoint => ((PropertyValue.List)endpoint.Input("routeTableIds")!).Items.Length == 4);
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
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(Valid.Network with { AvailabilityZones = ["eu-west-1a", "eu-west-1z"], CidrBlock = CidrBlock.Parse("10.0.0.0/28") })))
            .Message.ShouldStartWith("BaseNetwork 'test': 2 problems\n  test.zones: 'eu-west-1z'.");

    private static IEnumerable<string> TextsOf(Plan plan, string output) =>
        ((PropertyValue.List)plan.Only("ecs-platform:networking:BaseNetwork").Output(output)!).Items.Select(item => ((PropertyValue.Text)item).Value);

    private static IEnumerable<string?> IdsOf(Plan plan, string type, string tier) =>
        new[] { $"test-{tier}-1", $"test-{tier}-2" }.Select(name => plan.Only(type, name).Id);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Instances_in_public_subnets_have_public_addresses_only_when_asked(bool asked)
    {
        var plan = await PlanOf(New with { PublicIpsOnLaunch = asked });
        plan.All(SubnetType).Where(subnet => subnet.Name.Contains("public", StringComparison.Ordinal))
            .ShouldAllBe(subnet => subnet.Flag("mapPublicIpOnLaunch") == asked);
        plan.All(SubnetType).Where(subnet => subnet.Name.Contains("private", StringComparison.Ordinal))
            .ShouldAllBe(subnet => subnet.Input("mapPublicIpOnLaunch") == null || !subnet.Flag("mapPublicIpOnLaunch"));
    }

    // Without NAT the endpoints are required; with it they change nothing here.
    private static Task<Plan> PlanOf(VpcSource vpc) => PlanOf(Valid.Network with
    {
        Vpc = vpc,
        InterfaceEndpoints = vpc is VpcSource.Create { Nat: NatStrategy.None }
            ? new InterfaceEndpointsArgs { Services = InterfaceEndpointSets.EcsInstances }
            : null,
    });

    private static Task<Plan> PlanOf(BaseNetworkArgs args) => TestPlan.OfAsync(() =>
        new Dictionary<string, object?> { ["natPublicIps"] = new BaseNetwork("test", args).NatPublicIps });
}
