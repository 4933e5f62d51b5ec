using Pulumi.Aws.Ec2.Inputs;

namespace EcsPlatform.Networking;

/// <summary>Connects a VPC with its peers, and leads routes to them.</summary>
internal static class VpcPeerings
{
    /// <summary>
    /// Adds the connections, and for each range of a peer a route in every table. A route may come before the peer's owner accepts: it leads
    /// nowhere until then (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html).
    /// </summary>
    /// <param name="name">The name of what they belong to.</param>
    /// <param name="peers">The peers, without problems.</param>
    /// <param name="vpcId">This side's VPC.</param>
    /// <param name="privateRouteTableIds">The private subnets' route tables, in the order of the zones.</param>
    /// <param name="publicRouteTableIds">The public subnets' route tables, in the order of the zones.</param>
    /// <param name="own">The account and the region of this side.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The connections' ids, by the peers' names.</returns>
    public static ImmutableSortedDictionary<string, Output<string>> Add(
        string name,
        ImmutableArray<VpcPeer> peers,
        Input<string> vpcId,
        ImmutableArray<Input<string>> privateRouteTableIds,
        ImmutableArray<Input<string>> publicRouteTableIds,
        AwsAccount own,
        CustomResourceOptions options)
    {
        var ids = ImmutableSortedDictionary.CreateBuilder<string, Output<string>>(StringComparer.Ordinal);
        foreach (var peer in peers.OrderBy(peer => peer.Name, StringComparer.Ordinal))
        {
            var peerName = $"{name}-peer-{peer.Name}";
            var connection = Connect(peerName, peer, vpcId, own, options);
            AddRoutes($"{peerName}-private", peer, connection, privateRouteTableIds, options);
            if (peer.RoutesFromPublicSubnets)
            {
                AddRoutes($"{peerName}-public", peer, connection, publicRouteTableIds, options);
            }

            ids.Add(peer.Name, connection);
        }

        return ids.ToImmutable();
    }

    private static Output<string> Connect(string name, VpcPeer peer, Input<string> vpcId, AwsAccount own, CustomResourceOptions options)
    {
        switch (peer.Connection)
        {
            case PeeringConnection.Adopt adopt:
                return Output.Create(adopt.ConnectionId);
            case PeeringConnection.Accept accept:
                return AcceptAs($"{name}-accepter", accept.ConnectionId, accept.AccepterDnsResolution, name, options);
        }

        var args = new Ec2.VpcPeeringConnectionArgs { VpcId = vpcId, PeerVpcId = peer.VpcId, Tags = { ["Name"] = name } };
        switch (peer.Connection)
        {
            case PeeringConnection.AutoAccepted automatic:
                args.AutoAccept = true;
                args.Requester = new VpcPeeringConnectionRequesterArgs { AllowRemoteVpcDnsResolution = automatic.RequesterDnsResolution };
                args.Accepter = new VpcPeeringConnectionAccepterArgs { AllowRemoteVpcDnsResolution = automatic.AccepterDnsResolution };
                break;
            case PeeringConnection.Requested requested:
                Address(args, requested.Peer, own);
                break;
            case PeeringConnection.AcceptedByPeer accepted:
                Address(args, accepted.Peer, own);
                return AcceptThere(name, new Ec2.VpcPeeringConnection(name, args, options).Id, accepted, options);
            case PeeringConnection.Accepted accepted:
                Address(args, accepted.Peer, own);
                args.Requester = new VpcPeeringConnectionRequesterArgs { AllowRemoteVpcDnsResolution = accepted.RequesterDnsResolution };
                break;
            default:
                throw new ArgumentException($"{peer.Connection.GetType().Name} is no connection that is known here.", nameof(peer));
        }

        return new Ec2.VpcPeeringConnection(name, args, options).Id;
    }

    // What the requester allows can be said only once the connection is accepted.
    private static Output<string> AcceptThere(
        string name, Output<string> connection, PeeringConnection.AcceptedByPeer accepted, CustomResourceOptions options)
    {
        var there = CustomResourceOptions.Merge(options, new CustomResourceOptions { Provider = accepted.PeerProvider });
        var id = AcceptAs($"{name}-accepter", connection, accepted.AccepterDnsResolution, name, there);
        _ = new Ec2.PeeringConnectionOptions(
            $"{name}-requester",
            new Ec2.PeeringConnectionOptionsArgs
            {
                VpcPeeringConnectionId = id,
                Requester = new PeeringConnectionOptionsRequesterArgs { AllowRemoteVpcDnsResolution = accepted.RequesterDnsResolution },
            },
            options);
        return id;
    }

    private static Output<string> AcceptAs(
        string name, Input<string> connection, bool dnsResolution, string tag, CustomResourceOptions options) => new Ec2.VpcPeeringConnectionAccepter(
            name,
            new Ec2.VpcPeeringConnectionAccepterArgs
            {
                VpcPeeringConnectionId = connection,
                AutoAccept = true,
                Accepter = new VpcPeeringConnectionAccepterAccepterArgs { AllowRemoteVpcDnsResolution = dnsResolution },
                Tags = { ["Name"] = tag },
            },
            options).Id;

    private static void Address(Ec2.VpcPeeringConnectionArgs args, AwsAccount peer, AwsAccount own)
    {
        args.PeerOwnerId = peer.Id;
        args.PeerRegion = peer.Region == own.Region ? null : (Input<string>)peer.Region;
        args.AutoAccept = false;
    }

    private static void AddRoutes(
        string name, VpcPeer peer, Output<string> connection, ImmutableArray<Input<string>> routeTableIds, CustomResourceOptions options)
    {
        foreach (var (index, table) in routeTableIds.Index())
        {
            foreach (var range in peer.CidrBlocks)
            {
                _ = new Ec2.Route(
                    $"{name}-{index + 1}-{range.ToString().Replace('/', '-')}",
                    new Ec2.RouteArgs { RouteTableId = table, DestinationCidrBlock = range.ToString(), VpcPeeringConnectionId = connection },
                    options);
            }
        }
    }
}
