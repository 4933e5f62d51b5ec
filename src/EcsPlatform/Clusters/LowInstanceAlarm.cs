namespace EcsPlatform.Clusters;

/// <summary>Tells when a group has fewer instances in service than it should; no data counts as too few.</summary>
public sealed record LowInstanceAlarm
{
    /// <summary>The ARNs of the SNS topics that hear of it, and of its end. At least one: an alarm that tells nobody helps nobody.</summary>
    public required ImmutableArray<Input<string>> TopicArns { get; init; }

    /// <summary>How many instances must be in service. Default: null, the group's smallest size, or 1 where that is 0.</summary>
    public int? AtLeast { get; init; }

    /// <summary>For how long there must be too few, in minutes, 1 to 60. Default: 5.</summary>
    public int Minutes { get; init; } = 5;

    /// <summary>Finds what is wrong with this alarm.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="maxSize">The most instances that the group has.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, int maxSize)
    {
        if (TopicArns.IsEmpty)
        {
            yield return new Problem($"{where}.topics", "none", "one or more", "Name who hears of it, or leave the alarm out");
        }

        if (AtLeast < 1 || AtLeast > maxSize)
        {
            yield return new Problem(
                $"{where}.atLeast", $"{AtLeast}", $"1 to the maxSize of {maxSize}", "Ask for a number that the group can have");
        }

        if (Minutes is < 1 or > 60)
        {
            yield return new Problem($"{where}.minutes", $"{Minutes} min", "1 to 60 min", "Choose how long there must be too few");
        }
    }
}
