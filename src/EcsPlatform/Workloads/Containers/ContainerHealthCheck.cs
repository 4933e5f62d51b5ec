namespace EcsPlatform.Workloads;

/// <summary>
/// A command inside a container that tells whether it is healthy
/// (limits and defaults: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html).
/// </summary>
public sealed record ContainerHealthCheck
{
    /// <summary>The command, after <c>CMD</c>, or <c>CMD-SHELL</c> for one line that the container's shell reads. It fails by a status other than 0.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Seconds between two checks, 5 to 300. Default: 30.</summary>
    public int IntervalSeconds { get; init; } = 30;

    /// <summary>Seconds until a check counts as failed, 2 to 60 and no more than the interval. Default: 5.</summary>
    public int TimeoutSeconds { get; init; } = 5;

    /// <summary>How many failed checks in a row make the container unhealthy, 1 to 10. Default: 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>For how long after the start failed checks do not count, in seconds, 0 to 300. Default: 0.</summary>
    public int StartPeriodSeconds { get; init; }

    /// <summary>Finds what is wrong with this check.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Command is not ["CMD", _, ..] and not ["CMD-SHELL", _])
        {
            yield return new Problem(
                $"{where}.healthCheck.command",
                $"'{string.Join(' ', Command)}'",
                "CMD and a command's words, or CMD-SHELL and one line",
                "Begin with CMD or CMD-SHELL");
        }

        if (IntervalSeconds is < 5 or > 300)
        {
            yield return new Problem($"{where}.healthCheck.interval", $"{IntervalSeconds} s", "5 to 300 s", "Choose an interval that AWS allows");
        }

        if (TimeoutSeconds is < 2 or > 60 || TimeoutSeconds > IntervalSeconds)
        {
            yield return new Problem(
                $"{where}.healthCheck.timeout", $"{TimeoutSeconds} s", $"2 to 60 s, and no more than the interval of {IntervalSeconds} s", "Lower the timeout");
        }

        if (Retries is < 1 or > 10)
        {
            yield return new Problem($"{where}.healthCheck.retries", $"{Retries}", "1 to 10", "Choose a number that AWS allows");
        }

        if (StartPeriodSeconds is < 0 or > 300)
        {
            yield return new Problem($"{where}.healthCheck.startPeriod", $"{StartPeriodSeconds} s", "0 to 300 s", "Choose a time that AWS allows");
        }
    }
}
