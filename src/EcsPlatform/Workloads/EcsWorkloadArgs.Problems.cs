using EcsPlatform.Images;
using EcsPlatform.Networking;

namespace EcsPlatform.Workloads;

/// <content>What may be wrong with the arguments.</content>
public sealed partial record EcsWorkloadArgs
{
    private const int MostMinutes = 1440;

    /// <summary>
    /// The task as it runs here: one that says nothing else takes the kind of the cluster's capacity, and its images name their registries.
    /// </summary>
    internal TaskSpec PlacedTask => Task with
    {
        Containers = [.. Task.Containers.Select(container => container with { Image = Registries.Resolve(container.Image) })],
        Compatibility = (Task.Compatibility, Capacity.Kind) switch
        {
            (Compatibility.Ec2, CapacityKind.ManagedInstances) => new Compatibility.ManagedInstances(),
            (Compatibility.Ec2, CapacityKind.Fargate) => new Compatibility.Fargate(),
            _ => Task.Compatibility,
        },
    };

    /// <summary>Where images are found.</summary>
    internal ImageRegistries Registries => Images ?? new ImageRegistries { Account = Capacity.Cluster.Network.Account };

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
        [
            .. Problems(where, PlacedTask, Deployment, DesiredCount),
            .. Task.Volumes.SelectMany(volume => volume.NetworkProblems(where, Capacity.Cluster.Network)),
            .. Route?.Problems(where, Task) ?? [],
            .. Route?.LoadBalancer.FitProblems(where, this) ?? [],
            .. FurtherRoute.Problems(where, this),
            .. HealthyHosts?.Problems(where, this) ?? [],
            .. Capacity.Problems(where),
            .. Deployment.FitProblems(where, this),
            .. Placement.Problems(where, DesiredCount, Deployment),
            .. Placement.KindProblems(where, Capacity.Kind),
            .. KindProblems(where),
            .. NetworkProblems(where),
            .. Clients.SelectMany(client => client.Problems(where, Task)),
            .. CloudMap?.Problems(where, Task) ?? [],
            .. ServiceConnect?.Problems(where, Task) ?? [],
            .. ExecuteCommand ? ExecAccess.Problems(where, Task) : [],
            .. CalledServices.Problems(where, this),
            .. OwnProblems(where),
        ];

    /// <summary>Finds what is wrong with the part of the arguments that needs no other component.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="task">What runs as one task.</param>
    /// <param name="deployment">How a new task definition replaces the old one.</param>
    /// <param name="desiredCount">How many tasks run.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> Problems(string where, TaskSpec task, DeploymentStrategy deployment, ServiceCount desiredCount) =>
        [.. task.Problems(where), .. desiredCount.Problems(where, deployment)];

    private IEnumerable<Problem> KindProblems(string where)
    {
        var kind = Capacity.Kind switch
        {
            CapacityKind.ManagedInstances => "MANAGED_INSTANCES",
            CapacityKind.Fargate => "FARGATE",
            _ => "EC2",
        };
        if (PlacedTask.Compatibility.Text != kind)
        {
            yield return new Problem(
                $"{where}.compatibility", Task.Compatibility.Text, $"{kind}, which the cluster has", "Leave it out, or choose another cluster");
        }

        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html
        if (DesiredCount is ServiceCount.Daemon && Capacity.Kind != CapacityKind.Ec2)
        {
            yield return new Problem($"{where}.desiredCount", "a daemon", "a daemon on EC2 instances alone", "Give a number of tasks");
        }

        if (DesiredCount is ServiceCount.Daemon && Capacity is not Capacity.Shared { Shares.IsEmpty: true })
        {
            yield return new Problem(
                $"{where}.capacity", "groups of instances for a daemon", "the whole cluster", "Leave them out: a daemon runs on every instance of the cluster");
        }

        if (DesiredCount is ServiceCount.Scaled scaled && Route is null && scaled.Policies.Any(policy => policy is ScalingPolicy.RequestsPerTarget))
        {
            yield return new Problem($"{where}.scaling.requests", "no route", "a route whose requests count", "Give the workload a route, or follow CPU or memory");
        }
    }

    private IEnumerable<Problem> NetworkProblems(string where)
    {
        var mode = NetworkModes.Text(Task.NetworkMode);
        if (Task.NetworkMode != NetworkMode.Awsvpc && Egress != InternetEgress.None)
        {
            yield return new Problem(
                $"{where}.egress", $"{Egress} in network mode {mode}", "None", "Set the cluster's egress: these tasks leave through the instances");
        }

        if (Task.NetworkMode != NetworkMode.Awsvpc && !Peers.IsEmpty)
        {
            yield return new Problem(
                $"{where}.peers", $"{Peers.Length} in network mode {mode}", "none", "Give them to the cluster: these tasks leave through the instances");
        }

        foreach (var problem in EgressPath.Problems($"{where}.peers", Peers, Egress))
        {
            yield return problem;
        }
    }

    private IEnumerable<Problem> OwnProblems(string where)
    {
        if (HealthCheckGraceSeconds < 0)
        {
            yield return new Problem($"{where}.healthCheckGrace", $"{HealthCheckGraceSeconds} s", "0 or more s", "Give the time that a task needs to start");
        }

        if (SteadyStateMinutes is < 1 or > MostMinutes)
        {
            yield return new Problem($"{where}.steadyState", $"{SteadyStateMinutes} min", $"1 to {MostMinutes} min", "Give the time that a deployment needs");
        }

        foreach (var problem in Logs.Problems($"{where}.logs"))
        {
            yield return problem;
        }
    }
}
