using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Routing;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Workloads;
using Pulumi;

namespace EcsPlatform.Stacks;

/// <summary>Staging: one network, one cluster, one internal load balancer, and the services on them.</summary>
internal static class StagingStack
{
    /// <summary>Registers the resources.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <returns>The stack's outputs.</returns>
    public static IDictionary<string, object?> Deploy(PlatformSettings settings)
    {
        var name = settings.Stack;
        var inAccount = new ComponentResourceOptions { Providers = { Provider.Of(settings) } };

        var network = new BaseNetwork(name, settings.Network.ToArgs(settings.Account), inAccount);
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
                Exposure = new Exposure.Internal([network.CidrBlock]),
                CertificateArn = settings.Dns.CertificateArn,
                SslPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
                IdleTimeoutSeconds = 900,
                DeletionProtection = false,
            },
            inAccount);
        var viewer = new EcsWorkload($"{name}-viewer", Viewer.Args(settings, new Capacity.Shared(cluster), loadBalancer), inAccount);

        return new Dictionary<string, object?>
        {
            ["vpcId"] = network.VpcId,
            ["clusterName"] = cluster.ClusterName,
            ["loadBalancerDnsName"] = loadBalancer.DnsName,
            ["services"] = ServiceOutputs.Of(cluster.ClusterName, new Dictionary<string, EcsWorkload> { ["viewer"] = viewer }),
        };
    }
}
