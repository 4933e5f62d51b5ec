namespace EcsPlatform.Workloads;

/// <summary>A port of one of a task's containers.</summary>
/// <param name="ContainerName">The container.</param>
/// <param name="Port">One of its ports.</param>
public sealed record ContainerPort(string ContainerName, int Port)
{
    /// <summary>The ports of a task's containers, for messages.</summary>
    /// <param name="task">The task.</param>
    /// <returns>For example <c>web:8080, admin:9090</c>.</returns>
    internal static string AllOf(TaskSpec task) => task.Containers.All(container => container.Ports.IsEmpty)
        ? "none, for no container has a port"
        : string.Join(", ", task.Containers.SelectMany(container => container.Ports.Select(port => $"{container.Name}:{port.ContainerPort}")));

    /// <summary>Tells whether a task has this port.</summary>
    /// <param name="task">The task.</param>
    /// <returns>True when it has.</returns>
    internal bool IsOf(TaskSpec task) =>
        task.Containers.Any(container => container.Name == ContainerName && container.Ports.Any(port => port.ContainerPort == Port));
}
