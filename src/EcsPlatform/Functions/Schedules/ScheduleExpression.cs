using System.Globalization;
using System.Text.RegularExpressions;

namespace EcsPlatform.Functions;

/// <summary>When EventBridge Scheduler runs something (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html).</summary>
public abstract partial record ScheduleExpression
{
    private ScheduleExpression()
    {
    }

    /// <summary>Again and again after the same time, from the schedule's creation on.</summary>
    /// <param name="Value">How many units, 1 or more.</param>
    /// <param name="Unit">The unit.</param>
    public sealed record Rate(int Value, RateUnit Unit) : ScheduleExpression;

    /// <summary>
    /// By a clock, summer time included: on the day on which it begins, a time that the clock skips is skipped as well.
    /// </summary>
    /// <param name="Fields">
    /// Six fields: minutes, hours, day of the month, month, day of the week, year, of which one day is <c>?</c>; for example
    /// <c>30 2 * * ? *</c>.
    /// </param>
    public sealed record Cron(string Fields) : ScheduleExpression
    {
        /// <summary>The zone of the clock by the IANA time zone database, for example <c>Europe/London</c>. Default: UTC.</summary>
        public string TimeZone { get; init; } = "UTC";
    }

    /// <summary>The expression as EventBridge Scheduler reads it, for example <c>rate(1 day)</c>.</summary>
    public string Text => this switch
    {
        Rate { Value: 1 } rate => $"rate(1 {Name(rate.Unit)})",
        Rate rate => string.Create(CultureInfo.InvariantCulture, $"rate({rate.Value} {Name(rate.Unit)}s)"),
        Cron cron => $"cron({cron.Fields})",
        _ => throw new InvalidOperationException($"No expression of {GetType().Name}."),
    };

    /// <summary>Finds what is wrong with this expression.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is Rate { Value: < 1 } rate)
        {
            yield return new Problem($"{where}.rate", $"{rate.Value}", "1 or more", "Give the number of units between two runs");
        }

        if (this is not Cron cron)
        {
            yield break;
        }

        if (!IsCron(cron.Fields))
        {
            yield return new Problem(
                $"{where}.cron",
                $"'{cron.Fields}'",
                "six fields, of which the day of the month or the day of the week is ?, such as 30 2 * * ? *",
                "Give minutes, hours, day of the month, month, day of the week and year");
        }

        foreach (var problem in TimeZoneName.Problems($"{where}.timeZone", cron.TimeZone))
        {
            yield return problem;
        }
    }

    private static string Name(RateUnit unit) => unit switch
    {
        RateUnit.Minutes => "minute",
        RateUnit.Hours => "hour",
        _ => "day",
    };

    private static bool IsCron(string fields) =>
        fields.Split(' ') is { Length: 6 } parts && parts.All(part => FieldPattern().IsMatch(part)) && (parts[2] == "?") != (parts[4] == "?");

    [GeneratedRegex(@"\A(\?|[0-9A-Z*,/#-]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex FieldPattern();
}

/// <summary>In what a rate counts.</summary>
public enum RateUnit
{
    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Days of 24 hours.</summary>
    Days,
}
