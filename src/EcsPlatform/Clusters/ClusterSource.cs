using System.Text.RegularExpressions;
using EcsPlatform.Networking;

namespace EcsPlatform.Clusters;

/// <summary>Where the ECS cluster itself comes from.</summary>
public abstract partial record ClusterSource
{
    private ClusterSource()
    {
    }

    /// <summary>A new cluster.</summary>
    public sealed record Create : ClusterSource
    {
        /// <summary>Which metrics of tasks and containers go to CloudWatch. Default: on.</summary>
        public ContainerInsights ContainerInsights { get; init; } = ContainerInsights.On;

        /// <summary>Where sessions of <c>ecs execute-command</c> are recorded. Default: in a log group of its own, for 90 days.</summary>
        public LogGroup ExecLog { get; init; } = new LogGroup.Create();

        /// <summary>The key that encrypts them and their log. Default: one of its own.</summary>
        public ExecKey ExecKey { get; init; } = new ExecKey.Create();
    }

    /// <summary>
    /// A cluster that is there already, in the network's account and region; it is read, so that a preview fails when it is not
    /// there, and neither changed nor deleted. Capacity given besides takes over the cluster's list of capacity providers and its default
    /// strategy.
    /// </summary>
    /// <param name="Name">The cluster's name.</param>
    public sealed record Adopt(string Name) : ClusterSource
    {
        /// <summary>Capacity providers that the cluster has and keeps when it gets further capacity. Default: none.</summary>
        public ImmutableArray<string> OtherCapacityProviders { get; init; } = [];
    }

    /// <summary>Finds what is wrong with this source.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html
        if (this is Adopt adopt && !NamePattern().IsMatch(adopt.Name))
        {
            yield return new Problem(
                $"{where}.cluster",
                $"'{adopt.Name}'",
                "1 to 255 letters, digits, hyphens and underscores",
                "Give the name of the cluster, not its ARN");
        }

        foreach (var problem in this is Create create ? create.ExecLog.Problems($"{where}.execLog").Concat(create.ExecKey.Problems($"{where}.execKey")) : [])
        {
            yield return problem;
        }
    }

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{1,255}\z")]
    private static partial Regex NamePattern();
}

/// <summary>Which metrics ECS sends to CloudWatch (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html).</summary>
public enum ContainerInsights
{
    /// <summary>None beyond CPU and memory of services.</summary>
    Off,

    /// <summary>Metrics of the cluster, its services and tasks.</summary>
    On,

    /// <summary>Those and metrics of every container; each metric costs.</summary>
    Enhanced,
}
