using EcsPlatform.Networking;

namespace EcsPlatform.Clusters;

/// <summary>What an <see cref="EcsCluster"/> is made of.</summary>
public sealed record EcsClusterArgs
{
    /// <summary>The ECS-optimised AMI of Amazon Linux 2023 needs 30 GiB (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-ami-storage-config.html).</summary>
    public const int SmallestRootVolumeGiB = 30;

    /// <summary>The network in whose private subnets the instances run.</summary>
    public required BaseNetwork Network { get; init; }

    /// <summary>What the instances are and how many.</summary>
    public required InstanceCapacity Capacity { get; init; }

    /// <summary>What the instances may reach: the ECS agent and the image pulls need HTTPS, or endpoints in the VPC.</summary>
    public required InternetEgress Egress { get; init; }

    /// <summary>True sends task and container metrics to CloudWatch. Default: true.</summary>
    public bool ContainerInsights { get; init; } = true;

    /// <summary>How long the record of <c>ecs execute-command</c> sessions is kept, in days. Default: 90.</summary>
    public int ExecLogRetentionDays { get; init; } = 90;

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in Capacity.Problems(where))
        {
            yield return problem;
        }

        if (!LogRetention.Allowed.Contains(ExecLogRetentionDays))
        {
            yield return LogRetention.Problem($"{where}.execLogRetentionDays", ExecLogRetentionDays);
        }
    }
}
