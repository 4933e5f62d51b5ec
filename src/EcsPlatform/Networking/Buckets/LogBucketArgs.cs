namespace EcsPlatform.Networking;

/// <summary>What a <see cref="LogBucket"/> is made of.</summary>
public sealed record LogBucketArgs
{
    /// <summary>Where the bucket lives and whose logs it takes; load balancers and buckets log only into their own region.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>How long logs are kept, in days, 1 or more. Default: 90.</summary>
    public int ExpirationDays { get; init; } = 90;

    /// <summary>For how long the parts of an unfinished upload are kept, in days, 1 or more. Default: 7.</summary>
    public int IncompleteUploadDays { get; init; } = 7;

    /// <summary>True deletes the bucket with all logs in it: only for an environment that lives for days. Default: false.</summary>
    public bool ForceDestroy { get; init; }

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. Account.Problems($"{where}.account"),
        .. PrivateBucket.DayProblems($"{where}.expirationDays", ExpirationDays),
        .. PrivateBucket.DayProblems($"{where}.incompleteUploadDays", IncompleteUploadDays),
    ];
}
