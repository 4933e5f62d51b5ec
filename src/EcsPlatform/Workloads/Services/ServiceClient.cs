namespace EcsPlatform.Workloads;

/// <summary>
/// Somebody who may connect to a workload's tasks: out of the one security group, into the other, by each protocol that a container listens
/// on the port with.
/// </summary>
public abstract record ServiceClient
{
    private ServiceClient(int port) => Port = port;

    /// <summary>The container port that it may reach.</summary>
    public int Port { get; init; }

    /// <summary>Whoever has a security group.</summary>
    /// <param name="Name">
    /// A short name, with which the rules' names end. In network mode bridge it stands for one group in all workloads of the cluster.
    /// </param>
    /// <param name="SecurityGroupId">The group.</param>
    /// <param name="Port">The container port.</param>
    public sealed record Group(string Name, Input<string> SecurityGroupId, int Port) : ServiceClient(Port);

    /// <summary>The tasks of another workload.</summary>
    /// <param name="Client">The other workload. In network modes bridge and host all tasks of its cluster are let in with it.</param>
    /// <param name="Port">The container port.</param>
    public sealed record Workload(EcsWorkload Client, int Port) : ServiceClient(Port);

    /// <summary>The name of the client's security group, for rules.</summary>
    internal string Peer => this switch
    {
        Group group => group.Name,
        Workload workload => workload.Client.PeerName,
        _ => throw new InvalidOperationException($"No name of {GetType().Name}."),
    };

    /// <summary>The client's security group.</summary>
    internal Input<string> PeerGroupId => this switch
    {
        Group group => group.SecurityGroupId,
        Workload workload => workload.Client.SecurityGroupId,
        _ => throw new InvalidOperationException($"No group of {GetType().Name}."),
    };

    /// <summary>Finds what is wrong with this client.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="task">The task that it connects to.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, TaskSpec task)
    {
        if (this is Group group && !DnsName.IsLabel(group.Name))
        {
            yield return new Problem($"{where}.clients", $"'{group.Name}'", DnsName.ValidLabels, "Give the client a short name");
        }

        if (!task.Containers.Any(container => container.Ports.Any(port => port.ContainerPort == Port)))
        {
            yield return new Problem(
                $"{where}.clients.{Peer}.port", $"{Port}", ContainerPort.AllOf(task), "Name a port that a container of the task listens on");
        }

        // The cluster opens any free port of its instances by TCP alone.
        if (task.Containers.Any(container => container.Ports.Any(port =>
            port.ContainerPort == Port && port.Protocol == PortProtocol.Udp && port.HostPortIn(task.NetworkMode) == 0)))
        {
            yield return new Problem(
                $"{where}.clients.{Peer}.port", $"{Port} by UDP, any free port of the instance", "a UDP port of the instance that is known", "Give the port a host port");
        }
    }
}
