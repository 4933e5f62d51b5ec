using EcsPlatform.Clusters;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Tests.Routing;

public class HostedZoneTests
{
    private const string Domain = "library.example.org";
    private const string Record = "aws:route53/record:Record";

    [Fact]
    public void A_zone_with_a_known_id_is_checked()
    {
        new HostedZone("Z0123456789ABCDEFGHIJ", Domain).Problems("zone").ShouldBeEmpty();
        new HostedZone(Domain, "Library").Problems("zone").Select(problem => problem.ToString()).ShouldBe([
            "zone.zoneId: 'library.example.org'. Allowed: Z and up to 31 capital letters and digits. Give the id of the hosted zone, not its name.",
            "zone.domain: 'Library'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots. Give the zone's name.",
        ]);
        new HostedZone(Output.Create("Z1"), "Library").Problems("zone").Select(problem => problem.Where).ShouldBe(["zone.domain"]);
    }

    [Fact]
    public void Zones_with_a_known_id_are_equal_by_value()
    {
        new HostedZone("Z1", Domain).ShouldBe(new HostedZone("Z1", Domain));
        new HostedZone("Z1", Domain).ShouldNotBe(new HostedZone("Z2", Domain));
    }

    [Fact]
    public async Task The_zone_that_the_network_makes_holds_the_records_of_routes()
    {
        var plan = await PlanOf(new DnsZone.Create(Domain));
        var zone = plan.Only("aws:route53/zone:Zone");
        plan.Only(Record).Text("zoneId").ShouldBe(zone.Id);
        plan.Only(Record).PropertyDependencies["zoneId"].ShouldBe([zone.Urn]);
        plan.Only("aws:lb/listenerRule:ListenerRule").Texts("conditions.0.hostHeader.values").ShouldBe(["web.library.example.org"]);
    }

    [Fact]
    public async Task The_zone_that_the_network_adopts_holds_them_as_well() =>
        (await PlanOf(new DnsZone.Adopt("Z0123456789ABCDEFGHIJ", Domain))).Only(Record).Text("zoneId").ShouldBe("Z0123456789ABCDEFGHIJ");

    [Fact]
    public void A_name_has_one_record_in_a_zone()
    {
        var names = new DnsRecordNames();
        names.Claim("web", new HostedZone("Z1", Domain), "web.library.example.org");
        names.Claim("inside", new HostedZone("Z2", Domain), "web.library.example.org");
        names.Claim("api", new HostedZone("Z1", Domain), "api.library.example.org");
        Should.Throw<InvalidArgsException>(() => names.Claim("other", new HostedZone("Z1", Domain), "web.library.example.org"))
            .Message.ShouldContain("'web.library.example.org', of which 'web' makes the record already");
    }

    [Fact]
    public void Zones_with_ids_that_nobody_knows_yet_are_told_apart_by_their_domains()
    {
        var names = new DnsRecordNames();
        names.Claim("web", new HostedZone(Output.Create("Z1"), Domain), "web.library.example.org");
        names.Claim("api", new HostedZone(Output.Create("Z1"), "web.library.example.org"), "web.library.example.org");
        Should.Throw<InvalidArgsException>(() => names.Claim("other", new HostedZone(Output.Create("Z2"), Domain), "web.library.example.org"))
            .Message.ShouldContain("'web'");
    }

    private static Task<Plan> PlanOf(DnsZone zone) => TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        var found = DnsZones.Add("net", zone, new CustomResourceOptions());
        var route = Valid.Route(new SharedLoadBalancer("lb", Valid.LoadBalancer(network))) with { Zone = new HostedZone(found) };
        _ = new EcsWorkload("web", Valid.Workload(new EcsCluster("cluster", Valid.Cluster(network)), route));
    });
}
