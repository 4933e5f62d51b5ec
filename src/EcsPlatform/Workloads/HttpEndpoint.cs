using EcsPlatform.Routing;
using Pulumi.Aws.LB.Inputs;
using Pulumi.Aws.Route53.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>What leads requests to a workload: target group, listener rule, DNS name, and the path from the load balancer to the tasks.</summary>
/// <param name="TargetGroup">The target group.</param>
/// <param name="LoadBalancer">The load balancer.</param>
/// <param name="Rule">The listener rule; null where the load balancer's default leads here.</param>
internal sealed record HttpEndpoint(LB.TargetGroup TargetGroup, SharedLoadBalancer LoadBalancer, LB.ListenerRule? Rule)
{
    /// <summary>The target group that new tasks register in when the first one has the old ones, and the other way round; null without one.</summary>
    public LB.TargetGroup? Alternate { get; private init; }

    /// <summary>The listener rule of test requests; null without one.</summary>
    public LB.ListenerRule? TestRule { get; private init; }

    /// <summary>What leads to the target group, which a service must come after: ECS refuses a target group without a load balancer.</summary>
    public IEnumerable<Resource> Leads => TestRule is null ? [Rule ?? (Resource)LoadBalancer.HttpsListener] : [Rule!, TestRule];

    /// <summary>What the metric of requests for each target is kept under: the load balancer and the target group.</summary>
    /// <value>For example <c>app/lb/0123456789abcdef/targetgroup/web/0123456789abcdef</c>.</value>
    public Output<string> ResourceLabel => Output.Format($"{LoadBalancer.ArnSuffix}/{TargetGroup.ArnSuffix}");

    /// <summary>Adds the endpoint.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="route">How requests reach it.</param>
    /// <param name="deployment">How new tasks replace the old ones.</param>
    /// <param name="network">Where the tasks are in the network.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What was added.</returns>
    /// <exception cref="InvalidArgsException">
    /// The priority is out of range or another route has it, one route hides another, the load balancer is full, or another route makes
    /// the same DNS record.
    /// </exception>
    public static HttpEndpoint Add(
        string name, HttpRoute route, DeploymentStrategy deployment, TaskNetwork network, CustomResourceOptions options)
    {
        if (route.LoadBalancer is RouteLoadBalancer.Own own)
        {
            return AddOwn(name, route, own.Args, network, options);
        }

        var balancer = ((RouteLoadBalancer.Shared)route.LoadBalancer).LoadBalancer;
        var priority = balancer.RulePriorities.Claim(name, route.Match, route.Priority);
        var shift = deployment as DeploymentStrategy.TrafficShift;
        balancer.TargetGroups.Claim(name, shift is null ? 1 : 2);
        Admit(name, route, balancer, network, options);
        var targetGroup = AddTargetGroup(name, route, network, options);
        var alternate = shift is null ? null : AddTargetGroup($"{name}-alternate", route, network, options);
        var rule = AddRule(name, balancer, route.Match, priority, Forward(targetGroup, alternate), options);
        AddRecords(name, route, balancer, options);
        return new HttpEndpoint(targetGroup, balancer, rule)
        {
            Alternate = alternate,
            TestRule = shift?.TestHost is { } test
                ? AddTestRule(name, route, balancer, route.HostInZone(test), Forward(alternate!, targetGroup), options)
                : null,
        };
    }

    /// <summary>Adds the DNS records of a route's hosts.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="route">How requests reach it.</param>
    /// <param name="balancer">The load balancer.</param>
    /// <param name="options">The parent.</param>
    /// <exception cref="InvalidArgsException">Another route makes the same record.</exception>
    public static void AddRecords(string name, HttpRoute route, SharedLoadBalancer balancer, CustomResourceOptions options)
    {
        foreach (var host in route.RecordedHosts)
        {
            balancer.DnsRecords.Claim(name, route.Zone, host);
            AddRecord(host == route.FullHost ? name : $"{name}-{host}", host, route.Zone, balancer, options);
        }
    }

    /// <summary>The conditions of a listener rule.</summary>
    /// <param name="match">Which requests the rule takes.</param>
    /// <returns>The conditions, which must all hold.</returns>
    public static ListenerRuleConditionArgs[] Conditions(RuleMatch match) =>
    [
        new ListenerRuleConditionArgs { HostHeader = new ListenerRuleConditionHostHeaderArgs { Values = [.. match.Hosts] } },
        .. match.Paths.IsEmpty
            ? Array.Empty<ListenerRuleConditionArgs>()
            : [new ListenerRuleConditionArgs { PathPattern = new ListenerRuleConditionPathPatternArgs { Values = [.. match.Paths] } }],
        .. match.Headers.Select(header => new ListenerRuleConditionArgs
        {
            HttpHeader = new ListenerRuleConditionHttpHeaderArgs { HttpHeaderName = header.Name, Values = [.. header.Values] },
        }),
    ];

    private static HttpEndpoint AddOwn(
        string name, HttpRoute route, SharedLoadBalancerArgs args, TaskNetwork network, CustomResourceOptions options)
    {
        var targetGroup = AddTargetGroup(name, route, network, options);
        var balancer = new SharedLoadBalancer(
            name,
            args with { Default = new ListenerDefault.Forward(targetGroup.Arn) },
            new ComponentResourceOptions { Parent = options.Parent });
        Admit(name, route, balancer, network, options);
        AddRecords(name, route, balancer, options);
        return new HttpEndpoint(targetGroup, balancer, null);
    }

    private static void Admit(
        string name, HttpRoute route, SharedLoadBalancer balancer, TaskNetwork network, CustomResourceOptions options) => network.Admit(
        $"{name}-lb",
        $"Load balancer to tasks of {name}",
        $"{balancer.GetResourceName()}-lb",
        balancer.SecurityGroupId,
        route.ContainerPort,
        options);

    private static LB.ListenerRule AddTestRule(
        string name, HttpRoute route, SharedLoadBalancer balancer, string host, ListenerRuleActionArgs action, CustomResourceOptions options)
    {
        var match = route.Match with { Hosts = [host] };
        var rule = AddRule($"{name}-test", balancer, match, balancer.RulePriorities.Claim($"{name}-test", match), action, options);
        if (route.DnsRecords)
        {
            balancer.DnsRecords.Claim(name, route.Zone, host);
            AddRecord($"{name}-{host}", host, route.Zone, balancer, options);
        }

        return rule;
    }

    // ECS moves the weights with every deployment; setting them again would lead requests to the group without tasks.
    private static LB.ListenerRule AddRule(
        string name, SharedLoadBalancer balancer, RuleMatch match, int priority, ListenerRuleActionArgs action, CustomResourceOptions options) => new(
        name,
        new LB.ListenerRuleArgs
        {
            ListenerArn = balancer.HttpsListenerArn,
            Priority = priority,
            Conditions = Conditions(match),
            Actions = { action },
        },
        action.Forward is null ? options : new CustomResourceOptions { Parent = options.Parent, IgnoreChanges = { "actions" } });

    private static ListenerRuleActionArgs Forward(LB.TargetGroup first, LB.TargetGroup? other) => other is null
        ? new ListenerRuleActionArgs { Type = "forward", TargetGroupArn = first.Arn }
        : new ListenerRuleActionArgs
        {
            Type = "forward",
            Forward = new ListenerRuleActionForwardArgs
            {
                TargetGroups =
                [
                    new ListenerRuleActionForwardTargetGroupArgs { Arn = first.Arn, Weight = 100 },
                    new ListenerRuleActionForwardTargetGroupArgs { Arn = other.Arn, Weight = 0 },
                ],
            },
        };

    private static void AddRecord(
        string name, string host, HostedZone zone, SharedLoadBalancer balancer, CustomResourceOptions options) => _ = new Route53.Record(
        name,
        new Route53.RecordArgs
        {
            ZoneId = zone.ZoneId,
            Name = host,
            Type = Route53.RecordType.A,
            Aliases =
            {
                new RecordAliasArgs
                {
                    Name = balancer.DnsName,
                    ZoneId = balancer.ZoneId,
                    EvaluateTargetHealth = false,
                },
            },
        },
        options);

    private static LB.TargetGroup AddTargetGroup(string name, HttpRoute route, TaskNetwork network, CustomResourceOptions options) => new(
        ResourceName.AutoNamed(name, ResourceNameKind.TargetGroup),
        new LB.TargetGroupArgs
        {
            VpcId = network.Cluster.Network.VpcId,
            TargetType = network.TargetType,
            Port = route.ContainerPort,
            Protocol = "HTTP",
            DeregistrationDelay = route.DeregistrationDelaySeconds,
            SlowStart = route.SlowStartSeconds == 0 ? (Input<int>?)null : route.SlowStartSeconds,
            Stickiness = route.Stickiness?.ToArgs() is { } stickiness ? stickiness : (Input<TargetGroupStickinessArgs>?)null,
            HealthCheck = new TargetGroupHealthCheckArgs
            {
                Enabled = true,
                Path = route.HealthCheck.Path,
                Matcher = route.HealthCheck.Matcher,
                Interval = route.HealthCheck.IntervalSeconds,
                Timeout = route.HealthCheck.TimeoutSeconds,
                HealthyThreshold = route.HealthCheck.HealthyThreshold,
                UnhealthyThreshold = route.HealthCheck.UnhealthyThreshold,
                Port = "traffic-port",
                Protocol = "HTTP",
            },
        },
        options);
}
