using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Images;
using EcsPlatform.Networking;
using EcsPlatform.Routing;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Stacks;

/// <summary>Where a stack's services run, and those that are there already.</summary>
/// <param name="settings">The stack's settings.</param>
/// <param name="network">The network, with a namespace.</param>
/// <param name="cluster">The cluster.</param>
/// <param name="loadBalancer">The load balancer.</param>
/// <param name="providers">The providers, for distributions.</param>
internal sealed class ServicePlace(
    PlatformSettings settings, BaseNetwork network, EcsCluster cluster, SharedLoadBalancer loadBalancer, Providers providers)
{
    private readonly SortedDictionary<string, EcsWorkload> _workloads = new(StringComparer.Ordinal);

    /// <summary>The log group with the reasons why tasks stopped, for alarms. Default: null, none.</summary>
    public Output<string>? EventLogGroupName { get; init; }

    /// <summary>The content that services show and edit, and functions work on.</summary>
    public required StackContent Content { get; init; }

    /// <summary>The services' workloads, by the services' names.</summary>
    public IReadOnlyDictionary<string, EcsWorkload> Workloads => _workloads;

    /// <summary>Adds a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    public void Add(IService service, ComponentResourceOptions options)
    {
        var own = settings.Services[service.Name];
        var args = new EcsWorkloadArgs
        {
            Capacity = new Capacity.Shared(cluster),
            Task = service.Task(own),
            DesiredCount = ImagePin.TaskCount(own.DesiredCount, own.Containers.Values.Select(container => ImagePin.FromImageReference(container.Image))),
            Egress = InternetEgress.None,
            Deployment = service.Deployment,
            Logs = network.ServiceLog is { } shared ? new LogGroup.Shared(shared) : new LogGroup.Create(),
        };
        var name = $"{settings.Stack}-{service.Name}";
        _workloads[service.Name] = new EcsWorkload(name, Watched(service.Args(args, this)), options);
        if (service.Edge is { } edge)
        {
            ServiceDistribution.Add(name, own, edge, settings, network, loadBalancer, providers);
        }
    }

    /// <summary>The way by which the load balancer's requests reach a service, under the service's host.</summary>
    /// <param name="service">The service.</param>
    /// <param name="container">The container that serves.</param>
    /// <param name="port">The port on which it does.</param>
    /// <returns>The route.</returns>
    public HttpRoute Route(IService service, string container, int port) => new()
    {
        LoadBalancer = loadBalancer,
        Host = settings.Services[service.Name].Host,
        Zone = settings.Dns.Zone,
        ContainerName = container,
        ContainerPort = port,
        DnsRecords = service.Edge is null,
    };

    /// <summary>A name of a service that the other services find it under, in the stack's own domain.</summary>
    /// <param name="service">The service.</param>
    /// <returns>The name.</returns>
    public CloudMapName CloudMap(IService service) => new()
    {
        NamespaceId = network.Namespace!.Id,
        Domain = network.Namespace.Name,
        Name = service.Name,
    };

    /// <summary>Another service as a client.</summary>
    /// <param name="service">Its name; it comes before this one in the stack.</param>
    /// <param name="port">The container port that it may reach.</param>
    /// <returns>The client; none in a stack without that service.</returns>
    public ImmutableArray<ServiceClient> Client(string service, int port) =>
        _workloads.TryGetValue(service, out var workload) ? [new ServiceClient.Workload(workload, port)] : [];

    // A service that runs no tasks is healthy without.
    private EcsWorkloadArgs Watched(EcsWorkloadArgs workload) =>
        settings.Alarms.TopicArns is { } topics && workload is { Route: not null, DesiredCount: ServiceCount.Managed { Tasks: > 0 } }
            ? workload with
            {
                HealthyHosts = new HealthyHostAlarm
                {
                    TopicArns = topics,
                    EventLogGroupName = EventLogGroupName is { } events ? events : (Input<string>?)null,
                },
            }
            : workload;
}
