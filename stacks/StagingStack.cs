using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Routing;
using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Stacks.Sites;
using Pulumi;

namespace EcsPlatform.Stacks;

/// <summary>Staging: one network, one cluster, one load balancer behind CloudFront, the services on them, functions that work on content, and sites.</summary>
internal static class StagingStack
{
    /// <summary>The services, each after those that are its clients.</summary>
    public static ImmutableArray<IService> Services { get; } =
    [
        new Viewer(),
        new ItemServices(),
        new Search(),
        new ContentLoader(),
    ];

    /// <summary>The functions that work on content.</summary>
    public static ImmutableArray<DataFunction> Functions => DataFunctions.All;

    /// <summary>Registers the resources.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <returns>The stack's outputs.</returns>
    public static IDictionary<string, object?> Deploy(PlatformSettings settings)
    {
        var name = settings.Stack;
        var providers = Providers.Of(settings);
        var inAccount = new ComponentResourceOptions { Providers = { providers.Regional } };

        var network = new BaseNetwork(
            name,
            settings.Dns.AddTo(settings.Network.ToArgs(settings.Account)) with
            {
                ServiceLog = settings.Logs.Args,
                LogBucket = new LogBucketArgs { Account = settings.Account },
                DataBucket = new DataBucketArgs(),
                CloudFrontWebAcl = WebAcls.Shared,
                Namespace = new DiscoveryNamespace.PrivateDns(ServiceSettings.DomainOf(name)),
                UsEast1 = providers.UsEast1,
            },
            inAccount);
        var cluster = new EcsCluster(
            name,
            new EcsClusterArgs
            {
                Network = network,
                Capacity = settings.Cluster.ToCapacity(),
                Egress = InternetEgress.HttpAndHttps,
            },
            inAccount);
        var loadBalancer = new SharedLoadBalancer(
            name,
            new SharedLoadBalancerArgs
            {
                Network = network,
                Exposure = new Exposure.CloudFrontVpcOrigin { Clients = [network.CidrBlock] },
                CertificateArn = network.Certificates.Regional!,
                SslPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
                IdleTimeoutSeconds = 900,
                DeletionProtection = false,
                AccessLog = new LoadBalancerLog(network.LogBucket!.BucketName, LogBucket.LoadBalancerAccessPrefix),
                ConnectionLog = new LoadBalancerLog(network.LogBucket.BucketName, LogBucket.LoadBalancerConnectionPrefix),
            },
            inAccount);
        var events = new ClusterEvents(name, new ClusterEventsArgs { Cluster = cluster }, inAccount);
        var content = StackContent.Add(settings, Functions, network, providers);
        var place = new ServicePlace(settings, network, cluster, loadBalancer, providers)
        {
            Content = content,
            EventLogGroupName = events.LogGroupName,
        };
        foreach (var service in Services)
        {
            place.Add(service, inAccount);
        }

        ImageServer.Add(settings, network, providers);

        return new Dictionary<string, object?>
        {
            ["vpcId"] = network.VpcId,
            ["nameServers"] = network.NameServers,
            ["dataBucketName"] = network.DataBucket!.BucketName,
            ["clusterName"] = cluster.ClusterName,
            ["loadBalancerDnsName"] = loadBalancer.DnsName,
            ["services"] = ServiceOutputs.Of(cluster.ClusterName, place.Workloads),
        };
    }
}
