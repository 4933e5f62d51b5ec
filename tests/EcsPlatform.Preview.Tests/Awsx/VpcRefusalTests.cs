using System.Collections.Immutable;
using static EcsPlatform.Preview.Aws.PlainValues;
using static EcsPlatform.Preview.Tests.Awsx.Vpcs;

namespace EcsPlatform.Preview.Tests.Awsx;

public sealed class VpcRefusalTests
{
    private const string GiveBlocks = "Give cidrBlocks for all subnetSpecs, with the subnetStrategy Auto or Exact.";

    [Fact]
    public void Vpc_with_problems_has_no_children_and_no_outputs()
    {
        var vpc = Vpc(("cidrBlock", "10.0.0.0/8"));

        vpc.Problems.ShouldNotBeEmpty();
        vpc.Children.ShouldBeEmpty();
        vpc.Outputs.ShouldBeEmpty();
    }

    [Fact]
    public void All_problems_are_reported_together() =>
        Vpc(("cidrBlock", "x"), Zones(0), Nat("Two")).Problems.Length.ShouldBe(3);

    [Theory]
    [InlineData("10.0.0.0/8")]
    [InlineData("10.0.0.1/16")]
    [InlineData("10.0.0.0/29")]
    [InlineData("ten")]
    public void Range_of_a_vpc_must_be_one(string range) => Refused(
        $"cidrBlock is '{range}': a VPC needs an IPv4 range between /16 and /28 that begins at its mask.", ("cidrBlock", range));

    [Fact]
    public void Range_from_a_pool_is_not_known_offline() => Refused(
        "ipv4IpamPoolId: the pool chooses the range during the update, so the offline preview cannot lay out the subnets. "
        + "Give cidrBlock instead.", ("ipv4IpamPoolId", "ipam-pool-1"));

    [Fact]
    public void Zones_are_given_in_one_way_only() => Refused(
        "Give availabilityZoneNames or numberOfAvailabilityZones, not both.",
        Zones(3), ("availabilityZoneNames", List(["us-west-2a", "us-west-2b", "us-west-2c"])));

    [Theory]
    [InlineData(0, "numberOfAvailabilityZones is 0: a VPC needs at least one.")]
    [InlineData(5, "numberOfAvailabilityZones is 5, but us-west-2 has 4.")]
    public void Number_of_zones_must_be_one_that_the_region_has(int count, string problem) => Refused(problem, Zones(count));

    [Fact]
    public void Default_number_of_zones_must_be_one_that_the_region_has() =>
        Refused("The default is 3 availability zones, but us-west-1 has 2.", ("region", "us-west-1"));

    [Fact]
    public void Names_of_zones_must_be_different_and_in_the_region() => Vpc(
        ("availabilityZoneNames", List(["us-west-2a", "us-west-2a", "eu-west-2a"]))).Problems.ShouldBe(
        [
            "availabilityZoneNames has 'us-west-2a' more than once.",
            "availabilityZoneNames has 'eu-west-2a', which is not in the region us-west-2.",
        ]);

    [Fact]
    public void List_of_zones_must_not_be_empty() => Refused("availabilityZoneNames is empty.", ("availabilityZoneNames", NoItems));

    [Theory]
    [InlineData("subnetStrategy", "Legacy, Auto, AutoMerge, Exact")]
    [InlineData("subnetNameTagStrategy", "Legacy, AvailabilityZone")]
    [InlineData("vpcEndpointStrategy", "Legacy, Auto")]
    public void Choices_have_few_values(string key, string allowed) =>
        Vpc((key, "Best")).Problems[0].ShouldBe($"{key} is 'Best'. Allowed: {allowed}.");

    [Fact]
    public void Nat_strategy_has_few_values() =>
        Refused("natGateways.strategy is 'Two'. Allowed: None, Single, OnePerAz.", Nat("Two"));

    [Fact]
    public void Nat_gateways_need_public_subnets() => Refused(
        "natGateways.strategy is Single, but there are no public subnets to hold the NAT gateways.",
        Nat("Single"), Specs(Sized("Private", 20)));

    [Fact]
    public void Nat_gateways_need_private_or_isolated_subnets()
    {
        Refused("natGateways.strategy is OnePerAz, but there are no private or isolated subnets that need it.", Specs(Sized("Public", 20)));
        Vpc(Specs(Sized("Public", 20), Sized("Isolated", 20))).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Nat_gateways_with_several_kinds_of_public_subnets_are_not_known_offline() => Refused(
        "The offline preview cannot tell which of several kinds of public subnets holds the NAT gateways. "
        + "Give one subnetSpec of type Public, or natGateways.strategy None.",
        Strategy("Auto"), Specs(Sized("Public", 24), Sized("Public", 24).Add("name", "edge"), Sized("Private", 20)));

    [Theory]
    [InlineData("OnePerAz", 3)]
    [InlineData("Single", 1)]
    [InlineData("None", 0)]
    public void Number_of_addresses_must_be_that_of_the_nat_gateways(string strategy, int count) => Refused(
        $"natGateways.elasticIpAllocationIds has 2 ids, but the strategy {strategy} makes {count} NAT gateways.", Nat(strategy, "a", "b"));

    [Fact]
    public void Specs_must_not_be_empty() =>
        Vpc(("subnetSpecs", NoItems)).Problems[0]
            .ShouldBe("subnetSpecs is empty: leave it out for the default subnets, or list the subnets.");

    [Fact]
    public void Type_of_a_spec_must_be_known() => Refused(
        "subnetSpecs[0].type is 'Hidden'. Allowed: Public, Private, Isolated, Unused.", Nat("None"), Specs(Sized("Hidden", 20)));

    [Fact]
    public void Specs_need_names_of_their_own() => Refused(
        "Several subnetSpecs are called 'isolated': give each a name of its own, their subnets would share one.",
        Nat("None"), Specs(Sized("Isolated", 24), Sized("Isolated", 24)));

    [Fact]
    public void Subnets_with_IPv6_addresses_are_not_known_offline() => Refused(
        "subnetSpecs[0].assignIpv6AddressOnCreation: the offline preview cannot lay out IPv6 subnets.",
        Nat("None"), Specs(Sized("Private", 20).Add("assignIpv6AddressOnCreation", true)));

    [Fact]
    public void Size_must_be_a_power_of_two() => Refused(
        "subnetSpecs[0].size is 1000: it must be a power of two.", Nat("None"), Specs(Spec("Private", ("size", 1000d))));

    [Fact]
    public void Size_and_mask_must_agree() => Refused(
        "subnetSpecs[0].cidrMask is 24, but its size 512 is a /23: they must agree.",
        Nat("None"), Specs(Sized("Private", 24).Add("size", 512d)));

    [Fact]
    public void Mask_must_be_one_of_a_subnet() => Refused(
        "subnetSpecs[0] asks for /29: a subnet of AWS is between /16 and /28.", Nat("None"), Specs(Sized("Private", 29)));

    [Fact]
    public void Number_of_blocks_must_be_that_of_the_zones() => Refused(
        "The number of cidrBlocks in subnetSpecs[0] (2) must match the number of availability zones (3).",
        Nat("None"), Strategy("Auto"), Specs(Blocks("Private", "10.0.0.0/20", "10.0.16.0/20")));

    [Fact]
    public void Blocks_are_given_for_all_specs_or_for_none() => Refused(
        "Some subnetSpecs have cidrBlocks and others have none: give them for all or for none.",
        Nat("None"), Zones(1), Strategy("Auto"), Specs(Blocks("Private", "10.0.0.0/20"), Sized("Public", 20)));

    [Theory]
    [InlineData("10.0.0.1/20")]
    [InlineData("10.0.0.0/29")]
    [InlineData("")]
    public void Block_must_be_a_range(string block) => RefusedBlock(
        block, $"subnetSpecs[0].cidrBlocks has '{block}': it must be an IPv4 range between /16 and /28 that begins at its mask.");

    [Fact]
    public void Block_must_lie_in_the_vpc() =>
        RefusedBlock("10.1.0.0/20", "subnetSpecs[0].cidrBlocks has 10.1.0.0/20, which is outside the VPC's 10.0.0.0/16.");

    [Fact]
    public void Block_and_mask_must_agree() => Refused(
        "subnetSpecs[0].cidrBlocks has 10.0.0.0/20, but its cidrMask or size says /24: they must agree.",
        Nat("None"), Zones(1), Strategy("Auto"), Specs(Blocks("Private", "10.0.0.0/20").Add("cidrMask", 24d)));

    [Fact]
    public void Blocks_must_not_overlap() => Refused(
        "Subnets overlap: main-public-1 (10.0.0.0/20) and main-private-1 (10.0.8.0/24).",
        Zones(1), Strategy("Auto"), Specs(Blocks("Public", "10.0.0.0/20"), Blocks("Private", "10.0.8.0/24")));

    [Fact]
    public void Blocks_need_a_strategy_that_takes_them() => Refused(
        "The subnetStrategy Legacy, which is the default, does not take cidrBlocks. Choose Auto or Exact.",
        Nat("None"), Zones(1), Specs(Blocks("Private", "10.0.0.0/20")));

    [Fact]
    public void Exact_refuses_a_gap_between_blocks() => Refused(
        "The subnetStrategy Exact allows no gaps, but main-private-1 (10.0.32.0/20) does not follow main-public-1 (10.0.0.0/20). "
        + "Order cidrBlocks zone by zone and fill gaps with subnetSpecs of type Unused.",
        Zones(1), Strategy("Exact"), Specs(Blocks("Public", "10.0.0.0/20"), Blocks("Private", "10.0.32.0/20")));

    [Fact]
    public void Exact_refuses_a_gap_made_by_alignment()
    {
        var problems = Vpc(Zones(1), Strategy("Exact"), Specs(Sized("Public", 24), Sized("Private", 17), Sized("Unused", 18))).Problems;

        problems.ShouldBe(
        [
            "Subnets are too large: a zone of the VPC's 10.0.0.0/16 has 65536 addresses, its subnets take 81920.",
        ]);
        Vpc(Zones(1), Strategy("Exact"), Specs(Sized("Public", 18), Sized("Private", 17))).Problems.ShouldBe(
        [
            "The subnetStrategy Exact allows no gaps, but main-private-1 (10.0.128.0/17) does not follow main-public-1 (10.0.0.0/18). "
            + "Order cidrBlocks zone by zone and fill gaps with subnetSpecs of type Unused.",
        ]);
    }

    [Fact]
    public void Exact_refuses_a_gap_behind_the_last_subnet() => Refused(
        "The subnetStrategy Exact allows no gaps, but 16384 of a zone's 65536 addresses are left behind its last subnet. "
        + "Fill them with subnetSpecs of type Unused.",
        Zones(1), Strategy("Exact"), Specs(Sized("Private", 17), Sized("Public", 18)));

    [Fact]
    public void Exact_needs_specs() => Refused("The subnetStrategy Exact needs subnetSpecs.", Strategy("Exact"));

    [Fact]
    public void Subnets_must_fit_into_their_zone() => Refused(
        "Subnets are too large: a zone of the VPC's 10.0.0.0/17 has 8192 addresses, its subnets take 10240.",
        ("cidrBlock", "10.0.0.0/17"), Strategy("Auto"), Specs(Sized("Private", 19), Sized("Public", 21)));

    [Fact]
    public void Zones_must_fit_into_the_vpc() => Refused(
        "3 zones of /17 do not fit into the VPC's 10.0.0.0/16.",
        ("availabilityZoneCidrMask", 17d), Strategy("Auto"), Specs(Sized("Private", 19), Sized("Public", 21)));

    [Fact]
    public void Evenly_divided_subnets_must_not_be_too_small() => Refused(
        "The subnets 'public' would be /29: a subnet of AWS is /28 at the smallest.",
        ("cidrBlock", "10.0.0.0/27"), Zones(2), Strategy("Auto"), Specs(Spec("Public"), Spec("Private")));

    public static TheoryData<string, string, int, ImmutableDictionary<string, object>[]> Layouts => new()
    {
        { "the default subnets of a /16 in 2 zones", "Legacy", 2, [] },
        { "the default subnets of a /16 in 2 zones", "AutoMerge", 2, [Spec("Public")] },
        { "AutoMerge with more than tags on the default subnets", "AutoMerge", 3, [Sized("Public", 20), Spec("Private")] },
        { "AutoMerge with cidrBlocks for some of the default subnets only", "AutoMerge", 1, [Blocks("Private", "10.0.0.0/20")] },
        { "subnetSpecs of which some have a size and others have none", "Auto", 3, [Sized("Public", 20), Spec("Private")] },
        { "an even division of a zone into 3 subnets", "Auto", 3, [Spec("Public"), Spec("Private"), Spec("Isolated")] },
        { "Legacy with subnetSpecs that have no size", "Legacy", 3, [Spec("Public"), Spec("Private"), Spec("Isolated")] },
        {
            "Legacy with subnets that grow, in the order private, public, isolated, or of which some have no size",
            "Legacy", 3, [Sized("Public", 20), Sized("Private", 21)]
        },
        {
            "Legacy with availabilityZoneCidrMask, unused ranges or several kinds of subnets of one type",
            "Legacy", 3, [Sized("Private", 21), Sized("Private", 21).Add("name", "db")]
        },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Layout_that_the_documentation_does_not_settle_is_refused(
        string what, string strategy, int zones, ImmutableDictionary<string, object>[] specs) => Refused(
        $"The offline preview cannot lay out {what}. {GiveBlocks}",
        [Nat("None"), Zones(zones), Strategy(strategy), .. specs.Length == 0 ? [] : new[] { Specs(specs) }]);

    [Fact]
    public void Endpoint_needs_the_name_of_its_service() => RefusedEndpoints(
        "vpcEndpointSpecs[0].serviceName is missing.", "Legacy", Map(("vpcEndpointType", "Gateway")));

    [Fact]
    public void Service_has_one_endpoint_only() => RefusedEndpoints(
        "vpcEndpointSpecs[1]: s3 has an endpoint already, and its resource goes by that name.", "Legacy",
        Map(("serviceName", "s3")), Map(("serviceName", "s3")));

    [Theory]
    [InlineData("vpcId", "subnetIds")]
    [InlineData("subnetIds", "securityGroupIds")]
    public void Endpoint_that_the_strategy_would_complete_is_not_known(string given, string missing) => RefusedEndpoints(
        $"vpcEndpointSpecs[0]: the offline preview does not know what the vpcEndpointStrategy Auto fills in. Give {missing}.", "Auto",
        Map(("serviceName", "s3"), ("vpcEndpointType", "Interface"), (given, List(["x"]))));

    private static void RefusedEndpoints(string problem, string strategy, params ImmutableDictionary<string, object>[] endpoints) =>
        Refused(problem, ("vpcEndpointStrategy", strategy), ("vpcEndpointSpecs", List(endpoints)));

    private static void RefusedBlock(string block, string problem) =>
        Refused(problem, Nat("None"), Zones(1), Strategy("Auto"), Specs(Blocks("Private", block)));

    private static void Refused(string problem, params (string Key, object Value)[] inputs) => Vpc(inputs).Problems.ShouldBe([problem]);
}
