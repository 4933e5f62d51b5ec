using System.Collections.Immutable;
using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks.Services;

/// <summary>The services: what the viewer's pages ask for about items, such as metadata and transcriptions. A program for Node without state.</summary>
internal sealed class ItemServices : IService
{
    private const int Port = 3000;

    public string Name => "services";
    public ImmutableArray<ServiceContainer> Containers => [new("services", "services")];
    public ImmutableArray<string> Environment => ["DATABASE_HOST", "DATABASE_NAME", "DATABASE_USER"];
    public ImmutableArray<string> Secrets => ["BASIC_AUTH_CREDENTIALS", "CORRESPONDENCE_API_KEY", "DATABASE_PASSWORD"];

    public ServiceEdge Edge => new();

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
                Environment = settings.VariablesFor(Environment),
                Secrets = settings.SecretsFor(Secrets),
            },
        ],
    };

    public EcsWorkloadArgs Args(EcsWorkloadArgs workload, ServicePlace place) => workload with
    {
        Task = place.Content.Locate(workload.Task, "services", ("DATA_LOCATION", DataBuckets.Releases)) with
        {
            Grants = [place.Content.Bucket(DataBuckets.Releases).Read()],
        },
        // There is no page at the root, and the answer that there is none comes from a program that works.
        Route = place.Route(this, "services", Port) with { HealthCheck = new TargetHealthCheck { Matcher = "404" } },
    };
}
