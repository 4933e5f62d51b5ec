using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Networking;

public class EgressGroupTests
{
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    private static readonly EgressGroupArgs Args = new() { Internet = InternetEgress.Https };
    private static readonly NetworkPeer Catalogue = new NetworkPeer.Range("catalogue", CidrBlock.Parse("10.8.0.0/24"));

    [Fact]
    public void Defaults()
    {
        Args.Peers.ShouldBeEmpty();
        new EgressPath(Catalogue).Port.ShouldBe(443);
        Args.Problems("egress").ShouldBeEmpty();
        (Args with { Internet = InternetEgress.None, Peers = [new EgressPath(Catalogue), new EgressPath(Catalogue) { Port = 80 }] })
            .Problems("egress").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        (Args with { Internet = InternetEgress.None }).Problems("egress").Select(problem => problem.ToString()).ShouldBe([
            "egress.peers: no way out. Allowed: the internet, or one peer or more. Name who may be connected to, or leave the group out.",
        ]);
        var args = Args with
        {
            Peers =
            [
                new EgressPath(new NetworkPeer.PrefixList("S3 list", "pl-1")),
                new EgressPath(new NetworkPeer.Range("all", CidrBlock.Parse("0.0.0.0/0"))),
                new EgressPath(Catalogue) { Port = 0 },
                new EgressPath(Catalogue) { Port = 65_536 },
                new EgressPath(Catalogue),
                new EgressPath(Catalogue),
                new EgressPath(new NetworkPeer.Range("index", CidrBlock.Parse("10.8.0.0/24"))),
                new EgressPath(new NetworkPeer.Anywhere("web")),
                new EgressPath(new NetworkPeer.Anywhere("web")) { Port = 80 },
            ],
        };
        args.Problems("egress").Select(problem => problem.ToString()).ShouldBe([
            "egress.peers.name: 'S3 list'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a name that a rule can bear.",
            "egress.peers.all: 0.0.0.0/0. Allowed: ranges of known networks. Name the peer's own range, or for a way out Anywhere.",
            "egress.peers.catalogue.port: 0. Allowed: 1 to 65535. Give the port on which the peer listens.",
            "egress.peers.catalogue.port: 65536. Allowed: 1 to 65535. Give the port on which the peer listens.",
            "egress.peers: 'catalogue' on port 443 2 times. Allowed: each peer once for each port. Leave the others out, or name them apart.",
            "egress.peers: 'catalogue' and 'index' for port 443 of 10.8.0.0/24. Allowed: each range once for each port. Leave the others out.",
            "egress.peers: 'web' for port 443 of 0.0.0.0/0. Allowed: ports that are not open to it anyway, by Https. Leave it out.",
        ]);
    }

    [Theory]
    [InlineData(InternetEgress.None, "")]
    [InlineData(InternetEgress.Https, "test-egress-https 443")]
    [InlineData(InternetEgress.HttpAndHttps, "test-egress-http 80, test-egress-https 443")]
    public async Task The_internet_is_reached_as_asked(InternetEgress internet, string rules)
    {
        var plan = await PlanOf(Args with { Internet = internet, Peers = [new EgressPath(Catalogue)] });
        var open = plan.All(EgressRule).Where(rule => rule.Text("cidrIpv4") == "0.0.0.0/0").OrderBy(rule => rule.Name, StringComparer.Ordinal);
        string.Join(", ", open.Select(rule => $"{rule.Name} {rule.Number("toPort")}")).ShouldBe(rules);
    }

    [Fact]
    public async Task The_group_lets_nothing_in_and_has_no_rules_inside()
    {
        var plan = await PlanOf(Args);
        var group = plan.Only(Group, "test-egress");
        group.Text("vpcId").ShouldBe("vpc-1");
        group.Text("description").ShouldBe("Ways out of test");
        group.Text("tags.Name").ShouldBe("test-egress");
        (group.Input("ingress"), group.Input("egress")).ShouldBe((null, null));
        plan.All(IngressRule).ShouldBeEmpty();
        var rule = plan.Only(EgressRule);
        rule.Text("securityGroupId").ShouldBe(group.Id);
        rule.Text("ipProtocol").ShouldBe("tcp");
        plan.Root.OutputText("group").ShouldBe(group.Id);
        plan.Root.Output("rules").ShouldBe(new PropertyValue.Number(1));
    }

    [Fact]
    public async Task Peers_are_reached_on_their_ports_alone()
    {
        var plan = await PlanOf(Args with
        {
            Internet = InternetEgress.None,
            Peers =
            [
                new EgressPath(new NetworkPeer.SecurityGroup("endpoints", "sg-1")),
                new EgressPath(new NetworkPeer.PrefixList("s3", "pl-1")),
                new EgressPath(Catalogue) { Port = 8983 },
                new EgressPath(new NetworkPeer.Anywhere("mail")) { Port = 587 },
            ],
        });
        plan.All(EgressRule).Select(rule => (rule.Name, rule.Text("description"), rule.Number("fromPort"), rule.Number("toPort"))).ShouldBe(
            [
                ("test-egress-443-to-endpoints", "Port 443 of endpoints", 443, 443),
                ("test-egress-443-to-s3", "Port 443 of s3", 443, 443),
                ("test-egress-587-to-mail", "Port 587 of mail", 587, 587),
                ("test-egress-8983-to-catalogue", "Port 8983 of catalogue", 8983, 8983),
            ],
            ignoreOrder: true);
        var endpoints = plan.Only(EgressRule, "test-egress-443-to-endpoints");
        endpoints.Text("referencedSecurityGroupId").ShouldBe("sg-1");
        (endpoints.Input("cidrIpv4"), endpoints.Input("prefixListId")).ShouldBe((null, null));
        var list = plan.Only(EgressRule, "test-egress-443-to-s3");
        list.Text("prefixListId").ShouldBe("pl-1");
        (list.Input("cidrIpv4"), list.Input("referencedSecurityGroupId")).ShouldBe((null, null));
        var range = plan.Only(EgressRule, "test-egress-8983-to-catalogue");
        range.Text("cidrIpv4").ShouldBe("10.8.0.0/24");
        (range.Input("prefixListId"), range.Input("referencedSecurityGroupId")).ShouldBe((null, null));
        plan.Only(EgressRule, "test-egress-587-to-mail").Text("cidrIpv4").ShouldBe("0.0.0.0/0");
        plan.Root.Output("rules").ShouldBe(new PropertyValue.Number(4));
    }

    private static Task<Plan> PlanOf(EgressGroupArgs args) => TestPlan.OfAsync(() =>
    {
        var outputs = EgressGroups.Add("test", args, "vpc-1", new CustomResourceOptions());
        return new Dictionary<string, object?> { ["group"] = outputs.SecurityGroupId, ["rules"] = outputs.Rules.Length };
    });
}
