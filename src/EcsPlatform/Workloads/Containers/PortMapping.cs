namespace EcsPlatform.Workloads;

/// <summary>A TCP port that a container listens on. Each task has a network interface of its own, so the port is the same outside.</summary>
/// <param name="ContainerPort">1 to 65535.</param>
public sealed record PortMapping(int ContainerPort);
