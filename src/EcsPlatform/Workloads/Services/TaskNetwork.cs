using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Storage;
using Pulumi.Aws.Ecs.Inputs;

namespace EcsPlatform.Workloads;

/// <summary>Where a workload's tasks are in the network.</summary>
/// <param name="Task">What runs as one task, which says how they reach it.</param>
/// <param name="Cluster">The cluster.</param>
/// <param name="SecurityGroupId">The tasks' own security group, or the instances'.</param>
/// <param name="PeerName">The name of that group, for others' rules.</param>
internal sealed record TaskNetwork(TaskSpec Task, EcsCluster Cluster, Output<string> SecurityGroupId, string PeerName)
{
    /// <summary>Adds the tasks' security group, where they have one of their own.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="args">What the workload is made of.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The network.</returns>
    public static TaskNetwork Add(string name, EcsWorkloadArgs args, CustomResourceOptions options)
    {
        var cluster = args.Capacity.Cluster;
        if (args.Task.NetworkMode != NetworkMode.Awsvpc)
        {
            return new TaskNetwork(args.Task, cluster, cluster.InstanceSecurityGroupId, $"{cluster.GetResourceName()}-instances");
        }

        var group = SecurityGroups.Add($"{name}-task", $"Tasks of {name}", cluster.Network, args.Egress, options).Id;
        EgressPath.Open($"{name}-task", group, args.Peers, options);
        return new TaskNetwork(args.Task, cluster, group, name);
    }

    private readonly HashSet<(string Peer, int Port, PortProtocol Protocol)> _admitted = [];
    private readonly HashSet<string> _reached = new(StringComparer.Ordinal);

    private NetworkMode Mode => Task.NetworkMode;

    /// <summary>Whether the tasks have a security group of their own.</summary>
    public bool HasOwnGroup => Mode == NetworkMode.Awsvpc;

    /// <summary>What a load balancer sends requests to.</summary>
    public string TargetType => Mode == NetworkMode.Awsvpc ? "ip" : "instance";

    /// <summary>The addresses of tasks that have their own.</summary>
    /// <returns>The arguments; null where tasks use the instances' addresses.</returns>
    public Input<ServiceNetworkConfigurationArgs>? ToConfiguration() => Mode != NetworkMode.Awsvpc
        ? (Input<ServiceNetworkConfigurationArgs>?)null
        : new ServiceNetworkConfigurationArgs
        {
            Subnets = Cluster.Network.PrivateSubnetIds,
            SecurityGroups = { SecurityGroupId },
            AssignPublicIp = false,
        };

    /// <summary>Lets a peer reach a port of the tasks, once: several routes of a load balancer may lead there.</summary>
    /// <param name="rule">The rules' name.</param>
    /// <param name="description">What the path is for.</param>
    /// <param name="peer">The peer's name, which stands for one security group.</param>
    /// <param name="from">The peer's security group.</param>
    /// <param name="port">The container port.</param>
    /// <param name="options">The parent.</param>
    /// <param name="protocol">The port's protocol. Default: TCP.</param>
    public void Admit(
        string rule,
        string description,
        string peer,
        Input<string> from,
        int port,
        CustomResourceOptions options,
        PortProtocol protocol = PortProtocol.Tcp)
    {
        ImmutableArray<int> ports = [.. Task.Containers
            .SelectMany(container => container.Ports)
            .Where(mapping => mapping.ContainerPort == port && mapping.Protocol == protocol)
            .Select(mapping => mapping.HostPortIn(Mode))
            .Distinct()
            .Order()];
        if (ports.Contains(0))
        {
            Cluster.DynamicPorts.OpenTo(peer, from);
        }

        foreach (var fixedPort in ports.Where(fixedPort => fixedPort > 0 && _admitted.Add((peer, fixedPort, protocol))))
        {
            SecurityGroups.Open(
                ports.Length == 1 ? rule : $"{rule}-{fixedPort}",
                description,
                from,
                SecurityGroupId,
                fixedPort,
                options,
                protocol: protocol == PortProtocol.Udp ? "udp" : "tcp");
        }
    }

    /// <summary>
    /// Lets the tasks reach a file system, once: of those that exist several may have one security group, and tasks of several workloads may
    /// have the instances'.
    /// </summary>
    /// <param name="rule">The rules' name.</param>
    /// <param name="description">Who the tasks are.</param>
    /// <param name="source">Where the file system comes from.</param>
    /// <param name="fileSystem">What is known of it.</param>
    /// <param name="options">The parent.</param>
    public void Reach(string rule, string description, FileSystem source, FileSystemOutputs fileSystem, CustomResourceOptions options)
    {
        if (source is FileSystem.Adopt shared && !HasOwnGroup)
        {
            Cluster.FileSystemPaths.OpenTo(shared.SecurityGroupId);
        }
        else if (source is not FileSystem.Adopt adopt || _reached.Add(adopt.SecurityGroupId))
        {
            FileSystems.Open(rule, description, SecurityGroupId, fileSystem, options);
        }
    }

    /// <summary>Lets clients reach the tasks.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="clients">The clients.</param>
    /// <param name="options">The parent.</param>
    public void Admit(string name, ImmutableArray<ServiceClient> clients, CustomResourceOptions options)
    {
        foreach (var client in clients.DistinctBy(client => (client.Peer, client.Port)))
        {
            var (rule, description) = ($"{name}-from-{client.Peer}-{client.Port}", $"{client.Peer} to tasks of {name}");
            Admit(rule, description, client.Peer, client.PeerGroupId, client.Port, options);
            Admit($"{rule}-udp", description, client.Peer, client.PeerGroupId, client.Port, options, PortProtocol.Udp);
        }
    }
}
