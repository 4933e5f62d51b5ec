namespace EcsPlatform.Clusters;

/// <summary>What a <see cref="ScheduledStop"/> stops, and when.</summary>
public sealed record ScheduledStopArgs
{
    // A schedule's name may have 64 characters, of which the random end takes 8
    // (https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html).
    private const int LongestName = 56;

    /// <summary>The environment's own cluster: its groups go to no instances. It must leave nothing behind when it is destroyed.</summary>
    public required EcsCluster Cluster { get; init; }

    /// <summary>
    /// The names of its ECS services, which go to no tasks, by a short name that their schedules' names end with. One that scales by
    /// itself must be allowed to go to 0, or its scaling starts it again.
    /// </summary>
    public required ImmutableSortedDictionary<string, Input<string>> Services { get; init; }

    /// <summary>
    /// When, by the clock of <see cref="TimeZone"/>, each day, to the minute. On the day on which summer time begins, a time that the
    /// clock skips is skipped as well (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html).
    /// </summary>
    public required TimeOnly At { get; init; }

    /// <summary>The zone by the IANA time zone database, for example <c>Europe/London</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The name of the schedule that stops a service.</summary>
    internal static string ServiceSchedule(string name, string service) => $"{name}-service-{service}";

    /// <summary>The name of the schedule that stops a group.</summary>
    internal static string GroupSchedule(string name, string suffix) => $"{name}-instances{suffix}";

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in Cluster.Args.LeftoverProblems($"{where}.cluster"))
        {
            yield return problem;
        }

        if (Services.IsEmpty && Cluster.Groups.IsEmpty)
        {
            yield return new Problem(
                $"{where}.services", "none, and a cluster without groups", "one service or more", "Name what is to stop");
        }

        foreach (var name in Services.Keys.Where(name => !DnsName.IsLabel(name)))
        {
            yield return new Problem($"{where}.services", $"'{name}'", DnsName.ValidLabels, "Choose another short name");
        }

        if (At.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            yield return new Problem($"{where}.at", $"{At:HH:mm:ss}", "a time to the minute", "Leave the seconds out");
        }

        foreach (var schedule in Schedules(where).Where(schedule => schedule.Length > LongestName))
        {
            yield return new Problem(where, $"the name '{schedule}'", $"up to {LongestName} characters", "Choose a shorter name");
        }

        foreach (var problem in TimeZoneName.Problems($"{where}.timeZone", TimeZone))
        {
            yield return problem;
        }
    }

    private IEnumerable<string> Schedules(string name) =>
        [.. Services.Keys.Select(service => ServiceSchedule(name, service)), .. Cluster.Groups.Select(group => GroupSchedule(name, group.Suffix))];
}
