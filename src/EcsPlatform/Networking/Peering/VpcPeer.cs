namespace EcsPlatform.Networking;

/// <summary>
/// A VPC that is peered with this one. Peering leads from VPC to VPC and no further, and it opens no security group
/// (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html).
/// </summary>
public sealed record VpcPeer
{
    /// <summary>
    /// The most peering connections that a VPC may have; AWS grants 50 without being asked
    /// (https://docs.aws.amazon.com/general/latest/gr/vpc-service.html).
    /// </summary>
    public const int Most = 125;

    /// <summary>
    /// The most ranges that a VPC may have; AWS grants 5 without being asked
    /// (https://docs.aws.amazon.com/general/latest/gr/vpc-service.html).
    /// </summary>
    public const int MostRanges = 50;

    /// <summary>A name that this peer keeps, a DNS label: its resources' names bear it.</summary>
    public required string Name { get; init; }

    /// <summary>The peer's VPC.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The peer's ranges to which routes lead, 1 to 50, none of them shared with this VPC or with another peer.</summary>
    public required ImmutableArray<CidrBlock> CidrBlocks { get; init; }

    /// <summary>Who makes the connection. Default: this side makes and accepts it, for a peer in the same account and region.</summary>
    public PeeringConnection Connection { get; init; } = new PeeringConnection.AutoAccepted();

    /// <summary>True leads from the public subnets to the peer as well as from the private ones. Default: false.</summary>
    public bool RoutesFromPublicSubnets { get; init; }

    /// <summary>Finds what is wrong with a VPC's peers.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <param name="peers">The peers.</param>
    /// <param name="own">The account and the region of this side.</param>
    /// <param name="vpc">The range of this side's VPC.</param>
    /// <returns>The problems, none when the peers are right.</returns>
    public static IEnumerable<Problem> Problems(string where, ImmutableArray<VpcPeer> peers, AwsAccount own, CidrBlock vpc)
    {
        if (peers.Length > Most)
        {
            yield return new Problem(where, $"{peers.Length} peers", $"at most {Most}", "Connect that many VPCs by a transit gateway");
        }

        foreach (var problem in peers.SelectMany(peer => peer.Problems(where, own)))
        {
            yield return problem;
        }

        foreach (var same in peers.GroupBy(peer => peer.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem(where, $"'{same.Key}' {same.Count()} times", "each name once", "Name the peers apart");
        }

        foreach (var problem in OverlapProblems(where, peers, vpc))
        {
            yield return problem;
        }
    }

    private IEnumerable<Problem> Problems(string where, AwsAccount own)
    {
        if (!DnsName.IsLabel(Name))
        {
            yield return new Problem($"{where}.name", $"'{Name}'", DnsName.ValidLabels, "Choose a name that the peer's resources can bear");
        }

        if (CidrBlocks.Length is < 1 or > MostRanges)
        {
            yield return new Problem($"{where}.{Name}.cidrs", $"{CidrBlocks.Length} ranges", $"1 to {MostRanges}", "Give the ranges to which routes should lead");
        }

        foreach (var problem in Connection.Problems($"{where}.{Name}", own))
        {
            yield return problem;
        }
    }

    // AWS refuses a connection whose VPCs overlap (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html). Of two peers that
    // overlap, it would answer the one through the other.
    private static IEnumerable<Problem> OverlapProblems(string where, ImmutableArray<VpcPeer> peers, CidrBlock vpc)
    {
        var ranges = peers.SelectMany(peer => peer.CidrBlocks.Select(range => (peer.Name, Range: range))).ToList();
        foreach (var (name, range) in ranges.Where(range => range.Range.Overlaps(vpc)))
        {
            yield return new Problem($"{where}.{name}.cidrs", $"{range}, which overlaps this VPC's {vpc}", "ranges apart", "Peer with a VPC whose range is another");
        }

        for (var first = 0; first < ranges.Count; first++)
        {
            foreach (var second in ranges.Skip(first + 1).Where(second => second.Range.Overlaps(ranges[first].Range)))
            {
                yield return new Problem(
                    $"{where}.{second.Name}.cidrs",
                    $"{second.Range}, which overlaps {ranges[first].Range} of {ranges[first].Name}",
                    "ranges apart",
                    "Give the parts of the ranges that are each peer's own");
            }
        }
    }
}
