using System.Text.RegularExpressions;
using EcsPlatform.Networking;

namespace EcsPlatform.Functions;

/// <summary>What a <see cref="ScheduledFetch"/> fetches, when, and where it goes.</summary>
public sealed partial record ScheduledFetchArgs
{
    // For the start, and for S3.
    private const int Margin = 30;
    private const int MostRetries = 5;
    private const int LongestPause = 60;

    /// <summary>
    /// How long a function may run, in seconds (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
    /// </summary>
    internal const int LongestRun = 900;

    /// <summary>Where it runs.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The address, <c>https</c>, without credentials; it is fetched from outside any VPC.</summary>
    public required string Url { get; init; }

    /// <summary>When.</summary>
    public required ScheduleExpression Schedule { get; init; }

    /// <summary>The bucket's name.</summary>
    public required Input<string> BucketName { get; init; }

    /// <summary>The same bucket, with its key if it has one: only what is stored may be written there, and nothing read.</summary>
    public required BucketGrants Bucket { get; init; }

    /// <summary>What the objects' keys begin with, with a slash at its end, for example <c>summary/</c>. Default: empty.</summary>
    public string KeyPrefix { get; init; } = "";

    /// <summary>What they end with, after the prefix and the UTC date, for example <c>statistics.json</c>. The second run of a day replaces the first.</summary>
    public required string ObjectName { get; init; }

    /// <summary>The objects' content type. Default: null, the one that the answer has.</summary>
    public string? ContentType { get; init; }

    /// <summary>How long one attempt may take, in seconds, 1 to 300. Default: 30.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>How often it is tried again when it fails, 0 to 5: an answer other than 2xx, no answer in time, or no connection. Default: 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The pause before the first of these, in seconds, 1 to 60; each further one is twice as long. Default: 5.</summary>
    public int PauseSeconds { get; init; } = 5;

    /// <summary>The function's memory, in MiB, 128 to 10240; it holds the whole answer. Default: 256.</summary>
    public int MemoryMiB { get; init; } = 256;

    /// <summary>The ARNs of the SNS topics that hear of a failure. At least one: an alarm that tells nobody helps nobody.</summary>
    public required ImmutableArray<Input<string>> TopicArns { get; init; }

    /// <summary>The log group that the function writes to. Default: a new one, which keeps events for 90 days.</summary>
    public LogGroup Logs { get; init; } = new LogGroup.Create();

    /// <summary>How long all attempts with their pauses may take, and then storing, in seconds.</summary>
    internal int RunSeconds => ((Retries + 1) * TimeoutSeconds) + (PauseSeconds * ((1 << Retries) - 1)) + Margin;

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
        [
            .. UrlProblems(where),
            .. Schedule.Problems($"{where}.schedule"),
            .. KeyProblems(where),
            .. TimeProblems(where),
            .. TopicArns.IsEmpty
                ? [new Problem($"{where}.topics", "none", "one or more", "Name who hears of a failure")]
                : Array.Empty<Problem>(),
            .. FetchFunction.Of(this).Problems(where),
        ];

    private IEnumerable<Problem> UrlProblems(string where)
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
        {
            yield return new Problem($"{where}.url", $"'{Url}'", "an address that begins with https://", "Give the whole address");
        }
        else if (uri.UserInfo.Length > 0)
        {
            yield return new Problem($"{where}.url", "an address with credentials", "one without", "Leave them out: everybody may read the program");
        }
    }

    private IEnumerable<Problem> KeyProblems(string where)
    {
        if (KeyPrefix.Length > 0 && !PrefixPattern().IsMatch(KeyPrefix))
        {
            yield return new Problem(
                $"{where}.keyPrefix", $"'{KeyPrefix}'", "names of letters, digits and _ . -, each with / after it", "Write it like summary/, or leave it out");
        }

        if (!NamePattern().IsMatch(ObjectName))
        {
            yield return new Problem($"{where}.objectName", $"'{ObjectName}'", "letters, digits and _ . -", "Write it like statistics.json");
        }

        if (ContentType is { } type && !TypePattern().IsMatch(type))
        {
            yield return new Problem($"{where}.contentType", $"'{type}'", "a type and a subtype, such as application/json", "Correct it, or leave it out to take the answer's");
        }
    }

    private IEnumerable<Problem> TimeProblems(string where)
    {
        var before = 0;
        foreach (var (name, found, least, most, unit) in new[]
        {
            ("timeout", TimeoutSeconds, 1, 300, " s"),
            ("retries", Retries, 0, MostRetries, ""),
            ("pause", PauseSeconds, 1, LongestPause, " s"),
        })
        {
            if (found < least || found > most)
            {
                before++;
                yield return new Problem($"{where}.{name}", $"{found}{unit}", $"{least} to {most}{unit}", "Choose a number in between");
            }
        }

        if (before == 0 && RunSeconds > LongestRun)
        {
            yield return new Problem(
                where, $"{RunSeconds} s for all attempts, their pauses and storing", $"up to {LongestRun} s", "Shorten the timeout or the pause, or try less often");
        }
    }

    [GeneratedRegex(@"\A([A-Za-z0-9_.-]+/)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PrefixPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A[a-z]+/[A-Za-z0-9.+-]+(; ?[a-z]+=[A-Za-z0-9.+-]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TypePattern();
}
