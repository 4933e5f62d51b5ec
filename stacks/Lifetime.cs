using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Storage;
using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks;

/// <summary>For how long an environment is meant to be there.</summary>
public enum Lifetime
{
    /// <summary>Days: it stops each evening, and <c>pulumi destroy</c> takes everything away, content included.</summary>
    Ephemeral,

    /// <summary>For good; what holds content is protected from deletion, the rest can be made anew.</summary>
    Lasting,

    /// <summary>For good, and readers depend on it: the cluster and the load balancer are protected from deletion, too.</summary>
    Permanent,
}

/// <summary>What the lifetime of an environment means for its parts.</summary>
public static class LifetimeRules
{
    /// <summary>A bucket for content.</summary>
    public static DataBucketArgs Bucket(this Lifetime lifetime) =>
        lifetime == Lifetime.Ephemeral ? new DataBucketArgs { Protect = false, ForceDestroy = true } : new DataBucketArgs();

    /// <summary>A file system.</summary>
    public static FileSystem.Create FileSystem(this Lifetime lifetime) => lifetime.Keep(new FileSystem.Create());

    /// <summary>The instances of a cluster. Those of an environment that stops each evening are not kept by the tasks on them.</summary>
    public static InstanceCapacity Instances(this Lifetime lifetime, InstanceCapacity instances) =>
        lifetime == Lifetime.Ephemeral ? instances with { ProtectRunningTasks = false } : instances;

    /// <summary>A task whose new file systems are kept as long as the environment; one that it adopts is somebody else's.</summary>
    public static TaskSpec Task(this Lifetime lifetime, TaskSpec task) => task with
    {
        Volumes =
        [
            .. task.Volumes.Select(volume => volume.FileSystem is VolumeFileSystem.Dedicated { FileSystem: FileSystem.Create create } dedicated
                ? volume with { FileSystem = dedicated with { FileSystem = lifetime.Keep(create) } }
                : volume),
        ],
    };

    private static FileSystem.Create Keep(this Lifetime lifetime, FileSystem.Create fileSystem) =>
        lifetime == Lifetime.Ephemeral ? fileSystem with { Protect = false, Backup = false } : fileSystem;
}
