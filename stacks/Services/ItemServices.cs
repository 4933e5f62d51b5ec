using System.Collections.Immutable;
using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks.Services;

/// <summary>The services: what the viewer's pages ask for about items, such as metadata and transcriptions. A program for Node without state.</summary>
internal sealed class ItemServices : IService
{
    /// <summary>Its name.</summary>
    public const string ServiceName = "services";

    private const int Port = 3000;

    // Not by the name localhost, which newer versions of Node look up as the address of IPv6 first.
    private static readonly string Answers =
        $"require('http').get('http://127.0.0.1:{Port}/', () => process.exit(0)).on('error', () => process.exit(1))";

    public string Name => ServiceName;
    public ImmutableArray<ServiceContainer> Containers => [new("services", "services")];
    public ImmutableArray<ServiceVariable> Environment => ["DATABASE_HOST", "DATABASE_NAME", "DATABASE_USER"];
    public ImmutableArray<string> Secrets => ["CORRESPONDENCE_API_KEY", "DATABASE_PASSWORD"];

    public ImmutableArray<ServiceFeature> Features =>
    [
        new("viewerAuth", "The name and password by which it enters a viewer that asks for them; left out, it has none") { Secrets = ["BASIC_AUTH_CREDENTIALS"] },
        new("database", "The way to the database; left out, there is none") { PortVariable = "DATABASE_PORT" },
    ];

    /// <summary>The viewer shows transcriptions from it in frames.</summary>
    public ServiceEdge Edge => new() { Embeddable = true };

    public TaskSpec Task(ServiceSettings settings) => new()
    {
        MemoryMiB = settings.Memory,
        // It keeps nothing and connects to no other service, so that it can share the instances' addresses: several tasks fit on an instance.
        NetworkMode = NetworkMode.Bridge,
        Containers =
        [
            settings.Container("services") with
            {
                Ports = [new PortMapping(Port)],
                // Any answer will do, see the route.
                HealthCheck = new() { Command = ["CMD", "node", "-e", Answers], StartPeriodSeconds = 60 },
                Environment = settings.EnvironmentValues(),
                Secrets = settings.Secrets(),
            },
        ],
    };

    public EcsWorkloadArgs Args(EcsWorkloadArgs workload, ServicePlace place) => workload with
    {
        Task = place.Content.Locate(workload.Task, "services", ("DATA_LOCATION", DataBuckets.Releases))
            .With("services", ("TRANSCRIPTIONS_URL", place.Content.SiteUrl)) with
        {
            Grants = [place.Content.Bucket(DataBuckets.Releases).Read()],
        },
        // There is no page at the root, and the answer that there is none comes from a program that works.
        Route = place.Route(this, "services", Port) with { HealthCheck = new TargetHealthCheck { Matcher = "404" } },
    };
}
