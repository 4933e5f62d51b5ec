using System.Text.RegularExpressions;

namespace EcsPlatform.Storage;

/// <summary>Which objects DataSync copies to a file system, and how.</summary>
public sealed partial record SyncTask
{
    // https://docs.aws.amazon.com/datasync/latest/userguide/API_FilterRule.html
    private const int LongestFilter = 102_400;

    /// <summary>
    /// The paths that are copied, below the bucket's prefix, each with a leading slash and <c>*</c> for any text at its end or in front of an
    /// extension, for example <c>/json/*</c>. Default: none, everything is copied.
    /// </summary>
    public ImmutableArray<string> Includes { get; init; } = [];

    /// <summary>The paths that are left out, written like <see cref="Includes"/>. Default: none.</summary>
    public ImmutableArray<string> Excludes { get; init; } = [];

    /// <summary>True deletes files of which there is no object, within what is copied. Default: false, they stay.</summary>
    public bool DeleteRemoved { get; init; }

    /// <summary>False keeps files that are there, even when their object is newer. Default: true.</summary>
    public bool Overwrite { get; init; } = true;

    /// <summary>
    /// When it runs: <c>rate(12 hours)</c>, or <c>cron(0 3 * * ? *)</c> in UTC, at most once an hour
    /// (https://docs.aws.amazon.com/datasync/latest/userguide/task-scheduling.html). Default: null, when somebody starts it.
    /// </summary>
    public string? Schedule { get; init; }

    /// <summary>The most that it copies, in bytes a second. Default: null, as much as it can.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>Finds what is wrong with this task.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. FilterProblems($"{where}.includes", Includes),
        .. FilterProblems($"{where}.excludes", Excludes),
        .. Schedule is { } schedule && !SchedulePattern().IsMatch(schedule)
            ? [new Problem($"{where}.schedule", $"'{schedule}'", "rate(2 hours), rate(1 day) and so on, or cron(…) of six fields", "Correct the expression")]
            : Array.Empty<Problem>(),
        .. BytesPerSecond < 1
            ? [new Problem($"{where}.bytesPerSecond", $"{BytesPerSecond}", "1 or more", "Leave it out to copy as fast as it goes")]
            : Array.Empty<Problem>(),
    ];

    /// <summary>A filter as DataSync has it: its paths in order, joined by bars.</summary>
    /// <param name="paths">The paths.</param>
    /// <returns>For example <c>/json/*|/pages/*</c>.</returns>
    internal static string Filter(ImmutableArray<string> paths) => string.Join('|', paths.Order(StringComparer.Ordinal));

    private static IEnumerable<Problem> FilterProblems(string where, ImmutableArray<string> paths)
    {
        foreach (var path in paths.Where(path => !PathPattern().IsMatch(path)))
        {
            yield return new Problem(where, $"'{path}'", "a path with a leading slash, without |", "Write the path from the bucket's prefix on");
        }

        if (Filter(paths).Length > LongestFilter)
        {
            yield return new Problem(where, $"{Filter(paths).Length} characters", $"at most {LongestFilter}", "Say it with fewer, wider paths");
        }
    }

    [GeneratedRegex(@"\A/[^|\n]*\z")]
    private static partial Regex PathPattern();

    // Nothing below an hour: https://docs.aws.amazon.com/datasync/latest/userguide/API_TaskSchedule.html
    [GeneratedRegex(@"\A(rate\((1 (hour|day)|([2-9]|[1-9][0-9]+) (hours|days))\)|cron\([0-9]{1,2}( [0-9A-Za-z*?,/#-]+){5}\))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SchedulePattern();
}
