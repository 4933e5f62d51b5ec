using EcsPlatform.Networking;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Clusters;

/// <summary>
/// An ECS cluster on EC2: the cluster, its launch template and Auto Scaling group in the network's private subnets, and the
/// capacity provider that adds and removes instances as services need them. Shared by many workloads.
/// </summary>
public sealed class EcsCluster : ComponentResource
{
    private const string Enabled = "ENABLED";

    /// <summary>Creates the cluster.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public EcsCluster(string name, EcsClusterArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:clusters:EcsCluster", name, options)
    {
        InvalidArgsException.ThrowIfAny($"EcsCluster '{name}'", args.Problems(name));
        Network = args.Network;
        var children = new CustomResourceOptions { Parent = this };

        var cluster = AddCluster(name, args, children);
        var securityGroup = SecurityGroups.Add($"{name}-instance", $"ECS instances of {name}", args.Network, args.Egress, children);
        var profile = InstanceRole.Add(name, children);
        var template = InstanceGroup.AddTemplate(name, args.Capacity, cluster.Name, profile, securityGroup, children);
        var group = InstanceGroup.AddGroup(name, args.Capacity, args.Network, template, this);
        var provider = AddCapacityProvider(name, args.Capacity, group, children);
        CapacityProviderAssociation = AddAssociation(name, cluster, provider, children);

        ClusterArn = cluster.Arn;
        ClusterName = cluster.Name;
        CapacityProviderName = provider.Name;
        InstanceSecurityGroupId = securityGroup.Id;
        RegisterOutputs();
    }

    /// <summary>The network that the instances run in.</summary>
    public BaseNetwork Network { get; }

    /// <summary>The cluster's ARN.</summary>
    [Output("clusterArn")]
    public Output<string> ClusterArn { get; private set; }

    /// <summary>The cluster's name.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; private set; }

    /// <summary>The capacity provider's name, for a service's capacity provider strategy.</summary>
    [Output("capacityProviderName")]
    public Output<string> CapacityProviderName { get; private set; }

    /// <summary>The instances' security group: it lets nothing in.</summary>
    [Output("instanceSecurityGroupId")]
    public Output<string> InstanceSecurityGroupId { get; private set; }

    /// <summary>A service that uses the capacity provider must come after this, or ECS does not know the provider.</summary>
    internal Ecs.ClusterCapacityProviders CapacityProviderAssociation { get; }

    private static Ecs.Cluster AddCluster(string name, EcsClusterArgs args, CustomResourceOptions options)
    {
        var execLogs = new CloudWatch.LogGroup(
            $"{name}-exec", new CloudWatch.LogGroupArgs { RetentionInDays = args.ExecLogRetentionDays }, options);
        return new Ecs.Cluster(
            name,
            new Ecs.ClusterArgs
            {
                Settings = { new ClusterSettingArgs { Name = "containerInsights", Value = args.ContainerInsights ? "enabled" : "disabled" } },
                Configuration = new ClusterConfigurationArgs
                {
                    ExecuteCommandConfiguration = new ClusterConfigurationExecuteCommandConfigurationArgs
                    {
                        Logging = "OVERRIDE",
                        LogConfiguration = new ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs
                        {
                            CloudWatchLogGroupName = execLogs.Name,
                        },
                    },
                },
            },
            options);
    }

    private static Ecs.CapacityProvider AddCapacityProvider(
        string name, InstanceCapacity capacity, AutoScaling.Group group, CustomResourceOptions options) => new(
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
                },
            },
        },
        options);

    private static Ecs.ClusterCapacityProviders AddAssociation(
        string name, Ecs.Cluster cluster, Ecs.CapacityProvider provider, CustomResourceOptions options) => new(
        name,
        new Ecs.ClusterCapacityProvidersArgs
        {
            ClusterName = cluster.Name,
            CapacityProviders = { provider.Name },
            DefaultCapacityProviderStrategies =
            {
                new ClusterCapacityProvidersDefaultCapacityProviderStrategyArgs { CapacityProvider = provider.Name, Base = 1, Weight = 100 },
            },
        },
        options);
}
