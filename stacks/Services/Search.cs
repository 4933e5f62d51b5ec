using System.Collections.Immutable;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks.Services;

/// <summary>Search: an index in Solr, and the interface through which everybody else reads and writes it. The index lies on EFS.</summary>
internal sealed class Search : IService
{
    /// <summary>Its name.</summary>
    public const string ServiceName = "search";

    /// <summary>The port on which it answers.</summary>
    public const int ApiPort = 8081;

    // The user and group of Solr's image.
    private const int IndexOwner = 8983;

    public string Name => ServiceName;
    public ImmutableArray<ServiceContainer> Containers => [new("api", "search-api"), new("solr", "search")];

    public ServiceEdge Edge => SearchEdge.Value;

    /// <summary>An index has one writer: the old task stops before the new one starts, and nobody finds anything in between.</summary>
    public DeploymentStrategy Deployment => new DeploymentStrategy.SingleWriter();

    /// <summary>Where the other services of the environment find it.</summary>
    public static string Url(ServiceSettings settings) => $"http://{HostIn(settings.Environment)}:{ApiPort}/";

    /// <summary>The name under which it is found in an environment's network.</summary>
    public static string HostIn(string environment) => $"{ServiceName}.{ServiceSettings.DomainOf(environment)}";

    public TaskSpec Task(ServiceSettings settings) => new()
    {
        MemoryMiB = settings.Memory,
        Containers =
        [
            settings.Container("api") with
            {
                Ports = [new PortMapping(ApiPort)],
                Environment = ImmutableDictionary<string, EnvironmentValue>.Empty.Add("NUM_WORKERS", "3").Add("SOLR_HOST", "localhost"),
                Linux = new() { Tmpfs = [new Tmpfs("/tmp", 64)] },
            },
            settings.Container("solr") with
            {
                Environment = ImmutableDictionary<string, EnvironmentValue>.Empty.Add("SOLR_HEAP", $"{settings.Memory / 2}m"),
                Mounts = [new MountPoint("index", "/var/solr", ReadOnly: false)],
                // Solr unpacks its web application next to itself.
                ReadonlyRootFilesystem = false,
            },
        ],
        Volumes = [new EfsVolume { Name = "index", RootDirectory = "/index", UserId = IndexOwner, GroupId = IndexOwner }],
    };

    public EcsWorkloadArgs Args(EcsWorkloadArgs workload, ServicePlace place) => workload with
    {
        Route = place.Route(this, "api", ApiPort) with { HealthCheck = new() { Matcher = "404", IntervalSeconds = 30 } },
        CloudMap = place.CloudMap(this),
        Clients = [.. place.Client("viewer", ApiPort), .. place.Content.SearchClients(ApiPort)],
    };
}
