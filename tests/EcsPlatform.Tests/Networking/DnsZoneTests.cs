using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Networking;

public class DnsZoneTests
{
    private const string Type = "aws:route53/zone:Zone";
    private static readonly DnsZone.Create New = new("library.example.org");
    private static readonly DnsZone.Adopt Existing = new("Z0123456789ABCDEFGHIJ", "library.example.org");

    [Fact]
    public void All_defaults()
    {
        New.DelegationSetId.ShouldBeNull();
        New.ForceDestroy.ShouldBeFalse();
        New.Problems("zone").ShouldBeEmpty();
        Existing.Problems("zone").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        (new DnsZone.Create("Library") { DelegationSetId = "Z123" }).Problems("zone").Select(problem => problem.ToString()).ShouldBe([
            "zone.domain: 'Library'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots. Give the zone's name.",
            "zone.delegationSetId: 'Z123'. Allowed: N and up to 31 capital letters and digits. Give the id of a reusable delegation set of the account.",
        ]);
        new DnsZone.Adopt("library.example.org", "org").Problems("zone").Select(problem => problem.ToString()).ShouldBe([
            "zone.domain: 'org'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots. Give the zone's name.",
            "zone.zoneId: 'library.example.org'. Allowed: Z and up to 31 capital letters and digits. Give the id of the hosted zone, not its name.",
        ]);
    }

    [Theory]
    [InlineData("library.example.org", true)]
    [InlineData("viewer.library.example.org", true)]
    [InlineData("*.library.example.org", true)]
    [InlineData("example.org", false)]
    [InlineData("otherlibrary.example.org", false)]
    public void A_zone_holds_its_domain_and_all_below(string name, bool held) => New.Holds(name).ShouldBe(held);

    [Fact]
    public async Task A_new_zone_is_safe_from_losing_its_records()
    {
        var plan = await PlanOf(New);
        var zone = plan.Only(Type, "test-zone");
        zone.External.ShouldBeFalse();
        zone.Text("name").ShouldBe("library.example.org");
        zone.Text("comment").ShouldBe("Zone of test");
        zone.Flag("forceDestroy").ShouldBeFalse();
        zone.Input("delegationSetId").ShouldBeNull();
        Shown(plan).ShouldBe(("library.example.org", zone.Id, 4));
    }

    [Fact]
    public async Task A_new_zone_takes_a_delegation_set_and_goes_with_its_records_when_asked()
    {
        var zone = (await PlanOf(New with { DelegationSetId = "N1PA6795SAMPLE", ForceDestroy = true })).Only(Type);
        zone.Text("delegationSetId").ShouldBe("N1PA6795SAMPLE");
        zone.Flag("forceDestroy").ShouldBeTrue();
    }

    [Fact]
    public async Task A_zone_that_exists_is_only_read()
    {
        var plan = await PlanOf(Existing);
        var zone = plan.Only(Type, "test-zone");
        zone.External.ShouldBeTrue();
        zone.Id.ShouldBe("Z0123456789ABCDEFGHIJ");
        Shown(plan).ShouldBe(("library.example.org", "Z0123456789ABCDEFGHIJ", 1));
        plan.Root.OutputText("nameServers.0").ShouldBe("[looked up: nameServers of aws:route53/zone 'Z0123456789ABCDEFGHIJ']");
    }

    private static (string? Domain, string? ZoneId, int NameServers) Shown(Plan plan) => (
        plan.Root.OutputText("domain"),
        plan.Root.OutputText("zoneId"),
        plan.Root.Output("nameServers").ShouldBeOfType<PropertyValue.List>().Items.Length);

    private static Task<Plan> PlanOf(DnsZone zone) => TestPlan.OfAsync(() =>
    {
        var outputs = DnsZones.Add("test", zone, new CustomResourceOptions());
        return new Dictionary<string, object?> { ["domain"] = outputs.Domain, ["zoneId"] = outputs.ZoneId, ["nameServers"] = outputs.NameServers };
    });
}
