using EcsPlatform.Networking;

namespace EcsPlatform.Clusters;

/// <summary>A capacity provider's part of the tasks.</summary>
/// <param name="CapacityProvider">The capacity provider's name.</param>
/// <param name="Base">How many tasks of a service at least run on it.</param>
/// <param name="Weight">Its share of the others.</param>
public sealed record CapacityProviderShare(Output<string> CapacityProvider, int Base, int Weight);

/// <summary>What a cluster's tasks run on, as resources.</summary>
/// <param name="Strategy">The capacity providers, the main one first.</param>
/// <param name="SecurityGroupId">The instances' security group.</param>
/// <param name="RoleName">The instances' role; null where it is not known.</param>
/// <param name="Groups">The Auto Scaling groups, by the end of their names.</param>
internal sealed record ClusterInstances(
    ImmutableArray<CapacityProviderShare> Strategy,
    Output<string> SecurityGroupId,
    Output<string>? RoleName,
    ImmutableArray<(string Suffix, AutoScaling.Group Group)> Groups)
{
    /// <summary>Capacity that is there already.</summary>
    /// <param name="existing">What is there.</param>
    /// <returns>The capacity.</returns>
    public static ClusterInstances Of(ClusterCapacity.Existing existing) => new(
        [new CapacityProviderShare(Output.Create(existing.CapacityProviderName), 1, 100)],
        Output.Create(existing.InstanceSecurityGroupId),
        null,
        []);

    /// <summary>Adds the instances and their capacity providers.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="args">What the cluster is made of.</param>
    /// <param name="clusterArn">The cluster's ARN.</param>
    /// <param name="clusterName">The cluster's name in ECS.</param>
    /// <param name="parent">The cluster component.</param>
    /// <returns>The capacity.</returns>
    public static ClusterInstances Add(string name, EcsClusterArgs args, Output<string> clusterArn, Output<string> clusterName, Resource parent)
    {
        var children = new CustomResourceOptions { Parent = parent };
        var (securityGroup, egress) = SecurityGroups.AddWithEgress($"{name}-instance", $"ECS instances of {name}", args.Network, args.Egress, children);
        var identity = InstanceRole.Add(name, args, clusterArn, children);

        // Instances that drain talk to ECS: their rights and their way out must go after them.
        ImmutableArray<Resource> before = [args.Network, .. egress, .. EgressPath.Open($"{name}-instance", securityGroup.Id, args.Peers, children), .. identity.Policies, .. AddTrunking(name, args, children)];
        if (args.Capacity is ClusterCapacity.ManagedInstances managed)
        {
            var provider = CapacityProviders.AddManaged(
                name, managed, clusterName, args.Network, identity, securityGroup, Options(parent, args, before));
            return new ClusterInstances([new CapacityProviderShare(provider.Name, 1, 100)], securityGroup.Id, identity.Role.Name, []);
        }

        var instances = (ClusterCapacity.Instances)args.Capacity;
        ImmutableArray<(int Base, int Weight)> shares =
            [(instances.Base, instances.Weight), .. instances.Further.Select(further => (further.Base, further.Weight))];
        var added = args.Groups
            .Select(group => AddGroup($"{name}{group.Suffix}", group, args, clusterName, identity, securityGroup, before, parent))
            .ToList();
        return new ClusterInstances(
            [.. added.Zip(shares, (group, share) => new CapacityProviderShare(group.Provider.Name, share.Base, share.Weight))],
            securityGroup.Id,
            identity.Role.Name,
            [.. added.Select(group => (group.Suffix, group.Group))]);
    }

    private static (string Suffix, AutoScaling.Group Group, Ecs.CapacityProvider Provider) AddGroup(
        string name,
        (string Suffix, InstanceCapacity Instances) declared,
        EcsClusterArgs args,
        Output<string> clusterName,
        InstanceIdentity identity,
        Ec2.SecurityGroup securityGroup,
        ImmutableArray<Resource> before,
        Resource parent)
    {
        var children = new CustomResourceOptions { Parent = parent };
        var template = InstanceTemplate.Add(name, declared.Instances, clusterName, identity.Profile, securityGroup, children);
        var options = Options(parent, args, before);
        options.IgnoreChanges = ["desiredCapacity"];
        var group = InstanceGroup.Add(name, declared.Instances, args.Network, template, !args.DeletionProtection, options);
        InstanceGroup.Watch(name, declared.Instances, group, children);
        return (declared.Suffix, group, CapacityProviders.Add(name, declared.Instances, group, Options(parent, args, [])));
    }

    private static IEnumerable<Resource> AddTrunking(string name, EcsClusterArgs args, CustomResourceOptions options) =>
        args.EniTrunking == EniTrunking.SetForAccount
            ?
            [
                new Ecs.AccountSettingDefault(
                    $"{name}-eni-trunking", new Ecs.AccountSettingDefaultArgs { Name = "awsvpcTrunking", Value = "enabled" }, options),
            ]
            : [];

    private static CustomResourceOptions Options(Resource parent, EcsClusterArgs args, ImmutableArray<Resource> before) =>
        new() { Parent = parent, Protect = args.DeletionProtection ? true : null, DependsOn = before.ToArray() };
}
