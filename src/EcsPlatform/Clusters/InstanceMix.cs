namespace EcsPlatform.Clusters;

/// <summary>
/// Several instance types, or spot instances, in one group. Types have no weights: an ECS capacity provider counts instances, and
/// its scaling assumes the smallest type
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html).
/// </summary>
public sealed record InstanceMix
{
    /// <summary>What the group may launch when the capacity's own type is not to be had, in order of preference. Default: none.</summary>
    public ImmutableArray<string> FurtherTypes { get; init; } = [];

    /// <summary>How many of the instances above <see cref="OnDemandBase"/> are spot instances, in percent, 0 to 100. Default: 0.</summary>
    public int SpotPercent { get; init; }

    /// <summary>How many instances are on demand before the spot share counts. Default: 0.</summary>
    public int OnDemandBase { get; init; }

    /// <summary>Finds what is wrong with this mix.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (FurtherTypes.IsEmpty && SpotPercent == 0)
        {
            yield return new Problem(
                where, "one type and no spot instances", "further types, a spot share, or both", "Leave the mix out, or say what is mixed");
        }

        if (SpotPercent is < 0 or > 100)
        {
            yield return new Problem(
                $"{where}.spotPercent", $"{SpotPercent} %", "0 to 100 %", "Say which share of the instances may be spot instances");
        }

        if (OnDemandBase < 0)
        {
            yield return new Problem(
                $"{where}.onDemandBase", $"{OnDemandBase}", "0 or more instances", "Say how many instances are on demand first");
        }
    }
}
