using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Testing;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace EcsPlatform.Tests.Networking;

/// <summary>The parts of a network together, on a VPC whose ids are known only once it exists.</summary>
public class NetworkPartsTests
{
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    [Fact]
    public async Task All_parts_lie_below_their_component_in_its_VPC()
    {
        var plan = await TestPlan.OfAsync(() => { _ = new Parts("test"); });
        var parts = plan.Only("test:networking:Parts");
        plan.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal)).ShouldAllBe(resource => resource.Parent == parts.Urn);
        var vpc = plan.Only("aws:ec2/vpc:Vpc").Id;
        plan.All(Endpoint).Count.ShouldBe(InterfaceEndpointSets.EcsInstances.Length);
        plan.All(Endpoint).ShouldAllBe(endpoint => endpoint.Text("vpcId") == vpc);
        plan.All("aws:ec2/securityGroup:SecurityGroup").ShouldAllBe(group => group.Text("vpcId") == vpc);
        plan.Only("aws:ec2/vpcPeeringConnection:VpcPeeringConnection").Text("vpcId").ShouldBe(vpc);
        plan.Only("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace").Text("vpc").ShouldBe(vpc);
        plan.Only("aws:route53/zone:Zone").Text("vpcs.0.vpcId").ShouldBe(vpc);
    }

    [Fact]
    public async Task Without_NAT_the_group_for_ways_out_leads_to_the_endpoints()
    {
        var plan = await TestPlan.OfAsync(() => { _ = new Parts("test"); });
        var rule = plan.Only(EgressRule);
        rule.Name.ShouldBe("test-egress-443-to-endpoints");
        rule.Text("referencedSecurityGroupId").ShouldBe(plan.Only("aws:ec2/securityGroup:SecurityGroup", "test-endpoints").Id);
    }

    [Fact]
    public async Task Routes_go_into_the_tables_that_are_given()
    {
        var plan = await TestPlan.OfAsync(() => { _ = new Parts("test"); });
        var route = plan.Only("aws:ec2/route:Route", "test-peer-archive-private-1-10.8.0.0-24");
        route.Text("routeTableId").ShouldBe(plan.Only("aws:ec2/routeTable:RouteTable").Id);
        route.Text("vpcPeeringConnectionId").ShouldBe(plan.Only("aws:ec2/vpcPeeringConnection:VpcPeeringConnection").Id);
    }

    private sealed class Parts : ComponentResource
    {
        public Parts(string name)
            : base("test:networking:Parts", name)
        {
            var children = new CustomResourceOptions { Parent = this };
            var range = CidrBlock.Parse("10.0.0.0/24");
            var vpc = new Ec2.Vpc(name, new Ec2.VpcArgs { CidrBlock = range.ToString() }, children);
            var subnet = new Ec2.Subnet(name, new Ec2.SubnetArgs { VpcId = vpc.Id, CidrBlock = range.ToString() }, children);
            var routes = new Ec2.RouteTable(name, new Ec2.RouteTableArgs { VpcId = vpc.Id }, children);
            var subnetIds = Output.All(subnet.Id);
            var archive = new AssociatedVpc { Name = "archive", VpcId = "vpc-2" };

            var endpoints = InterfaceEndpoints.Add(
                name,
                new InterfaceEndpointsArgs { Services = EndpointRequirements.Needed(NatStrategy.None) },
                vpc.Id,
                range,
                subnetIds,
                Valid.Account.Region,
                children);
            EgressGroups.Add(
                name,
                new EgressGroupArgs
                {
                    Internet = InternetEgress.None,
                    Peers = [new EgressPath(new NetworkPeer.SecurityGroup("endpoints", endpoints.SecurityGroupId))],
                },
                vpc.Id,
                children);
            VpcPeerings.Add(
                name,
                [new VpcPeer { Name = "archive", VpcId = "vpc-2", CidrBlocks = [CidrBlock.Parse("10.8.0.0/24")] }],
                vpc.Id,
                [routes.Id],
                [],
                Valid.Account,
                children);
            DiscoveryNamespaces.Add(name, new DiscoveryNamespace.PrivateDns("test.internal") { FurtherVpcs = [archive] }, vpc.Id, Valid.Account, children);
            PrivateZones.Add(name, new PrivateZone.Create("records.internal") { FurtherVpcs = [archive] }, vpc.Id, children);
            RegisterOutputs();
        }
    }
}
