namespace EcsPlatform.Workloads;

/// <summary>
/// Tells when the load balancer of a workload's route finds too few of its tasks healthy; no data counts as none. It tells people and does
/// nothing else. Where something stops the workload on purpose, such as <see cref="Clusters.ScheduledStop"/>, it tells of that as well.
/// </summary>
public sealed record HealthyHostAlarm
{
    private const int LongestMinutes = 60;

    /// <summary>The ARNs of the SNS topics that hear of it, and of its end. At least one: an alarm that tells nobody helps nobody.</summary>
    public required ImmutableArray<Input<string>> TopicArns { get; init; }

    /// <summary>How many tasks must be healthy, up to the fewest that run. Default: 1.</summary>
    public int AtLeast { get; init; } = 1;

    /// <summary>For how long there must be too few, in minutes, 1 to 60. Default: 5.</summary>
    public int Minutes { get; init; } = 5;

    /// <summary>
    /// The log group that says why tasks stopped, for the message, for example <see cref="Clusters.ClusterEvents.LogGroupName"/>.
    /// Default: null, the message names none.
    /// </summary>
    public Input<string>? EventLogGroupName { get; init; }

    /// <summary>Finds what is wrong with this alarm.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="args">The workload.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, EcsWorkloadArgs args)
    {
        if (args.Route is null)
        {
            yield return new Problem($"{where}.healthyHosts", "no route", "a route, whose load balancer checks the tasks", "Give the workload a route, or leave the alarm out");
        }

        if (TopicArns.IsEmpty)
        {
            yield return new Problem($"{where}.healthyHosts.topics", "none", "one or more", "Name who hears of it, or leave the alarm out");
        }

        var fewest = FewestTasks(args.DesiredCount);
        if (AtLeast < 1 || AtLeast > fewest)
        {
            yield return new Problem(
                $"{where}.healthyHosts.atLeast",
                $"{AtLeast}",
                fewest is null ? "1 or more" : fewest < 1 ? "none: the workload may run no tasks" : $"1 to {fewest}, the fewest tasks that run",
                fewest < 1 ? "Leave the alarm out, or let at least one task run" : "Ask for a number that the workload always has");
        }

        if (Minutes is < 1 or > LongestMinutes)
        {
            yield return new Problem($"{where}.healthyHosts.minutes", $"{Minutes} min", $"1 to {LongestMinutes} min", "Choose how long there must be too few");
        }
    }

    // A daemon runs where there are instances.
    private static int? FewestTasks(ServiceCount count) => count switch
    {
        ServiceCount.Managed managed => managed.Tasks,
        ServiceCount.Scaled scaled => scaled.Schedules.Select(schedule => schedule.Minimum ?? scaled.Minimum).Append(scaled.Minimum).Min(),
        _ => null,
    };
}
