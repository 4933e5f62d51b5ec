using EcsPlatform.Foundations;
using EcsPlatform.Images;
using EcsPlatform.Networking;
using EcsPlatform.Routing;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks.Services;

/// <summary>The viewer: shows digitised items to readers. A Java web application whose data lies on EFS.</summary>
internal static class Viewer
{
    private const string Container = "viewer";
    private const int Port = 8080;
    private const string DataVolume = "data";
    private const int RoutePriority = 100;

    // The data belongs to this user and group, which the content pipeline writes as.
    private const int DataOwner = 1000;

    /// <summary>What the viewer is made of.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="capacity">The instances.</param>
    /// <param name="loadBalancer">The load balancer.</param>
    /// <returns>The arguments.</returns>
    public static EcsWorkloadArgs Args(PlatformSettings settings, Capacity capacity, SharedLoadBalancer loadBalancer) => new()
    {
        Capacity = capacity,
        Task = Task(settings.Viewer, settings.Images["viewer"]),
        DesiredCount = ImagePin.TaskCount(settings.Viewer.DesiredCount, settings.Images.Pins["viewer"]),
        Egress = InternetEgress.HttpAndHttps,
        Route = new HttpRoute
        {
            LoadBalancer = loadBalancer,
            Host = settings.Viewer.Host,
            Zone = settings.Dns.Zone,
            Priority = RoutePriority,
            ContainerName = Container,
            ContainerPort = Port,
            HealthCheck = new TargetHealthCheck
            {
                Path = "/",
                Matcher = "200",
                IntervalSeconds = 60,
                TimeoutSeconds = 10,
                HealthyThreshold = 2,
                UnhealthyThreshold = 5,
            },
        },
        Deployment = Deployment,
    };

    /// <summary>Finds what is wrong with the viewer's settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="settings">The settings.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    public static IEnumerable<Problem> Problems(string where, ViewerSettings settings) =>
        HttpRoute.HostProblems(where, settings.Host)
            .Concat(EcsWorkloadArgs.Problems(where, Task(settings, AnyImage), Deployment, settings.DesiredCount));

    private static RollingDeployment Deployment => new(MinimumHealthyPercent: 100, MaximumPercent: 200);

    // Stands for the pin, which is judged where it is read.
    private static ImageReference AnyImage => ImageReference.Parse($"library/viewer@sha256:{new string('0', 64)}");

    private static TaskSpec Task(ViewerSettings settings, ImageReference image) => new()
    {
        MemoryMiB = settings.Memory,
        Containers =
        [
            new ContainerSpec
            {
                Name = Container,
                Image = image,
                Cpu = settings.Cpu,
                MemoryMiB = settings.ContainerMemory,
                MemoryReservationMiB = settings.ContainerMemoryReservation,
                Ports = [new PortMapping(Port)],
                Mounts = [new MountPoint(DataVolume, "/srv/viewer/data")],
                // The servlet container unpacks the application and keeps its sessions in its own file system.
                ReadonlyRootFilesystem = false,
            },
        ],
        Volumes = [new EfsVolume { Name = DataVolume, RootDirectory = "/data", UserId = DataOwner, GroupId = DataOwner }],
    };
}
