using System.Text.RegularExpressions;

namespace EcsPlatform.Networking;

/// <summary>A log group of CloudWatch: a new one, one that exists, or one that the same program has already.</summary>
public abstract partial record LogGroup
{
    private LogGroup()
    {
    }

    /// <summary>A new log group. Its name is made from that of what it belongs to.</summary>
    public sealed record Create : LogGroup
    {
        /// <summary>What its name begins with instead, for example <c>/ecs/staging-</c>; 1 to 480 characters. Default: null.</summary>
        public string? NamePrefix { get; init; }

        /// <summary>How long events are kept, in days, one of CloudWatch's retention periods. Default: 90.</summary>
        public int RetentionDays { get; init; } = 90;

        /// <summary>True leaves the group and its events in CloudWatch when it is deleted here, until their time is over. Default: false.</summary>
        public bool SkipDestroy { get; init; }

        /// <summary>
        /// The ARN of a symmetric KMS key whose policy lets CloudWatch Logs use it, see <see cref="KmsKeyArgs.CloudWatchLogs"/>
        /// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html). Default: null, CloudWatch's own key.
        /// </summary>
        public Input<string>? KmsKeyArn { get; init; }
    }

    /// <summary>A log group that exists and that somebody else manages.</summary>
    /// <param name="Name">For example <c>/ecs/staging</c>; 1 to 512 characters.</param>
    public sealed record Adopt(string Name) : LogGroup;

    /// <summary>A log group that the same program has, for example <see cref="BaseNetwork.ServiceLog"/>.</summary>
    /// <param name="Group">The group.</param>
    public sealed record Shared(LogGroupOutputs Group) : LogGroup;

    /// <summary>Finds what is wrong with this log group.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is Create { RetentionDays: var days } && !LogRetention.Allowed.Contains(days))
        {
            yield return LogRetention.Problem($"{where}.retentionDays", days);
        }

        if (this is Create { NamePrefix: { } prefix } && (prefix.Length > 480 || !NamePattern().IsMatch(prefix)))
        {
            yield return new Problem($"{where}.namePrefix", $"'{prefix}'", "1 to 480 letters, digits and . - _ / #", "Choose a prefix that CloudWatch Logs allows");
        }

        if (this is Adopt { Name: var name } && !NamePattern().IsMatch(name))
        {
            yield return new Problem($"{where}.name", $"'{name}'", "1 to 512 letters, digits and . - _ / #", "Give the group's name, not its ARN");
        }
    }

    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
    [GeneratedRegex(@"\A[.\-_/#A-Za-z0-9]{1,512}\z")]
    private static partial Regex NamePattern();
}
