using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Networking;

public class AdoptedVpcTests
{
    private static readonly VpcSource.Adopt Minimal = new("vpc-0123456789abcdef0") { Private = new(["subnet-0a", "subnet-0b"]) };

    private static readonly VpcSource.Adopt Existing = new("vpc-0123456789abcdef0")
    {
        Public = new(["subnet-00000001", "subnet-00000002"]) { RouteTableIds = ["rtb-00000001", "rtb-00000001"] },
        Private = new(["subnet-00000003", "subnet-00000004"]) { RouteTableIds = ["rtb-00000003", "rtb-00000004"] },
        Isolated = new(["subnet-00000005", "subnet-00000006"]),
        NatPublicIps = ["203.0.113.7"],
    };

    [Fact]
    public void Defaults()
    {
        Minimal.Public.ShouldBe(AdoptedSubnets.None);
        Minimal.Isolated.ShouldBe(AdoptedSubnets.None);
        Minimal.NatPublicIps.ShouldBeEmpty();
        Minimal.Private.RouteTableIds.ShouldBeEmpty();
        AdoptedSubnets.None.Ids.ShouldBeEmpty();
        (Valid.Network with { Vpc = Existing }).Problems("network").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        var vpc = Existing with
        {
            Private = AdoptedSubnets.None,
            Public = new(["subnet-00000005", "public"]) { RouteTableIds = ["subnet-00000001"] },
            NatPublicIps = ["nat", "2001:db8::1"],
        };
        (Valid.Network with { Vpc = vpc with { VpcId = "main" } }).Problems("network").Select(problem => problem.ToString()).ShouldBe([
            "network.vpcId: 'main'. Allowed: vpc- and 8 to 17 hexadecimal digits. Give the VPC's id, not its name.",
            "network.private.ids: none. Allowed: a subnet for each zone. Give the private subnets' ids: instances and tasks run in them.",
            "network.public.ids: 'public'. Allowed: subnet- and 8 to 17 hexadecimal digits. Give ids, not names.",
            "network.public.routeTableIds: 1 for 2 zones. Allowed: one for each zone, or none. Give as many as zones, in the zones' order.",
            "network.public.routeTableIds: 'subnet-00000001'. Allowed: rtb- and 8 to 17 hexadecimal digits. Give ids, not names.",
            "network: subnet-00000005 2 times. Allowed: each subnet once. Name a subnet in one tier and for one zone.",
            "network.natPublicIps: 'nat'. Allowed: IPv4 addresses such as 203.0.113.7. Give the NAT gateways' public addresses.",
            "network.natPublicIps: '2001:db8::1'. Allowed: IPv4 addresses such as 203.0.113.7. Give the NAT gateways' public addresses.",
        ]);
    }

    [Fact]
    public async Task A_VPC_that_exists_is_only_read()
    {
        var plan = await PlanOf(Existing);
        var network = plan.Only("ecs-platform:networking:BaseNetwork");
        plan.Resources.Where(resource => resource.Parent == network.Urn).ShouldAllBe(resource => resource.External);
        plan.Resources.Where(resource => resource.Parent == network.Urn).Select(resource => $"{resource.Name} {resource.Id}").ShouldBe(
            [
                "test vpc-0123456789abcdef0",
                "test-public-1 subnet-00000001", "test-public-2 subnet-00000002", "test-public-1 rtb-00000001",
                "test-private-1 subnet-00000003", "test-private-2 subnet-00000004", "test-private-1 rtb-00000003", "test-private-2 rtb-00000004",
                "test-isolated-1 subnet-00000005", "test-isolated-2 subnet-00000006",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task The_outputs_are_those_of_a_new_VPC()
    {
        var plan = await PlanOf(Existing);
        var network = plan.Only("ecs-platform:networking:BaseNetwork");
        network.OutputText("vpcId").ShouldBe("vpc-0123456789abcdef0");
        TextsOf(network, "publicSubnetIds").ShouldBe("subnet-00000001 subnet-00000002");
        TextsOf(network, "privateSubnetIds").ShouldBe("subnet-00000003 subnet-00000004");
        TextsOf(network, "isolatedSubnetIds").ShouldBe("subnet-00000005 subnet-00000006");
        TextsOf(network, "publicRouteTableIds").ShouldBe("rtb-00000001 rtb-00000001");
        TextsOf(network, "privateRouteTableIds").ShouldBe("rtb-00000003 rtb-00000004");
        TextsOf(network, "isolatedRouteTableIds").ShouldBe("");
        TextsOf(plan.Root, "natPublicIps").ShouldBe("203.0.113.7");
        network.Outputs.Entries.Keys.ShouldBe((await PlanOf(new VpcSource.Create())).Only("ecs-platform:networking:BaseNetwork").Outputs.Entries.Keys);
    }

    private static string TextsOf(PlannedResource resource, string output) =>
        string.Join(' ', ((PropertyValue.List)resource.Output(output)!).Items.Select(item => ((PropertyValue.Text)item).Value));

    private static Task<Plan> PlanOf(VpcSource vpc) => TestPlan.OfAsync(() =>
        new Dictionary<string, object?> { ["natPublicIps"] = new BaseNetwork("test", Valid.Network with { Vpc = vpc }).NatPublicIps });
}
