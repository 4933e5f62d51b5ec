namespace EcsPlatform.Workloads;

/// <summary>What may be wrong with a count that scales by itself.</summary>
internal static class ScalingProblems
{
    /// <summary>Finds what is wrong.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="scaled">The count.</param>
    /// <param name="deployment">How a new task definition replaces the old one.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> Of(string where, ServiceCount.Scaled scaled, DeploymentStrategy deployment) =>
    [
        .. Bounds($"{where}.scaling", scaled.Minimum, scaled.Maximum),
        .. Initial(where, scaled),
        .. Movers(where, scaled),
        .. scaled.Policies.SelectMany(policy => policy.Problems(where)),
        .. scaled.Schedules.SelectMany(schedule => schedule.Problems(where, scaled)),
        .. Deployments(where, scaled, deployment),
    ];

    /// <summary>Finds what is wrong with two bounds.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="minimum">The fewest tasks.</param>
    /// <param name="maximum">The most tasks.</param>
    /// <returns>The problems, none when they are right.</returns>
    public static IEnumerable<Problem> Bounds(string where, int minimum, int maximum)
    {
        if (minimum < 0 || maximum > ServiceCount.Most)
        {
            yield return new Problem($"{where}.bounds", $"{minimum} to {maximum} tasks", $"0 to {ServiceCount.Most} tasks", "Choose bounds that ECS allows");
        }

        if (minimum > maximum)
        {
            yield return new Problem($"{where}.bounds", $"{minimum} to {maximum} tasks", "a minimum up to the maximum", "Lower the minimum or raise the maximum");
        }
    }

    private static IEnumerable<Problem> Initial(string where, ServiceCount.Scaled scaled)
    {
        if (scaled.Initial < scaled.Minimum || scaled.Initial > scaled.Maximum)
        {
            yield return new Problem(
                $"{where}.scaling.initial",
                $"{scaled.Initial} tasks",
                $"{scaled.Minimum} to {scaled.Maximum} tasks",
                "Begin within the bounds, or leave it out");
        }
    }

    private static IEnumerable<Problem> Movers(string where, ServiceCount.Scaled scaled)
    {
        if (scaled.Policies.IsEmpty && scaled.Schedules.IsEmpty)
        {
            yield return new Problem(
                $"{where}.scaling", "no policy and no schedule", "one or more", "Say what the count follows, or give a plain number");
        }

        foreach (var same in scaled.Policies.GroupBy(policy => policy.Suffix, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.scaling.{same.Key}", $"{same.Count()} policies", "one of a kind", "Keep one of them");
        }

        foreach (var same in scaled.Schedules.GroupBy(schedule => schedule.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.scaling.{same.Key}", $"{same.Count()} schedules of this name", "one", "Rename the others");
        }
    }

    // The smallest counts fail first; one is enough to say.
    private static IEnumerable<Problem> Deployments(string where, ServiceCount.Scaled scaled, DeploymentStrategy deployment)
    {
        var first = Math.Max(0, scaled.Schedules.Select(schedule => schedule.Minimum ?? scaled.Minimum).Append(scaled.Minimum).Min());
        var last = Math.Min(ServiceCount.Most, scaled.Schedules.Select(schedule => schedule.Maximum ?? scaled.Maximum).Append(scaled.Maximum).Max());
        return Enumerable.Range(first, Math.Max(1, last - first + 1))
            .Select(count => deployment.Problems(where, count))
            .FirstOrDefault(problems => problems.Any()) ?? [];
    }
}
