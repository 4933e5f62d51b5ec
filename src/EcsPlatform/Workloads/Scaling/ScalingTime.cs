using System.Globalization;
using System.Text.RegularExpressions;

namespace EcsPlatform.Workloads;

/// <summary>
/// When a schedule takes effect
/// (https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html).
/// </summary>
public abstract partial record ScalingTime
{
    private ScalingTime()
    {
    }

    /// <summary>Again and again.</summary>
    /// <param name="Fields">
    /// Six fields: minutes, hours, day of the month, month, day of the week, year, of which one day is <c>?</c>; for example
    /// <c>0 20 ? * MON-FRI *</c>.
    /// </param>
    public sealed record Cron(string Fields) : ScalingTime;

    /// <summary>Once.</summary>
    /// <param name="Time">The time by the clock of the schedule's zone, to the second.</param>
    public sealed record Once(DateTime Time) : ScalingTime;

    /// <summary>The time as Application Auto Scaling reads it, for example <c>cron(0 20 ? * MON-FRI *)</c>.</summary>
    public string Expression => this switch
    {
        Cron cron => $"cron({cron.Fields})",
        Once once => $"at({once.Time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)})",
        _ => throw new InvalidOperationException($"No expression of {GetType().Name}."),
    };

    /// <summary>Finds what is wrong with this time.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is Cron cron && !IsCron(cron.Fields))
        {
            yield return new Problem(
                $"{where}.at",
                $"'{cron.Fields}'",
                "six fields, of which the day of the month or the day of the week is ?, such as 0 20 ? * MON-FRI *",
                "Give minutes, hours, day of the month, month, day of the week and year");
        }
    }

    private static bool IsCron(string fields) =>
        fields.Split(' ') is { Length: 6 } parts && parts.All(part => FieldPattern().IsMatch(part)) && (parts[2] == "?") != (parts[4] == "?");

    [GeneratedRegex(@"\A(\?|[0-9A-Z*,/#-]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex FieldPattern();
}
