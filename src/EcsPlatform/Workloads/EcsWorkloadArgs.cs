using EcsPlatform.Images;
using EcsPlatform.Networking;

namespace EcsPlatform.Workloads;

/// <summary>What an <see cref="EcsWorkload"/> is made of.</summary>
public sealed partial record EcsWorkloadArgs
{
    /// <summary>What its tasks run on.</summary>
    public required Capacity Capacity { get; init; }

    /// <summary>What runs as one task.</summary>
    public required TaskSpec Task { get; init; }

    /// <summary>
    /// Where its containers' images are found: those of other accounts and regions, and those that come through a pull-through cache.
    /// Default: null, the registry of the cluster's account and region serves images that name no other.
    /// </summary>
    public ImageRegistries? Images { get; init; }

    /// <summary>
    /// What is proved of its containers' images by every preview and update with credentials; a preview offline takes them as they are.
    /// Default: <see cref="ImageProof.Exists"/>, which needs <c>ecr:DescribeImages</c> where the image lies.
    /// </summary>
    public ImageProof ImageProof { get; init; } = ImageProof.Exists;

    /// <summary>How many tasks run, a number or any other <see cref="ServiceCount"/>.</summary>
    public required ServiceCount DesiredCount { get; init; }

    /// <summary>
    /// What the tasks may reach beyond what this declaration opens. In network modes bridge and host they leave through the instances, as
    /// the cluster says, and this is <see cref="InternetEgress.None"/>.
    /// </summary>
    public required InternetEgress Egress { get; init; }

    /// <summary>Who the tasks may connect to besides, in network mode awsvpc: in the others the cluster says it. Default: nobody.</summary>
    public ImmutableArray<EgressPath> Peers { get; init; } = [];

    /// <summary>How requests reach it. Default: null, none do.</summary>
    public HttpRoute? Route { get; init; }

    /// <summary>More ways by which requests reach it, at most 4, each with a target group of its own; for a workload with a route. Default: none.</summary>
    public ImmutableArray<FurtherRoute> FurtherRoutes { get; init; } = [];

    /// <summary>Who hears of it when the route's load balancer finds too few tasks healthy. Default: null, nobody.</summary>
    public HealthyHostAlarm? HealthyHosts { get; init; }

    /// <summary>Who else may connect to the tasks. Default: nobody.</summary>
    public ImmutableArray<ServiceClient> Clients { get; init; } = [];

    /// <summary>Under which name Cloud Map finds the tasks. Default: null, under none.</summary>
    public CloudMapName? CloudMap { get; init; }

    /// <summary>What the tasks offer and find through Service Connect. Default: null, nothing.</summary>
    public ServiceConnect? ServiceConnect { get; init; }

    /// <summary>On which instances the tasks run. Default: see <see cref="TaskPlacement"/>.</summary>
    public TaskPlacement Placement { get; init; } = new();

    /// <summary>How a new task definition replaces the old one. Default: rolling, 100 % to 200 %, going back when it fails.</summary>
    public DeploymentStrategy Deployment { get; init; } = new DeploymentStrategy.Rolling();

    /// <summary>
    /// What makes a deployment although the task definition is the same, by a name: the version of a secret, the hash of a file that
    /// containers read. With one, every update of the service starts all its tasks anew, also one of its count. Default: none.
    /// </summary>
    public ImmutableSortedDictionary<string, Input<string>> DeploymentTriggers { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>For how long after its start a task is not judged by the load balancer, in seconds. Default: 300.</summary>
    public int HealthCheckGraceSeconds { get; init; } = 300;

    /// <summary>True makes an update wait until the deployment is done. Default: true.</summary>
    public bool WaitForSteadyState { get; init; } = true;

    /// <summary>
    /// After how many minutes an update gives up waiting, 1 to 1440; what the deployment strategy itself waits comes on top. Default: 15.
    /// </summary>
    public int SteadyStateMinutes { get; init; } = 15;

    /// <summary>
    /// True lets people with the right to it open a shell in a running container, recorded as the cluster says
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html). Default: false.
    /// </summary>
    public bool ExecuteCommand { get; init; }

    /// <summary>True deletes the service with its running tasks, for environments that are meant to go. Default: false.</summary>
    public bool ForceDelete { get; init; }

    /// <summary>The log group that its containers write to. Default: a new one, which keeps events for 90 days.</summary>
    public LogGroup Logs { get; init; } = new LogGroup.Create();
}
