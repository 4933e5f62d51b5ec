namespace EcsPlatform.Clusters;

/// <summary>
/// The log group that records sessions of <c>ecs execute-command</c>
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html).
/// </summary>
public abstract record ExecLog
{
    private ExecLog()
    {
    }

    /// <summary>A new log group.</summary>
    public sealed record Create : ExecLog
    {
        /// <summary>How long sessions are kept, in days. Default: 90.</summary>
        public int RetentionDays { get; init; } = 90;

        /// <summary>The key that encrypts the log and the sessions. Default: one of its own.</summary>
        public ExecKey Key { get; init; } = new ExecKey.Create();
    }

    /// <summary>A log group that is there already.</summary>
    /// <param name="LogGroupName">Its name.</param>
    /// <param name="KeyArn">The ARN of the key that it is encrypted with, which encrypts the sessions as well; null for none.</param>
    public sealed record Adopt(string LogGroupName, Input<string>? KeyArn = null) : ExecLog;

    /// <summary>Finds what is wrong with this log.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is Create create && !LogRetention.Allowed.Contains(create.RetentionDays))
        {
            yield return LogRetention.Problem($"{where}.retentionDays", create.RetentionDays);
        }

        // https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html
        if (this is Create { Key: ExecKey.Create { DeletionWindowDays: < 7 or > 30 } key })
        {
            yield return new Problem(
                $"{where}.key.deletionWindow", $"{key.DeletionWindowDays} days", "7 to 30 days", "Choose a time that AWS KMS allows");
        }

        if (this is Adopt adopt && string.IsNullOrWhiteSpace(adopt.LogGroupName))
        {
            yield return new Problem($"{where}.logGroup", "nothing", "a log group's name", "Name the log group");
        }
    }
}

/// <summary>
/// The key that encrypts sessions of <c>ecs execute-command</c> and their log. With one, the tasks' role needs <c>kms:Decrypt</c> on it.
/// </summary>
public abstract record ExecKey
{
    private ExecKey()
    {
    }

    /// <summary>A new key, which AWS KMS rotates each year.</summary>
    public sealed record Create : ExecKey
    {
        /// <summary>How long the key can be brought back after its deletion, in days, 7 to 30. Default: 30.</summary>
        public int DeletionWindowDays { get; init; } = 30;
    }

    /// <summary>A key that is there already; its policy must let CloudWatch Logs use it.</summary>
    /// <param name="Arn">Its ARN.</param>
    public sealed record Adopt(Input<string> Arn) : ExecKey;

    /// <summary>None of one's own: CloudWatch Logs encrypts with a key of AWS, sessions are protected by TLS alone.</summary>
    public sealed record AwsOwned : ExecKey;
}
