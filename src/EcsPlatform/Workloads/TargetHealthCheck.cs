namespace EcsPlatform.Workloads;

/// <summary>How the load balancer finds out that a task can serve (limits: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html).</summary>
public sealed record TargetHealthCheck
{
    /// <summary>The path that is asked. Default: <c>/</c>.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The status codes that count as healthy, for example <c>200</c> or <c>200-299</c>. Default: 200.</summary>
    public string Matcher { get; init; } = "200";

    /// <summary>Seconds between two checks, 5 to 300. Default: 60.</summary>
    public int IntervalSeconds { get; init; } = 60;

    /// <summary>Seconds until a check counts as failed, 2 to 120 and less than the interval. Default: 10.</summary>
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>How many good checks in a row make a task healthy, 2 to 10. Default: 2.</summary>
    public int HealthyThreshold { get; init; } = 2;

    /// <summary>How many bad checks in a row make a task unhealthy, 2 to 10. Default: 5.</summary>
    public int UnhealthyThreshold { get; init; } = 5;

    /// <summary>Finds what is wrong with this check.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!Path.StartsWith('/'))
        {
            yield return new Problem($"{where}.healthCheck.path", $"'{Path}'", "a path that begins with /", "Begin the path with /");
        }

        if (IntervalSeconds is < 5 or > 300)
        {
            yield return new Problem($"{where}.healthCheck.interval", $"{IntervalSeconds} s", "5 to 300 s", "Choose an interval that AWS allows");
        }

        if (TimeoutSeconds is < 2 or > 120 || TimeoutSeconds >= IntervalSeconds)
        {
            yield return new Problem(
                $"{where}.healthCheck.timeout", $"{TimeoutSeconds} s", $"2 to 120 s, and less than the interval of {IntervalSeconds} s", "Lower the timeout");
        }

        foreach (var (name, value) in new[] { ("healthyThreshold", HealthyThreshold), ("unhealthyThreshold", UnhealthyThreshold) })
        {
            if (value is < 2 or > 10)
            {
                yield return new Problem($"{where}.healthCheck.{name}", $"{value}", "2 to 10", "Choose a threshold that AWS allows");
            }
        }
    }
}
