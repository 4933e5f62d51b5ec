using EcsPlatform.Foundations;

namespace EcsPlatform.Tests.Foundations;

public class TimeZoneNameTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/London")]
    [InlineData("Australia/Melbourne")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Pacific/Auckland")]
    public void Zones_of_the_database_are_known(string zone) => TimeZoneName.Problems("at", zone).ShouldBeEmpty();

    [Theory]
    [InlineData("Europe/Cambridge", "Name the area and the city.")]
    [InlineData("europe/london", "Did you mean Europe/London?")]
    [InlineData("Melbourne", "Did you mean Australia/Melbourne?")]
    [InlineData("New York", "Did you mean America/New_York?")]
    [InlineData("Europe/", "Name the area and the city.")]
    [InlineData("", "Name the area and the city.")]
    [InlineData("GMT Standard Time", "Name the area and the city.")]
    [InlineData("+01:00", "Name the area and the city.")]
    public void Others_are_refused(string zone, string change) => TimeZoneName.Problems("stop.timeZone", zone).Single().ToString().ShouldBe(
        $"stop.timeZone: '{zone}'. Allowed: a zone of the IANA time zone database, such as Europe/London, or UTC. {change}");

    [Fact]
    public void Names_are_an_area_and_a_place() =>
        TimeZoneName.All.ShouldAllBe(zone => zone == "UTC" || System.Text.RegularExpressions.Regex.IsMatch(zone, @"^[A-Z][a-z]+(/[A-Za-z_-]+)+$"));
}
