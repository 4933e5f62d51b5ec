using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Clusters;

/// <summary>Plans of a cluster <c>test</c> in a network <c>net</c>.</summary>
internal static class ClusterPlans
{
    public const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    public const string Group = "aws:autoscaling/group:Group";
    public const string Provider = "aws:ecs/capacityProvider:CapacityProvider";
    public const string Association = "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";
    public const string Cluster = "aws:ecs/cluster:Cluster";

    public static Task<Plan> Of(Func<EcsClusterArgs, EcsClusterArgs>? vary = null) => TestPlan.OfAsync(() =>
    {
        var args = Valid.Cluster(new BaseNetwork("net", Valid.Network));
        _ = new EcsCluster("test", vary is null ? args : vary(args));
    });

    public static Task<Plan> Of(InstanceCapacity capacity) => Of(args => args with { Capacity = capacity });
}
