namespace EcsPlatform.Docs.Tests;

/// <summary>Changes of where, in what number and in which versions tasks run.</summary>
internal static class RunningChanges
{
    private const string Scaled = "DesiredCount = new ServiceCount.Scaled { Maximum = 4";
    private const string Daemon = "DesiredCount = new ServiceCount.Daemon(), Deployment = new DeploymentStrategy.Rolling(0, 100)";
    private const string AnyTrigger = "DeploymentTriggers = workload.DeploymentTriggers.Add(\"a\", \"b\")";
    private const string BlueGreen = "Deployment = new DeploymentStrategy.BlueGreen { TestHost = \"staging-web-test\" }";
    private const string Groups =
        "var mixed = new EcsCluster(\"mixed\", new EcsClusterArgs { Network = network, Egress = InternetEgress.Https, " +
        "Capacity = new ClusterCapacity.Instances(instances) { Further = [new FurtherInstances { Name = \"more\", Instances = instances, Weight = 0 }] } });\n";

    /// <summary>The changes.</summary>
    public static IEnumerable<LiveChange> All => [.. Capacity(), .. Deployments(), .. Scaling(), .. Versions(), .. Events()];

    private static IEnumerable<LiveChange> Capacity() =>
    [
        new(
            "capacity",
            "`Shares`, `Shared` to `Dedicated`",
            On("new Capacity.Shared(mixed)"),
            On("new Capacity.Dedicated(mixed, \"more\")"),
            "ecs.Service replace"),
        new(
            "capacity",
            "the same with a deployment trigger",
            On("new Capacity.Shared(mixed)", AnyTrigger),
            On("new Capacity.Dedicated(mixed, \"more\")", AnyTrigger),
            "ecs.Service update"),
        new(
            "capacity",
            "another cluster",
            On("new Capacity.Shared(cluster)"),
            On("new Capacity.Shared(mixed)"),
            "ecs.Service replace"),
        LiveChange.OfWorkload(
            "capacity",
            "to or from a daemon",
            "",
            Daemon,
            "ecs.Service replace"),
        LiveChange.OfWorkload(
            "capacity",
            "placement, rebalancing",
            "",
            "Placement = new TaskPlacement { DistinctInstances = true, RebalanceZones = true }",
            "ecs.Service update"),
        LiveChange.OfWorkload(
            "capacity",
            "compatibility, architecture",
            "",
            "Task = task with { Cpu = 256 }",
            "ecs.Service update, ecs.TaskDefinition replace"),
        new(
            "capacity",
            "a new further group",
            On("new Capacity.Shared(mixed)").Replace("Further = [new FurtherInstances { Name = \"more\", Instances = instances, Weight = 0 }]", "", StringComparison.Ordinal),
            On("new Capacity.Shared(mixed)"),
            "autoscaling.Group create, ec2.LaunchTemplate create, ecs.CapacityProvider create, " +
            "ecs.ClusterCapacityProviders update"),
    ];

    private static IEnumerable<LiveChange> Events() =>
    [
        LiveChange.OfWorkload("events", "an alarm comes or goes", "", HealthyHosts(""), "cloudwatch.MetricAlarm create"),
        LiveChange.OfWorkload(
            "events",
            "its numbers, topics, log group",
            HealthyHosts(""),
            HealthyHosts("AtLeast = 2, Minutes = 10, EventLogGroupName = \"events\""),
            "cloudwatch.MetricAlarm update"),
        new("events", "`RetentionDays`", Kept(90), Kept(30), "cloudwatch.LogGroup update"),
    ];

    private static string HealthyHosts(string with) => $"HealthyHosts = new HealthyHostAlarm {{ TopicArns = [\"arn\"], {with} }}";

    private static string Kept(int days) => $"new ClusterEvents(\"staging\", new ClusterEventsArgs {{ Cluster = cluster, RetentionDays = {days} }});";

    private static IEnumerable<LiveChange> Deployments() =>
    [
        LiveChange.OfWorkload(
            "deployments",
            "bounds, circuit breaker, alarms, times, hooks",
            "",
            "Deployment = new DeploymentStrategy.Rolling(50) { CircuitBreaker = false, AlarmNames = [\"a\"] }",
            "ecs.Service update"),
        LiveChange.OfWorkload(
            "deployments",
            "`Rolling` to a traffic shift",
            "",
            BlueGreen,
            "ecs.Service update, iam.Role create, iam.RolePolicyAttachment create, lb.ListenerRule create, " +
            "lb.TargetGroup create, route53.Record create"),
        LiveChange.OfWorkload(
            "deployments",
            "a traffic shift back to `Rolling`",
            BlueGreen,
            "",
            "ecs.Service update, iam.Role delete, iam.RolePolicyAttachment delete, lb.ListenerRule delete, " +
            "lb.ListenerRule update, lb.TargetGroup delete, route53.Record delete"),
    ];

    private static IEnumerable<LiveChange> Scaling() =>
    [
        LiveChange.OfWorkload(
            "scaling",
            "a number to another",
            "",
            "DesiredCount = 3",
            "ecs.Service update"),
        LiveChange.OfWorkload(
            "scaling",
            "bounds, policies, schedules",
            $"{Scaled} }}",
            $"{Scaled}, Minimum = 2, Policies = [new ScalingPolicy.Cpu(50)] }}",
            "appautoscaling.Policy update, appautoscaling.Target update"),
        LiveChange.OfWorkload(
            "scaling",
            "a number to `Scaled`",
            "DesiredCount = 1",
            $"{Scaled} }}",
            "appautoscaling.Policy create, appautoscaling.Target create"),
        LiveChange.OfWorkload(
            "scaling",
            "`Scaled` to a number",
            $"{Scaled} }}",
            "DesiredCount = 1",
            "appautoscaling.Policy delete, appautoscaling.Target delete"),
        LiveChange.OfWorkload(
            "scaling",
            "to or from `Daemon`",
            "",
            Daemon,
            "ecs.Service replace"),
    ];

    private static IEnumerable<LiveChange> Versions() =>
    [
        new(
            "versions",
            "`Live`",
            Versioned("v1", ("v1", 2), ("v2", 2)),
            Versioned("v2", ("v1", 2), ("v2", 2)),
            "lb.ListenerRule update"),
        new(
            "versions",
            "a version comes",
            Versioned("v1", ("v1", 2)),
            Versioned("v1", ("v1", 2), ("v2", 2)),
            "cloudwatch.LogGroup create, ec2.SecurityGroup create, ecs.Service create, ecs.TaskDefinition create, " +
            "iam.Role create, iam.RolePolicy create, lb.ListenerRule create, lb.TargetGroup create, " +
            "route53.Record create, vpc.SecurityGroupEgressRule create, vpc.SecurityGroupIngressRule create"),
        new(
            "versions",
            "a version goes",
            Versioned("v1", ("v1", 2), ("v2", 2)),
            Versioned("v1", ("v1", 2)),
            "cloudwatch.LogGroup delete, ec2.SecurityGroup delete, ecs.Service delete, ecs.TaskDefinition delete, " +
            "iam.Role delete, iam.RolePolicy delete, lb.ListenerRule delete, lb.TargetGroup delete, " +
            "route53.Record delete, vpc.SecurityGroupEgressRule delete, vpc.SecurityGroupIngressRule delete"),
        new(
            "versions",
            "a version's workload",
            Versioned("v1", ("v1", 2), ("v2", 2)),
            Versioned("v1", ("v1", 2), ("v2", 3)),
            "ecs.Service update"),
        new(
            "versions",
            "`Standby`",
            Versioned("v1", ("v1", 2), ("v2", 2)),
            Versioned("v1", ("v1", 2), ("v2", 2)).Replace("true", "false", StringComparison.Ordinal),
            ""),
    ];

    private static string On(string capacity, string with = "") => $"{Groups}new EcsWorkload(\"staging-web\", workload with {{ Capacity = {capacity}, {with} }});";

    private static string Versioned(string live, params (string Name, int Count)[] versions) =>
        $"new VersionedWorkload(\"web\", new VersionedWorkloadArgs {{ Route = route, Live = \"{live}\", Versions = [" +
        string.Join(", ", versions.Select(version =>
            $"new WorkloadVersion {{ Name = \"{version.Name}\", Standby = {(version.Name == "v1" ? "1 > 0" : "true")}, " +
            $"Workload = workload with {{ Route = null, DesiredCount = {version.Count} }} }}")) + "] });";
}
