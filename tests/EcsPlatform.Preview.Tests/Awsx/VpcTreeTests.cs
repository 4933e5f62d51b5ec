using EcsPlatform.Preview.Aws;
using EcsPlatform.Preview.Awsx;
using static EcsPlatform.Preview.Tests.Awsx.Vpcs;

namespace EcsPlatform.Preview.Tests.Awsx;

/// <summary>The trees of recorded updates: types, names, parents and counts.</summary>
public sealed class VpcTreeTests
{
    [Fact]
    public void Vpc_without_arguments_has_the_recorded_tree() => Vpc().Tree().Order().ShouldBe(new[]
    {
        "vpc main in component", "internetGateway main in main",
        "subnet main-public-1 in main", "subnet main-public-2 in main", "subnet main-public-3 in main",
        "subnet main-private-1 in main", "subnet main-private-2 in main", "subnet main-private-3 in main",
        "eip main-1 in main-public-1", "eip main-2 in main-public-2", "eip main-3 in main-public-3",
        "natGateway main-1 in main-public-1", "natGateway main-2 in main-public-2", "natGateway main-3 in main-public-3",
        "routeTable main-public-1 in main-public-1", "routeTable main-public-2 in main-public-2",
        "routeTable main-public-3 in main-public-3", "routeTable main-private-1 in main-private-1",
        "routeTable main-private-2 in main-private-2", "routeTable main-private-3 in main-private-3",
        "routeTableAssociation main-public-1 in main-public-1", "routeTableAssociation main-public-2 in main-public-2",
        "routeTableAssociation main-public-3 in main-public-3", "routeTableAssociation main-private-1 in main-private-1",
        "routeTableAssociation main-private-2 in main-private-2", "routeTableAssociation main-private-3 in main-private-3",
        "route main-public-1 in main-public-1", "route main-public-2 in main-public-2", "route main-public-3 in main-public-3",
        "route main-private-1 in main-private-1", "route main-private-2 in main-private-2", "route main-private-3 in main-private-3",
    }.Order());

    [Theory]
    [InlineData("OnePerAz", 22)]
    [InlineData("Single", 20)]
    [InlineData("None", 16)]
    public void Vpc_in_two_zones_has_the_recorded_number_of_children(string strategy, int count) =>
        Vpc(TwoZones(Nat(strategy))).ShouldHaveNoProblems().Children.Length.ShouldBe(count);

    [Theory]
    [InlineData("OnePerAz", 32)]
    [InlineData("Single", 28)]
    [InlineData("None", 23)]
    public void Vpc_in_three_zones_has_the_recorded_number_of_children(string strategy, int count) =>
        Vpc(Nat(strategy)).ShouldHaveNoProblems().Children.Length.ShouldBe(count);

    [Fact]
    public void Isolated_subnets_have_no_route()
    {
        var vpc = Vpc(Specs(Sized("Public", 22), Sized("Private", 21), Sized("Isolated", 24)));

        vpc.OfType("route:Route").Select(route => route.Name).Order()
            .ShouldBe(["main-private-1", "main-private-2", "main-private-3", "main-public-1", "main-public-2", "main-public-3"]);
        vpc.OfType("routeTable:RouteTable").Count().ShouldBe(9);
    }

    [Fact]
    public void Public_subnets_alone_need_no_nat_gateways()
    {
        var vpc = Vpc(Nat("None"), Specs(Sized("Public", 20)));

        vpc.Tree().Count().ShouldBe(2 + (4 * 3));
        vpc.OfType("internetGateway:InternetGateway").Count().ShouldBe(1);
    }

    [Fact]
    public void Every_child_depends_on_its_parent_and_names_earlier_children_only()
    {
        var earlier = new HashSet<string>();
        foreach (var child in Vpc().ShouldHaveNoProblems().Children)
        {
            child.DependsOnKeys.ShouldBe(child.ParentKey.Length == 0 ? [] : [child.ParentKey]);
            child.DependsOnKeys.ShouldBeSubsetOf(earlier);
            child.Inputs.Values.OfType<ChildOutput>().Select(output => output.ChildKey).ShouldBeSubsetOf(earlier);
            earlier.Add(child.Key).ShouldBeTrue();
        }
    }

    [Fact]
    public void Public_routes_lead_to_the_internet_gateway_and_private_ones_to_the_nat_gateway_of_their_zone()
    {
        var vpc = Vpc(TwoZones(Nat("OnePerAz")));

        var route = vpc.Child("route:Route", "main-public-2");
        route.Inputs.Text("destinationCidrBlock").ShouldBe("0.0.0.0/0");
        route.Inputs["gatewayId"].ShouldBe(new ChildOutput("aws:ec2/internetGateway:InternetGateway::main", "id"));
        vpc.Child("route:Route", "main-private-2").Inputs["natGatewayId"]
            .ShouldBe(new ChildOutput("aws:ec2/natGateway:NatGateway::main-2", "id"));
    }

    [Fact]
    public void Single_nat_gateway_serves_the_private_subnets_of_all_zones() =>
        Vpc(Nat("Single")).OfType("route:Route").Where(route => route.Name.Contains("private"))
            .Select(route => route.Inputs["natGatewayId"]).Distinct()
            .ShouldBe([new ChildOutput("aws:ec2/natGateway:NatGateway::main-1", "id")]);

    [Fact]
    public void Given_addresses_take_the_place_of_new_ones()
    {
        var vpc = Vpc(TwoZones(Nat("OnePerAz", "eipalloc-1", "eipalloc-2")));

        vpc.OfType("eip:Eip").ShouldBeEmpty();
        vpc.Child("natGateway:NatGateway", "main-2").Inputs["allocationId"].ShouldBe("eipalloc-2");
    }

    [Fact]
    public void Named_specs_name_their_subnets_and_unused_ones_make_none()
    {
        var vpc = Vpc(Zones(2), Strategy("Auto"), Nat("None"), Specs(
            Sized("Isolated", 20).Add("name", "db"), Sized("Unused", 20), Sized("Unused", 20), Sized("Isolated", 20).Add("name", "cache")));

        vpc.Subnets().ShouldBe(["db-1 10.0.0.0/20", "cache-1 10.0.48.0/20", "db-2 10.0.128.0/20", "cache-2 10.0.176.0/20"]);
        vpc.Outputs.Items("subnetLayout").Length.ShouldBe(4);
    }

    [Fact]
    public void Endpoints_go_by_the_name_of_their_service_and_keep_their_inputs()
    {
        var vpc = Vpc(("vpcEndpointSpecs", PlainValues.List(
            [PlainValues.Map(("serviceName", "com.amazonaws.us-west-2.s3"), ("vpcEndpointType", "Gateway"))])));

        var endpoint = vpc.Child("vpcEndpoint:VpcEndpoint", "com.amazonaws.us-west-2.s3");
        endpoint.ParentKey.ShouldBe("aws:ec2/vpc:Vpc::main");
        endpoint.Inputs.Keys.Order().ShouldBe(["serviceName", "vpcEndpointType", "vpcId"]);
        vpc.Outputs.Items("vpcEndpoints").ShouldBe([new ChildReference(endpoint.Key)]);
    }

    [Fact]
    public void Endpoint_strategy_auto_gives_gateways_the_route_tables_of_the_vpc()
    {
        var service = PlainValues.Map(("serviceName", "com.amazonaws.us-west-2.s3"));

        var vpc = Vpc(TwoZones(("vpcEndpointStrategy", "Auto"), ("vpcEndpointSpecs", PlainValues.List([service]))));

        vpc.Child("vpcEndpoint:VpcEndpoint", "com.amazonaws.us-west-2.s3").Inputs.Items("routeTableIds")
            .ShouldBe(vpc.OfType("routeTable:RouteTable").Select(table => new ChildOutput(table.Key, "id")));
    }

    [Fact]
    public void Endpoint_strategy_auto_keeps_the_route_tables_that_are_given()
    {
        var service = PlainValues.Map(("serviceName", "com.amazonaws.us-west-2.s3"), ("routeTableIds", PlainValues.List(["rtb-1"])));

        Vpc(("vpcEndpointStrategy", "Auto"), ("vpcEndpointSpecs", PlainValues.List([service])))
            .Child("vpcEndpoint:VpcEndpoint", "com.amazonaws.us-west-2.s3").Inputs.Items("routeTableIds").ShouldBe(["rtb-1"]);
    }

    [Fact]
    public void Endpoint_strategy_auto_turns_on_private_names()
    {
        var vpc = Vpc(("vpcEndpointStrategy", "Auto"), ("vpcEndpointSpecs", PlainValues.List([PlainValues.Map(
            ("serviceName", "com.amazonaws.us-west-2.logs"), ("vpcEndpointType", "Interface"),
            ("subnetIds", PlainValues.List(["subnet-1"])), ("securityGroupIds", PlainValues.List(["sg-1"])))])));

        vpc.Child("vpcEndpoint:VpcEndpoint", "com.amazonaws.us-west-2.logs").Inputs.Flag("privateDnsEnabled").ShouldBeTrue();
        vpc.Child("vpc:Vpc", "main").Inputs.Flag("enableDnsHostnames").ShouldBeTrue();
    }
}
