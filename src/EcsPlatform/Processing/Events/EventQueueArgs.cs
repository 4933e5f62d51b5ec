namespace EcsPlatform.Processing;

/// <summary>
/// The queue from which a function takes its events, and the dead-letter queue behind it
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html).
/// </summary>
public sealed record EventQueueArgs
{
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
    private const int LongestVisibility = 43_200;
    private const int LongestDelay = 900;
    private const int LongestRetention = 1_209_600;
    private const int ShortestRetention = 60;

    // https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
    private const int LargestBatch = 10_000;
    private const int LargestBatchWithoutWindow = 10;
    private const int LongestWindow = 300;
    private const int LeastConcurrency = 2;
    private const int MostConcurrency = 1_000;

    /// <summary>
    /// For how long a message that the function has taken is hidden from others, in seconds, at least six times the function's timeout and the
    /// batch window, at most 43200. Default: null, exactly that.
    /// </summary>
    public int? VisibilityTimeoutSeconds { get; init; }

    /// <summary>For how long a new message waits before the function may take it, in seconds, 0 to 900. Default: 0.</summary>
    public int DelaySeconds { get; init; }

    /// <summary>For how long a message is kept, in seconds, 60 to 1209600 (14 days). Default: 345600 (4 days), AWS's.</summary>
    public int RetentionSeconds { get; init; } = 345_600;

    /// <summary>
    /// How often a message is tried before it goes to the dead-letter queue, 1 to 1000. Default: 5, the least that AWS advises: throttled
    /// invocations count as tries.
    /// </summary>
    public int MaxReceiveCount { get; init; } = 5;

    /// <summary>How many messages the function takes at once, 1 to 10000; more than 10 need a window. Default: 10, AWS's.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>For how long messages are gathered for a batch, in seconds, 0 to 300. Default: 0.</summary>
    public int BatchWindowSeconds { get; init; }

    /// <summary>How many invocations the queue may make at once, 2 to 1000. Default: null, as many as the account has left.</summary>
    public int? MaximumConcurrency { get; init; }

    /// <summary>
    /// True lets the function report the messages of a batch that failed, so that the others are not done again; its answer must then name
    /// them. Default: true.
    /// </summary>
    public bool ReportBatchItemFailures { get; init; } = true;

    /// <summary>False stops the function from taking messages; they wait in the queue. Default: true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>For how long the oldest message may wait before an alarm tells, in minutes, 1 to 1440. Default: 60.</summary>
    public int OldestMessageMinutes { get; init; } = 60;

    /// <summary>The visibility timeout, in seconds.</summary>
    /// <param name="functionTimeoutSeconds">The function's timeout, in seconds.</param>
    /// <returns>The given one, or the least that is allowed.</returns>
    public int Visibility(int functionTimeoutSeconds) => VisibilityTimeoutSeconds ?? LeastVisibility(functionTimeoutSeconds);

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <param name="functionTimeoutSeconds">The function's timeout, in seconds.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where, int functionTimeoutSeconds)
    {
        var least = LeastVisibility(functionTimeoutSeconds);
        if (VisibilityTimeoutSeconds is { } visibility && (visibility < least || visibility > LongestVisibility))
        {
            yield return new Problem(
                $"{where}.visibilityTimeout",
                $"{visibility} s",
                $"{least} to {LongestVisibility} s: six times the function's timeout of {functionTimeoutSeconds} s, and the batch window",
                "Leave it out, or choose a time in between");
        }

        foreach (var problem in Ranges(where))
        {
            yield return problem;
        }

        if (BatchSize > LargestBatchWithoutWindow && BatchWindowSeconds == 0)
        {
            yield return new Problem(
                $"{where}.batchSize", $"{BatchSize} without a window", $"1 to {LargestBatchWithoutWindow}, or a window", "Give a window of 1 s or more");
        }
    }

    private int LeastVisibility(int functionTimeoutSeconds) => (6 * functionTimeoutSeconds) + BatchWindowSeconds;

    private IEnumerable<Problem> Ranges(string where) =>
    [
        .. Range($"{where}.delay", DelaySeconds, 0, LongestDelay, " s"),
        .. Range($"{where}.retention", RetentionSeconds, ShortestRetention, LongestRetention, " s"),
        .. Range($"{where}.maxReceiveCount", MaxReceiveCount, 1, 1_000, ""),
        .. Range($"{where}.batchSize", BatchSize, 1, LargestBatch, ""),
        .. Range($"{where}.batchWindow", BatchWindowSeconds, 0, LongestWindow, " s"),
        .. MaximumConcurrency is { } most ? Range($"{where}.maximumConcurrency", most, LeastConcurrency, MostConcurrency, "") : [],
        .. Range($"{where}.oldestMessage", OldestMessageMinutes, 1, 1_440, " min"),
    ];

    private static IEnumerable<Problem> Range(string where, int value, int least, int most, string unit) => value >= least && value <= most
        ? []
        : [new Problem(where, $"{value}{unit}", $"{least} to {most}{unit}", "Choose a number in between")];
}
