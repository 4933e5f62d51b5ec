using EcsPlatform.Networking;

namespace EcsPlatform.Tests.Networking;

public class RegionZonesTests
{
    [Theory]
    [InlineData("eu-west-1", "eu-west-1a, eu-west-1b, eu-west-1c")]
    [InlineData("us-west-2", "us-west-2a, us-west-2b, us-west-2c, us-west-2d")]
    [InlineData("xx-north-1", "")]
    public void A_region_has_these_zones(string region, string zones) => string.Join(", ", RegionZones.Of(region)).ShouldBe(zones);

    [Fact]
    public void Zones_that_a_region_does_not_have_are_found() =>
        RegionZones.Problems("zones", "eu-west-1", ["eu-west-1a", "eu-west-1", "eu-west-2a", "eu-west-1f"]).Select(problem => problem.ToString()).ShouldBe([
            "zones: 'eu-west-1'. Allowed: zones of eu-west-1. Name a zone of the stack's region.",
            "zones: 'eu-west-2a'. Allowed: zones of eu-west-1. Name a zone of the stack's region.",
            "zones: 'eu-west-1f'. Allowed: eu-west-1a, eu-west-1b, eu-west-1c. eu-west-1 has 3 zones: name one of them, or leave this one out.",
        ]);

    [Fact]
    public void Of_a_region_that_is_not_known_all_zones_are_taken() =>
        RegionZones.Problems("zones", "xx-north-1", ["xx-north-1a", "xx-north-1k"]).ShouldBeEmpty();
}
