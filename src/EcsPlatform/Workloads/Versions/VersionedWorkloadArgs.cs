namespace EcsPlatform.Workloads;

/// <summary>What a <see cref="VersionedWorkload"/> is made of.</summary>
public sealed record VersionedWorkloadArgs
{
    /// <summary>
    /// How requests reach the live version. Each version has the same route with a host of its own, <c>{host}-{version}</c>, without
    /// additional hosts, paths and headers. Its load balancer is a shared one.
    /// </summary>
    public required HttpRoute Route { get; init; }

    /// <summary>The versions, each name once, in any order.</summary>
    public required ImmutableArray<WorkloadVersion> Versions { get; init; }

    /// <summary>The name of the version that the workload's hosts lead to.</summary>
    public required string Live { get; init; }

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. HttpRoute.HostProblems(where, Route.Host),
        .. Route.MatchProblems(where),
        .. LoadBalancerProblems(where),
        .. NameProblems(where),
        .. LiveProblems(where),
        .. Versions.SelectMany(version => version.Problems($"{where}.versions.{version.Name}", Route)),
        .. CountProblems(where),
        .. PortProblems(where),
    ];

    private IEnumerable<Problem> LoadBalancerProblems(string where)
    {
        if (Route.LoadBalancer is RouteLoadBalancer.Own)
        {
            yield return new Problem(
                $"{where}.loadBalancer", "one of each version's own", "a shared one, whose rule leads to the live version", "Share a load balancer between the versions");
        }
    }

    private IEnumerable<Problem> NameProblems(string where) => Versions
        .GroupBy(version => version.Name, StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => new Problem($"{where}.versions", $"'{same.Key}', {same.Count()} times", "each name once", "Rename one, or leave it out"));

    private IEnumerable<Problem> LiveProblems(string where)
    {
        var live = Versions.FirstOrDefault(version => version.Name == Live);
        if (live is null)
        {
            yield return new Problem(
                $"{where}.live",
                $"'{Live}', which is no version",
                Versions.IsEmpty ? "a version, and there is none" : string.Join(", ", Versions.Select(version => version.Name).ToImmutableSortedSet(StringComparer.Ordinal)),
                "Keep the live version, and make another one live before you remove it");
        }
        else if (!live.Standby)
        {
            yield return new Problem(
                $"{where}.live",
                $"'{Live}', which is not on standby",
                "a version on standby",
                "Set its Standby to true in an update before, which compares its tasks with the live version's");
        }
    }

    // Requests that the live version's tasks share may go to those of another one from one moment to the next.
    private IEnumerable<Problem> CountProblems(string where)
    {
        var live = Versions.FirstOrDefault(version => version.Name == Live);
        return live is null
            ? []
            : Versions
                .Where(version => version.Standby && version.Name != Live)
                .Where(version => !VersionCounts.Suffices(version.Workload.DesiredCount, live.Workload.DesiredCount))
                .Select(version => new Problem(
                    $"{where}.versions.{version.Name}.desiredCount",
                    VersionCounts.Text(version.Workload.DesiredCount),
                    $"{VersionCounts.Needed(live.Workload.DesiredCount)}, as the live version '{Live}' has",
                    $"Run as many before '{version.Name}' can be made live, or set its Standby to false"));
    }

    // An instance has each port once, and its security group opens it to the load balancer once.
    private IEnumerable<Problem> PortProblems(string where) => Versions
        .SelectMany(version => FixedPorts(version.Workload.Task).Select(port => (version.Name, Port: port)))
        .GroupBy(use => use.Port)
        .Where(same => same.Count() > 1)
        .Select(same => new Problem(
            $"{where}.versions",
            $"port {same.Key} of the instances for {string.Join(" and ", same.Select(use => $"'{use.Name}'"))}",
            "a port for one version",
            "Leave the host port out, or use network mode awsvpc: versions run side by side"));

    private static IEnumerable<int> FixedPorts(TaskSpec task) => task.NetworkMode == NetworkMode.Awsvpc
        ? []
        : task.Containers.SelectMany(container => container.Ports).Select(port => port.HostPortIn(task.NetworkMode)).Where(port => port > 0).Distinct();
}
