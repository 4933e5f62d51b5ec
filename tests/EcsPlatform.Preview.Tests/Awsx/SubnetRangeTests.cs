using static EcsPlatform.Preview.Tests.Awsx.Vpcs;

namespace EcsPlatform.Preview.Tests.Awsx;

public sealed class SubnetRangeTests
{
    private static readonly string[] Recorded =
    [
        "private-1 10.0.0.0/19", "public-1 10.0.32.0/20", "private-2 10.0.64.0/19", "public-2 10.0.96.0/20",
        "private-3 10.0.128.0/19", "public-3 10.0.160.0/20",
    ];

    [Theory]
    [InlineData("Legacy")]
    [InlineData("Auto")]
    [InlineData("AutoMerge")]
    public void Default_subnets_have_the_recorded_ranges(string strategy) => Vpc(Strategy(strategy)).Subnets().ShouldBe(Recorded);

    [Fact]
    public void Legacy_lays_out_unsized_public_and_private_specs_as_by_default() =>
        Vpc(Specs(Spec("Public"), Spec("Private"))).Subnets().ShouldBe(Recorded);

    [Fact]
    public void Legacy_puts_private_subnets_first_and_isolated_ones_last() =>
        Vpc(Specs(Sized("Public", 22), Sized("Isolated", 24), Sized("Private", 21))).Subnets().Take(4).ShouldBe(
            ["private-1 10.0.0.0/21", "public-1 10.0.8.0/22", "isolated-1 10.0.12.0/24", "private-2 10.0.64.0/21"]);

    [Fact]
    public void AutoMerge_keeps_the_default_ranges_when_specs_carry_tags_only() => Vpc(
        Strategy("AutoMerge"), Specs(Spec("Public", ("tags", Preview.Aws.PlainValues.Map(("a", "b")))))).Subnets().ShouldBe(Recorded);

    [Fact]
    public void Auto_keeps_the_order_of_the_specs() =>
        Vpc(Strategy("Auto"), Specs(Sized("Public", 20), Sized("Private", 20))).Subnets().Take(3)
            .ShouldBe(["public-1 10.0.0.0/20", "private-1 10.0.16.0/20", "public-2 10.0.64.0/20"]);

    [Fact]
    public void Auto_leaves_a_gap_in_front_of_a_larger_subnet() =>
        Vpc(Strategy("Auto"), Specs(Sized("Public", 24), Sized("Private", 19))).Subnets().Take(2)
            .ShouldBe(["public-1 10.0.0.0/24", "private-1 10.0.32.0/19"]);

    [Fact]
    public void Auto_divides_a_zone_evenly_among_unsized_specs() =>
        Vpc(Strategy("Auto"), Zones(2), Specs(Spec("Public"), Spec("Private"))).Subnets()
            .ShouldBe(["public-1 10.0.0.0/18", "private-1 10.0.64.0/18", "public-2 10.0.128.0/18", "private-2 10.0.192.0/18"]);

    [Fact]
    public void Auto_takes_the_zones_mask_that_is_given() =>
        Vpc(Strategy("Auto"), Zones(2), ("availabilityZoneCidrMask", 20d), Specs(Sized("Public", 24), Sized("Private", 24))).Subnets()
            .ShouldBe(["public-1 10.0.0.0/24", "private-1 10.0.1.0/24", "public-2 10.0.16.0/24", "private-2 10.0.17.0/24"]);

    [Fact]
    public void Size_means_the_mask_of_so_many_addresses() =>
        Vpc(Strategy("Auto"), Zones(2), Nat("None"), Specs(Spec("Private", ("size", 1024d)))).Subnets()
            .ShouldBe(["private-1 10.0.0.0/22", "private-2 10.0.128.0/22"]);

    [Fact]
    public void Exact_is_satisfied_when_every_zone_is_full() =>
        Vpc(Strategy("Exact"), Zones(2), Specs(Sized("Public", 19), Sized("Unused", 19), Sized("Private", 18))).Subnets()
            .ShouldBe(["public-1 10.0.0.0/19", "private-1 10.0.64.0/18", "public-2 10.0.128.0/19", "private-2 10.0.192.0/18"]);

    [Theory]
    [InlineData("Auto")]
    [InlineData("AutoMerge")]
    public void Explicit_ranges_are_taken_as_they_are(string strategy) =>
        Vpc(Zones(2), Strategy(strategy), Specs(
            Blocks("Public", "10.0.0.0/24", "10.0.1.0/24"), Blocks("Private", "10.0.16.0/20", "10.0.32.0/20"))).Subnets()
            .ShouldBe(["public-1 10.0.0.0/24", "private-1 10.0.16.0/20", "public-2 10.0.1.0/24", "private-2 10.0.32.0/20"]);

    [Fact]
    public void Exact_takes_explicit_ranges_that_follow_each_other_zone_by_zone() =>
        Vpc(Zones(2), Strategy("Exact"), Specs(
            Blocks("Public", "10.0.0.0/18", "10.0.128.0/18"), Blocks("Private", "10.0.64.0/18", "10.0.192.0/18"))).Subnets()
            .ShouldBe(["public-1 10.0.0.0/18", "private-1 10.0.64.0/18", "public-2 10.0.128.0/18", "private-2 10.0.192.0/18"]);
}
