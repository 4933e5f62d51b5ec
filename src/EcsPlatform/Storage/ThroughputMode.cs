namespace EcsPlatform.Storage;

/// <summary>
/// How much a file system may read and write
/// (https://docs.aws.amazon.com/efs/latest/ug/performance.html#throughput-modes).
/// </summary>
public abstract record ThroughputMode
{
    private ThroughputMode()
    {
    }

    /// <summary>With the amount of data: 50 KiB/s for each GiB, and more for a while.</summary>
    public sealed record Bursting : ThroughputMode;

    /// <summary>As much as is asked for, and what is transferred is paid for.</summary>
    public sealed record Elastic : ThroughputMode;

    /// <summary>
    /// So much whatever the amount of data, paid for whether it is used or not. It can be lowered, or another mode chosen, only a day after
    /// it was raised (https://docs.aws.amazon.com/efs/latest/ug/managing-throughput.html).
    /// </summary>
    /// <param name="MiBPerSecond">MiB/s, 1 or more; the region's quota says how much.</param>
    public sealed record Provisioned(double MiBPerSecond) : ThroughputMode;
}

/// <summary>
/// What a file system is made for; it is chosen for good
/// (https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html).
/// </summary>
public enum PerformanceMode
{
    /// <summary>Answers soonest; what AWS recommends for all file systems.</summary>
    GeneralPurpose,

    /// <summary>The generation before, for many clients that can wait; not with <see cref="ThroughputMode.Elastic"/>.</summary>
    MaxIO,
}
