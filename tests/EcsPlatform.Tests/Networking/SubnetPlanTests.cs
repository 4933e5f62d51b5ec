using EcsPlatform.Foundations;
using EcsPlatform.Networking;

namespace EcsPlatform.Tests.Networking;

public class SubnetPlanTests
{
    private static readonly string[] AllZones = ["a", "b", "c", "d", "e", "f", "g", "h"];

    [Fact]
    public void Computed_ranges_fit_and_share_no_address_for_every_size_and_number_of_zones()
    {
        for (var prefix = SubnetPlan.ShortestPrefix; prefix <= 24; prefix++)
        {
            var vpc = CidrBlock.Parse($"10.0.0.0/{prefix}");
            for (var zones = 1; zones <= 8; zones++)
            {
                SubnetPlan.Compute(vpc, zones).Problems("network", vpc, [.. AllZones.Take(zones)]).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void A_zone_that_is_added_later_moves_no_subnet()
    {
        var vpc = CidrBlock.Parse("10.88.0.0/22");
        for (var zones = 1; zones < 8; zones++)
        {
            var before = SubnetPlan.Compute(vpc, zones);
            var after = SubnetPlan.Compute(vpc, zones + 1);
            after.Public.Take(zones).ShouldBe(before.Public);
            after.Private.Take(zones).ShouldBe(before.Private);
        }
    }

    [Fact]
    public void A_tier_gets_the_first_and_the_second_half_of_the_VPC()
    {
        var plan = SubnetPlan.Compute(CidrBlock.Parse("10.88.0.0/22"), 2);
        plan.Public.Select(block => block.ToString()).ShouldBe(["10.88.0.0/26", "10.88.0.64/26"]);
        plan.Private.Select(block => block.ToString()).ShouldBe(["10.88.2.0/26", "10.88.2.64/26"]);
    }

    [Theory]
    [InlineData("10.0.0.0/25", 2)]
    [InlineData("10.0.0.0/16", 9)]
    [InlineData("10.0.0.0/16", 0)]
    public void What_cannot_be_computed_is_refused(string vpc, int zones) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SubnetPlan.Compute(CidrBlock.Parse(vpc), zones));

    [Fact]
    public void Given_ranges_are_judged_all_at_once()
    {
        var plan = new SubnetPlan(
            [CidrBlock.Parse("10.88.0.0/26"), CidrBlock.Parse("10.88.0.32/27")],
            [CidrBlock.Parse("10.99.0.0/26"), CidrBlock.Parse("10.88.1.0/29"), CidrBlock.Parse("10.88.2.0/26")]);
        plan.Problems("network", CidrBlock.Parse("10.88.0.0/22"), ["a", "b"]).Select(problem => problem.ToString()).ShouldBe([
            "network.privateSubnets: 3 ranges for 2 zones. Allowed: one range for each zone. Give as many ranges as zones, in the zones' order.",
            "network.privateSubnets[0]: 10.99.0.0/26 lies outside 10.88.0.0/22. Allowed: a range within 10.88.0.0/22. " +
                "Choose another range, or a larger one for the VPC.",
            "network.privateSubnets[1]: 10.88.1.0/29. Allowed: /16 to /28. Choose a size that AWS allows for a subnet.",
            "network.publicSubnets[1]: 10.88.0.32/27 overlaps 10.88.0.0/26 of network.publicSubnets[0]. " +
                "Allowed: ranges that share no address. Move one of the two.",
        ]);
    }
}
