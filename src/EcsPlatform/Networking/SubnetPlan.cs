namespace EcsPlatform.Networking;

/// <summary>The address ranges of a VPC's subnets, one of each tier in each zone.</summary>
/// <param name="Public">The public subnets' ranges, in the order of the zones.</param>
/// <param name="Private">The private subnets' ranges, in the order of the zones.</param>
public sealed record SubnetPlan(ImmutableArray<CidrBlock> Public, ImmutableArray<CidrBlock> Private)
{
    /// <summary>AWS allows subnets from /16 to /28 (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).</summary>
    public const int LongestPrefix = 28;

    /// <summary>AWS allows subnets from /16 to /28.</summary>
    public const int ShortestPrefix = 16;

    // Sixteen parts: room for two tiers in up to eight zones. What is smaller than /24 has as many parts as subnets of /28 fit.
    private const int ComputedBits = 4;
    private const int LargePrivateZones = 4;

    /// <summary>The isolated subnets' ranges, in the order of the zones. Default: none, there is no such tier.</summary>
    public ImmutableArray<CidrBlock> Isolated { get; init; } = [];

    /// <summary>
    /// Cuts the VPC's range into sixteen equal parts, or as many as there are /28s in a smaller one. Public subnets take the first half
    /// from its start and private ones the second half likewise, in the order of the zones; isolated ones take both halves in turn from
    /// their ends. A zone or an isolated tier that is added later moves no subnet.
    /// </summary>
    /// <param name="vpc">The VPC's range, /16 to /27.</param>
    /// <param name="zones">The number of zones, 1 to <see cref="MostZones"/>.</param>
    /// <param name="isolated">Whether there are isolated subnets. Default: false.</param>
    /// <returns>The ranges.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The VPC cannot hold them.</exception>
    public static SubnetPlan Compute(CidrBlock vpc, int zones, bool isolated = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zones, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zones, MostZones(vpc.PrefixLength, isolated));
        var bits = Bits(vpc.PrefixLength);
        var half = 1 << (bits - 1);
        return new SubnetPlan(Tier(zones, zone => vpc.Part(bits, zone)), Tier(zones, zone => vpc.Part(bits, half + zone)))
        {
            Isolated = isolated ? Tier(zones, zone => vpc.Part(bits, (half * (1 + (zone % 2))) - 1 - (zone / 2))) : [],
        };
    }

    /// <summary>
    /// Cuts the VPC's range into eighths: public subnets are quarters of the first, isolated ones halves of the third and the fourth, the
    /// last four are the private subnets, each in the order of the zones. A zone or an isolated tier that is added later moves no subnet.
    /// </summary>
    /// <param name="vpc">The VPC's range, /16 to /23.</param>
    /// <param name="zones">The number of zones, 1 to 4.</param>
    /// <param name="isolated">Whether there are isolated subnets. Default: false.</param>
    /// <returns>The ranges.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The VPC cannot hold them.</exception>
    public static SubnetPlan ComputeLargePrivate(CidrBlock vpc, int zones, bool isolated = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zones, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zones, MostZonesLargePrivate(vpc.PrefixLength));
        return new SubnetPlan(Tier(zones, zone => vpc.Part(5, zone)), Tier(zones, zone => vpc.Part(3, LargePrivateZones + zone)))
        {
            Isolated = isolated ? Tier(zones, zone => vpc.Part(4, LargePrivateZones + zone)) : [],
        };
    }

    /// <summary>How many zones <see cref="Compute"/> finds room for.</summary>
    /// <param name="vpcPrefixLength">The VPC's prefix, in bits.</param>
    /// <param name="isolated">Whether there are isolated subnets.</param>
    /// <returns>A third or a half of the parts; 0 when the VPC is smaller than two subnets.</returns>
    public static int MostZones(int vpcPrefixLength, bool isolated)
    {
        var bits = Bits(vpcPrefixLength);
        return bits < 1 ? 0 : (1 << bits) / (isolated ? 3 : 2);
    }

    /// <summary>How many zones <see cref="ComputeLargePrivate"/> finds room for.</summary>
    /// <param name="vpcPrefixLength">The VPC's prefix, in bits.</param>
    /// <returns>4, or 0 when the VPC is too small.</returns>
    public static int MostZonesLargePrivate(int vpcPrefixLength) => vpcPrefixLength + 5 > LongestPrefix ? 0 : LargePrivateZones;

    /// <summary>Finds what is wrong with this plan for a VPC.</summary>
    /// <param name="where">What the plan belongs to, for the messages: a config key or a component.</param>
    /// <param name="vpc">The VPC's range.</param>
    /// <param name="zones">The zones' names.</param>
    /// <returns>The problems, none when the plan fits.</returns>
    public IEnumerable<Problem> Problems(string where, CidrBlock vpc, ImmutableArray<string> zones)
    {
        var subnets = Named(where).ToList();
        foreach (var (tier, count) in new[] { ("publicSubnets", Public.Length), ("privateSubnets", Private.Length), ("isolatedSubnets", Isolated.Length) })
        {
            if (count != zones.Length && !(count == 0 && tier == "isolatedSubnets"))
            {
                yield return new Problem(
                    $"{where}.{tier}",
                    $"{Count(count, "range")} for {Count(zones.Length, "zone")}",
                    "one range for each zone",
                    "Give as many ranges as zones, in the zones' order");
            }
        }

        foreach (var (name, block) in subnets)
        {
            if (!vpc.Contains(block))
            {
                yield return new Problem(name, $"{block} lies outside {vpc}", $"a range within {vpc}", "Choose another range, or a larger one for the VPC");
            }

            if (block.PrefixLength is < ShortestPrefix or > LongestPrefix)
            {
                yield return new Problem(name, $"{block}", $"/{ShortestPrefix} to /{LongestPrefix}", "Choose a size that AWS allows for a subnet");
            }
        }

        for (var i = 0; i < subnets.Count; i++)
        {
            foreach (var later in subnets.Skip(i + 1).Where(later => later.Block.Overlaps(subnets[i].Block)))
            {
                yield return new Problem(
                    later.Name,
                    $"{later.Block} overlaps {subnets[i].Block} of {subnets[i].Name}",
                    "ranges that share no address",
                    "Move one of the two");
            }
        }
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static int Bits(int vpcPrefixLength) => Math.Min(ComputedBits, LongestPrefix - vpcPrefixLength);

    private static ImmutableArray<CidrBlock> Tier(int zones, Func<int, CidrBlock> range) => [.. Enumerable.Range(0, zones).Select(range)];

    private IEnumerable<(string Name, CidrBlock Block)> Named(string where) =>
        Named($"{where}.publicSubnets", Public)
            .Concat(Named($"{where}.privateSubnets", Private))
            .Concat(Named($"{where}.isolatedSubnets", Isolated));

    private static IEnumerable<(string Name, CidrBlock Block)> Named(string tier, ImmutableArray<CidrBlock> blocks) =>
        blocks.Select((block, i) => ($"{tier}[{i}]", block));
}
