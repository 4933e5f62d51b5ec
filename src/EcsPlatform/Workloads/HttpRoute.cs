using EcsPlatform.Routing;

namespace EcsPlatform.Workloads;

/// <summary>How requests reach a workload: a host name on a load balancer.</summary>
public sealed record HttpRoute
{
    /// <summary>How long a target may take to finish its requests, in seconds (0 to 3600).</summary>
    public const int LongestDeregistrationDelaySeconds = 3600;

    /// <summary>The load balancer, a shared one or one of the workload's own.</summary>
    public required RouteLoadBalancer LoadBalancer { get; init; }

    /// <summary>The host name without the zone, for example <c>staging-viewer</c>.</summary>
    public required string Host { get; init; }

    /// <summary>The hosted zone in which the name stands.</summary>
    public required HostedZone Zone { get; init; }

    /// <summary>
    /// More hosts that lead here, whole names in lower case in which <c>*</c> and <c>?</c> are wildcards. A name without wildcards in the
    /// zone gets a DNS record as well; others are somebody else's. Default: none.
    /// </summary>
    public ImmutableArray<string> AdditionalHosts { get; init; } = [];

    /// <summary>
    /// The paths that lead here, each with a leading slash and with <c>*</c> and <c>?</c> as wildcards; <c>/api/*</c> does not match
    /// <c>/api</c>. With the hosts at most 5. Default: none, all paths.
    /// </summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>The headers that a request must have to be led here, all of them; their values count with the paths. Default: none.</summary>
    public ImmutableArray<HeaderMatch> Headers { get; init; } = [];

    /// <summary>
    /// The listener rule's priority: no two routes of a load balancer have the same, lower ones match first.
    /// Default: null, the one that follows from the workload's name (see <see cref="RulePriorities.Claim"/>).
    /// </summary>
    public int? Priority { get; init; }

    /// <summary>
    /// False makes no DNS records: for a workload that shares its hosts with another one, which makes them, or when something else, such
    /// as a distribution, has the names. Default: true.
    /// </summary>
    public bool DnsRecords { get; init; } = true;

    /// <summary>The container that serves.</summary>
    public required string ContainerName { get; init; }

    /// <summary>The port on which it serves HTTP; one of the container's TCP ports.</summary>
    public required int ContainerPort { get; init; }

    /// <summary>How the load balancer finds out that a task can serve. Default: see <see cref="TargetHealthCheck"/>.</summary>
    public TargetHealthCheck HealthCheck { get; init; } = new();

    /// <summary>For how long a stopping task may finish its requests, in seconds, 0 to 3600. Default: 60.</summary>
    public int DeregistrationDelaySeconds { get; init; } = 60;

    /// <summary>
    /// During which time a new task gets a share of the requests that grows, in seconds, 30 to 900
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html).
    /// Default: 0, a whole share at once.
    /// </summary>
    public int SlowStartSeconds { get; init; }

    /// <summary>
    /// Whether a browser stays with the task that answered it first. Default: null, as the target group is; a new one does not keep it so.
    /// </summary>
    public Stickiness? Stickiness { get; init; }

    /// <summary>The whole host name.</summary>
    public string FullHost => HostInZone(Host);

    /// <summary>Which requests lead here.</summary>
    public RuleMatch Match => new() { Hosts = AdditionalHosts.Insert(0, FullHost), Paths = Paths, Headers = Headers };

    /// <summary>The names that get a DNS record.</summary>
    internal IEnumerable<string> RecordedHosts =>
        Match.Hosts.Where(host => DnsRecords && WildcardPattern.Wildcards(host) == 0 && Zone.Holds(host));

    /// <summary>A whole host name in the route's zone.</summary>
    /// <param name="host">The host name without the zone.</param>
    /// <returns>For example <c>viewer.library.example.org</c>.</returns>
    internal string HostInZone(string host) => $"{host}.{Zone.DomainName}";

    /// <summary>Finds what is wrong with this route.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="task">The task that it leads to.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, TaskSpec task)
    {
        foreach (var problem in HostProblems(where, Host)
            .Concat(Zone.Problems($"{where}.zone"))
            .Concat(MatchProblems(where))
            .Concat(LoadBalancer.Problems(where, this)))
        {
            yield return problem;
        }

        var ports = task.Containers
            .SelectMany(container => container.Ports.Where(port => port.Protocol == PortProtocol.Tcp).Select(port => (container.Name, port.ContainerPort)))
            .ToList();
        if (!ports.Contains((ContainerName, ContainerPort)))
        {
            yield return new Problem(
                $"{where}.port",
                $"{ContainerName}:{ContainerPort}",
                ports.Count == 0 ? "none, for no container has a TCP port" : string.Join(", ", ports.Select(port => $"{port.Name}:{port.ContainerPort}")),
                "Lead to a port that a container of the task listens on");
        }

        if (DeregistrationDelaySeconds is < 0 or > LongestDeregistrationDelaySeconds)
        {
            yield return new Problem(
                $"{where}.deregistrationDelay", $"{DeregistrationDelaySeconds} s", $"0 to {LongestDeregistrationDelaySeconds} s", "Choose a delay that AWS allows");
        }

        if (SlowStartSeconds is not 0 and (< 30 or > 900))
        {
            yield return new Problem($"{where}.slowStart", $"{SlowStartSeconds} s", "30 to 900 s, or 0 for none", "Choose a time that AWS allows");
        }

        foreach (var problem in (Stickiness?.Problems(where) ?? []).Concat(HealthCheck.Problems(where)))
        {
            yield return problem;
        }
    }

    /// <summary>Finds what is wrong with a host name.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="host">The host name, without the zone.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> HostProblems(string where, string host)
    {
        if (!DnsName.IsLabel(host))
        {
            yield return new Problem($"{where}.host", $"'{host}'", DnsName.ValidLabels, "Choose a host name that DNS allows");
        }
    }

    /// <summary>Finds what is wrong with the hosts and paths. The first host's letters are judged with the label and the zone.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when they are right.</returns>
    internal IEnumerable<Problem> MatchProblems(string where)
    {
        if (FullHost.Length > RuleMatch.LongestValue)
        {
            yield return new Problem(
                $"{where}.host",
                $"'{FullHost}', {FullHost.Length} characters",
                $"at most {RuleMatch.LongestValue} with the zone",
                "Choose a shorter host name: a listener rule takes no longer one");
        }

        foreach (var problem in AdditionalHosts.SelectMany(host => RuleMatch.HostProblems($"{where}.additionalHosts", host))
            .Concat(Paths.SelectMany(path => RuleMatch.PathProblems($"{where}.paths", path)))
            .Concat(Headers.SelectMany(header => header.Problems($"{where}.headers")))
            .Concat(Match.SizeProblems(where)))
        {
            yield return problem;
        }
    }
}
