namespace EcsPlatform.Clusters;

/// <summary>
/// How a group replaces its instances when its launch template changes. It leaves instances that match already alone, and replaces those that
/// run tasks as well: ECS drains them first. A refresh that fails may roll back, but finds no older template, for the group names the new one
/// before it starts (https://github.com/hashicorp/terraform-provider-aws/issues/34189). Limits:
/// https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RefreshPreferences.html.
/// </summary>
public sealed record InstanceRefresh
{
    private const int LongestDelaySeconds = 172_800;

    /// <summary>How many instances are healthy in the meantime. Default: 100 % to 150 %, new ones start first.</summary>
    public HealthyPercentages Healthy { get; init; } = new(100, 150);

    /// <summary>How long a new instance is in service before the next is replaced, in seconds. Default: null, the group's grace period.</summary>
    public int? WarmupSeconds { get; init; }

    /// <summary>
    /// At which shares of replaced instances, in percent, the refresh rests; ascending, the last one 100, or instances would be left
    /// as they are. Default: none, it goes through.
    /// </summary>
    public ImmutableArray<int> CheckpointPercentages { get; init; } = [];

    /// <summary>How long it rests at a checkpoint, in seconds, 0 to 172,800. Default: 3600, EC2 Auto Scaling's own.</summary>
    public int CheckpointDelaySeconds { get; init; } = 3600;

    /// <summary>The names of CloudWatch alarms that end the refresh and take it back. Default: none.</summary>
    public ImmutableArray<Input<string>> AlarmNames { get; init; } = [];

    /// <summary>Finds what is wrong with these preferences.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when they are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in Healthy.Problems($"{where}.healthy"))
        {
            yield return problem;
        }

        if (WarmupSeconds < 0)
        {
            yield return new Problem($"{where}.warmup", $"{WarmupSeconds} s", "0 or more s", "Give the time that an instance needs");
        }

        if (!AreCheckpoints(CheckpointPercentages))
        {
            yield return new Problem(
                $"{where}.checkpointPercentages",
                $"[{string.Join(", ", CheckpointPercentages)}]",
                "ascending percentages from 1 to 100 that end with 100",
                "Order them and end with 100, such as [50, 100]");
        }

        if (CheckpointDelaySeconds is < 0 or > LongestDelaySeconds)
        {
            yield return new Problem(
                $"{where}.checkpointDelay", $"{CheckpointDelaySeconds} s", $"0 to {LongestDelaySeconds} s", "Choose a time that EC2 Auto Scaling allows");
        }
    }

    private static bool AreCheckpoints(ImmutableArray<int> percentages) =>
        percentages.IsEmpty || (percentages[0] >= 1 && percentages[^1] == 100 && percentages.Zip(percentages.Skip(1)).All(pair => pair.First < pair.Second));
}
