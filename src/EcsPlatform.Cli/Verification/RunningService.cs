using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Cli.Programs;

namespace EcsPlatform.Cli.Verification;

/// <summary>A service as ECS has it now.</summary>
/// <param name="TaskDefinition">The ARN of the task definition of its main deployment.</param>
/// <param name="DesiredCount">How many tasks it should have.</param>
/// <param name="RunningCount">How many tasks run.</param>
/// <param name="Rollout">How its main deployment stands: <c>COMPLETED</c>, <c>IN_PROGRESS</c>, <c>FAILED</c>; empty where ECS does not say.</param>
/// <param name="Reason">Why, in ECS's words; empty where ECS does not say.</param>
/// <param name="Deployments">How many deployments have tasks.</param>
internal sealed record RunningService(
    string TaskDefinition, int DesiredCount, int RunningCount, string Rollout, string Reason, int Deployments)
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
    private const int MostServices = 10;

    /// <summary>Asks ECS.</summary>
    /// <param name="region">The cluster's region.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="services">The services' names.</param>
    /// <returns>Those that there are, by name.</returns>
    /// <exception cref="ExternalProgramException">ECS did not answer.</exception>
    public static async Task<ImmutableDictionary<string, RunningService>> InAsync(string region, string cluster, IEnumerable<string> services)
    {
        var running = ImmutableDictionary.CreateBuilder<string, RunningService>(StringComparer.Ordinal);
        foreach (var some in services.Chunk(MostServices))
        {
            using var answer = await AwsProgram.AskAsync(region, ["ecs", "describe-services", "--cluster", cluster, "--services", .. some]);
            try
            {
                foreach (var service in answer.RootElement.GetProperty("services").EnumerateArray().Where(service => Text(service, "status") == "ACTIVE"))
                {
                    running[Text(service, "serviceName")] = Of(service);
                }
            }
            catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new ExternalProgramException("aws ecs describe-services answered something unknown; run it by hand to see what it says");
            }
        }

        return running.ToImmutable();
    }

    private static RunningService Of(JsonElement service)
    {
        var deployments = service.TryGetProperty("deployments", out var list) ? list.EnumerateArray().ToList() : [];
        var main = deployments.FirstOrDefault(deployment => Text(deployment, "status") == "PRIMARY");
        return new RunningService(
            Text(service, "taskDefinition"),
            service.GetProperty("desiredCount").GetInt32(),
            service.GetProperty("runningCount").GetInt32(),
            Text(main, "rolloutState"),
            Text(main, "rolloutStateReason"),
            Math.Max(1, deployments.Count));
    }

    private static string Text(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value) ? value.GetString() ?? "" : "";
}
