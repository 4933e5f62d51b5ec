using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;
using Aws = Pulumi.Aws;

namespace EcsPlatform.Tests.Networking;

public class VpcPeeringTests
{
    private const string Connection = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
    private const string Accepter = "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter";
    private const string Options = "aws:ec2/peeringConnectionOptions:PeeringConnectionOptions";
    private const string Route = "aws:ec2/route:Route";

    private static readonly CidrBlock Vpc = CidrBlock.Parse("10.0.0.0/16");
    private static readonly AwsAccount Elsewhere = new("222222222222", "eu-west-1");
    private static readonly VpcPeer Peer = new() { Name = "archive", VpcId = "vpc-2", CidrBlocks = [CidrBlock.Parse("10.8.0.0/24")] };

    [Fact]
    public void Defaults()
    {
        Peer.Connection.ShouldBe(new PeeringConnection.AutoAccepted());
        Peer.RoutesFromPublicSubnets.ShouldBeFalse();
        var automatic = new PeeringConnection.AutoAccepted();
        (automatic.RequesterDnsResolution, automatic.AccepterDnsResolution).ShouldBe((true, true));
        new PeeringConnection.Accepted(Elsewhere).RequesterDnsResolution.ShouldBeTrue();
        new PeeringConnection.Accept("pcx-0123456789abcdef0").AccepterDnsResolution.ShouldBeTrue();
        Problems(Peer with { Connection = new PeeringConnection.Accept("pcx-0123456789abcdef0") }).ShouldBeEmpty();
        Problems(Peer).ShouldBeEmpty();
        Problems(Peer with { Connection = new PeeringConnection.Requested(Elsewhere) }).ShouldBeEmpty();
        Problems(Peer with { Connection = new PeeringConnection.Accepted(Valid.Account with { Region = "eu-west-2" }) }).ShouldBeEmpty();
        Problems(Peer with { Connection = new PeeringConnection.Adopt("pcx-0123456789abcdef0") }).ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        Problems(
            Peer with { Name = "The archive", CidrBlocks = [] },
            Peer with { Connection = new PeeringConnection.Requested(Valid.Account) },
            Peer with { Name = "press", CidrBlocks = [CidrBlock.Parse("10.8.0.128/25")], Connection = new PeeringConnection.Accepted(new AwsAccount("2", "eu")) },
            Peer with { CidrBlocks = [CidrBlock.Parse("10.0.4.0/24")], Connection = new PeeringConnection.Adopt("vpc-2") },
            Peer with { Name = "store", CidrBlocks = [CidrBlock.Parse("10.7.0.0/24")], Connection = new PeeringConnection.Accept("pcx-1") }).ShouldBe([
                "peers.name: 'The archive'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a name that the peer's resources can bear.",
                "peers.The archive.cidrs: 0 ranges. Allowed: 1 to 50. Give the ranges to which routes should lead.",
                "peers.archive.peer: 111111111111 in eu-west-1, as here. Allowed: another account or region. " +
                    "Say AutoAccepted, or correct the account or the region.",
                "peers.press.peer.id: '2'. Allowed: an account's twelve digits. Give the account's number.",
                "peers.press.peer.region: 'eu'. Allowed: a region of the partition aws, such as eu-west-1. Give the region's code.",
                "peers.archive.connectionId: 'vpc-2'. Allowed: pcx- and 8 or 17 hexadecimal digits. Give the connection's id.",
                "peers.store.connectionId: 'pcx-1'. Allowed: pcx- and 8 or 17 hexadecimal digits. Give the connection's id.",
                "peers: 'archive' 2 times. Allowed: each name once. Name the peers apart.",
                "peers.archive.cidrs: 10.0.4.0/24, which overlaps this VPC's 10.0.0.0/16. Allowed: ranges apart. Peer with a VPC whose range is another.",
                "peers.press.cidrs: 10.8.0.128/25, which overlaps 10.8.0.0/24 of archive. Allowed: ranges apart. " +
                    "Give the parts of the ranges that are each peer's own.",
            ]);
    }

    [Fact]
    public void Too_many_peers_and_ranges_are_refused()
    {
        var many = Enumerable.Range(0, 126).Select(index => Peer with { Name = $"p{index}", CidrBlocks = [CidrBlock.Parse($"10.1.{index}.0/24")] });
        Problems([.. many]).ShouldBe(["peers: 126 peers. Allowed: at most 125. Connect that many VPCs by a transit gateway."]);
        Problems(Peer with { CidrBlocks = [.. Enumerable.Range(0, 51).Select(index => CidrBlock.Parse($"10.1.{index}.0/24"))] })
            .ShouldBe(["peers.archive.cidrs: 51 ranges. Allowed: 1 to 50. Give the ranges to which routes should lead."]);
        Problems(Peer with { CidrBlocks = [Peer.CidrBlocks[0], Peer.CidrBlocks[0]] }).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_peer_of_the_same_account_is_accepted_and_names_resolve_both_ways()
    {
        var plan = await PlanOf(Peer);
        var connection = plan.Only(Connection, "test-peer-archive");
        (connection.Text("vpcId"), connection.Text("peerVpcId")).ShouldBe(("vpc-1", "vpc-2"));
        connection.Flag("autoAccept").ShouldBeTrue();
        connection.Flag("requester.allowRemoteVpcDnsResolution").ShouldBeTrue();
        connection.Flag("accepter.allowRemoteVpcDnsResolution").ShouldBeTrue();
        connection.Text("tags.Name").ShouldBe("test-peer-archive");
        (connection.Input("peerOwnerId"), connection.Input("peerRegion")).ShouldBe((null, null));
        plan.Root.OutputText("archive").ShouldBe(connection.Id);
    }

    [Fact]
    public async Task Names_resolve_one_way_when_asked()
    {
        var connection = (await PlanOf(Peer with { Connection = new PeeringConnection.AutoAccepted { RequesterDnsResolution = false } })).Only(Connection);
        connection.Flag("requester.allowRemoteVpcDnsResolution").ShouldBeFalse();
        connection.Flag("accepter.allowRemoteVpcDnsResolution").ShouldBeTrue();
        connection = (await PlanOf(Peer with { Connection = new PeeringConnection.AutoAccepted { AccepterDnsResolution = false } })).Only(Connection);
        connection.Flag("requester.allowRemoteVpcDnsResolution").ShouldBeTrue();
        connection.Flag("accepter.allowRemoteVpcDnsResolution").ShouldBeFalse();
    }

    [Theory]
    [InlineData("222222222222", "eu-west-1", null)]
    [InlineData("222222222222", "eu-west-2", "eu-west-2")]
    [InlineData("111111111111", "eu-west-2", "eu-west-2")]
    public async Task Elsewhere_a_connection_is_only_asked_for(string account, string region, string? asked)
    {
        var connection = (await PlanOf(Peer with { Connection = new PeeringConnection.Requested(new AwsAccount(account, region)) })).Only(Connection);
        connection.Text("peerOwnerId").ShouldBe(account);
        (connection.Input("peerRegion") as PropertyValue.Text)?.Value.ShouldBe(asked);
        (connection.Input("peerRegion") is null).ShouldBe(asked is null);
        connection.Flag("autoAccept").ShouldBeFalse();
        (connection.Input("requester"), connection.Input("accepter")).ShouldBe((null, null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Once_accepted_this_side_may_let_its_names_resolve(bool resolution)
    {
        var asked = (await PlanOf(Peer with { Connection = new PeeringConnection.Requested(Elsewhere) })).Only(Connection);
        var accepted = (await PlanOf(Peer with { Connection = new PeeringConnection.Accepted(Elsewhere) { RequesterDnsResolution = resolution } })).Only(Connection);
        accepted.Flag("requester.allowRemoteVpcDnsResolution").ShouldBe(resolution);
        accepted.Input("accepter").ShouldBeNull();
        accepted.Flag("autoAccept").ShouldBeFalse();
        (accepted.Urn, accepted.Id, accepted.Text("peerOwnerId")).ShouldBe((asked.Urn, asked.Id, "222222222222"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task With_a_provider_of_the_peer_a_connection_is_accepted_there_at_once(bool requester, bool accepter)
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var provider = new Aws.Provider("archive", new Aws.ProviderArgs { Region = "eu-west-1", AllowedAccountIds = { Elsewhere.Id } });
            return Add(Peer with
            {
                Connection = new PeeringConnection.AcceptedByPeer(Elsewhere, provider) { RequesterDnsResolution = requester, AccepterDnsResolution = accepter },
            });
        });
        var connection = plan.Only(Connection, "test-peer-archive");
        (connection.Text("peerOwnerId"), connection.Flag("autoAccept")).ShouldBe((Elsewhere.Id, false));
        (connection.Input("requester"), connection.Input("accepter")).ShouldBe((null, null));
        var accepted = plan.Only(Accepter, "test-peer-archive-accepter");
        (accepted.Text("vpcPeeringConnectionId"), accepted.Flag("autoAccept")).ShouldBe((connection.Id, true));
        accepted.Flag("accepter.allowRemoteVpcDnsResolution").ShouldBe(accepter);
        accepted.Input("requester").ShouldBeNull();
        accepted.Provider.ShouldNotBeNull().ShouldContain("::archive::");
        var options = plan.Only(Options, "test-peer-archive-requester");
        options.Flag("requester.allowRemoteVpcDnsResolution").ShouldBe(requester);
        options.Input("accepter").ShouldBeNull();
        options.Provider.ShouldBe(connection.Provider);
        options.PropertyDependencies["vpcPeeringConnectionId"].ShouldContain(accepted.Urn);
        plan.All(Route).Count.ShouldBe(2);
        plan.All(Route).ShouldAllBe(route => route.Text("vpcPeeringConnectionId") == connection.Id);
        plan.All(Route).ShouldAllBe(route => route.PropertyDependencies["vpcPeeringConnectionId"].Contains(accepted.Urn));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_the_peer_asks_for_is_accepted_here(bool resolution)
    {
        var plan = await PlanOf(Peer with { Connection = new PeeringConnection.Accept("pcx-0123456789abcdef0") { AccepterDnsResolution = resolution } });
        plan.All(Connection).ShouldBeEmpty();
        var accepted = plan.Only(Accepter, "test-peer-archive-accepter");
        (accepted.Text("vpcPeeringConnectionId"), accepted.Flag("autoAccept")).ShouldBe(("pcx-0123456789abcdef0", true));
        accepted.Flag("accepter.allowRemoteVpcDnsResolution").ShouldBe(resolution);
        accepted.Text("tags.Name").ShouldBe("test-peer-archive");
        plan.All(Route).Count.ShouldBe(2);
        plan.All(Route).ShouldAllBe(route => route.Text("vpcPeeringConnectionId") == "pcx-0123456789abcdef0");
    }

    [Fact]
    public async Task To_a_connection_that_exists_only_routes_are_added()
    {
        var plan = await PlanOf(Peer with { Connection = new PeeringConnection.Adopt("pcx-0123456789abcdef0") });
        plan.All(Connection).ShouldBeEmpty();
        plan.All(Route).Count.ShouldBe(2);
        plan.All(Route).ShouldAllBe(route => route.Text("vpcPeeringConnectionId") == "pcx-0123456789abcdef0");
        plan.Root.OutputText("archive").ShouldBe("pcx-0123456789abcdef0");
    }

    [Fact]
    public async Task Routes_lead_to_every_range_from_every_private_subnet()
    {
        var plan = await PlanOf(Peer with { CidrBlocks = [CidrBlock.Parse("10.8.0.0/24"), CidrBlock.Parse("10.9.0.0/24")] });
        plan.All(Route).Select(route => (route.Name, route.Text("routeTableId"), route.Text("destinationCidrBlock"))).ShouldBe(
            [
                ("test-peer-archive-private-1-10.8.0.0-24", "rtb-1", "10.8.0.0/24"),
                ("test-peer-archive-private-1-10.9.0.0-24", "rtb-1", "10.9.0.0/24"),
                ("test-peer-archive-private-2-10.8.0.0-24", "rtb-2", "10.8.0.0/24"),
                ("test-peer-archive-private-2-10.9.0.0-24", "rtb-2", "10.9.0.0/24"),
            ],
            ignoreOrder: true);
        plan.All(Route).ShouldAllBe(route => route.Text("vpcPeeringConnectionId") == plan.Only(Connection, null).Id);
    }

    [Fact]
    public async Task Routes_lead_from_public_subnets_when_asked() =>
        (await PlanOf(Peer with { RoutesFromPublicSubnets = true })).All(Route).Select(route => (route.Name, route.Text("routeTableId"))).ShouldBe(
            [
                ("test-peer-archive-private-1-10.8.0.0-24", "rtb-1"),
                ("test-peer-archive-private-2-10.8.0.0-24", "rtb-2"),
                ("test-peer-archive-public-1-10.8.0.0-24", "rtb-3"),
            ],
            ignoreOrder: true);

    [Fact]
    public async Task A_peer_s_resources_keep_their_names_beside_others()
    {
        var other = Peer with { Name = "aardvark", VpcId = "vpc-3", CidrBlocks = [CidrBlock.Parse("10.9.0.0/24")] };
        var both = await PlanOf(Peer, other);
        both.All(Connection).Select(connection => connection.Name).ShouldBe(["test-peer-aardvark", "test-peer-archive"], ignoreOrder: true);
        var names = (await PlanOf(Peer)).Resources.Select(resource => resource.Urn);
        names.Except(both.Resources.Select(resource => resource.Urn)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Problems(params ImmutableArray<VpcPeer> peers) =>
        VpcPeer.Problems("peers", peers, Valid.Account, Vpc).Select(problem => problem.ToString());

    private static Task<Plan> PlanOf(params ImmutableArray<VpcPeer> peers) => TestPlan.OfAsync(() => Add(peers));

    private static Dictionary<string, object?> Add(params ImmutableArray<VpcPeer> peers) =>
        VpcPeerings.Add("test", peers, "vpc-1", ["rtb-1", "rtb-2"], ["rtb-3"], Valid.Account, new CustomResourceOptions())
            .ToDictionary(connection => connection.Key, connection => (object?)connection.Value);
}
