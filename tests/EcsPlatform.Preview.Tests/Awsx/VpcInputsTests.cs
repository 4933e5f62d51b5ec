using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;
using EcsPlatform.Preview.Awsx;
using static EcsPlatform.Preview.Aws.PlainValues;
using static EcsPlatform.Preview.Tests.Awsx.Vpcs;

namespace EcsPlatform.Preview.Tests.Awsx;

public sealed class VpcInputsTests
{
    private static readonly (string Key, object Value) Tags = ("tags", Map(("Team", "library"), ("Tier", "all")));

    [Fact]
    public void Vpc_has_the_components_settings_and_the_default_range()
    {
        var vpc = Vpc(("enableDnsHostnames", true), ("instanceTenancy", "default")).Child("vpc:Vpc", "main");

        vpc.Inputs.Keys.Order().ShouldBe(["cidrBlock", "enableDnsHostnames", "instanceTenancy", "tags"]);
        vpc.Inputs.Text("cidrBlock").ShouldBe("10.0.0.0/16");
        vpc.Inputs.Entries("tags").ShouldBe(Map(("Name", "main")));
    }

    [Fact]
    public void Tags_of_the_component_are_on_all_taggable_children()
    {
        var children = Vpc(Tags).ShouldHaveNoProblems().Children;

        children.Where(child => child.Inputs.ContainsKey("tags")).Select(child => child.Type).Distinct().Order().ShouldBe(
        [
            "aws:ec2/eip:Eip", "aws:ec2/internetGateway:InternetGateway", "aws:ec2/natGateway:NatGateway",
            "aws:ec2/routeTable:RouteTable", "aws:ec2/subnet:Subnet", "aws:ec2/vpc:Vpc",
        ]);
        children.Where(child => child.Inputs.ContainsKey("tags"))
            .ShouldAllBe(child => child.Inputs.Entries("tags").Text("Team") == "library");
    }

    [Fact]
    public void Addresses_have_no_name_tag_and_without_tags_no_inputs_at_all()
    {
        Vpc(Tags).Child("eip:Eip", "main-1").Inputs.Entries("tags").ShouldNotContainKey("Name");
        Vpc().Child("eip:Eip", "main-1").Inputs.ShouldBeEmpty();
    }

    [Fact]
    public void Subnet_has_its_name_its_type_and_the_tags_of_its_spec_in_front_of_the_components()
    {
        var vpc = Vpc(Tags, Specs(
            Sized("Public", 20), Sized("Private", 19).Add("tags", Map(("Tier", "private"), ("Own", "yes")))));

        var subnet = vpc.Child("subnet:Subnet", "main-private-2");
        subnet.Inputs.Entries("tags").ShouldBe(
            Map(("Team", "library"), ("Tier", "private"), ("Own", "yes"), ("Name", "main-private-2"), ("SubnetType", "Private")),
            ignoreOrder: true);
        subnet.Inputs.Text("availabilityZone").ShouldBe("us-west-2b");
        subnet.Inputs["mapPublicIpOnLaunch"].ShouldBe(false);
        vpc.Child("subnet:Subnet", "main-public-2").Inputs["mapPublicIpOnLaunch"].ShouldBe(true);
    }

    [Fact]
    public void Route_table_has_the_type_of_its_subnet_but_not_the_tags_of_its_spec() =>
        Vpc(Tags, Specs(Sized("Public", 20), Sized("Private", 19).Add("tags", Map(("Own", "yes")))))
            .Child("routeTable:RouteTable", "main-private-1").Inputs.Entries("tags")
            .ShouldBe(
                Map(("Team", "library"), ("Tier", "all"), ("Name", "main-private-1"), ("SubnetType", "Private")), ignoreOrder: true);

    [Fact]
    public void Name_tags_may_end_in_the_zone_while_resource_names_stay()
    {
        var subnet = Vpc(("subnetNameTagStrategy", "AvailabilityZone")).Child("subnet:Subnet", "main-public-3");

        subnet.Inputs.Entries("tags").Text("Name").ShouldBe("main-public-2c");
    }

    [Fact]
    public void Zones_are_those_given() =>
        Vpc(("availabilityZoneNames", List(["us-west-2d", "us-west-2a", "us-west-2b"]))).OfType("subnet:Subnet")
            .Where(subnet => subnet.Name.Contains("public")).Select(subnet => subnet.Inputs.Text("availabilityZone"))
            .ShouldBe(["us-west-2d", "us-west-2a", "us-west-2b"]);

    [Fact]
    public void Region_of_the_component_is_that_of_its_children_and_zones()
    {
        var vpc = Vpc(("region", "eu-west-2")).ShouldHaveNoProblems();

        vpc.Children.ShouldAllBe(child => child.Inputs.Text("region") == "eu-west-2");
        vpc.Child("subnet:Subnet", "main-public-1").Inputs.Text("availabilityZone").ShouldBe("eu-west-2a");
    }

    [Fact]
    public void Outputs_list_ids_by_type_and_zone()
    {
        var vpc = Vpc(TwoZones(Nat("Single"))).ShouldHaveNoProblems();

        vpc.Outputs["vpcId"].ShouldBe(new ChildOutput("aws:ec2/vpc:Vpc::main", "id"));
        vpc.Outputs.Items("publicSubnetIds").ShouldBe(
        [
            new ChildOutput("aws:ec2/subnet:Subnet::main-public-1", "id"), new ChildOutput("aws:ec2/subnet:Subnet::main-public-2", "id"),
        ]);
        vpc.Outputs.Items("privateSubnetIds").Length.ShouldBe(2);
        vpc.Outputs.Items("isolatedSubnetIds").ShouldBeEmpty();
        vpc.Outputs.Items("natGateways").ShouldBe([new ChildReference("aws:ec2/natGateway:NatGateway::main-1")]);
        vpc.Outputs.Items("routeTables").Length.ShouldBe(4);
        vpc.Outputs["internetGateway"].ShouldBe(new ChildReference("aws:ec2/internetGateway:InternetGateway::main"));
    }

    [Fact]
    public void Outputs_have_every_name_that_the_component_has() => Vpc().Outputs.Keys.Order().ShouldBe(
    [
        "eips", "internetGateway", "isolatedSubnetIds", "isolatedSubnets", "natGateways", "privateSubnetIds", "privateSubnets",
        "publicSubnetIds", "publicSubnets", "routeTableAssociations", "routeTables", "routes", "subnetLayout", "subnets", "vpc",
        "vpcEndpoints", "vpcId",
    ]);

    [Fact]
    public void Layout_output_has_the_ranges_of_each_kind_of_subnet()
    {
        var layout = Vpc().Outputs.Items("subnetLayout").Cast<ImmutableDictionary<string, object>>().ToList();

        layout.Select(kind => kind.Text("type")).ShouldBe(["Private", "Public"]);
        layout[1]["cidrMask"].ShouldBe(20d);
        layout[1]["size"].ShouldBe(4096d);
        layout[1].Texts("cidrBlocks").ShouldBe(["10.0.32.0/20", "10.0.96.0/20", "10.0.160.0/20"]);
    }
}
