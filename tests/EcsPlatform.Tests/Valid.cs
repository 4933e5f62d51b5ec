using EcsPlatform.Clusters;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Routing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests;

/// <summary>Arguments that are right and give only what is required; tests vary them with <c>with</c>.</summary>
internal static class Valid
{
    public const string Digest = "sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";

    public static AwsAccount Account { get; } = new("111111111111", "eu-west-1");

    public static BaseNetworkArgs Network { get; } = new()
    {
        Account = Account,
        CidrBlock = CidrBlock.Parse("10.0.0.0/16"),
        AvailabilityZones = ["eu-west-1a", "eu-west-1b"],
    };

    public static InstanceCapacity Capacity { get; } = new()
    {
        InstanceType = "t3.medium",
        Image = new MachineImage("ami-0b6d9f4e2c81a7350", "al2023-ami-ecs-hvm-2023.0.20261028-kernel-6.1-x86_64"),
        MinSize = 1,
        DesiredCapacity = 1,
        MaxSize = 2,
    };

    public static ContainerSpec Container { get; } = new()
    {
        Name = "web",
        Image = ImageReference.Parse($"library/web@{Digest}"),
        MemoryMiB = 512,
        Ports = [new PortMapping(8080)],
    };

    public static TaskSpec Task { get; } = new() { MemoryMiB = 512, Containers = [Container] };

    public static EcsClusterArgs Cluster(BaseNetwork network) => new()
    {
        Network = network,
        Capacity = Capacity,
        Egress = InternetEgress.Https,
    };

    public static SharedLoadBalancerArgs LoadBalancer(BaseNetwork network) => new()
    {
        Network = network,
        Exposure = new Exposure.Internal([network.CidrBlock]),
        CertificateArn = "arn:aws:acm:eu-west-1:111111111111:certificate/5e0a6b1c-8d2f-4c39-9a57-3f1e7d64b210",
    };

    public static HttpRoute Route(SharedLoadBalancer loadBalancer) => new()
    {
        LoadBalancer = loadBalancer,
        Host = "web",
        Zone = new HostedZone("Z0123456789ABCDEFGHIJ", "library.example.org"),
        ContainerName = "web",
        ContainerPort = 8080,
    };

    public static EcsWorkloadArgs Workload(EcsCluster cluster, HttpRoute? route = null) => new()
    {
        Capacity = new Capacity.Shared(cluster),
        Task = Task,
        DesiredCount = 1,
        Egress = InternetEgress.None,
        Route = route,
    };
}
