namespace EcsPlatform.Workloads;

/// <summary>
/// What the number of tasks follows: Application Auto Scaling keeps a metric near a target; of several policies the one that wants most
/// tasks wins (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html).
/// </summary>
public abstract record ScalingPolicy
{
    private ScalingPolicy()
    {
    }

    /// <summary>
    /// Seconds after tasks were taken away until more are, 0 or more. Default: 300, which is AWS's
    /// (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TargetTrackingScalingPolicyConfiguration.html).
    /// </summary>
    public int ScaleInCooldownSeconds { get; init; } = 300;

    /// <summary>Seconds after tasks were added until more are, 0 or more. Default: 300, which is AWS's.</summary>
    public int ScaleOutCooldownSeconds { get; init; } = 300;

    /// <summary>False only ever adds tasks. Default: true.</summary>
    public bool ScaleIn { get; init; } = true;

    /// <summary>The CPU that the tasks use, of what is set aside for them.</summary>
    /// <param name="Percent">The target, above 0 to 100 %. Default: 70.</param>
    public sealed record Cpu(double Percent = 70) : ScalingPolicy;

    /// <summary>The memory that the tasks use, of what is set aside for them.</summary>
    /// <param name="Percent">The target, above 0 to 100 %. Default: 70.</param>
    public sealed record Memory(double Percent = 70) : ScalingPolicy;

    /// <summary>The requests that the load balancer sends a task in a minute; the workload needs a route.</summary>
    /// <param name="Requests">The target, above 0.</param>
    public sealed record RequestsPerTarget(double Requests) : ScalingPolicy;

    /// <summary>What the policy's resource is called, after the workload's name.</summary>
    internal string Suffix => this switch
    {
        Cpu => "cpu",
        Memory => "memory",
        _ => "requests",
    };

    /// <summary>The value to keep.</summary>
    internal double Target => this switch
    {
        Cpu cpu => cpu.Percent,
        Memory memory => memory.Percent,
        RequestsPerTarget requests => requests.Requests,
        _ => throw new InvalidOperationException($"No target of {GetType().Name}."),
    };

    /// <summary>The metric as Application Auto Scaling calls it.</summary>
    internal string Metric => this switch
    {
        Cpu => "ECSServiceAverageCPUUtilization",
        Memory => "ECSServiceAverageMemoryUtilization",
        _ => "ALBRequestCountPerTarget",
    };

    /// <summary>Finds what is wrong with this policy.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is RequestsPerTarget requests && !(requests.Requests > 0))
        {
            yield return new Problem($"{where}.scaling.{Suffix}", $"{requests.Requests} requests a minute", "more than 0", "Give what one task can serve");
        }

        if (this is not RequestsPerTarget && !(Target is > 0 and <= 100))
        {
            yield return new Problem($"{where}.scaling.{Suffix}", $"{Target} %", "more than 0, up to 100 %", "Choose a percentage");
        }

        foreach (var (name, seconds) in new[] { ("scaleInCooldown", ScaleInCooldownSeconds), ("scaleOutCooldown", ScaleOutCooldownSeconds) })
        {
            if (seconds < 0)
            {
                yield return new Problem($"{where}.scaling.{Suffix}.{name}", $"{seconds} s", "0 or more s", "Use 0 for none");
            }
        }
    }
}
