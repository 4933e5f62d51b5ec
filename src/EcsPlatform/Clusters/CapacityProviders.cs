using EcsPlatform.Networking;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Clusters;

/// <summary>What ECS knows instances by.</summary>
internal static class CapacityProviders
{
    private const string Enabled = "ENABLED";

    // AWS managed policy, see
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRolePolicyForManagedInstances.html
    private const string Infrastructure = "arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForManagedInstances";

    /// <summary>Adds the capacity provider of an Auto Scaling group.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="capacity">How it scales.</param>
    /// <param name="group">The group.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The capacity provider.</returns>
    public static Ecs.CapacityProvider Add(string name, InstanceCapacity capacity, AutoScaling.Group group, CustomResourceOptions options) => new(
        name,
        new Ecs.CapacityProviderArgs
        {
            AutoScalingGroupProvider = new CapacityProviderAutoScalingGroupProviderArgs
            {
                AutoScalingGroupArn = group.Arn,
                ManagedDraining = Enabled,
                ManagedTerminationProtection = capacity.ProtectRunningTasks ? Enabled : "DISABLED",
                ManagedScaling = new CapacityProviderAutoScalingGroupProviderManagedScalingArgs
                {
                    Status = Enabled,
                    TargetCapacity = capacity.TargetCapacityPercent,
                    MinimumScalingStepSize = capacity.MinimumScalingStep,
                    MaximumScalingStepSize = capacity.MaximumScalingStep,
                    InstanceWarmupPeriod = capacity.InstanceWarmupSeconds,
                },
            },
        },
        options);

    /// <summary>Adds the capacity provider of managed instances, and the role with which ECS launches them.</summary>
    /// <param name="name">The cluster's name.</param>
    /// <param name="managed">What the instances may be.</param>
    /// <param name="clusterName">The cluster that it belongs to.</param>
    /// <param name="network">Where the instances run.</param>
    /// <param name="identity">The instances' role.</param>
    /// <param name="securityGroup">Their security group.</param>
    /// <param name="options">The parent, and what must be there before.</param>
    /// <returns>The capacity provider.</returns>
    public static Ecs.CapacityProvider AddManaged(
        string name,
        ClusterCapacity.ManagedInstances managed,
        Output<string> clusterName,
        BaseNetwork network,
        InstanceIdentity identity,
        Ec2.SecurityGroup securityGroup,
        CustomResourceOptions options)
    {
        var (infrastructure, policies) = AddInfrastructureRole(name, identity.Role, new CustomResourceOptions { Parent = options.Parent });
        return new Ecs.CapacityProvider(
            name,
            new Ecs.CapacityProviderArgs
            {
                Cluster = clusterName,
                ManagedInstancesProvider = new CapacityProviderManagedInstancesProviderArgs
                {
                    InfrastructureRoleArn = infrastructure.Arn,
                    PropagateTags = "CAPACITY_PROVIDER",
                    InstanceLaunchTemplate = new CapacityProviderManagedInstancesProviderInstanceLaunchTemplateArgs
                    {
                        Ec2InstanceProfileArn = identity.Profile.Arn,
                        CapacityOptionType = managed.Spot ? "SPOT" : "ON_DEMAND",
                        Monitoring = managed.DetailedMonitoring ? "DETAILED" : "BASIC",
                        NetworkConfiguration = new CapacityProviderManagedInstancesProviderInstanceLaunchTemplateNetworkConfigurationArgs
                        {
                            Subnets = network.PrivateSubnetIds,
                            SecurityGroups = { securityGroup.Id },
                        },
                        StorageConfiguration = new CapacityProviderManagedInstancesProviderInstanceLaunchTemplateStorageConfigurationArgs
                        {
                            StorageSizeGib = managed.StorageGiB,
                        },
                        InstanceRequirements = Requirements(managed),
                    },
                },
            },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { DependsOn = policies.ToArray() }));
    }

    private static CapacityProviderManagedInstancesProviderInstanceLaunchTemplateInstanceRequirementsArgs Requirements(
        ClusterCapacity.ManagedInstances managed)
    {
        var requirements = new CapacityProviderManagedInstancesProviderInstanceLaunchTemplateInstanceRequirementsArgs
        {
            BurstablePerformance = managed.Burstable ? "included" : "excluded",
            MemoryMib = new CapacityProviderManagedInstancesProviderInstanceLaunchTemplateInstanceRequirementsMemoryMibArgs
            {
                Min = managed.MemoryMiB.Minimum,
                Max = managed.MemoryMiB.Maximum is { } memory ? memory : (Input<int>?)null,
            },
            VcpuCount = new CapacityProviderManagedInstancesProviderInstanceLaunchTemplateInstanceRequirementsVcpuCountArgs
            {
                Min = managed.VCpus.Minimum,
                Max = managed.VCpus.Maximum is { } vCpus ? vCpus : (Input<int>?)null,
            },
        };
        if (!managed.AllowedInstanceTypes.IsEmpty)
        {
            requirements.AllowedInstanceTypes = managed.AllowedInstanceTypes;
        }

        return requirements;
    }

    private static (Iam.Role Role, ImmutableArray<Resource> Policies) AddInfrastructureRole(
        string name, Iam.Role instances, CustomResourceOptions options)
    {
        var role = new Iam.Role(
            $"{name}-infrastructure",
            new Iam.RoleArgs
            {
                Description = $"Launches the managed instances of {name}",
                // As AWS documents it for this role, without a source account:
                // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html
                AssumeRolePolicy = PolicyDocument.Json(new PolicyStatement { Actions = ["sts:AssumeRole"], Services = ["ecs.amazonaws.com"] }),
            },
            options);
        var managed = new Iam.RolePolicyAttachment(
            $"{name}-infrastructure", new Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = Infrastructure }, options);
        // The managed policy passes only roles whose names begin with ecsInstanceRole:
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-instance-profile.html
        var pass = new Iam.RolePolicy(
            $"{name}-infrastructure",
            new Iam.RolePolicyArgs
            {
                Role = role.Name,
                Policy = PolicyDocument.Json(new PolicyStatement
                {
                    Actions = ["iam:PassRole"],
                    Resources = [instances.Arn],
                    Conditions = [new PolicyCondition("StringEquals", "iam:PassedToService", "ec2.amazonaws.com")],
                }),
            },
            options);
        return (role, [managed, pass]);
    }
}
