using System.Text.Json.Nodes;

namespace EcsPlatform.Clusters;

/// <summary>
/// Which events of ECS say why something does not run, as patterns of EventBridge
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html).
/// </summary>
internal static class EventPatterns
{
    /// <summary>Tasks that have stopped, with their reasons and exit codes, also those that a deployment or a person stopped.</summary>
    /// <param name="clusterArn">The cluster.</param>
    /// <returns>The pattern (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html).</returns>
    public static string StoppedTasks(string clusterArn) => Pattern(
        "ECS Task State Change", ("detail", new JsonObject { ["clusterArn"] = Any(clusterArn), ["lastStatus"] = Any("STOPPED") }));

    /// <summary>Deployments that begin, are done or fail. These events name the service alone, whose ARN begins with the cluster's name.</summary>
    /// <param name="account">Where the cluster is.</param>
    /// <param name="cluster">The cluster's name.</param>
    /// <returns>The pattern (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html).</returns>
    public static string Deployments(AwsAccount account, string cluster) => Pattern(
        "ECS Deployment State Change",
        ("resources", new JsonArray(new JsonObject
        {
            ["prefix"] = new Arn("aws", "ecs", account.Region, account.Id, $"service/{cluster}/").ToString(),
        })));

    /// <summary>What keeps services from running as many tasks as they should; not that all is well, which ECS says again and again.</summary>
    /// <param name="clusterArn">The cluster.</param>
    /// <returns>The pattern (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html).</returns>
    public static string ServiceProblems(string clusterArn) => Pattern(
        "ECS Service Action", ("detail", new JsonObject { ["clusterArn"] = Any(clusterArn), ["eventType"] = Any("ERROR", "WARN") }));

    private static string Pattern(string type, (string Name, JsonNode Value) what) =>
        new JsonObject { ["source"] = Any("aws.ecs"), ["detail-type"] = Any(type), [what.Name] = what.Value }.ToJsonString();

    private static JsonArray Any(params string[] values) => [.. values.Select(value => (JsonNode)value)];
}
