using EcsPlatform.Foundations;
using EcsPlatform.Networking;

namespace EcsPlatform.Tests.Networking;

public class BaseNetworkArgsTests
{
    [Fact]
    public void Defaults()
    {
        var args = Valid.Network;
        args.Problems("network").ShouldBeEmpty();
        var vpc = args.Vpc.ShouldBeOfType<VpcSource.Create>();
        vpc.Subnets.ShouldBe(new SubnetRanges.Equal { Isolated = false });
        new SubnetRanges.LargePrivate().Isolated.ShouldBeFalse();
        vpc.Nat.ShouldBe(NatStrategy.PerZone);
        vpc.GatewayEndpoints.ShouldBe([GatewayEndpoint.S3]);
        var log = vpc.FlowLog.ShouldBeOfType<FlowLog.CloudWatch>();
        log.Group.ShouldBe(new LogGroup.Create());
        log.Traffic.ShouldBe(FlowLogTraffic.All);
        log.AggregationSeconds.ShouldBe(600);
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        var args = Valid.Network with
        {
            CidrBlock = CidrBlock.Parse("10.0.0.0/15"),
            AvailabilityZones = ["us-east-1a"],
            Vpc = new VpcSource.Create { FlowLog = new FlowLog.CloudWatch { Group = new LogGroup.Create { RetentionDays = 42 }, AggregationSeconds = 300 } },
        };
        Shown(args).ShouldBe([
            "network.cidr: 10.0.0.0/15. Allowed: /16 to /28. Choose a size that AWS allows for a VPC.",
            "network.zones: [us-east-1a]. Allowed: two or more different zones. List the zones' names: a load balancer needs two.",
            "network.zones: 'us-east-1a'. Allowed: zones of eu-west-1. Name a zone of the stack's region.",
            "network.flowLog.retentionDays: 42 days. Allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, " +
                "2192, 2557, 2922, 3288, 3653. Choose a retention period that CloudWatch Logs knows.",
            "network.flowLog.aggregation: 300 seconds. Allowed: 60 or 600 seconds. Choose one of the two.",
        ]);
    }

    [Fact]
    public void More_zones_than_the_region_has_are_refused() =>
        Shown(Valid.Network with { AvailabilityZones = ["eu-west-1a", "eu-west-1b", "eu-west-1c", "eu-west-1d"] }).ShouldBe([
            "network.zones: 'eu-west-1d'. Allowed: eu-west-1a, eu-west-1b, eu-west-1c. eu-west-1 has 3 zones: name one of them, or leave this one out.",
        ]);

    [Fact]
    public void A_range_too_small_for_its_subnets_is_refused()
    {
        var small = Valid.Network with { CidrBlock = CidrBlock.Parse("10.0.0.0/28") };
        Shown(small with { Vpc = new VpcSource.Create { Subnets = new SubnetRanges.Equal { Isolated = true } } }).ShouldBe([
            "network.cidr: 10.0.0.0/28 for 6 subnets: public, private and isolated ones in 2 zones. " +
                "Allowed: /25 or larger, when the subnets' ranges are computed. Choose a larger range, list fewer zones, or give the subnets' ranges.",
        ]);
        Shown(small).ShouldBe([
            "network.cidr: 10.0.0.0/28 for 4 subnets: public and private ones in 2 zones. " +
                "Allowed: /26 or larger, when the subnets' ranges are computed. Choose a larger range, list fewer zones, or give the subnets' ranges.",
        ]);
        Shown(small with { Vpc = new VpcSource.Create { Subnets = new SubnetRanges.LargePrivate() } }).Single().ShouldContain("Allowed: /23 or larger");
    }

    [Fact]
    public void More_zones_than_parts_are_refused() =>
        Shown(Valid.Network with
        {
            Account = Valid.Account with { Region = "us-east-1" },
            AvailabilityZones = [.. RegionZones.Of("us-east-1")],
            Vpc = new VpcSource.Create { Subnets = new SubnetRanges.Equal { Isolated = true } },
        }).ShouldBe([
            "network.zones: 6 zones with computed public, private and isolated subnets. " +
                "Allowed: up to 5 zones, when the subnets' ranges are computed. List fewer zones, or give the subnets' ranges.",
        ]);

    [Fact]
    public void Given_subnets_are_judged_as_well() =>
        (Valid.Network with
        {
            Vpc = new VpcSource.Create
            {
                Subnets = new SubnetRanges.Given(
                    new SubnetPlan([CidrBlock.Parse("10.0.0.0/26")], [CidrBlock.Parse("10.0.1.0/26"), CidrBlock.Parse("10.0.2.0/26")])),
            },
        }).Problems("network").Single().Where.ShouldBe("network.publicSubnets");

    private static IEnumerable<string> Shown(BaseNetworkArgs args) => args.Problems("network").Select(problem => problem.ToString());
}
