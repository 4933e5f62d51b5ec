using System.Collections.Immutable;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks.Services;

/// <summary>The content loader: where editors put content in and publish it. A web application with a PostgreSQL database beside it.</summary>
internal sealed class ContentLoader : IService
{
    private const int Port = 8081;
    private const int DatabaseOwner = 999; // The user and group of the database's image.

    public string Name => "content-loader";
    public ImmutableArray<ServiceContainer> Containers => [new("db", "content-loader-db"), new("ui", "content-loader-ui")];
    public ImmutableArray<string> Secrets => ["KEYSTORE_PASSWORD", "POSTGRES_PASSWORD"];

    /// <summary>Where it publishes to besides the stack's own releases.</summary>
    public ImmutableArray<string> Buckets => ["PUBLISH_BUCKET"];

    public ServiceEdge Edge => ContentLoaderEdge.Value;

    /// <summary>The database's files have one writer: the old task stops before the new one starts.</summary>
    public DeploymentStrategy Deployment => new DeploymentStrategy.SingleWriter();

    public TaskSpec Task(ServiceSettings settings) => new()
    {
        MemoryMiB = settings.Memory,
        Containers =
        [
            settings.Container("db") with
            {
                Secrets = settings.SecretsFor("POSTGRES_PASSWORD"),
                HealthCheck = new() { Command = ["CMD-SHELL", "pg_isready --username=postgres"], StartPeriodSeconds = 300 },
                Mounts = [new MountPoint("database", "/var/lib/postgresql/data", ReadOnly: false)],
                Linux = new() { Tmpfs = [new Tmpfs("/tmp", 64), new Tmpfs("/var/run/postgresql", 16)] },
                Logs = new() { Events = new LogEvents.BeginWithDate("%Y-%m-%d %H:%M:%S") },
            },
            settings.Container("ui") with
            {
                Ports = [new PortMapping(Port)],
                Environment = settings.BucketNames().Add("POSTGRES_HOST", "localhost"),
                Secrets = settings.SecretsFor(Secrets),
                DependsOn = [new ContainerDependency("db", ContainerCondition.Healthy)],
                // Mountpoint shows the source bucket as a directory through FUSE, which needs the device and the right to mount.
                Linux = new() { AddCapabilities = ["SYS_ADMIN"], Devices = [new LinuxDevice("/dev/fuse")] },
                ReadonlyRootFilesystem = false,
            },
        ],
        Volumes = [new EfsVolume { Name = "database", RootDirectory = "/postgres", UserId = DatabaseOwner, GroupId = DatabaseOwner, Permissions = "700" }],
    };

    public EcsWorkloadArgs Args(EcsWorkloadArgs workload, ServicePlace place) => workload with
    {
        Task = place.Content.Name(workload.Task, "ui", ("RELEASES_BUCKET", DataBuckets.Releases), ("SOURCE_BUCKET", DataBuckets.Source)) with
        {
            Grants =
            [
                .. place.Content.Edit(DataBuckets.Source),
                place.Content.Bucket(DataBuckets.Releases).Read(),
                place.Content.Bucket(DataBuckets.Releases).Write(),
                .. place.Settings.Services[Name].BucketGrants(),
            ],
        },
        Egress = InternetEgress.Https,
        Route = place.Route(this, "ui", Port) with { HealthCheck = new() { Matcher = "401" }, DeregistrationDelaySeconds = place.Settings.Services[Name].Edge.ReadTimeout },
    };
}
