using System.Text.Json;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>
/// What runs, or waits, at stages of a deployment
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html).
/// </summary>
public abstract record DeploymentHook
{
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html
    private const int MostPauseMinutes = 20_160;

    private DeploymentHook()
    {
    }

    /// <summary>At which stages, each once.</summary>
    public required ImmutableArray<DeploymentStage> Stages { get; init; }

    /// <summary>A Lambda function, which lets the deployment go on or makes it go back.</summary>
    public sealed record Function : DeploymentHook
    {
        /// <summary>The ARN of the function, which ECS gets the right to invoke.</summary>
        public required Input<string> FunctionArn { get; init; }

        /// <summary>A JSON object that ECS passes to the function. Default: null, none.</summary>
        public string? Details { get; init; }
    }

    /// <summary>
    /// The deployment waits until somebody lets it go on or makes it go back, with ContinueServiceDeployment. An update cannot wait for
    /// people: the workload's WaitForSteadyState is false.
    /// </summary>
    public sealed record Pause : DeploymentHook
    {
        /// <summary>After how many minutes it goes on or back without an answer, 1 to 20160. Default: 1440, which is AWS's.</summary>
        public int TimeoutMinutes { get; init; } = 1440;

        /// <summary>True goes on without an answer. Default: false, it goes back, which is AWS's.</summary>
        public bool ContinueAfterTimeout { get; init; }
    }

    /// <summary>Finds what is wrong with this hook.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Stages.IsEmpty)
        {
            yield return new Problem($"{where}.stages", "none", "one stage or more", "Say when the hook is due");
        }

        foreach (var same in Stages.GroupBy(stage => stage).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.stages", $"{same.Key} {same.Count()} times", "each stage once", "Keep one of them");
        }

        if (this is Function { Details: { } details } && !IsObject(details))
        {
            yield return new Problem($"{where}.details", $"'{details}'", "a JSON object", "Write the parameters as a JSON object, or leave them out");
        }

        if (this is not Pause pause)
        {
            yield break;
        }

        foreach (var stage in Stages.Distinct().Where(stage => stage is DeploymentStage.TestTrafficShift or DeploymentStage.ProductionTrafficShift))
        {
            yield return new Problem($"{where}.stages", $"a pause at {stage}", "a stage before or after it", $"Pause at Post{stage}, or before");
        }

        if (pause.TimeoutMinutes is < 1 or > MostPauseMinutes)
        {
            yield return new Problem(
                $"{where}.timeout", $"{pause.TimeoutMinutes} min", $"1 to {MostPauseMinutes} min", "Give the time that people need to answer");
        }
    }

    /// <summary>The hook as a service has it.</summary>
    /// <param name="roleArn">The role with which ECS invokes functions; null where there is none.</param>
    /// <returns>The arguments.</returns>
    internal ServiceDeploymentConfigurationLifecycleHookArgs ToHook(Output<string>? roleArn)
    {
        InputList<string> stages = [.. Stages.Order().Select(Text)];
        return this switch
        {
            Function function => new ServiceDeploymentConfigurationLifecycleHookArgs
            {
                TargetType = "AWS_LAMBDA",
                HookTargetArn = function.FunctionArn,
                HookDetails = function.Details is { } details ? details : (Input<string>?)null,
                RoleArn = roleArn!,
                LifecycleStages = stages,
            },
            Pause pause => new ServiceDeploymentConfigurationLifecycleHookArgs
            {
                TargetType = "PAUSE",
                LifecycleStages = stages,
                TimeoutConfiguration = new ServiceDeploymentConfigurationLifecycleHookTimeoutConfigurationArgs
                {
                    TimeoutInMinutes = $"{pause.TimeoutMinutes}",
                    Action = pause.ContinueAfterTimeout ? "CONTINUE" : "ROLLBACK",
                },
            },
            _ => throw new InvalidOperationException($"No hook of {GetType().Name}."),
        };
    }

    private static bool IsObject(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Text(DeploymentStage stage) => stage switch
    {
        DeploymentStage.ReconcileService => "RECONCILE_SERVICE",
        DeploymentStage.PreScaleUp => "PRE_SCALE_UP",
        DeploymentStage.PostScaleUp => "POST_SCALE_UP",
        DeploymentStage.TestTrafficShift => "TEST_TRAFFIC_SHIFT",
        DeploymentStage.PostTestTrafficShift => "POST_TEST_TRAFFIC_SHIFT",
        DeploymentStage.ProductionTrafficShift => "PRODUCTION_TRAFFIC_SHIFT",
        _ => "POST_PRODUCTION_TRAFFIC_SHIFT",
    };
}
