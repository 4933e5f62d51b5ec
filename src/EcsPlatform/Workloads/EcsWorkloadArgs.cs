using EcsPlatform.Networking;

namespace EcsPlatform.Workloads;

/// <summary>What an <see cref="EcsWorkload"/> is made of.</summary>
public sealed record EcsWorkloadArgs
{
    /// <summary>The instances that its tasks run on.</summary>
    public required Capacity Capacity { get; init; }

    /// <summary>What runs as one task.</summary>
    public required TaskSpec Task { get; init; }

    /// <summary>How many tasks run.</summary>
    public required int DesiredCount { get; init; }

    /// <summary>What the tasks may reach beyond what this declaration opens.</summary>
    public required InternetEgress Egress { get; init; }

    /// <summary>How requests reach it. Default: null, none do.</summary>
    public HttpRoute? Route { get; init; }

    /// <summary>How a new task definition replaces the old one. Default: 100 % to 200 %, going back when it fails.</summary>
    public RollingDeployment Deployment { get; init; } = new();

    /// <summary>For how long after its start a task is not judged by the load balancer, in seconds. Default: 300.</summary>
    public int HealthCheckGraceSeconds { get; init; } = 300;

    /// <summary>How long logs are kept, in days. Default: 90.</summary>
    public int LogRetentionDays { get; init; } = 90;

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
        [
            .. Problems(where, Task, Deployment, DesiredCount),
            .. Route?.Problems(where, Task) ?? [],
            .. OwnProblems(where),
        ];

    /// <summary>Finds what is wrong with the part of the arguments that needs no other component.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="task">What runs as one task.</param>
    /// <param name="deployment">How a new task definition replaces the old one.</param>
    /// <param name="desiredCount">How many tasks run.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> Problems(string where, TaskSpec task, RollingDeployment deployment, int desiredCount) =>
        [.. task.Problems(where), .. CountProblems(where, desiredCount), .. deployment.Problems(where, desiredCount)];

    private static IEnumerable<Problem> CountProblems(string where, int desiredCount)
    {
        if (desiredCount < 0)
        {
            yield return new Problem($"{where}.desiredCount", $"{desiredCount}", "0 or more tasks", "Use 0 to stop the service");
        }
    }

    private IEnumerable<Problem> OwnProblems(string where)
    {
        if (HealthCheckGraceSeconds < 0)
        {
            yield return new Problem($"{where}.healthCheckGrace", $"{HealthCheckGraceSeconds} s", "0 or more s", "Give the time that a task needs to start");
        }

        if (!LogRetention.Allowed.Contains(LogRetentionDays))
        {
            yield return LogRetention.Problem($"{where}.logRetentionDays", LogRetentionDays);
        }
    }
}
