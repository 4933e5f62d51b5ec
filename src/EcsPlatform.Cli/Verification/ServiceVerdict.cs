namespace EcsPlatform.Cli.Verification;

/// <summary>Whether a service runs what its stack says.</summary>
/// <param name="Name">The service's name in its stack's outputs.</param>
/// <param name="Holds">True when it does.</param>
/// <param name="Text">What runs, or how that differs and what to do.</param>
internal sealed record ServiceVerdict(string Name, bool Holds, string Text)
{
    /// <summary>Compares a service with what ECS has.</summary>
    /// <param name="expected">The service as the last update left it.</param>
    /// <param name="running">The service as ECS has it; null when ECS has none.</param>
    /// <returns>The verdict.</returns>
    public static ServiceVerdict Of(ExpectedService expected, RunningService? running)
    {
        if (running is null)
        {
            return Differs(expected, $"no service {expected.Service} in the cluster {Short(expected.Cluster)}; run pulumi up");
        }

        if (running.TaskDefinition != expected.TaskDefinition)
        {
            return Differs(
                expected,
                $"runs {Short(running.TaskDefinition)}, should run {Short(expected.TaskDefinition)}: rolled back, or changed by hand{Because(running)}; " +
                "look at the service's events and stopped tasks, then pin a version that works and run pulumi up");
        }

        if (running.Rollout == "FAILED")
        {
            return Differs(expected, $"the deployment of {Short(expected.TaskDefinition)} failed{Because(running)}; look at the service's events");
        }

        if (running.Rollout == "IN_PROGRESS" || running.Deployments > 1)
        {
            return Differs(expected, $"still moves to {Short(expected.TaskDefinition)}, {Tasks(running)}{Because(running)}; verify again when it is done");
        }

        return running.RunningCount == running.DesiredCount
            ? new ServiceVerdict(expected.Name, true, $"runs {Short(running.TaskDefinition)}, {Tasks(running)}")
            : Differs(expected, $"runs {Short(running.TaskDefinition)}, {Tasks(running)}; look at the service's events and stopped tasks");
    }

    private static ServiceVerdict Differs(ExpectedService expected, string text) => new(expected.Name, false, text);

    private static string Tasks(RunningService running) => $"{running.RunningCount} of {running.DesiredCount} tasks";

    private static string Because(RunningService running) => running.Reason.Length == 0 ? "" : $" ({running.Reason.TrimEnd('.')})";

    // arn:aws:ecs:eu-west-1:111111111111:task-definition/staging-viewer:12 without what all have.
    private static string Short(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
