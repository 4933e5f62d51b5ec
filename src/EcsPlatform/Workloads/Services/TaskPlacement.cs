using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>On which instances a service's tasks run.</summary>
public sealed record TaskPlacement
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
    private const int MostStrategies = 5;
    private const int MostConstraints = 10;
    private const string ZoneAttribute = "attribute:ecs.availability-zone";

    private static readonly ImmutableArray<PlacementStrategy> Usual = [PlacementStrategy.SpreadOverZones, PlacementStrategy.PackOnMemory];

    /// <summary>
    /// How ECS chooses, the weightiest strategy first, at most 5. Managed instances and Fargate choose by themselves, and a daemon runs
    /// everywhere: they take the default and none of it. Default: spread over the zones, then pack on memory.
    /// </summary>
    public ImmutableArray<PlacementStrategy> Strategies { get; init; } = Usual;

    /// <summary>True never runs two tasks of the service on one instance. Default: false.</summary>
    public bool DistinctInstances { get; init; }

    /// <summary>
    /// Expressions of the cluster query language that an instance must all fulfil, for example <c>attribute:ecs.instance-type =~ m7i.*</c>
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html). Default: none.
    /// </summary>
    public ImmutableArray<string> Expressions { get; init; } = [];

    /// <summary>
    /// True lets ECS move tasks when a zone has more than another: it starts one there and stops one here
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html). Default: false.
    /// </summary>
    public bool RebalanceZones { get; init; }

    /// <summary>Finds what is wrong with this placement.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="count">How many tasks run.</param>
    /// <param name="deployment">How a new task definition replaces the old one.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, ServiceCount count, DeploymentStrategy deployment) =>
        [.. SizeProblems($"{where}.placement"), .. DaemonProblems($"{where}.placement", count), .. RebalancingProblems($"{where}.placement", count, deployment)];

    /// <summary>Finds what does not fit what the tasks run on.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="kind">What the tasks run on.</param>
    /// <returns>The problems, none when it fits.</returns>
    internal IEnumerable<Problem> KindProblems(string where, CapacityKind kind)
    {
        if (kind != CapacityKind.Ec2 && !Strategies.SequenceEqual(Usual))
        {
            yield return new Problem(
                $"{where}.placement.strategies",
                $"strategies for {(kind == CapacityKind.Fargate ? "Fargate" : "managed instances")}",
                "the default",
                "Leave them out: ECS places these tasks itself, over the zones");
        }

        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html
        if (kind == CapacityKind.Fargate && (DistinctInstances || !Expressions.IsEmpty))
        {
            yield return new Problem(
                $"{where}.placement", "constraints on Fargate", "none", "Leave them out: a task on Fargate shares its machine with no other");
        }
    }

    /// <summary>The strategies as a service has them.</summary>
    /// <param name="count">How many tasks run.</param>
    /// <param name="kind">What they run on.</param>
    /// <returns>The arguments.</returns>
    internal ServiceOrderedPlacementStrategyArgs[] ToStrategies(ServiceCount count, CapacityKind kind) =>
        count is ServiceCount.Daemon || kind != CapacityKind.Ec2 ? [] : [.. Strategies.Select(Strategy)];

    /// <summary>The constraints as a service has them.</summary>
    /// <returns>The arguments.</returns>
    internal ServicePlacementConstraintArgs[] ToConstraints() =>
    [
        .. DistinctInstances ? [new ServicePlacementConstraintArgs { Type = "distinctInstance" }] : Array.Empty<ServicePlacementConstraintArgs>(),
        .. Expressions.Select(expression => new ServicePlacementConstraintArgs { Type = "memberOf", Expression = expression }),
    ];

    private static ServiceOrderedPlacementStrategyArgs Strategy(PlacementStrategy strategy) => strategy switch
    {
        PlacementStrategy.SpreadOverZones => new() { Type = "spread", Field = ZoneAttribute },
        PlacementStrategy.SpreadOverInstances => new() { Type = "spread", Field = "instanceId" },
        PlacementStrategy.PackOnMemory => new() { Type = "binpack", Field = "memory" },
        PlacementStrategy.PackOnCpu => new() { Type = "binpack", Field = "cpu" },
        _ => new() { Type = "random" },
    };

    private IEnumerable<Problem> SizeProblems(string where)
    {
        if (Strategies.Length > MostStrategies)
        {
            yield return new Problem($"{where}.strategies", $"{Strategies.Length}", $"up to {MostStrategies}", "Keep those that matter");
        }

        var constraints = Expressions.Length + (DistinctInstances ? 1 : 0);
        if (constraints > MostConstraints)
        {
            yield return new Problem($"{where}.expressions", $"{constraints} constraints", $"up to {MostConstraints}", "Join expressions with 'and'");
        }
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html
    private IEnumerable<Problem> DaemonProblems(string where, ServiceCount count)
    {
        if (count is not ServiceCount.Daemon)
        {
            yield break;
        }

        if (!Strategies.SequenceEqual(Usual))
        {
            yield return new Problem($"{where}.strategies", "strategies for a daemon", "the default", "Leave them out: a daemon runs on every instance");
        }

        if (DistinctInstances)
        {
            yield return new Problem($"{where}.distinctInstances", "on for a daemon", "off", "Switch it off: a daemon runs once on an instance anyway");
        }
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
    private IEnumerable<Problem> RebalancingProblems(string where, ServiceCount count, DeploymentStrategy deployment)
    {
        if (!RebalanceZones)
        {
            yield break;
        }

        if (count is ServiceCount.Daemon)
        {
            yield return new Problem($"{where}.rebalanceZones", "on for a daemon", "off", "Switch it off: a daemon runs on every instance");
        }
        else if (deployment.MostPercent <= 100)
        {
            yield return new Problem(
                $"{where}.rebalanceZones",
                $"on with a maximum of {deployment.MostPercent} %",
                "a maximum above 100 %",
                "Raise the deployment's maximum: a task starts elsewhere before one stops");
        }

        if (!Strategies.IsEmpty && Strategies[0] != PlacementStrategy.SpreadOverZones)
        {
            yield return new Problem(
                $"{where}.rebalanceZones", $"on with {Strategies[0]} first", "SpreadOverZones first, or no strategy", "Put SpreadOverZones first");
        }

        if (Expressions.Any(expression => expression.Contains(ZoneAttribute, StringComparison.Ordinal)))
        {
            yield return new Problem(
                $"{where}.rebalanceZones", "on with an expression that names zones", "expressions about anything else", "Remove the expression");
        }
    }
}
