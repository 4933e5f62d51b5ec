using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>
/// A service on a cluster: task definition and ECS service, its roles, log group, volumes and security group, and the way by which
/// requests reach it. Tasks have network interfaces of their own (network mode awsvpc) in the private subnets.
/// </summary>
public sealed class EcsWorkload : ComponentResource
{
    // A deployment that is not steady by then is stuck: better to hear of it than to wait for hours.
    private static readonly TimeSpan SteadyStateTimeout = TimeSpan.FromMinutes(15);

    /// <summary>Creates the workload.</summary>
    /// <param name="name">The name, which its resources' names begin with; AWS's own name of the target group is shortened when it is too long.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public EcsWorkload(string name, EcsWorkloadArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:workloads:EcsWorkload", name, options)
    {
        InvalidArgsException.ThrowIfAny($"EcsWorkload '{name}'", args.Problems(name));
        var cluster = ClusterOf(args.Capacity);
        var network = cluster.Network;
        var children = new CustomResourceOptions { Parent = this };

        var logs = new CloudWatch.LogGroup(name, new CloudWatch.LogGroupArgs { RetentionInDays = args.LogRetentionDays }, children);
        var tasks = SecurityGroups.Add($"{name}-task", $"Tasks of {name}", network, args.Egress, children);
        ImmutableArray<EfsStorage> storage = [.. args.Task.Volumes.Select(volume => EfsStorage.Add(name, volume, network, tasks.Id, this))];
        var roles = TaskRoles.Add(name, network.Account, args.Task, logs, storage, children);
        var taskDefinition = TaskDefinitions.Add(
            name, args.Task, new ContainerContext(name, network.Account, logs.Name, args.Route?.FullHost), storage, roles, children);
        var endpoint = args.Route is { } route ? HttpEndpoint.Add(name, route, network, tasks, children) : null;
        var service = AddService(name, args, cluster, taskDefinition, tasks, endpoint, [
            cluster.CapacityProviderAssociation,
            .. roles.Policies,
            .. storage.SelectMany(volume => volume.MountTargets),
            .. endpoint is null ? Array.Empty<Resource>() : [endpoint.Rule],
        ]);

        ServiceName = service.Name;
        TaskDefinitionArn = taskDefinition.Arn;
        LogGroupName = logs.Name;
        SecurityGroupId = tasks.Id;
        Url = args.Route is null ? null : Output.Create($"https://{args.Route.FullHost}");
        RegisterOutputs();
    }

    /// <summary>The ECS service's name.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; }

    /// <summary>The task definition that the service should run.</summary>
    [Output("taskDefinitionArn")]
    public Output<string> TaskDefinitionArn { get; private set; }

    /// <summary>The log group that the containers write to.</summary>
    [Output("logGroupName")]
    public Output<string> LogGroupName { get; private set; }

    /// <summary>The tasks' security group.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>Where requests go; null when no route leads here.</summary>
    [Output("url")]
    public Output<string>? Url { get; private set; }

    private static EcsCluster ClusterOf(Capacity capacity) => capacity switch
    {
        Capacity.Shared shared => shared.Cluster,
        _ => throw new InvalidOperationException($"No cluster in {capacity.GetType().Name}."),
    };

    private Ecs.Service AddService(
        string name,
        EcsWorkloadArgs args,
        EcsCluster cluster,
        Ecs.TaskDefinition taskDefinition,
        Ec2.SecurityGroup tasks,
        HttpEndpoint? endpoint,
        ImmutableArray<Resource> after) => new(
        name,
        new Ecs.ServiceArgs
        {
            Cluster = cluster.ClusterArn,
            TaskDefinition = taskDefinition.Arn,
            DesiredCount = args.DesiredCount,
            SchedulingStrategy = "REPLICA",
            CapacityProviderStrategies =
            {
                new ServiceCapacityProviderStrategyArgs { CapacityProvider = cluster.CapacityProviderName, Base = 1, Weight = 100 },
            },
            NetworkConfiguration = new ServiceNetworkConfigurationArgs
            {
                Subnets = cluster.Network.PrivateSubnetIds,
                SecurityGroups = { tasks.Id },
                AssignPublicIp = false,
            },
            OrderedPlacementStrategies =
            {
                new ServiceOrderedPlacementStrategyArgs { Type = "spread", Field = "attribute:ecs.availability-zone" },
                new ServiceOrderedPlacementStrategyArgs { Type = "binpack", Field = "memory" },
            },
            AvailabilityZoneRebalancing = "DISABLED",
            DeploymentMinimumHealthyPercent = args.Deployment.MinimumHealthyPercent,
            DeploymentMaximumPercent = args.Deployment.MaximumPercent,
            DeploymentCircuitBreaker = new ServiceDeploymentCircuitBreakerArgs { Enable = true, Rollback = true },
            HealthCheckGracePeriodSeconds = endpoint is null ? (Input<int>?)null : args.HealthCheckGraceSeconds,
            LoadBalancers = endpoint is null ? [] : [LoadBalancer(args.Route!, endpoint)],
            EnableEcsManagedTags = true,
            PropagateTags = "SERVICE",
            WaitForSteadyState = true,
        },
        new CustomResourceOptions
        {
            Parent = this,
            DependsOn = after.ToArray(),
            CustomTimeouts = new CustomTimeouts { Create = SteadyStateTimeout, Update = SteadyStateTimeout },
        });

    private static ServiceLoadBalancerArgs LoadBalancer(HttpRoute route, HttpEndpoint endpoint) => new()
    {
        TargetGroupArn = endpoint.TargetGroup.Arn,
        ContainerName = route.ContainerName,
        ContainerPort = route.ContainerPort,
    };
}
