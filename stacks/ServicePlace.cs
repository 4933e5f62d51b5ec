using System.Collections.Immutable;
using EcsPlatform.Images;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Stacks;

/// <summary>Where a stack's services run, and those that are there already.</summary>
/// <param name="settings">The stack's settings.</param>
/// <param name="foundation">What they stand on.</param>
/// <param name="content">The content that services show and edit, and functions work on.</param>
/// <param name="providers">The providers.</param>
internal sealed class ServicePlace(PlatformSettings settings, StackFoundation foundation, StackContent content, Providers providers)
{
    private readonly SortedDictionary<string, EcsWorkload> _workloads = new(StringComparer.Ordinal);

    /// <summary>The stack's settings.</summary>
    public PlatformSettings Settings => settings;

    /// <summary>What services stand on.</summary>
    public StackFoundation Foundation => foundation;

    /// <summary>The content that services show and edit, and functions work on.</summary>
    public StackContent Content => content;

    /// <summary>The providers.</summary>
    public Providers Providers => providers;

    /// <summary>The options of what lives in the stack's region.</summary>
    public ComponentResourceOptions InAccount => new() { Providers = { providers.Regional } };

    /// <summary>The services' workloads, by the services' names.</summary>
    public IReadOnlyDictionary<string, EcsWorkload> Workloads => _workloads;

    /// <summary>Adds a service.</summary>
    /// <param name="service">The service.</param>
    public void Add(IService service)
    {
        var own = settings.Services[service.Name];
        var task = service.Task(own);
        var args = new EcsWorkloadArgs
        {
            Capacity = new Capacity.Shared(foundation.Cluster),
            Task = settings.Lifetime.Task(task),
            DesiredCount = ImagePin.TaskCount(own.DesiredCount, own.Containers.Values.Select(container => ImagePin.FromImageReference(container.Image))),
            Egress = InternetEgress.None,
            // Others leave through the instances, see the foundation.
            Peers = task.NetworkMode == NetworkMode.Awsvpc ? own.Peers : [],
            Deployment = service.Deployment,
            ForceDelete = settings.Lifetime == Lifetime.Ephemeral,
            Logs = foundation.Network.ServiceLog is { } shared ? new LogGroup.Shared(shared) : new LogGroup.Create(),
        };
        var name = $"{settings.Name}-{service.Name}";
        var workload = service.Args(args, this);
        _workloads[service.Name] = new EcsWorkload(name, Watched(workload with { Task = own.WithFurtherEnvironment(workload.Task) }), InAccount);
        if (service.Edge is { } edge)
        {
            ServiceDistribution.Add(name, own, edge, this);
        }
    }

    /// <summary>The way by which the load balancer's requests reach a service, under the service's host.</summary>
    /// <param name="service">The service.</param>
    /// <param name="container">The container that serves.</param>
    /// <param name="port">The port on which it does.</param>
    /// <returns>The route.</returns>
    public HttpRoute Route(IService service, string container, int port) => new()
    {
        LoadBalancer = foundation.LoadBalancer,
        Host = settings.Services[service.Name].Host,
        Zone = settings.Dns.Zone,
        AdditionalHosts = settings.Services[service.Name].Edge.Apex ? [settings.Dns.Domain] : [],
        ContainerName = container,
        ContainerPort = port,
        DnsRecords = service.Edge is null,
    };

    /// <summary>Where readers find a service that is offered to them.</summary>
    /// <param name="service">Its name.</param>
    /// <returns>For example <c>https://staging-viewer.library.example.org</c>; null in a stack without that service.</returns>
    public string? PublicUrl(string service) => settings.Services.TryGetValue(service, out var own)
        ? $"https://{(own.Edge.Apex ? settings.Dns.Domain : $"{own.Host}.{settings.Dns.Domain}")}"
        : null;

    /// <summary>A name of a service that the other services find it under, in the stack's own domain.</summary>
    /// <param name="service">The service.</param>
    /// <returns>The name.</returns>
    public CloudMapName CloudMap(IService service) => new()
    {
        NamespaceId = foundation.Network.Namespace!.Id,
        Domain = foundation.Network.Namespace.Name,
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
                    EventLogGroupName = foundation.Events.LogGroupName,
                },
            }
            : workload;
}
