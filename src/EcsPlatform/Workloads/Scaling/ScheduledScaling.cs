namespace EcsPlatform.Workloads;

/// <summary>
/// Other bounds from a time on
/// (https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scheduled-scaling.html).
/// </summary>
public sealed record ScheduledScaling
{
    /// <summary>A short name, with which the resource's name ends, for example <c>night</c>.</summary>
    public required string Name { get; init; }

    /// <summary>When.</summary>
    public required ScalingTime At { get; init; }

    /// <summary>The zone of that time by the IANA time zone database, for example <c>Europe/London</c>. Default: UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The fewest tasks from then on, 0 to 5000. Default: null, as before.</summary>
    public int? Minimum { get; init; }

    /// <summary>The most tasks from then on, 0 to 5000. Default: null, as before.</summary>
    public int? Maximum { get; init; }

    /// <summary>Finds what is wrong with this schedule.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="scaled">The bounds before.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, ServiceCount.Scaled scaled)
    {
        var here = $"{where}.scaling.{Name}";
        if (!DnsName.IsLabel(Name))
        {
            yield return new Problem($"{where}.scaling.schedules", $"'{Name}'", DnsName.ValidLabels, "Give the schedule a short name, such as night");
        }

        foreach (var problem in At.Problems(here).Concat(TimeZoneName.Problems($"{here}.timeZone", TimeZone)))
        {
            yield return problem;
        }

        if (Minimum is null && Maximum is null)
        {
            yield return new Problem(here, "no bound", "a minimum, a maximum, or both", "Say what changes");
            yield break;
        }

        foreach (var problem in ScalingProblems.Bounds(here, Minimum ?? scaled.Minimum, Maximum ?? scaled.Maximum))
        {
            yield return problem;
        }
    }
}
