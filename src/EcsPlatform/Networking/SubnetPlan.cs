namespace EcsPlatform.Networking;

/// <summary>The address ranges of a VPC's subnets, one public and one private subnet in each zone.</summary>
/// <param name="Public">The public subnets' ranges, in the order of the zones.</param>
/// <param name="Private">The private subnets' ranges, in the order of the zones.</param>
public sealed record SubnetPlan(ImmutableArray<CidrBlock> Public, ImmutableArray<CidrBlock> Private)
{
    /// <summary>AWS allows subnets from /16 to /28 (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).</summary>
    public const int LongestPrefix = 28;

    /// <summary>AWS allows subnets from /16 to /28.</summary>
    public const int ShortestPrefix = 16;

    // Sixteen parts: room for both tiers in up to eight zones, and the parts do not move when a zone is added.
    private const int ComputedBits = 4;
    private const int ZonesPerTier = 1 << (ComputedBits - 1);

    /// <summary>
    /// Cuts the VPC's range into sixteen equal parts: the first eight for public subnets, the others for private ones, in the
    /// order of the zones. A zone that is added later moves no subnet.
    /// </summary>
    /// <param name="vpc">The VPC's range; at most a /24, so that each part is at most a /28.</param>
    /// <param name="zones">The number of zones, 1 to 8.</param>
    /// <returns>The ranges.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is too small, or the number of zones is not 1 to 8.</exception>
    public static SubnetPlan Compute(CidrBlock vpc, int zones)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vpc.PrefixLength + ComputedBits, LongestPrefix, nameof(vpc));
        ArgumentOutOfRangeException.ThrowIfLessThan(zones, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zones, ZonesPerTier);
        return new SubnetPlan(Tier(vpc, 0, zones), Tier(vpc, ZonesPerTier, zones));
    }

    /// <summary>Finds what is wrong with this plan for a VPC.</summary>
    /// <param name="where">What the plan belongs to, for the messages: a config key or a component.</param>
    /// <param name="vpc">The VPC's range.</param>
    /// <param name="zones">The zones' names.</param>
    /// <returns>The problems, none when the plan fits.</returns>
    public IEnumerable<Problem> Problems(string where, CidrBlock vpc, ImmutableArray<string> zones)
    {
        var subnets = Named(where).ToList();
        foreach (var (tier, count) in new[] { ("publicSubnets", Public.Length), ("privateSubnets", Private.Length) })
        {
            if (count != zones.Length)
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

    private static ImmutableArray<CidrBlock> Tier(CidrBlock vpc, int first, int zones) =>
        [.. Enumerable.Range(first, zones).Select(index => vpc.Part(ComputedBits, index))];

    private IEnumerable<(string Name, CidrBlock Block)> Named(string where) =>
        Public.Select((block, i) => ($"{where}.publicSubnets[{i}]", block))
            .Concat(Private.Select((block, i) => ($"{where}.privateSubnets[{i}]", block)));
}
