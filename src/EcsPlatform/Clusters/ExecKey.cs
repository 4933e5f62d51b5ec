using EcsPlatform.Networking;

namespace EcsPlatform.Clusters;

/// <summary>
/// The key that encrypts sessions of <c>ecs execute-command</c>, and their log group when that is made without a key of its own. With
/// one, the tasks' role needs <c>kms:Decrypt</c> on it (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html).
/// </summary>
public abstract record ExecKey
{
    private ExecKey()
    {
    }

    /// <summary>A new key, which AWS KMS rotates each year.</summary>
    public sealed record Create : ExecKey
    {
        /// <summary>For how many days a deletion can be taken back, 14 to 30. Default: 30.</summary>
        public int DeletionWindowDays { get; init; } = KmsKeyArgs.LongestDeletionWindow;
    }

    /// <summary>A key that is there already; its policy must let CloudWatch Logs use it, see <see cref="KmsKeyArgs.CloudWatchLogs"/>.</summary>
    /// <param name="Arn">Its ARN.</param>
    public sealed record Adopt(Input<string> Arn) : ExecKey;

    /// <summary>None of one's own: CloudWatch Logs encrypts with a key of AWS, sessions are protected by TLS alone.</summary>
    public sealed record AwsOwned : ExecKey;

    /// <summary>Finds what is wrong with this key.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is Create { DeletionWindowDays: < KmsKeyArgs.ShortestDeletionWindow or > KmsKeyArgs.LongestDeletionWindow } create)
        {
            yield return new Problem(
                $"{where}.deletionWindow",
                $"{create.DeletionWindowDays} days",
                $"{KmsKeyArgs.ShortestDeletionWindow} to {KmsKeyArgs.LongestDeletionWindow} days",
                "Choose a time in between");
        }
    }
}
