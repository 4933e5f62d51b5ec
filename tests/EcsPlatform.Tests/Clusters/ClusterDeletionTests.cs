using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Clusters;

/// <summary>Pulumi deletes a resource only when all that depend on it are gone.</summary>
public class ClusterDeletionTests
{
    private static readonly string[] Order = ["aws:ecs/service:Service", ClusterPlans.Association, ClusterPlans.Provider, ClusterPlans.Group, ClusterPlans.Cluster];

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Service_association_provider_group_cluster_and_network_go_in_this_order(bool deletionProtection, bool protectRunningTasks)
    {
        var plan = await PlanOf(deletionProtection, protectRunningTasks);
        var needs = Needs(plan);
        foreach (var (first, then) in Order.Zip(Order.Skip(1)))
        {
            needs[plan.Only(first).Urn].ShouldContain(plan.Only(then).Urn, $"{then} goes after {first}");
            needs[plan.Only(then).Urn].ShouldNotContain(plan.Only(first).Urn);
        }

        var network = NetworkOf(plan).ToList();
        network.Select(resource => resource.Type).ShouldContain("aws:ec2/natGateway:NatGateway");
        network.Select(resource => resource.Type).ShouldContain("aws:ec2/route:Route");
        foreach (var resource in network)
        {
            needs[plan.Only(ClusterPlans.Cluster).Urn].ShouldContain(resource.Urn, $"{resource.Name} goes after the cluster");
        }
    }

    [Fact]
    public async Task Draining_instances_keep_their_rights_and_their_way_out()
    {
        var plan = await PlanOf(deletionProtection: false, protectRunningTasks: true);
        var group = Needs(plan)[plan.Only(ClusterPlans.Group).Urn];
        foreach (var resource in (IEnumerable<PlannedResource>)[
            .. plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Where(resource => resource.Name.StartsWith("cluster-instance", StringComparison.Ordinal)),
            plan.Only("aws:iam/rolePolicy:RolePolicy", "cluster-instance-ecs"),
            plan.Only("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "cluster-instance-https"),
            plan.Only("aws:iam/instanceProfile:InstanceProfile"),
            .. NetworkOf(plan)])
        {
            group.ShouldContain(resource.Urn);
        }
    }

    [Fact]
    public async Task Managed_instances_go_before_the_cluster_and_what_they_need()
    {
        var plan = await TestPlan.OfAsync(() => new EcsCluster(
            "cluster", Valid.Cluster(new BaseNetwork("net", Valid.Network)) with { Capacity = EcsClusterArgsTests.Managed() }));
        var provider = Needs(plan)[plan.Only(ClusterPlans.Provider).Urn];
        provider.ShouldContain(plan.Only(ClusterPlans.Cluster).Urn);
        provider.ShouldContain(plan.Only("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "cluster-infrastructure").Urn);
        provider.ShouldContain(plan.Only("aws:iam/rolePolicy:RolePolicy", "cluster-infrastructure").Urn);
        NetworkOf(plan).ShouldAllBe(resource => provider.Contains(resource.Urn));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_group_goes_with_its_instances_unless_it_is_protected(bool deletionProtection)
    {
        var plan = await PlanOf(deletionProtection, protectRunningTasks: true);
        plan.Only(ClusterPlans.Group).Flag("forceDelete").ShouldBe(!deletionProtection);
        foreach (var type in Order.Skip(1))
        {
            plan.Only(type).Protect.ShouldBe(deletionProtection, type);
        }
    }

    [Fact]
    public async Task One_list_of_capacity_providers_replaces_the_other_and_no_name_is_in_the_way()
    {
        var plan = await PlanOf(deletionProtection: false, protectRunningTasks: true);
        plan.Only(ClusterPlans.Association).DeleteBeforeReplace.ShouldBeTrue();
        foreach (var type in (IEnumerable<string>)[ClusterPlans.Template, ClusterPlans.Group, ClusterPlans.Provider, ClusterPlans.Cluster])
        {
            plan.Only(type).DeleteBeforeReplace.ShouldBeFalse(type);
            plan.Only(type).Input("name").ShouldBeNull(type);
        }
    }

    private static Task<Plan> PlanOf(bool deletionProtection, bool protectRunningTasks) => TestPlan.OfAsync(() =>
    {
        var cluster = new EcsCluster("cluster", Valid.Cluster(new BaseNetwork("net", Valid.Network)) with
        {
            Capacity = Valid.Capacity with { ProtectRunningTasks = protectRunningTasks },
            DeletionProtection = deletionProtection,
        });
        _ = new EcsWorkload("web", Valid.Workload(cluster));
    });

    private static IEnumerable<PlannedResource> NetworkOf(Plan plan) =>
        plan.Resources.Where(resource => resource.Custom && resource.Urn.Contains("BaseNetwork$", StringComparison.Ordinal));

    // Everything that a resource needs, near or far: that goes after it. As for the engine, whoever needs a component needs what is in it
    // (https://github.com/pulumi/pulumi/blob/master/pkg/resource/graph/dependency_graph.go).
    private static Dictionary<string, HashSet<string>> Needs(Plan plan)
    {
        var byUrn = plan.Resources.ToDictionary(resource => resource.Urn);
        var children = plan.Resources.ToLookup(resource => resource.Parent, resource => resource.Urn);
        return plan.Resources.Where(resource => resource.Custom).ToDictionary(resource => resource.Urn, Of);

        HashSet<string> Of(PlannedResource resource)
        {
            var found = new HashSet<string>();
            var open = new Queue<string>(resource.Dependencies);
            while (open.TryDequeue(out var urn))
            {
                if (!found.Add(urn))
                {
                    continue;
                }

                foreach (var needed in byUrn[urn].Dependencies.Concat(IsInside(urn) ? children[urn] : []))
                {
                    open.Enqueue(needed);
                }
            }

            return found;
        }

        bool IsInside(string urn) => !byUrn[urn].Custom || urn.Contains("$awsx:", StringComparison.Ordinal);
    }
}
