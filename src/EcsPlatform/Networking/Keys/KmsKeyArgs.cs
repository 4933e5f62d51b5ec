namespace EcsPlatform.Networking;

/// <summary>What a <see cref="KmsKey"/> is made of.</summary>
public sealed record KmsKeyArgs
{
    /// <summary>KMS waits 7 to 30 days (https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html); here at least two weeks.</summary>
    public const int ShortestDeletionWindow = 14;

    /// <summary>The longest time that KMS waits, in days.</summary>
    public const int LongestDeletionWindow = 30;

    /// <summary>Where the key lives; the account's IAM policies say who may use it.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>What it is for, for people; up to 8192 characters.</summary>
    public required string Description { get; init; }

    /// <summary>True lets CloudWatch Logs encrypt the account's log groups of the region with it. Default: false.</summary>
    public bool CloudWatchLogs { get; init; }

    /// <summary>
    /// AWS services that write to queues and topics which this key encrypts, for example <c>s3.amazonaws.com</c> and <c>cloudwatch.amazonaws.com</c>;
    /// they may use it on behalf of this account
    /// (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services). Default: none.
    /// </summary>
    public ImmutableArray<string> Publishers { get; init; } = [];

    /// <summary>For how many days a deletion can be taken back, 14 to 30: what the key encrypted is lost with it. Default: 30.</summary>
    public int DeletionWindowDays { get; init; } = LongestDeletionWindow;

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in Account.Problems($"{where}.account"))
        {
            yield return problem;
        }

        if (string.IsNullOrWhiteSpace(Description))
        {
            yield return new Problem($"{where}.description", "nothing", "a text", "Say what the key is for");
        }

        if (DeletionWindowDays is < ShortestDeletionWindow or > LongestDeletionWindow)
        {
            yield return new Problem(
                $"{where}.deletionWindow", $"{DeletionWindowDays} days", $"{ShortestDeletionWindow} to {LongestDeletionWindow} days", "Choose a time in between");
        }
    }
}
