namespace EcsPlatform.Workloads;

/// <summary>Whether one version's tasks can take the requests of another's.</summary>
internal static class VersionCounts
{
    /// <summary>
    /// Whether a version runs at least as many tasks as another one when both run their fewest. A daemon's tasks are as many as the
    /// instances: a daemon stands in for a daemon alone, and nothing else does.
    /// </summary>
    /// <param name="count">How many tasks the version runs.</param>
    /// <param name="live">How many the other one runs.</param>
    /// <returns>True when its minimum is no lower.</returns>
    public static bool Suffices(ServiceCount count, ServiceCount live) => (Minimum(count), Minimum(live)) switch
    {
        (null, null) => true,
        ({ } mine, { } others) => mine >= others,
        _ => false,
    };

    /// <summary>The fewest tasks.</summary>
    /// <param name="count">How many tasks run.</param>
    /// <returns>For example <c>at least 2 tasks</c>.</returns>
    public static string Text(ServiceCount count) =>
        Minimum(count) is { } minimum ? $"at least {minimum} {(minimum == 1 ? "task" : "tasks")}" : "a daemon";

    /// <summary>The fewest tasks that another version needs to relieve one.</summary>
    /// <param name="live">How many the live one runs.</param>
    /// <returns>For example <c>2 or more</c>.</returns>
    public static string Needed(ServiceCount live) => Minimum(live) is { } minimum ? $"{minimum} or more" : "a daemon";

    private static int? Minimum(ServiceCount count) => count switch
    {
        ServiceCount.Managed managed => managed.Tasks,
        ServiceCount.Scaled scaled => scaled.Minimum,
        ServiceCount.Daemon => null,
        _ => throw new InvalidOperationException($"No minimum of {count.GetType().Name}."),
    };
}
