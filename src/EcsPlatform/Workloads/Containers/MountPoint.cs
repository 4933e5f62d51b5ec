namespace EcsPlatform.Workloads;

/// <summary>Where a container sees a volume of its task.</summary>
/// <param name="Volume">The volume's name.</param>
/// <param name="ContainerPath">An absolute path in the container.</param>
/// <param name="ReadOnly">True keeps the container from writing. Default: true.</param>
public sealed record MountPoint(string Volume, string ContainerPath, bool ReadOnly = true);
