namespace EcsPlatform.Workloads;

/// <summary>
/// How a task's containers reach the network
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#network_mode).
/// </summary>
public enum NetworkMode
{
    /// <summary>Each task has a network interface and security groups of its own; a container's port is the same outside.</summary>
    Awsvpc,

    /// <summary>Containers share the instance's bridge: a container's port becomes a port of the instance, any free one unless one is given.</summary>
    Bridge,

    /// <summary>Containers share the instance's own network; a container's port is the instance's port.</summary>
    Host,
}
