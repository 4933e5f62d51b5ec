namespace EcsPlatform.Workloads;

/// <summary>How a new task definition replaces the old one (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html).</summary>
public abstract partial record DeploymentStrategy
{
    private DeploymentStrategy()
    {
    }

    /// <summary>
    /// The names of CloudWatch alarms that fail a deployment while it runs
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html). Default: none.
    /// </summary>
    public ImmutableArray<Input<string>> AlarmNames { get; init; } = [];

    /// <summary>True goes back to the old tasks by itself when an alarm or the circuit breaker fails a deployment. Default: true.</summary>
    public bool Rollback { get; init; } = true;

    /// <summary>ECS starts and stops tasks between two bounds.</summary>
    /// <param name="MinimumHealthyPercent">How many of the desired tasks keep running, in percent, rounded up. Default: 100.</param>
    /// <param name="MaximumPercent">How many tasks may run at once, in percent of the desired ones, rounded down. Default: 200.</param>
    public sealed record Rolling(int MinimumHealthyPercent = 100, int MaximumPercent = 200) : DeploymentStrategy
    {
        /// <summary>
        /// True gives a deployment up when new tasks keep failing
        /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html). Default: true.
        /// </summary>
        public bool CircuitBreaker { get; init; } = true;
    }

    /// <summary>
    /// The old task stops before the new one starts, 0 % to 100 %, so that two never write to the same data; nothing serves in between.
    /// For one task at most. The circuit breaker is on.
    /// </summary>
    public sealed record SingleWriter : DeploymentStrategy;

    /// <summary>
    /// All new tasks start beside the old ones, and requests are led from these to those: behind a route by its listener rule, through two
    /// target groups, and in Service Connect by the proxies. The cluster needs room for both. From then on the rule's actions are ECS's and
    /// no update sets them again. That has two consequences for a workload with a route. One that was deployed otherwise before needs a
    /// <see cref="TestHost"/> in the update that changes it: its rule stays as it was, and ECS takes no target group that no rule leads to.
    /// And going back to another strategy sets the rule once more, to the first target group: do it while that one has the tasks.
    /// </summary>
    public abstract record TrafficShift : DeploymentStrategy
    {
        private protected TrafficShift()
        {
        }

        /// <summary>For how long the old tasks stay when all requests go to the new ones, in minutes, 0 to 1440. Default: 5.</summary>
        public int BakeMinutes { get; init; } = 5;

        /// <summary>
        /// The host that leads to the new tasks before any other request does, without the zone of the route, for example
        /// <c>staging-viewer-test</c>: it gets a listener rule of its own, for the route's paths, and a DNS record when the route makes
        /// records. Default: null, no test traffic through the load balancer.
        /// </summary>
        public string? TestHost { get; init; }

        /// <summary>What runs, or waits, at stages of a deployment. Default: none.</summary>
        public ImmutableArray<DeploymentHook> Hooks { get; init; } = [];
    }

    /// <summary>All requests go to the new tasks at once (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html).</summary>
    public sealed record BlueGreen : TrafficShift;

    /// <summary>A few requests go to the new tasks first, then all (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html).</summary>
    /// <param name="Percent">How many go first, in percent, 0.1 to 100 in steps of 0.1. Default: 5, which is AWS's.</param>
    /// <param name="Minutes">For how long, in minutes, 0 to 1440. Default: 10, which is AWS's.</param>
    public sealed record Canary(double Percent = 5, int Minutes = 10) : TrafficShift;

    /// <summary>Requests go to the new tasks in equal steps (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html).</summary>
    /// <param name="StepPercent">How many more with each step, in percent, 3 to 100 in steps of 0.1. Default: 10, which is AWS's.</param>
    /// <param name="StepMinutes">For how long each step lasts, in minutes, 0 to 1440. Default: 6, which is AWS's.</param>
    public sealed record Linear(double StepPercent = 10, int StepMinutes = 6) : TrafficShift;

    /// <summary>The fewest tasks that run during a deployment, in percent of the desired ones.</summary>
    internal int LeastPercent => this switch
    {
        Rolling rolling => rolling.MinimumHealthyPercent,
        SingleWriter => 0,
        _ => 100,
    };

    /// <summary>The most tasks that run during a deployment, in percent of the desired ones.</summary>
    internal int MostPercent => this switch
    {
        Rolling rolling => rolling.MaximumPercent,
        SingleWriter => 100,
        _ => 200,
    };

    /// <summary>How long a deployment waits by itself, in minutes, however fast its tasks start.</summary>
    internal int WaitMinutes => this switch
    {
        Canary canary => canary.Minutes + canary.BakeMinutes,
        Linear linear => ((int)Math.Ceiling(100 / linear.StepPercent) - 1) * linear.StepMinutes + linear.BakeMinutes,
        TrafficShift shift => shift.BakeMinutes,
        _ => 0,
    };

    /// <summary>The fewest tasks that run during a deployment.</summary>
    /// <param name="desiredCount">How many should run.</param>
    /// <returns>A count of tasks.</returns>
    public int Floor(int desiredCount) => (int)(((long)desiredCount * LeastPercent + 99) / 100);

    /// <summary>The most tasks that run during a deployment.</summary>
    /// <param name="desiredCount">How many should run.</param>
    /// <returns>A count of tasks.</returns>
    public int Ceiling(int desiredCount) => (int)((long)desiredCount * MostPercent / 100);
}
