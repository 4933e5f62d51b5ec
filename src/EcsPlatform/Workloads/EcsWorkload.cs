using EcsPlatform.Images;
using EcsPlatform.Networking;
using EcsPlatform.Routing;

namespace EcsPlatform.Workloads;

/// <summary>
/// A service on a cluster: task definition and ECS service, its roles, log group, volumes and security group, and the way by which
/// requests reach it. Tasks run in the private subnets, unless told otherwise with network interfaces of their own (network mode awsvpc).
/// </summary>
public sealed class EcsWorkload : ComponentResource
{
    /// <summary>Creates the workload.</summary>
    /// <param name="name">The name, which its resources' names begin with; AWS's own name of the target group is shortened when it is too long.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public EcsWorkload(string name, EcsWorkloadArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:workloads:EcsWorkload", name, options)
    {
        InvalidArgsException.ThrowIfAny($"EcsWorkload '{name}'", args.Problems(name));
        var cluster = args.Capacity.Cluster;
        var account = cluster.Network.Account;
        var children = new CustomResourceOptions { Parent = this };

        var task = args.PlacedTask;
        var logs = LogGroups.Add(name, args.Logs, account, children);
        var network = TaskNetwork.Add(name, args, children);
        ImmutableArray<EfsStorage> storage =
            [.. args.Task.Volumes.Select(volume => EfsStorage.Add(name, volume, network, this))];
        var exec = args.ExecuteCommand ? ExecAccess.Of(cluster) : null;
        var roles = TaskRoles.Add(name, account, task, logs, storage, children, exec);
        var taskDefinition = TaskDefinitions.Add(
            name,
            task,
            new ContainerContext(name, account, logs.Name, args.Route?.FullHost),
            new ProvedImages($"{name}.image", args.Registries, args.ImageProof, new InvokeOptions { Parent = this }),
            storage,
            roles,
            children);
        var endpoint = args.Route is { } route ? HttpEndpoint.Add(name, route, args.Deployment, network, children) : null;
        ImmutableArray<HttpEndpoint> further =
            [.. args.FurtherRoutes.Select(more => HttpEndpoint.Add($"{name}-{more.Name}", more.Route, new DeploymentStrategy.Rolling(), network, children))];
        var deploymentRoles = DeploymentRoles.Add(name, args, children);
        network.Admit(name, args.Clients, children);
        var service = EcsServices.Add(
            name,
            args,
            new ServiceParts
            {
                TaskDefinition = taskDefinition,
                Network = network,
                Endpoint = endpoint,
                FurtherEndpoints = further,
                Roles = deploymentRoles,
                Registry = args.CloudMap?.Add(name, args.ForceDelete, children),
                Connect = args.ServiceConnect?.ToConfiguration(logs, account.Region),
                After =
                [
                    cluster.CapacityProviderAssociation,
                    .. roles.Policies,
                    .. deploymentRoles.Policies,
                    .. storage.SelectMany(volume => volume.MountTargets),
                    .. endpoint?.Leads ?? [],
                    .. further.SelectMany(more => more.Leads),
                ],
            },
            this);
        if (args.DesiredCount is ServiceCount.Scaled scaled)
        {
            ServiceScaling.Add(name, scaled, service, cluster.ClusterName, endpoint?.ResourceLabel, children);
        }

        if (args.HealthyHosts is { } alarm)
        {
            HealthyHostAlarms.Add(name, alarm, service.Name, endpoint!, children);
        }

        PeerName = network.PeerName;
        Endpoint = endpoint;
        ServiceName = service.Name;
        TaskDefinitionArn = taskDefinition.Arn;
        LogGroupName = logs.Name;
        SecurityGroupId = network.SecurityGroupId;
        ServiceArn = service.Id;
        (TaskRoleArn, TaskRoleName) = (roles.Task.Arn, roles.Task.Name);
        (ExecutionRoleArn, ExecutionRoleName) = (roles.Execution.Arn, roles.Execution.Name);
        (TargetGroupArn, TargetGroupArnSuffix) = (endpoint?.TargetGroup.Arn, endpoint?.TargetGroup.ArnSuffix);
        FileSystemIds = ByVolume(storage, volume => volume.FileSystem.Id);
        FileSystemSecurityGroupIds = ByVolume(storage, volume => volume.FileSystem.SecurityGroupId);
        PrivateHost = args.CloudMap?.Domain is { } domain ? Output.Format($"{args.CloudMap.Name}.{domain}") : null;
        PrivatePort = args.CloudMap?.PortOf(task) is { } port ? Output.Create(port) : null;
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

    /// <summary>The tasks' security group: their own, or in network modes bridge and host the instances'.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>Where requests go; null when no route leads here.</summary>
    [Output("url")]
    public Output<string>? Url { get; private set; }

    /// <summary>The ECS service's ARN.</summary>
    [Output("serviceArn")]
    public Output<string> ServiceArn { get; private set; }

    /// <summary>The ARN of the role with which the containers speak to AWS.</summary>
    [Output("taskRoleArn")]
    public Output<string> TaskRoleArn { get; private set; }

    /// <summary>The name of that role, to attach policies.</summary>
    [Output("taskRoleName")]
    public Output<string> TaskRoleName { get; private set; }

    /// <summary>The ARN of the role with which ECS starts the tasks.</summary>
    [Output("executionRoleArn")]
    public Output<string> ExecutionRoleArn { get; private set; }

    /// <summary>The name of that role.</summary>
    [Output("executionRoleName")]
    public Output<string> ExecutionRoleName { get; private set; }

    /// <summary>The route's target group; null when no route leads here.</summary>
    [Output("targetGroupArn")]
    public Output<string>? TargetGroupArn { get; private set; }

    /// <summary>The end of that ARN, which is the dimension <c>TargetGroup</c> of its metrics; null when no route leads here.</summary>
    [Output("targetGroupArnSuffix")]
    public Output<string>? TargetGroupArnSuffix { get; private set; }

    /// <summary>The ids of the file systems, by the volumes' names.</summary>
    [Output("fileSystemIds")]
    public Output<ImmutableDictionary<string, string>> FileSystemIds { get; private set; }

    /// <summary>The security groups of the file systems' mount targets, by the volumes' names.</summary>
    [Output("fileSystemSecurityGroupIds")]
    public Output<ImmutableDictionary<string, string>> FileSystemSecurityGroupIds { get; private set; }

    /// <summary>The host under which Cloud Map finds the tasks; null without a name there, and without the namespace's own.</summary>
    [Output("privateHost")]
    public Output<string>? PrivateHost { get; private set; }

    /// <summary>The port at that host; null without a name there, where only SRV records know it, and when the task has several or none.</summary>
    [Output("privatePort")]
    public Output<int>? PrivatePort { get; private set; }

    /// <summary>The load balancer that leads requests to it, for the origin of a distribution; null when no route leads here.</summary>
    public SharedLoadBalancer? LoadBalancer => Endpoint?.LoadBalancer;

    /// <summary>The name of <see cref="SecurityGroupId"/> for others' rules.</summary>
    internal string PeerName { get; }

    /// <summary>What leads requests to it; null when nothing does.</summary>
    internal HttpEndpoint? Endpoint { get; }

    private static Output<ImmutableDictionary<string, string>> ByVolume(ImmutableArray<EfsStorage> storage, Func<EfsStorage, Output<string>> value) =>
        Output.All(storage.Select(volume => (Input<string>)value(volume)))
            .Apply(values => storage.Zip(values).ToImmutableDictionary(pair => pair.First.Volume.Name, pair => pair.Second, StringComparer.Ordinal));
}
