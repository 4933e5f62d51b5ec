namespace EcsPlatform.Networking;

/// <summary>How the VPC's range is divided among subnets. What is computed never moves when a zone or a tier is added.</summary>
public abstract record SubnetRanges
{
    private SubnetRanges()
    {
    }

    /// <summary>Subnets of equal sizes, see <see cref="SubnetPlan.Compute"/>.</summary>
    public sealed record Equal : SubnetRanges
    {
        /// <summary>True adds a subnet without a route to the internet to each zone. Default: false.</summary>
        public bool Isolated { get; init; }
    }

    /// <summary>Private subnets that hold twice as many addresses as isolated and four times as many as public ones, see <see cref="SubnetPlan.ComputeLargePrivate"/>.</summary>
    public sealed record LargePrivate : SubnetRanges
    {
        /// <summary>True adds a subnet without a route to the internet to each zone. Default: false.</summary>
        public bool Isolated { get; init; }
    }

    /// <summary>Exactly these ranges, as an environment that exists has them.</summary>
    /// <param name="Plan">The ranges.</param>
    public sealed record Given(SubnetPlan Plan) : SubnetRanges;

    /// <summary>The ranges of a VPC's subnets.</summary>
    /// <param name="vpc">The VPC's range.</param>
    /// <param name="zones">The number of zones.</param>
    /// <returns>The ranges.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The VPC cannot hold them; <see cref="Problems"/> says so first.</exception>
    public SubnetPlan PlanOf(CidrBlock vpc, int zones) => this switch
    {
        Equal equal => SubnetPlan.Compute(vpc, zones, equal.Isolated),
        LargePrivate large => SubnetPlan.ComputeLargePrivate(vpc, zones, large.Isolated),
        Given given => given.Plan,
        _ => throw new InvalidOperationException($"{GetType().Name} is no division that is known here."),
    };

    /// <summary>Finds what is wrong with this division of a VPC.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="vpc">The VPC's range.</param>
    /// <param name="zones">The zones' names.</param>
    /// <returns>The problems, none when it fits.</returns>
    public IEnumerable<Problem> Problems(string where, CidrBlock vpc, ImmutableArray<string> zones) => this switch
    {
        Given given => given.Plan.Problems(where, vpc, zones),
        Equal equal => Room(where, vpc, zones.Length, equal.Isolated, prefix => SubnetPlan.MostZones(prefix, equal.Isolated)),
        LargePrivate large => Room(where, vpc, zones.Length, large.Isolated, SubnetPlan.MostZonesLargePrivate),
        _ => throw new InvalidOperationException($"{GetType().Name} is no division that is known here."),
    };

    private static IEnumerable<Problem> Room(string where, CidrBlock vpc, int zones, bool isolated, Func<int, int> mostZones)
    {
        if (zones <= mostZones(vpc.PrefixLength) || vpc.PrefixLength is < SubnetPlan.ShortestPrefix or > SubnetPlan.LongestPrefix)
        {
            yield break;
        }

        var tiers = isolated ? "public, private and isolated" : "public and private";
        var most = mostZones(SubnetPlan.ShortestPrefix);
        if (zones > most)
        {
            yield return new Problem(
                $"{where}.zones",
                $"{zones} zones with computed {tiers} subnets",
                $"up to {most} zones, when the subnets' ranges are computed",
                "List fewer zones, or give the subnets' ranges");
            yield break;
        }

        var longest = Enumerable.Range(SubnetPlan.ShortestPrefix, SubnetPlan.LongestPrefix - SubnetPlan.ShortestPrefix + 1)
            .Last(prefix => zones <= mostZones(prefix));
        yield return new Problem(
            $"{where}.cidr",
            $"{vpc} for {zones * (isolated ? 3 : 2)} subnets: {tiers} ones in {zones} zones",
            $"/{longest} or larger, when the subnets' ranges are computed",
            "Choose a larger range, list fewer zones, or give the subnets' ranges");
    }
}
