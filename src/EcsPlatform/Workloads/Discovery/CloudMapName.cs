using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.ServiceDiscovery.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>
/// A name in a namespace of Cloud Map under which clients in the network find a workload's tasks
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html). It opens nothing: that is what clients are declared for.
/// </summary>
public sealed record CloudMapName
{
    /// <summary>The id of a private DNS namespace.</summary>
    public required Input<string> NamespaceId { get; init; }

    /// <summary>The name without the namespace, for example <c>search</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The namespace's own name, where it has DNS: with it the workload tells the whole host, see <see cref="EcsWorkload.PrivateHost"/>.
    /// Default: null, the workload does not tell it.
    /// </summary>
    public Input<string>? Domain { get; init; }

    /// <summary>
    /// The port that SRV records tell. In network modes bridge and host it must be given, for only the record knows the port.
    /// Default: null, A records with the tasks' addresses.
    /// </summary>
    public ContainerPort? Target { get; init; }

    /// <summary>For how long clients may keep an answer, in seconds, 0 to 2147483647. Default: 60.</summary>
    public int TtlSeconds { get; init; } = 60;

    /// <summary>Finds what is wrong with this name.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="task">The task.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, TaskSpec task)
    {
        if (!DnsName.IsLabel(Name))
        {
            yield return new Problem($"{where}.cloudMap.name", $"'{Name}'", DnsName.ValidLabels, "Choose a name that DNS allows");
        }

        if (Target is null && task.NetworkMode != NetworkMode.Awsvpc)
        {
            yield return new Problem(
                $"{where}.cloudMap.target",
                $"none in network mode {NetworkModes.Text(task.NetworkMode)}",
                ContainerPort.AllOf(task),
                "Name the port: an address alone leads to the instance");
        }

        if (Target is not null && !Target.IsOf(task))
        {
            yield return new Problem(
                $"{where}.cloudMap.target",
                $"{Target.ContainerName}:{Target.Port}",
                ContainerPort.AllOf(task),
                "Name a port that a container of the task listens on");
        }

        if (TtlSeconds < 0)
        {
            yield return new Problem($"{where}.cloudMap.ttl", $"{TtlSeconds} s", "0 or more s", "Choose how long clients may keep an answer");
        }
    }

    /// <summary>The port that clients connect to.</summary>
    /// <param name="task">The task.</param>
    /// <returns>Null when only the records know it, or when the task has several or none.</returns>
    internal int? PortOf(TaskSpec task)
    {
        ImmutableArray<int> ports = [.. task.Containers
            .SelectMany(container => container.Ports.Where(port => Target is null || Target == new ContainerPort(container.Name, port.ContainerPort)))
            .Select(port => port.HostPortIn(task.NetworkMode))
            .Distinct()];
        return ports is [> 0] ? ports[0] : null;
    }

    /// <summary>Adds the name.</summary>
    /// <param name="workload">The workload's name.</param>
    /// <param name="forceDestroy">Whether the name goes with the tasks that are registered under it.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The registry as a service has it.</returns>
    internal ServiceServiceRegistriesArgs Add(string workload, bool forceDestroy, CustomResourceOptions options)
    {
        var name = new ServiceDiscovery.Service(
            workload,
            new ServiceDiscovery.ServiceArgs
            {
                Name = Name,
                Description = $"Tasks of {workload}",
                DnsConfig = new ServiceDnsConfigArgs
                {
                    NamespaceId = NamespaceId,
                    RoutingPolicy = "MULTIVALUE",
                    DnsRecords = { new ServiceDnsConfigDnsRecordArgs { Type = Target is null ? "A" : "SRV", Ttl = TtlSeconds } },
                },
                ForceDestroy = forceDestroy,
            },
            options);
        return Target is null
            ? new ServiceServiceRegistriesArgs { RegistryArn = name.Arn }
            : new ServiceServiceRegistriesArgs { RegistryArn = name.Arn, ContainerName = Target.ContainerName, ContainerPort = Target.Port };
    }
}
