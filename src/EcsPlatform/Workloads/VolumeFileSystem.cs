using EcsPlatform.Storage;

namespace EcsPlatform.Workloads;

/// <summary>The file system under an <see cref="EfsVolume"/>.</summary>
public abstract record VolumeFileSystem
{
    private VolumeFileSystem()
    {
    }

    /// <summary>One that only this volume is made for; it stands and falls with the workload, but for its protection.</summary>
    /// <param name="FileSystem">A new one, or one that is there already.</param>
    public sealed record Dedicated(FileSystem FileSystem) : VolumeFileSystem
    {
        /// <summary>The subnets of its mount targets. Default: the network's private ones.</summary>
        public MountTargetSubnets Subnets { get; init; } = new MountTargetSubnets.Private();
    }

    /// <summary>One that others use as well; the volume gets an access point of its own there.</summary>
    /// <param name="FileSystem">The file system.</param>
    public sealed record Shared(EfsFileSystem FileSystem) : VolumeFileSystem;
}
