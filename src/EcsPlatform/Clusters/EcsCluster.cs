using EcsPlatform.Networking;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Clusters;

/// <summary>
/// An ECS cluster on EC2: the cluster, what its tasks run on in the network's private subnets, and the capacity providers that add
/// and remove instances as services need them. Shared by many workloads. It goes in the reverse order of what needs what: association,
/// capacity providers, groups, cluster, network; instances keep their role and their way out until they are gone.
/// </summary>
public sealed class EcsCluster : ComponentResource
{
    /// <summary>Creates the cluster.</summary>
    /// <param name="name">
    /// The name, which its resources' names begin with; at most 41 characters, and it begins not with <c>aws</c>, <c>ecs</c> or <c>fargate</c>.
    /// </param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public EcsCluster(string name, EcsClusterArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:clusters:EcsCluster", name, options)
    {
        InvalidArgsException.ThrowIfAny($"EcsCluster '{name}'", [.. EcsClusterArgs.NameProblems(name), .. args.Problems(name)]);
        Network = args.Network;
        Args = args;
        DynamicPorts = new DynamicPorts(this, name);
        FileSystemPaths = new FileSystemPaths(this, name);

        (ClusterArn, ClusterName, var sessions) = AddCluster(name, args);
        var capacity = AddCapacity(name, args);
        CapacityProviderAssociation = Associate(name, args, capacity);

        CapacityProviderName = capacity.Strategy[0].CapacityProvider;
        CapacityProviderNames = Output.All(capacity.Strategy.Select(item => item.CapacityProvider));
        Strategy = capacity.Strategy;
        InstanceSecurityGroupId = capacity.SecurityGroupId;
        InstanceRoleName = capacity.RoleName;
        Groups = capacity.Groups;
        ExecLogGroupName = sessions?.LogGroupName;
        ExecKeyArn = sessions?.KeyArn?.ToOutput();
        AutoScalingGroupNames = Output.All(capacity.Groups.Select(group => group.Group.Name));
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

    /// <summary>The main capacity provider's name, for a service's capacity provider strategy.</summary>
    [Output("capacityProviderName")]
    public Output<string> CapacityProviderName { get; private set; }

    /// <summary>All capacity providers' names, the main one first.</summary>
    [Output("capacityProviderNames")]
    public Output<ImmutableArray<string>> CapacityProviderNames { get; private set; }

    /// <summary>The instances' security group: it lets nothing in.</summary>
    [Output("instanceSecurityGroupId")]
    public Output<string> InstanceSecurityGroupId { get; private set; }

    /// <summary>The name of the instances' role; null for existing capacity.</summary>
    [Output("instanceRoleName")]
    public Output<string>? InstanceRoleName { get; private set; }

    /// <summary>The Auto Scaling groups' names, the main one first; none for managed instances and existing capacity.</summary>
    [Output("autoScalingGroupNames")]
    public Output<ImmutableArray<string>> AutoScalingGroupNames { get; private set; }

    /// <summary>The log group that records sessions of <c>ecs execute-command</c>; null for an adopted cluster.</summary>
    [Output("execLogGroupName")]
    public Output<string>? ExecLogGroupName { get; private set; }

    /// <summary>The key that encrypts those sessions, which tasks must be allowed to decrypt with; null for none of one's own.</summary>
    [Output("execKeyArn")]
    public Output<string>? ExecKeyArn { get; private set; }

    /// <summary>How the cluster spreads the tasks of services that name no capacity provider.</summary>
    public ImmutableArray<CapacityProviderShare> Strategy { get; }

    /// <summary>A service that uses a capacity provider must come after this, or ECS does not know the provider.</summary>
    internal Ecs.ClusterCapacityProviders CapacityProviderAssociation { get; }

    /// <summary>What the cluster was made of.</summary>
    internal EcsClusterArgs Args { get; }

    /// <summary>The Auto Scaling groups, by the end of their names.</summary>
    internal ImmutableArray<(string Suffix, AutoScaling.Group Group)> Groups { get; }

    /// <summary>Which workload has which group of instances for itself.</summary>
    internal InstanceClaims InstanceClaims { get; } = new();

    /// <summary>The instances' ports that tasks in network mode bridge get.</summary>
    internal DynamicPorts DynamicPorts { get; }

    /// <summary>The ways from the instances to file systems that exist.</summary>
    internal FileSystemPaths FileSystemPaths { get; }

    private (Output<string> Arn, Output<string> Name, ExecSessions? Sessions) AddCluster(string name, EcsClusterArgs args)
    {
        if (args.Cluster is ClusterSource.Adopt adopt)
        {
            return Read(name, adopt.Name, args.Network.Account);
        }

        var create = (ClusterSource.Create)args.Cluster;
        var sessions = ExecSessions.Add(name, create, args.Network.Account, this);
        var cluster = new Ecs.Cluster(
            name,
            new Ecs.ClusterArgs
            {
                Settings = { new ClusterSettingArgs { Name = "containerInsights", Value = ValueOf(create.ContainerInsights) } },
                Configuration = new ClusterConfigurationArgs { ExecuteCommandConfiguration = sessions.ToConfiguration() },
            },
            new CustomResourceOptions { Parent = this, Protect = args.DeletionProtection ? true : null, DependsOn = { args.Network } });
        return (cluster.Arn, cluster.Name, sessions);
    }

    private (Output<string> Arn, Output<string> Name, ExecSessions? Sessions) Read(string name, string existing, AwsAccount account)
    {
        // The provider reads a cluster by its name alone; its ARN follows from where it is. What refers to it waits for the reading.
        var read = Ecs.Cluster.Get(name, existing, options: new CustomResourceOptions { Parent = this });
        return (
            read.Id.Apply(_ => new Arn("aws", "ecs", account.Region, account.Id, $"cluster/{existing}").ToString()),
            read.Id.Apply(_ => existing),
            null);
    }

    private ClusterInstances AddCapacity(string name, EcsClusterArgs args) => args.Capacity is ClusterCapacity.Existing existing
        ? ClusterInstances.Of(existing)
        : ClusterInstances.Add(name, args, ClusterArn, ClusterName, this);

    private Ecs.ClusterCapacityProviders Associate(string name, EcsClusterArgs args, ClusterInstances capacity)
    {
        if (args.Capacity is ClusterCapacity.Existing)
        {
            return Ecs.ClusterCapacityProviders.Get(
                name, ((ClusterSource.Adopt)args.Cluster).Name, options: new CustomResourceOptions { Parent = this });
        }

        return new Ecs.ClusterCapacityProviders(
            name,
            new Ecs.ClusterCapacityProvidersArgs
            {
                ClusterName = ClusterName,
                CapacityProviders =
                [
                    .. capacity.Strategy.Select(item => (Input<string>)item.CapacityProvider),
                    .. args.Cluster is ClusterSource.Adopt adopt ? adopt.OtherCapacityProviders.Select(other => (Input<string>)other) : [],
                ],
                DefaultCapacityProviderStrategies = capacity.Strategy
                    .Where(item => item.Weight > 0 || item.Base > 0)
                    .Select(item => new ClusterCapacityProvidersDefaultCapacityProviderStrategyArgs
                    {
                        CapacityProvider = item.CapacityProvider,
                        Base = item.Base,
                        Weight = item.Weight,
                    })
                    .ToArray(),
            },
            // A cluster has one list of capacity providers: a second one cannot stand beside the first.
            new CustomResourceOptions { Parent = this, Protect = args.DeletionProtection ? true : null, DeleteBeforeReplace = true });
    }

    private static string ValueOf(ContainerInsights insights) => insights switch
    {
        ContainerInsights.Enhanced => "enhanced",
        ContainerInsights.On => "enabled",
        _ => "disabled",
    };
}
