using EcsPlatform.Clusters;

namespace EcsPlatform.Workloads;

/// <summary>
/// What the agent of <c>ecs execute-command</c> in a container needs
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html).
/// </summary>
/// <param name="KeyArn">The key that encrypts sessions; null for none of one's own.</param>
/// <param name="LogGroupName">The log group that records sessions; null for none.</param>
internal sealed record ExecAccess(Input<string>? KeyArn, Input<string>? LogGroupName)
{
    /// <summary>What the tasks of a cluster need.</summary>
    /// <param name="cluster">The cluster, which says where sessions are recorded.</param>
    /// <returns>What they need.</returns>
    public static ExecAccess Of(EcsCluster cluster) => new(
        cluster.ExecKeyArn is { } key ? key : (Input<string>?)null,
        cluster.ExecLogGroupName is { } group ? group : (Input<string>?)null);

    /// <summary>The statements for the task role.</summary>
    /// <param name="account">Where the cluster lives.</param>
    /// <returns>The statements.</returns>
    public IEnumerable<PolicyStatement> Rights(AwsAccount account)
    {
        // These actions know no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsessionmanagermessagegatewayservice.html
        yield return new PolicyStatement
        {
            Actions =
            [
                "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
            ],
            Resources = ["*"],
        };
        if (LogGroupName is not null)
        {
            var groups = $"arn:aws:logs:{account.Region}:{account.Id}:log-group:";
            yield return new PolicyStatement { Actions = ["logs:DescribeLogGroups"], Resources = [$"{groups}*"] };
            yield return new PolicyStatement
            {
                Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resources = [Output.Format($"{groups}{LogGroupName}:*")],
            };
        }

        foreach (var statement in KeyGrants.ToDecrypt(KeyArn))
        {
            yield return statement;
        }
    }

    /// <summary>Finds containers that the agent cannot work in: it writes to the container's own file system.</summary>
    /// <param name="where">What the task belongs to, for the messages.</param>
    /// <param name="task">The task.</param>
    /// <returns>The problems, none when people can get into every container.</returns>
    public static IEnumerable<Problem> Problems(string where, TaskSpec task) => task.Containers
        .Where(container => container.ReadonlyRootFilesystem)
        .OrderBy(container => container.Name, StringComparer.Ordinal)
        .Select(container => new Problem(
            $"{where}.readonlyRootFilesystem",
            $"container '{container.Name}', which execute-command cannot write to",
            "containers with a file system that can be written to",
            "Turn ReadonlyRootFilesystem off, or turn execute-command off"));
}
