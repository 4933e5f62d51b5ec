using EcsPlatform.Networking;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>
/// What a workload offers and finds through Service Connect: ECS runs a proxy beside each task, which knows the names of the namespace
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html). The proxy needs memory and CPU of the task, and
/// opens nothing: that is what clients are declared for.
/// </summary>
public sealed record ServiceConnect
{
    /// <summary>The ARN of a namespace of Cloud Map.</summary>
    public required Input<string> NamespaceArn { get; init; }

    /// <summary>What others find. Default: none, the workload is a client only.</summary>
    public ImmutableArray<ConnectEndpoint> Endpoints { get; init; } = [];

    /// <summary>Finds what is wrong with this.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="task">The task.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, TaskSpec task)
    {
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts.html
        if (task.NetworkMode == NetworkMode.Host)
        {
            yield return new Problem($"{where}.serviceConnect", "network mode host", "awsvpc or bridge", "Use another network mode: the proxy needs one of these");
        }

        foreach (var problem in Endpoints.SelectMany(endpoint => endpoint.Problems($"{where}.serviceConnect", task)))
        {
            yield return problem;
        }

        foreach (var same in Endpoints.GroupBy(endpoint => endpoint.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.serviceConnect", $"{same.Count()} endpoints called '{same.Key}'", "different names", "Rename the others");
        }
    }

    /// <summary>The configuration as a service has it.</summary>
    /// <param name="logs">The log group that the proxies write to as well.</param>
    /// <param name="region">Its region.</param>
    /// <returns>The arguments.</returns>
    internal ServiceServiceConnectConfigurationArgs ToConfiguration(LogGroupOutputs logs, string region) => new()
    {
        Enabled = true,
        Namespace = NamespaceArn,
        LogConfiguration = new ServiceServiceConnectConfigurationLogConfigurationArgs
        {
            LogDriver = "awslogs",
            Options =
            {
                ["awslogs-group"] = logs.Name,
                ["awslogs-region"] = region,
                ["awslogs-stream-prefix"] = "service-connect",
            },
        },
        Services = [.. Endpoints.OrderBy(endpoint => endpoint.Name, StringComparer.Ordinal).Select(endpoint => endpoint.ToService())],
    };
}
