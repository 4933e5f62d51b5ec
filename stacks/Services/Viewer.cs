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

    public ImmutableArray<ServiceVariable> Environment =>
    [
        new("CACHING") { Default = "true", Words = ["true", "false"], Description = "Whether pages are kept for the next reader" },
        new("ROBOTS_DISALLOW") { Default = "/", Description = "The paths that search engines are asked to leave out, with what is below them" },
    ];

    public ImmutableArray<ServiceFeature> Features =>
    [
        new("analytics", "Statistics of readers; left out, none are taken") { Environment = ["ANALYTICS_ID", "GA4_ANALYTICS_ID"] },
        new("mail", "The server through which readers' forms are sent on; left out, none are")
        {
            Environment = ["SMTP_HOST"],
            Secrets = ["SMTP_PASSWORD", "SMTP_USERNAME"],
            PortVariable = "SMTP_PORT",
        },
        new("recaptcha", "The keys that tell readers who send forms from programs; left out, they are not told apart")
        {
            Environment = ["RECAPTCHA_SITE_KEY"],
            Secrets = ["RECAPTCHA_SECRET_KEY"],
        },
        new("servicesApi", "The key by which the services know it; left out, they do not") { Secrets = ["SERVICES_API_KEY"] },
    ];

    /// <summary>Readers send forms to it, and other sites show its pages in frames.</summary>
    public ServiceEdge Edge => new() { Methods = ViewerMethods.All, Embeddable = true };

    public TaskSpec Task(ServiceSettings settings) => new()
    {
        MemoryMiB = settings.Memory,
        Containers =
        [
            settings.Container("viewer") with
            {
                Ports = [new PortMapping(Port)],
                Environment = settings.EnvironmentValues().Add("SEARCH_URL", Search.Url(settings)),
                Secrets = settings.Secrets(),
                Mounts = [new MountPoint("data", "/srv/viewer/data")],
                // The servlet container unpacks the application and keeps its sessions in its own file system.
                ReadonlyRootFilesystem = false,
            },
        ],
        Volumes = [new EfsVolume { Name = "data", RootDirectory = "/data", UserId = DataOwner, GroupId = DataOwner }],
    };

    public EcsWorkloadArgs Args(EcsWorkloadArgs workload, ServicePlace place) => workload with
    {
        Task = place.Content.OnFileSystem(workload.Task).With("viewer", Links(place)),
        Egress = InternetEgress.HttpAndHttps,
        Route = place.Route(this, "viewer", Port) with { Priority = 100 },
    };

    // What its pages link to: themselves, the data behind them, and the services.
    private IEnumerable<(string Name, EnvironmentValue Value)> Links(ServicePlace place) =>
        from link in new[] { ("JSON_URL", Name), ("ROOT_URL", Name), ("SERVICES_URL", ItemServices.ServiceName) }
        let url = place.PublicUrl(link.Item2)
        where url is not null
        select (link.Item1, EnvironmentValue.FromString(url));
}
