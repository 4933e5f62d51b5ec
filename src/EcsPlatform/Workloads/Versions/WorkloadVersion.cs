using EcsPlatform.Routing;

namespace EcsPlatform.Workloads;

/// <summary>One of the versions of a <see cref="VersionedWorkload"/>, which run side by side.</summary>
public sealed record WorkloadVersion
{
    /// <summary>
    /// The version's name, for example <c>v2</c>: what stands behind the workload's host and a hyphen must be right in a host name, so it
    /// has lower-case letters, digits and inner hyphens alone.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What runs. Its route is null: it follows from the workload's.</summary>
    public required EcsWorkloadArgs Workload { get; init; }

    /// <summary>
    /// The path that requests to the version's own host begin with, for example <c>/x7Gq2</c>, without wildcards; all others get the load
    /// balancer's 404. Requests to the workload's hosts are not held to it. Default: null, all paths.
    /// </summary>
    public string? BasePath { get; init; }

    /// <summary>How the load balancer finds out that this version can serve. Default: null, as the workload's route says.</summary>
    public TargetHealthCheck? HealthCheck { get; init; }

    /// <summary>The priority of the rule for the version's own host. Default: null, the one that follows from its name.</summary>
    public int? Priority { get; init; }

    /// <summary>
    /// True for the live version and those that can be made live at any time: none of them runs fewer tasks than the live one. False for a
    /// version that is being tried or kept. It changes no resource: make it true in one update, and the version live in a later one, so
    /// that its tasks are counted against those of the version that it relieves. Default: true.
    /// </summary>
    public bool Standby { get; init; } = true;

    private IEnumerable<string> BasePaths => BasePath is null || BasePathProblems("").Any() ? [] : [BasePath, $"{BasePath}/*"];

    /// <summary>What the version's service is made of, with the route to its own host.</summary>
    /// <param name="route">The workload's route.</param>
    /// <returns>The arguments.</returns>
    public EcsWorkloadArgs Routed(HttpRoute route) => Workload with
    {
        Route = route with
        {
            Host = $"{route.Host}-{Name}",
            AdditionalHosts = [],
            Paths = [.. BasePaths],
            Headers = [],
            Priority = Priority,
            DnsRecords = true,
            HealthCheck = HealthCheck ?? route.HealthCheck,
        },
    };

    /// <summary>Finds what is wrong with this version.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="route">The workload's route.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, HttpRoute route) =>
    [
        .. RouteProblems(where),
        .. BasePathProblems(where),
        .. DeploymentProblems(where),
        .. Routed(route).Problems(where),
    ];

    private IEnumerable<Problem> RouteProblems(string where)
    {
        if (Workload.Route is { } own)
        {
            yield return new Problem($"{where}.route", $"'{own.FullHost}'", "no route of its own", "Leave it out: it follows from the workload's route");
        }
    }

    // The main rule leads to one target group of the version; a traffic shift would leave that one without tasks.
    private IEnumerable<Problem> DeploymentProblems(string where)
    {
        if (Workload.Deployment is DeploymentStrategy.TrafficShift)
        {
            yield return new Problem(
                $"{where}.deployment",
                Workload.Deployment.GetType().Name,
                "Rolling or SingleWriter",
                "Let versions roll: the cutover between them shifts the traffic");
        }
    }

    private IEnumerable<Problem> BasePathProblems(string where)
    {
        if (BasePath is { } path
            && (path.EndsWith('/') || WildcardPattern.Wildcards(path) > 0 || RuleMatch.PathProblems(where, path).Any()))
        {
            yield return new Problem(
                $"{where}.basePath",
                $"'{path}'",
                "a path like /x7Gq2, without wildcards and without a slash at its end",
                "Give the path that the version's addresses begin with");
        }
    }
}
