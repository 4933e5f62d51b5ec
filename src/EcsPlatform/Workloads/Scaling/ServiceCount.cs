namespace EcsPlatform.Workloads;

/// <summary>How many tasks of a service run, and who decides it. A number alone is <see cref="Managed"/>.</summary>
public abstract record ServiceCount
{
    /// <summary>The most tasks of a service (https://docs.aws.amazon.com/general/latest/gr/ecs-service.html).</summary>
    public const int Most = 5000;

    private ServiceCount()
    {
    }

    /// <summary>A number that the program manages.</summary>
    /// <param name="tasks">How many tasks run.</param>
    public static implicit operator ServiceCount(int tasks) => new Managed(tasks);

    /// <summary>A number that the program manages: each update sets it again.</summary>
    /// <param name="Tasks">How many tasks run, 0 to 5000.</param>
    public sealed record Managed(int Tasks) : ServiceCount;

    /// <summary>
    /// A number that Application Auto Scaling owns: the program sets it when it creates the service, and leaves it alone ever after.
    /// </summary>
    public sealed record Scaled : ServiceCount
    {
        /// <summary>The fewest tasks, 0 to 5000. Default: 1.</summary>
        public int Minimum { get; init; } = 1;

        /// <summary>The most tasks, 0 to 5000. Default: 2.</summary>
        public int Maximum { get; init; } = 2;

        /// <summary>How many tasks a new service begins with. Default: null, the minimum.</summary>
        public int? Initial { get; init; }

        /// <summary>What the number follows, each kind once. Default: CPU at 70 %.</summary>
        public ImmutableArray<ScalingPolicy> Policies { get; init; } = [new ScalingPolicy.Cpu()];

        /// <summary>
        /// When the bounds change. They stay changed until the next schedule, or until an update that finds them so
        /// (<c>pulumi up --refresh</c>) sets them back. Default: never.
        /// </summary>
        public ImmutableArray<ScheduledScaling> Schedules { get; init; } = [];
    }

    /// <summary>
    /// One task on every EC2 instance of the cluster, also on those that come later. Only tasks that stop first can be replaced: the
    /// deployment has a minimum below 100 % and a maximum of 100 %.
    /// </summary>
    public sealed record Daemon : ServiceCount;

    /// <summary>Finds what is wrong with this count.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="deployment">How a new task definition replaces the old one: it must be able to move at every count.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, DeploymentStrategy deployment) => this switch
    {
        Managed managed => [.. ManagedProblems(where, managed.Tasks), .. deployment.Problems(where, managed.Tasks)],
        Scaled scaled => ScalingProblems.Of(where, scaled, deployment),
        Daemon => DaemonProblems(where, deployment),
        _ => throw new InvalidOperationException($"No problems of {GetType().Name}."),
    };

    private static IEnumerable<Problem> ManagedProblems(string where, int tasks)
    {
        if (tasks is < 0 or > Most)
        {
            yield return new Problem($"{where}.desiredCount", $"{tasks}", $"0 to {Most} tasks", "Use 0 to stop the service");
        }
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
    private static IEnumerable<Problem> DaemonProblems(string where, DeploymentStrategy deployment)
    {
        if (deployment is not DeploymentStrategy.Rolling { MaximumPercent: 100, MinimumHealthyPercent: >= 0 and < 100 })
        {
            var found = deployment is DeploymentStrategy.Rolling ? $"{deployment.LeastPercent} % to {deployment.MostPercent} %" : deployment.GetType().Name;
            yield return new Problem(
                $"{where}.deployment",
                $"{found} of a daemon",
                $"{(deployment is DeploymentStrategy.Rolling ? "" : "Rolling with ")}a minimum of 0 to 99 % and a maximum of 100 %",
                "Let its tasks stop first: an instance runs one at a time");
        }
    }
}
