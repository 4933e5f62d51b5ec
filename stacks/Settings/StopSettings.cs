using System.Globalization;
using EcsPlatform.Foundations;

namespace EcsPlatform.Stacks.Settings;

/// <summary>When a stack that lives for days stops each evening.</summary>
/// <param name="At">The time of the day, to the minute.</param>
/// <param name="TimeZone">The zone by whose clock, for example <c>Europe/London</c>.</param>
public sealed record StopSettings(TimeOnly At, string TimeZone)
{
    /// <summary>The config key, without the namespace.</summary>
    internal const string Section = "stop";

    private static readonly ConfigFormat Time = new("a time of the day such as '20:00', in quotes", "^[0-2][0-9]:[0-5][0-9]$");

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <returns>The problem, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where) => TimeZoneName.Problems($"{where}.timeZone", TimeZone);

    /// <summary>Reads the section.</summary>
    internal static StopSettings Read(ConfigSection section) =>
        new(
            section.Parsed<TimeOnly>("at", TryParse, Time, "The time of the day"),
            section.Text("timeZone", "The zone by whose clock, such as Europe/London"));

    private static bool TryParse(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
