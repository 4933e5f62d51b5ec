using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

/// <summary>Plans of a network, a cluster, a load balancer and one workload, <c>web</c>.</summary>
internal static class WorkloadPlans
{
    public const string Service = "aws:ecs/service:Service";
    public const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    public const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    public const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    public const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    public static FurtherInstances Further(string name, int weight) => new() { Name = name, Instances = Valid.Capacity, Weight = weight };

    public static Task<Plan> Of(
        Func<EcsWorkloadArgs, EcsWorkloadArgs>? vary = null, bool routed = false, Func<EcsClusterArgs, EcsClusterArgs>? varyCluster = null) =>
        With((cluster, balancer) =>
        {
            var args = Valid.Workload(cluster, routed ? Valid.Route(balancer) : null);
            _ = new EcsWorkload("web", vary is null ? args : vary(args));
        }, varyCluster);

    public static Task<Plan> With(Action<EcsCluster, SharedLoadBalancer> program, Func<EcsClusterArgs, EcsClusterArgs>? varyCluster = null) =>
        TestPlan.OfAsync(() =>
        {
            var network = new BaseNetwork("net", Valid.Network);
            var clusterArgs = Valid.Cluster(network);
            var cluster = new EcsCluster("cluster", varyCluster is null ? clusterArgs : varyCluster(clusterArgs));
            program(cluster, new SharedLoadBalancer("lb", Valid.LoadBalancer(network)));
        });

    public static async Task<IReadOnlyList<string>> Problems(
        Func<EcsWorkloadArgs, EcsWorkloadArgs> vary, Func<EcsClusterArgs, EcsClusterArgs>? varyCluster = null)
    {
        List<string> problems = [];
        await With((cluster, _) => problems.AddRange(vary(Valid.Workload(cluster)).Problems("web").Select(problem => problem.ToString())), varyCluster);
        return problems;
    }

    public static Func<EcsClusterArgs, EcsClusterArgs> Groups(params FurtherInstances[] further) =>
        args => args with { Capacity = new ClusterCapacity.Instances(Valid.Capacity) { Further = [.. further] } };
}
