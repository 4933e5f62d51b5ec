using EcsPlatform.Networking;

namespace EcsPlatform.Clusters;

/// <summary>Whose events <see cref="ClusterEvents"/> keep, and for how long.</summary>
public sealed record ClusterEventsArgs
{
    /// <summary>The cluster, created or adopted; the events of its tasks and services are kept.</summary>
    public required EcsCluster Cluster { get; init; }

    /// <summary>How long they are kept, in days, one of CloudWatch's retention periods. Default: 90.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>
    /// The ARN of a symmetric KMS key whose policy lets CloudWatch Logs use it, see <see cref="KmsKeyArgs.CloudWatchLogs"/>.
    /// Default: null, CloudWatch's own key.
    /// </summary>
    public Input<string>? KmsKeyArn { get; init; }

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) => LogRetention.Allowed.Contains(RetentionDays)
        ? []
        : [LogRetention.Problem($"{where}.retentionDays", RetentionDays)];
}
