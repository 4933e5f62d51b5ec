using EcsPlatform.Foundations;
using EcsPlatform.Networking;

namespace EcsPlatform.Tests.Networking;

public class BaseNetworkArgsTests
{
    [Fact]
    public void Defaults()
    {
        var args = Valid.Network;
        args.Subnets.ShouldBeNull();
        args.Nat.ShouldBe(NatStrategy.PerZone);
        args.S3GatewayEndpoint.ShouldBeTrue();
        args.FlowLogRetentionDays.ShouldBe(90);
        args.Problems("network").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        var args = Valid.Network with
        {
            CidrBlock = CidrBlock.Parse("10.0.0.0/15"),
            AvailabilityZones = ["us-east-1a"],
            FlowLogRetentionDays = 42,
        };
        args.Problems("network").Select(problem => problem.ToString()).ShouldBe([
            "network.cidr: 10.0.0.0/15. Allowed: /16 to /28. Choose a size that AWS allows for a VPC.",
            "network.zones: [us-east-1a]. Allowed: two or more different zones. List the zones' names: a load balancer needs two.",
            "network.zones: 'us-east-1a'. Allowed: zones of eu-west-1. Name a zone of the stack's region.",
            "network.flowLogRetentionDays: 42 days. Allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, " +
                "2192, 2557, 2922, 3288, 3653. Choose a retention period that CloudWatch Logs knows.",
        ]);
    }

    [Fact]
    public void A_range_too_small_to_compute_subnets_is_refused() =>
        (Valid.Network with { CidrBlock = CidrBlock.Parse("10.0.0.0/28") }).Problems("network").Select(problem => problem.ToString()).ShouldBe([
            "network.cidr: 10.0.0.0/28 for 2 zones. Allowed: /24 or larger and up to 8 zones, when the subnets' ranges are computed. " +
                "Choose a larger range, or give publicSubnets and privateSubnets.",
        ]);

    [Fact]
    public void Given_subnets_are_judged_as_well() =>
        (Valid.Network with { Subnets = new SubnetPlan([CidrBlock.Parse("10.0.0.0/26")], [CidrBlock.Parse("10.0.1.0/26"), CidrBlock.Parse("10.0.2.0/26")]) })
            .Problems("network").Single().Where.ShouldBe("network.publicSubnets");
}
