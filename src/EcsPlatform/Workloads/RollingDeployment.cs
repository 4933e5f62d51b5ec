namespace EcsPlatform.Workloads;

/// <summary>
/// How a new task definition replaces the old one: ECS starts and stops tasks between these bounds; when new tasks keep failing it
/// stops and goes back by itself.
/// </summary>
/// <param name="MinimumHealthyPercent">How many of the desired tasks keep running, in percent, rounded up. Default: 100.</param>
/// <param name="MaximumPercent">How many tasks may run at once, in percent of the desired ones, rounded down. Default: 200.</param>
public sealed record RollingDeployment(int MinimumHealthyPercent = 100, int MaximumPercent = 200)
{
    /// <summary>The fewest tasks that run during a deployment.</summary>
    /// <param name="desiredCount">How many should run.</param>
    /// <returns>A count of tasks.</returns>
    public int Floor(int desiredCount) => (int)(((long)desiredCount * MinimumHealthyPercent + 99) / 100);

    /// <summary>The most tasks that run during a deployment.</summary>
    /// <param name="desiredCount">How many should run.</param>
    /// <returns>A count of tasks.</returns>
    public int Ceiling(int desiredCount) => (int)((long)desiredCount * MaximumPercent / 100);

    /// <summary>Finds what is wrong: a deployment moves only if one task more may start, or one may stop first.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="desiredCount">How many tasks should run.</param>
    /// <returns>The problems, none when deployments move.</returns>
    public IEnumerable<Problem> Problems(string where, int desiredCount)
    {
        if (MinimumHealthyPercent is < 0 or > 100)
        {
            yield return new Problem($"{where}.minimumHealthyPercent", $"{MinimumHealthyPercent} %", "0 to 100 %", "Lower it");
        }

        if (MaximumPercent is < 100 or > 200)
        {
            yield return new Problem($"{where}.maximumPercent", $"{MaximumPercent} %", "100 to 200 %", "Choose a value in this range");
        }

        if (desiredCount > 0 && Ceiling(desiredCount) <= desiredCount && Floor(desiredCount) >= desiredCount)
        {
            yield return new Problem(
                $"{where}.deployment",
                $"{MinimumHealthyPercent} % to {MaximumPercent} % of {desiredCount} tasks: none may stop and none may start",
                "bounds that let a task start or stop",
                "Raise the maximum to start first, or lower the minimum to stop first");
        }
    }
}
