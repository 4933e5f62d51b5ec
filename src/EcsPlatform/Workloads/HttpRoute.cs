using EcsPlatform.Routing;

namespace EcsPlatform.Workloads;

/// <summary>How requests reach a workload: a host name on a shared load balancer.</summary>
public sealed record HttpRoute
{
    /// <summary>How long a target may take to finish its requests, in seconds (0 to 3600).</summary>
    public const int LongestDeregistrationDelaySeconds = 3600;

    /// <summary>The load balancer.</summary>
    public required SharedLoadBalancer LoadBalancer { get; init; }

    /// <summary>The host name without the zone, for example <c>staging-viewer</c>.</summary>
    public required string Host { get; init; }

    /// <summary>The hosted zone in which the name stands.</summary>
    public required HostedZone Zone { get; init; }

    /// <summary>The listener rule's priority: no two routes of a load balancer have the same, lower ones match first.</summary>
    public required int Priority { get; init; }

    /// <summary>The container that serves.</summary>
    public required string ContainerName { get; init; }

    /// <summary>The port on which it serves HTTP; one of the container's ports.</summary>
    public required int ContainerPort { get; init; }

    /// <summary>How the load balancer finds out that a task can serve. Default: see <see cref="TargetHealthCheck"/>.</summary>
    public TargetHealthCheck HealthCheck { get; init; } = new();

    /// <summary>For how long a stopping task may finish its requests, in seconds, 0 to 3600. Default: 60.</summary>
    public int DeregistrationDelaySeconds { get; init; } = 60;

    /// <summary>The whole host name.</summary>
    public string FullHost => $"{Host}.{Zone.DomainName}";

    /// <summary>Finds what is wrong with this route.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="task">The task that it leads to.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, TaskSpec task)
    {
        foreach (var problem in HostProblems(where, Host).Concat(Zone.Problems($"{where}.zone")))
        {
            yield return problem;
        }

        if (!task.Containers.Any(container => container.Name == ContainerName && container.Ports.Any(port => port.ContainerPort == ContainerPort)))
        {
            yield return new Problem(
                $"{where}.port",
                $"{ContainerName}:{ContainerPort}",
                string.Join(", ", task.Containers.SelectMany(container => container.Ports.Select(port => $"{container.Name}:{port.ContainerPort}"))),
                "Lead to a port that a container of the task listens on");
        }

        if (DeregistrationDelaySeconds is < 0 or > LongestDeregistrationDelaySeconds)
        {
            yield return new Problem(
                $"{where}.deregistrationDelay", $"{DeregistrationDelaySeconds} s", $"0 to {LongestDeregistrationDelaySeconds} s", "Choose a delay that AWS allows");
        }

        foreach (var problem in HealthCheck.Problems(where))
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
}
