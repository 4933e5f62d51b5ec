using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;
using Aws = Pulumi.Aws;

namespace EcsPlatform.Tests.Networking;

public class PrivateZoneTests
{
    private const string Type = "aws:route53/zone:Zone";
    private const string Association = "aws:route53/zoneAssociation:ZoneAssociation";
    private const string Authorization = "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization";

    private static readonly PrivateZone.Create New = new("staging.internal");
    private static readonly PrivateZone.Adopt Existing = new("Z0123456789ABCDEFGHIJ", "staging.internal");
    private static readonly AssociatedVpc Archive = new() { Name = "archive", VpcId = "vpc-2", Region = "eu-west-2" };

    [Fact]
    public void Defaults()
    {
        New.FurtherVpcs.ShouldBeEmpty();
        New.ForceDestroy.ShouldBeFalse();
        Existing.FurtherVpcs.ShouldBeEmpty();
        Existing.AssociateNetwork.ShouldBeFalse();
        Problems(New with { FurtherVpcs = [Archive] }).ShouldBeEmpty();
        Problems(Existing).ShouldBeEmpty();
        Archive.Owner.ShouldBe(new VpcOwner.SameAccount());
        new VpcOwner.OtherAccount().Provider.ShouldBeNull();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        Problems(new PrivateZone.Create("Staging") { FurtherVpcs = [Archive, Archive] }).ShouldBe([
            "zone.domain: 'Staging'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots. Give the zone's name.",
            "zone.furtherVpcs: 'archive' 2 times. Allowed: each name once. Leave the others out, or name them apart.",
        ]);
        Problems(Existing with { FurtherVpcs = [Archive with { Name = "" }] }).ShouldBe([
            "zone.furtherVpcs.name: ''. Allowed: 1 to 63 lower-case letters, digits and inner hyphens, and not 'network'. " +
                "Choose a name that the association can bear.",
        ]);
        Problems(new PrivateZone.Adopt("staging.internal", "staging.internal")).ShouldBe([
            "zone.zoneId: 'staging.internal'. Allowed: Z and up to 31 capital letters and digits. Give the id of the hosted zone, not its name.",
        ]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_zone_resolves_in_the_network_and_keeps_the_VPCs_that_join_it(bool forceDestroy)
    {
        var plan = await PlanOf(New with { ForceDestroy = forceDestroy });
        var zone = plan.Only(Type, "test-private-zone");
        (zone.Text("name"), zone.Text("comment")).ShouldBe(("staging.internal", "Private zone of test"));
        zone.Text("vpcs.0.vpcId").ShouldBe("vpc-1");
        zone.Input("vpcs.1").ShouldBeNull();
        zone.IgnoreChanges.ShouldBe(["vpcs"]);
        zone.Flag("forceDestroy").ShouldBe(forceDestroy);
        plan.All(Association).ShouldBeEmpty();
        (plan.Root.OutputText("domain"), plan.Root.OutputText("zoneId")).ShouldBe(("staging.internal", zone.Id));
    }

    [Fact]
    public async Task A_new_zone_resolves_in_peered_VPCs_when_asked()
    {
        var plan = await PlanOf(New with { FurtherVpcs = [Archive] });
        var association = plan.Only(Association, "test-private-zone-archive");
        (association.Text("zoneId"), association.Text("vpcId"), association.Text("vpcRegion")).ShouldBe((plan.Only(Type).Id, "vpc-2", "eu-west-2"));
        association.IgnoreChanges.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_VPC_of_another_account_is_authorized_and_its_owner_associates()
    {
        var plan = await PlanOf(New with { FurtherVpcs = [Archive with { Owner = new VpcOwner.OtherAccount() }] });
        var authorization = plan.Only(Authorization, "test-private-zone-archive-authorization");
        (authorization.Text("zoneId"), authorization.Text("vpcId"), authorization.Text("vpcRegion"))
            .ShouldBe((plan.Only(Type).Id, "vpc-2", "eu-west-2"));
        plan.All(Association).ShouldBeEmpty();
    }

    [Fact]
    public async Task With_a_provider_of_its_account_a_VPC_is_associated_at_once()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var provider = new Aws.Provider("archive", new Aws.ProviderArgs { Region = "eu-west-2", AllowedAccountIds = { "222222222222" } });
            var zone = New with { FurtherVpcs = [Archive with { Owner = new VpcOwner.OtherAccount { Provider = provider } }] };
            _ = PrivateZones.Add("test", zone, "vpc-1", new CustomResourceOptions());
            return new Dictionary<string, object?>();
        });
        var authorization = plan.Only(Authorization);
        var association = plan.Only(Association, "test-private-zone-archive");
        association.Text("vpcId").ShouldBe("vpc-2");
        association.Provider.ShouldNotBeNull().ShouldContain("::archive::");
        authorization.Provider.ShouldNotBe(association.Provider);
        association.PropertyDependencies["zoneId"].ShouldBe([authorization.Urn]);
    }

    [Fact]
    public async Task A_zone_that_exists_is_named_and_nothing_is_made()
    {
        var plan = await PlanOf(Existing);
        plan.Resources.Count(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal)).ShouldBe(0);
        (plan.Root.OutputText("domain"), plan.Root.OutputText("zoneId")).ShouldBe(("staging.internal", "Z0123456789ABCDEFGHIJ"));
    }

    [Fact]
    public async Task A_zone_that_exists_resolves_in_the_network_and_in_peered_VPCs_when_asked() =>
        (await PlanOf(Existing with { AssociateNetwork = true, FurtherVpcs = [Archive] })).All(Association)
            .Select(association => (association.Name, association.Text("zoneId"), association.Text("vpcId"))).ShouldBe(
                [
                    ("test-private-zone-archive", "Z0123456789ABCDEFGHIJ", "vpc-2"),
                    ("test-private-zone-network", "Z0123456789ABCDEFGHIJ", "vpc-1"),
                ],
                ignoreOrder: true);

    private static IEnumerable<string> Problems(PrivateZone zone) => zone.Problems("zone", Valid.Account).Select(problem => problem.ToString());

    private static Task<Plan> PlanOf(PrivateZone zone) => TestPlan.OfAsync(() =>
    {
        var outputs = PrivateZones.Add("test", zone, "vpc-1", new CustomResourceOptions());
        return new Dictionary<string, object?> { ["domain"] = outputs.Domain, ["zoneId"] = outputs.ZoneId };
    });
}
