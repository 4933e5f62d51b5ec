using System.Collections.Immutable;
using EcsPlatform.Delivery;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks.Services;

/// <summary>The viewer: shows digitised items to readers. A Java web application whose data lies with the releases on EFS.</summary>
internal sealed class Viewer : IService
{
    private const int Port = 8080;

    // The data belongs to this user and group, which the content pipeline writes as.
    private const int DataOwner = 1000;

    public string Name => "viewer";
    public ImmutableArray<ServiceContainer> Containers => [new("viewer", "viewer")];

    /// <summary>Readers send forms to it.</summary>
    public ServiceEdge Edge => new() { Methods = ViewerMethods.All };

    public TaskSpec Task(ServiceSettings settings) => new()
    {
        MemoryMiB = settings.Memory,
        Containers =
        [
            settings.Container("viewer") with
            {
                Ports = [new PortMapping(Port)],
                Environment = ImmutableDictionary<string, EnvironmentValue>.Empty.Add("SEARCH_URL", Search.Url(settings)),
                Mounts = [new MountPoint("data", "/srv/viewer/data")],
                // The servlet container unpacks the application and keeps its sessions in its own file system.
                ReadonlyRootFilesystem = false,
            },
        ],
        Volumes = [new EfsVolume { Name = "data", RootDirectory = "/data", UserId = DataOwner, GroupId = DataOwner }],
    };

    public EcsWorkloadArgs Args(EcsWorkloadArgs workload, ServicePlace place) => workload with
    {
        Task = place.Content.OnFileSystem(workload.Task),
        Egress = InternetEgress.HttpAndHttps,
        Route = place.Route(this, "viewer", Port) with { Priority = 100 },
    };
}
