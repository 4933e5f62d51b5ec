using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Delivery;
using EcsPlatform.Networking;
using EcsPlatform.Routing;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Stacks;

/// <summary>What every environment stands on.</summary>
/// <param name="Network">The network, with a namespace, buckets, a web ACL and certificates.</param>
/// <param name="Cluster">The cluster.</param>
/// <param name="LoadBalancer">The load balancer, internal, behind CloudFront.</param>
/// <param name="Events">The events of the cluster.</param>
/// <param name="EmbeddableHeaders">The headers of sites that pages of other sites may show in a frame.</param>
internal sealed record StackFoundation(
    BaseNetwork Network, EcsCluster Cluster, SharedLoadBalancer LoadBalancer, ClusterEvents Events, SharedResponseHeaders EmbeddableHeaders)
{
    /// <summary>Adds it.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="services">The services.</param>
    /// <param name="providers">The providers.</param>
    /// <returns>What was added.</returns>
    public static StackFoundation Add(PlatformSettings settings, ImmutableArray<IService> services, Providers providers)
    {
        var (name, lifetime) = (settings.Name, settings.Lifetime);
        var inAccount = new ComponentResourceOptions { Providers = { providers.Regional } };
        var network = new BaseNetwork(
            name,
            settings.Dns.AddTo(settings.Network.ToArgs(settings.Account)) with
            {
                ServiceLog = settings.Logs.Args,
                LogBucket = new LogBucketArgs { Account = settings.Account, ForceDestroy = lifetime == Lifetime.Ephemeral },
                DataBucket = lifetime.Bucket(),
                CloudFrontWebAcl = WebAcls.Of(settings.WebAcl, settings.WebAcl),
                Namespace = new DiscoveryNamespace.PrivateDns(ServiceSettings.DomainOf(name)),
                UsEast1 = providers.UsEast1,
            },
            inAccount);
        var cluster = new EcsCluster(
            name,
            new EcsClusterArgs
            {
                Network = network,
                Capacity = lifetime.Instances(settings.Cluster.ToCapacity()),
                Egress = InternetEgress.HttpAndHttps,
                Peers = PeersBehindInstances(settings, services),
                DeletionProtection = lifetime == Lifetime.Permanent,
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
                IdleTimeoutSeconds = settings.LoadBalancer.IdleTimeout,
                DeletionProtection = lifetime == Lifetime.Permanent,
                AccessLog = new LoadBalancerLog(network.LogBucket!.BucketName, LogBucket.LoadBalancerAccessPrefix),
                ConnectionLog = new LoadBalancerLog(network.LogBucket.BucketName, LogBucket.LoadBalancerConnectionPrefix),
            },
            inAccount);
        var headers = new SharedResponseHeaders(
            name,
            new ResponseHeadersPolicy.Own { Name = "embeddable", Frames = FrameOptions.AsOriginSays },
            new ComponentResourceOptions { Providers = { providers.UsEast1 } });
        return new StackFoundation(network, cluster, loadBalancer, new ClusterEvents(name, new ClusterEventsArgs { Cluster = cluster }, inAccount), headers);
    }

    // Tasks without addresses of their own leave through their instances, and a group has each rule once.
    private static ImmutableArray<EgressPath> PeersBehindInstances(PlatformSettings settings, ImmutableArray<IService> services) =>
    [
        .. services.Select(service => (Own: settings.Services[service.Name], Service: service))
            .Where(one => one.Service.Task(one.Own).NetworkMode != NetworkMode.Awsvpc)
            .SelectMany(one => one.Own.Peers)
            .DistinctBy(path => (path.To, path.Port)),
    ];
}
