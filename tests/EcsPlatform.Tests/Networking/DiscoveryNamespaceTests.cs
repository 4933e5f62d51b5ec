using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Networking;

public class DiscoveryNamespaceTests
{
    private const string Dns = "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace";
    private const string Http = "aws:servicediscovery/httpNamespace:HttpNamespace";
    private const string Association = "aws:route53/zoneAssociation:ZoneAssociation";

    private static readonly DiscoveryNamespace.PrivateDns New = new("staging.internal");
    private static readonly DiscoveryNamespace.AdoptPrivateDns Existing = new("ns-0123456789abcdef", "staging.internal", "Z0123456789ABCDEFGHIJ");
    private static readonly AssociatedVpc Archive = new() { Name = "archive", VpcId = "vpc-2" };
    private static readonly AssociatedVpc Press = new() { Name = "press", VpcId = "vpc-3", Region = "eu-west-2" };

    [Fact]
    public void Defaults()
    {
        New.FurtherVpcs.ShouldBeEmpty();
        Existing.FurtherVpcs.ShouldBeEmpty();
        Existing.AssociateNetwork.ShouldBeFalse();
        Archive.Region.ShouldBeNull();
        Problems(New).ShouldBeEmpty();
        Problems(new DiscoveryNamespace.PrivateDns("internal")).ShouldBeEmpty();
        Problems(new DiscoveryNamespace.Http("Staging_Services")).ShouldBeEmpty();
        Problems(Existing with { FurtherVpcs = [Archive, Press] }).ShouldBeEmpty();
        Problems(new DiscoveryNamespace.AdoptHttp("ns-0123456789abcdef", "staging")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        Problems(new DiscoveryNamespace.PrivateDns("Staging Services")
        {
            FurtherVpcs = [Archive with { Name = "The archive" }, Archive with { Name = "network" }, Press with { Region = "London" }, Press],
        }).ShouldBe([
            "namespace.domain: 'Staging Services'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots. " +
                "Give the domain of the services' names.",
            "namespace.furtherVpcs.name: 'The archive'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens, and not 'network'. " +
                "Choose a name that the association can bear.",
            "namespace.furtherVpcs.name: 'network'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens, and not 'network'. " +
                "Choose a name that the association can bear.",
            "namespace.furtherVpcs.press.region: 'London'. Allowed: a region of the partition aws, such as eu-west-1. Give the region's code.",
            "namespace.furtherVpcs: 'press' 2 times. Allowed: each name once. Leave the others out, or name them apart.",
        ]);
        Problems(new DiscoveryNamespace.AdoptPrivateDns("staging", "-", "staging.internal")).ShouldBe([
            "namespace.domain: '-'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots. " +
                "Give the domain of the services' names.",
            "namespace.namespaceId: 'staging'. Allowed: ns- and up to 61 lower-case letters and digits. Give the id of the namespace, not its name.",
            "namespace.hostedZoneId: 'staging.internal'. Allowed: Z and up to 31 capital letters and digits. Give the id of the hosted zone, not its name.",
        ]);
        Problems(new DiscoveryNamespace.Http("staging services"))
            .ShouldBe(["namespace.name: 'staging services'. Allowed: 1 to 1024 visible ASCII characters. Choose a name that Cloud Map allows."]);
        Problems(new DiscoveryNamespace.AdoptHttp("staging", "")).ShouldBe([
            "namespace.name: ''. Allowed: 1 to 1024 visible ASCII characters. Choose a name that Cloud Map allows.",
            "namespace.namespaceId: 'staging'. Allowed: ns- and up to 61 lower-case letters and digits. Give the id of the namespace, not its name.",
        ]);
    }

    [Fact]
    public async Task A_new_namespace_resolves_in_the_network()
    {
        var plan = await PlanOf(New);
        var dns = plan.Only(Dns, "test-namespace");
        (dns.Text("name"), dns.Text("vpc"), dns.Text("description")).ShouldBe(("staging.internal", "vpc-1", "Services of test"));
        plan.All(Association).ShouldBeEmpty();
        Shown(plan).ShouldBe(("staging.internal", dns.Id, dns.OutputText("arn"), dns.OutputText("hostedZone")));
    }

    [Fact]
    public async Task A_new_namespace_resolves_in_further_VPCs_when_asked()
    {
        var plan = await PlanOf(New with { FurtherVpcs = [Press, Archive] });
        plan.All(Association).Select(association => association.Name).ShouldBe(["test-namespace-archive", "test-namespace-press"], ignoreOrder: true);
        var archive = plan.Only(Association, "test-namespace-archive");
        archive.Text("zoneId").ShouldBe(plan.Only(Dns).OutputText("hostedZone"));
        archive.Text("vpcId").ShouldBe("vpc-2");
        archive.Input("vpcRegion").ShouldBeNull();
        plan.Only(Association, "test-namespace-press").Text("vpcRegion").ShouldBe("eu-west-2");
    }

    [Fact]
    public async Task A_new_namespace_may_do_without_DNS()
    {
        var plan = await PlanOf(new DiscoveryNamespace.Http("staging"));
        var http = plan.Only(Http, "test-namespace");
        (http.Text("name"), http.Text("description")).ShouldBe(("staging", "Services of test"));
        plan.All(Dns).ShouldBeEmpty();
        Shown(plan).ShouldBe(("staging", http.Id, http.OutputText("arn"), null));
    }

    [Fact]
    public async Task A_namespace_that_exists_is_named_and_nothing_is_made()
    {
        const string Arn = "arn:aws:servicediscovery:eu-west-1:111111111111:namespace/ns-0123456789abcdef";
        foreach (var (existing, name, zone) in new (DiscoveryNamespace, string, string?)[]
        {
            (Existing, "staging.internal", "Z0123456789ABCDEFGHIJ"),
            (new DiscoveryNamespace.AdoptHttp("ns-0123456789abcdef", "staging"), "staging", null),
        })
        {
            var plan = await PlanOf(existing);
            plan.Resources.Count(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal)).ShouldBe(0);
            Shown(plan).ShouldBe((name, "ns-0123456789abcdef", Arn, zone));
        }
    }

    [Fact]
    public async Task A_namespace_that_exists_elsewhere_resolves_in_the_network_and_further_VPCs_when_asked()
    {
        var plan = await PlanOf(Existing with { AssociateNetwork = true, FurtherVpcs = [Archive] });
        plan.All(Association).Select(association => (association.Name, association.Text("zoneId"), association.Text("vpcId"))).ShouldBe(
            [
                ("test-namespace-archive", "Z0123456789ABCDEFGHIJ", "vpc-2"),
                ("test-namespace-network", "Z0123456789ABCDEFGHIJ", "vpc-1"),
            ],
            ignoreOrder: true);
    }

    private static IEnumerable<string> Problems(DiscoveryNamespace discovery) =>
        discovery.Problems("namespace", Valid.Account).Select(problem => problem.ToString());

    private static (string? Name, string? Id, string? Arn, string? Zone) Shown(Plan plan) => (
        plan.Root.OutputText("name"),
        plan.Root.OutputText("namespaceId"),
        plan.Root.OutputText("arn"),
        (plan.Root.Output("zoneId") as PropertyValue.Text)?.Value);

    private static Task<Plan> PlanOf(DiscoveryNamespace discovery) => TestPlan.OfAsync(() =>
    {
        var outputs = DiscoveryNamespaces.Add("test", discovery, "vpc-1", Valid.Account, new CustomResourceOptions());
        return new Dictionary<string, object?>
        {
            ["name"] = outputs.Name,
            ["namespaceId"] = outputs.Id,
            ["arn"] = outputs.Arn,
            ["zoneId"] = outputs.HostedZoneId,
        };
    });
}
