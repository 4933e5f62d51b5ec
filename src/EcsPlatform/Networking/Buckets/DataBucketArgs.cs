namespace EcsPlatform.Networking;

/// <summary>What a <see cref="DataBucket"/> is made of.</summary>
public sealed record DataBucketArgs
{
    /// <summary>
    /// The bucket of the same account and region that takes the log of its requests. Default: null, the network's log bucket; a bucket
    /// outside a <see cref="BaseNetwork"/> must name one.
    /// </summary>
    public LogBucket? AccessLogs { get; init; }

    /// <summary>With whose key it encrypts. Default: S3's own.</summary>
    public BucketEncryption Encryption { get; init; } = new BucketEncryption.S3Managed();

    /// <summary>How long versions that were overwritten or deleted can be brought back, in days, 1 or more. Default: 90.</summary>
    public int OldVersionDays { get; init; } = 90;

    /// <summary>For how long the parts of an unfinished upload are kept, in days, 1 or more. Default: 7.</summary>
    public int IncompleteUploadDays { get; init; } = 7;

    /// <summary>True keeps the engine from deleting the bucket. Default: true.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>True deletes the bucket with all objects in it: only for an environment that lives for days. Default: false.</summary>
    public bool ForceDestroy { get; init; }

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) => AccessLogs is null
        ? [new Problem($"{where}.accessLogs", "none", "a log bucket", "Name the bucket that takes the log of its requests"), .. OwnProblems(where)]
        : OwnProblems(where);

    /// <summary>Finds what is wrong with these arguments whatever takes the log.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    internal IEnumerable<Problem> OwnProblems(string where)
    {
        foreach (var problem in PrivateBucket.DayProblems($"{where}.oldVersionDays", OldVersionDays)
            .Concat(PrivateBucket.DayProblems($"{where}.incompleteUploadDays", IncompleteUploadDays)))
        {
            yield return problem;
        }

        if (Protect && ForceDestroy)
        {
            yield return new Problem(
                $"{where}.forceDestroy", "on for a protected bucket", "on only without protection", "Set Protect to false, or keep the objects");
        }
    }
}
