using System.Text.RegularExpressions;

namespace EcsPlatform.Networking;

/// <summary>
/// Who makes a VPC peering connection, and how far it is. Only the owner of both VPCs, in one region, can accept it in one go
/// (https://docs.aws.amazon.com/vpc/latest/peering/create-vpc-peering-connection.html), and names resolve to private addresses only once
/// it is accepted (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-dns.html).
/// </summary>
public abstract partial record PeeringConnection
{
    private PeeringConnection()
    {
    }

    /// <summary>Asked for and accepted at once: the peer is in the same account and region.</summary>
    public sealed record AutoAccepted : PeeringConnection
    {
        /// <summary>True lets the peer's instances resolve this VPC's public DNS names to private addresses. Default: true.</summary>
        public bool RequesterDnsResolution { get; init; } = true;

        /// <summary>True lets this VPC's instances resolve the peer's public DNS names to private addresses. Default: true.</summary>
        public bool AccepterDnsResolution { get; init; } = true;
    }

    /// <summary>
    /// Asked for, in another account or region: the peer's owner has seven days to accept it
    /// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcPeeringConnection.html). Until then routes lead nowhere. Once it is
    /// accepted, say <see cref="Accepted"/>: the connection stays the same.
    /// </summary>
    /// <param name="Peer">The peer's account and region.</param>
    public sealed record Requested(AwsAccount Peer) : PeeringConnection;

    /// <summary>Asked for, and accepted since by the owner of the peer, which is in another account or region.</summary>
    /// <param name="Peer">The peer's account and region.</param>
    public sealed record Accepted(AwsAccount Peer) : PeeringConnection
    {
        /// <summary>
        /// True lets the peer's instances resolve this VPC's public DNS names to private addresses. The other direction is the peer's to allow.
        /// Default: true.
        /// </summary>
        public bool RequesterDnsResolution { get; init; } = true;
    }

    /// <summary>Asked for here and accepted there at once, in another account or region, by a provider that may act for the peer.</summary>
    /// <param name="Peer">The peer's account and region.</param>
    /// <param name="PeerProvider">A provider of the peer's account and region.</param>
    public sealed record AcceptedByPeer(AwsAccount Peer, ProviderResource PeerProvider) : PeeringConnection
    {
        /// <summary>True lets the peer's instances resolve this VPC's public DNS names to private addresses. Default: true.</summary>
        public bool RequesterDnsResolution { get; init; } = true;

        /// <summary>True lets this VPC's instances resolve the peer's public DNS names to private addresses. Default: true.</summary>
        public bool AccepterDnsResolution { get; init; } = true;
    }

    /// <summary>Asked for by the peer's owner, in another account or region, and accepted here.</summary>
    /// <param name="ConnectionId">For example <c>pcx-0123456789abcdef0</c>.</param>
    public sealed record Accept(string ConnectionId) : PeeringConnection
    {
        /// <summary>
        /// True lets the peer's instances resolve this VPC's public DNS names to private addresses. The other direction is the peer's to allow.
        /// Default: true.
        /// </summary>
        public bool AccepterDnsResolution { get; init; } = true;
    }

    /// <summary>Made and accepted elsewhere: only routes are added.</summary>
    /// <param name="ConnectionId">For example <c>pcx-0123456789abcdef0</c>.</param>
    public sealed record Adopt(string ConnectionId) : PeeringConnection;

    /// <summary>Finds what is wrong with this connection.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="own">The account and the region of this side.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount own) => this switch
    {
        Requested requested => PeerProblems($"{where}.peer", requested.Peer, own),
        Accepted accepted => PeerProblems($"{where}.peer", accepted.Peer, own),
        AcceptedByPeer accepted => PeerProblems($"{where}.peer", accepted.Peer, own),
        Accept accept => IdProblems($"{where}.connectionId", accept.ConnectionId),
        Adopt adopt => IdProblems($"{where}.connectionId", adopt.ConnectionId),
        _ => [],
    };

    private static IEnumerable<Problem> IdProblems(string where, string id) =>
        ConnectionPattern().IsMatch(id) ? [] : [new Problem(where, $"'{id}'", "pcx- and 8 or 17 hexadecimal digits", "Give the connection's id")];

    private static IEnumerable<Problem> PeerProblems(string where, AwsAccount peer, AwsAccount own)
    {
        foreach (var problem in peer.Problems(where))
        {
            yield return problem;
        }

        if (peer == own)
        {
            yield return new Problem(
                where, $"{own.Id} in {own.Region}, as here", "another account or region", "Say AutoAccepted, or correct the account or the region");
        }
    }

    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
    [GeneratedRegex(@"\Apcx-([0-9a-f]{8}|[0-9a-f]{17})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ConnectionPattern();
}
