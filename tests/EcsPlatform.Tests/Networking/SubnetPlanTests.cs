using EcsPlatform.Foundations;
using EcsPlatform.Networking;

namespace EcsPlatform.Tests.Networking;

public class SubnetPlanTests
{
    private static readonly string[] AllZones = ["a", "b", "c", "d", "e", "f", "g", "h"];

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Computed_ranges_fit_and_no_zone_or_tier_that_is_added_later_moves_a_subnet(bool large, bool isolated)
    {
        for (var prefix = SubnetPlan.ShortestPrefix; prefix <= SubnetPlan.LongestPrefix; prefix++)
        {
            Judge(CidrBlock.Parse($"10.0.0.0/{prefix}"), large, isolated);
        }
    }

    [Theory]
    [InlineData(16, 8, 5)]
    [InlineData(24, 8, 5)]
    [InlineData(25, 4, 2)]
    [InlineData(26, 2, 1)]
    [InlineData(27, 1, 0)]
    [InlineData(28, 0, 0)]
    public void A_smaller_VPC_has_room_for_fewer_zones(int prefix, int zones, int withIsolated)
    {
        SubnetPlan.MostZones(prefix, isolated: false).ShouldBe(zones);
        SubnetPlan.MostZones(prefix, isolated: true).ShouldBe(withIsolated);
        SubnetPlan.MostZonesLargePrivate(prefix).ShouldBe(prefix <= 23 ? 4 : 0);
    }

    // What stacks have: these ranges stay as they are.
    [Theory]
    [InlineData("10.0.0.0/16", "10.0.0.0/20 10.0.16.0/20 10.0.32.0/20", "10.0.128.0/20 10.0.144.0/20 10.0.160.0/20", "10.0.112.0/20 10.0.240.0/20 10.0.96.0/20")]
    [InlineData("10.88.0.0/22", "10.88.0.0/26 10.88.0.64/26 10.88.0.128/26", "10.88.2.0/26 10.88.2.64/26 10.88.2.128/26", "10.88.1.192/26 10.88.3.192/26 10.88.1.128/26")]
    public void Public_subnets_begin_the_first_half_private_ones_the_second_and_isolated_ones_end_both(string vpc, string open, string closed, string isolated)
    {
        var plan = SubnetPlan.Compute(CidrBlock.Parse(vpc), 3, isolated: true);
        string.Join(' ', plan.Public).ShouldBe(open);
        string.Join(' ', plan.Private).ShouldBe(closed);
        string.Join(' ', plan.Isolated).ShouldBe(isolated);
    }

    [Fact]
    public void Large_private_subnets_are_twice_as_large_as_isolated_and_four_times_as_large_as_public_ones()
    {
        var plan = SubnetPlan.ComputeLargePrivate(CidrBlock.Parse("10.0.0.0/16"), 2, isolated: true);
        string.Join(' ', plan.Public).ShouldBe("10.0.0.0/21 10.0.8.0/21");
        string.Join(' ', plan.Private).ShouldBe("10.0.128.0/19 10.0.160.0/19");
        string.Join(' ', plan.Isolated).ShouldBe("10.0.64.0/20 10.0.80.0/20");
    }

    [Fact]
    public void Given_ranges_are_judged_all_at_once()
    {
        var plan = new SubnetPlan(
            [CidrBlock.Parse("10.88.0.0/26"), CidrBlock.Parse("10.88.0.32/27")],
            [CidrBlock.Parse("10.99.0.0/26"), CidrBlock.Parse("10.88.1.0/29"), CidrBlock.Parse("10.88.2.0/26")])
        {
            Isolated = [CidrBlock.Parse("10.88.2.0/27")],
        };
        plan.Problems("network", CidrBlock.Parse("10.88.0.0/22"), ["a", "b"]).Select(problem => problem.ToString()).ShouldBe([
            "network.privateSubnets: 3 ranges for 2 zones. Allowed: one range for each zone. Give as many ranges as zones, in the zones' order.",
            "network.isolatedSubnets: 1 range for 2 zones. Allowed: one range for each zone. Give as many ranges as zones, in the zones' order.",
            "network.privateSubnets[0]: 10.99.0.0/26 lies outside 10.88.0.0/22. Allowed: a range within 10.88.0.0/22. " +
                "Choose another range, or a larger one for the VPC.",
            "network.privateSubnets[1]: 10.88.1.0/29. Allowed: /16 to /28. Choose a size that AWS allows for a subnet.",
            "network.publicSubnets[1]: 10.88.0.32/27 overlaps 10.88.0.0/26 of network.publicSubnets[0]. " +
                "Allowed: ranges that share no address. Move one of the two.",
            "network.isolatedSubnets[0]: 10.88.2.0/27 overlaps 10.88.2.0/26 of network.privateSubnets[2]. " +
                "Allowed: ranges that share no address. Move one of the two.",
        ]);
    }

    private static void Judge(CidrBlock vpc, bool large, bool isolated)
    {
        SubnetPlan Compute(int zones, bool tier) => large ? SubnetPlan.ComputeLargePrivate(vpc, zones, tier) : SubnetPlan.Compute(vpc, zones, tier);
        var most = large ? SubnetPlan.MostZonesLargePrivate(vpc.PrefixLength) : SubnetPlan.MostZones(vpc.PrefixLength, isolated);
        for (var zones = 1; zones <= most; zones++)
        {
            var plan = Compute(zones, isolated);
            plan.Problems("network", vpc, [.. AllZones.Take(zones)]).ShouldBeEmpty();
            plan.Isolated.Length.ShouldBe(isolated ? zones : 0);
            var before = zones > 1 ? Compute(zones - 1, isolated) : new SubnetPlan([], []);
            plan.Public.Take(zones - 1).ShouldBe(before.Public);
            plan.Private.Take(zones - 1).ShouldBe(before.Private);
            plan.Isolated.Take(zones - 1).ShouldBe(before.Isolated);
            plan.Public.ShouldBe(Compute(zones, false).Public);
            plan.Private.ShouldBe(Compute(zones, false).Private);
        }

        Should.Throw<ArgumentOutOfRangeException>(() => Compute(most + 1, isolated));
        Should.Throw<ArgumentOutOfRangeException>(() => Compute(0, isolated));
    }
}
