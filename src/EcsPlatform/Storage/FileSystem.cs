using System.Text.RegularExpressions;

namespace EcsPlatform.Storage;

/// <summary>Where a file system on EFS comes from.</summary>
public abstract partial record FileSystem
{
    private FileSystem()
    {
    }

    /// <summary>A new, encrypted file system. Its policy lets nobody in without TLS, without a mount target or without a role that may.</summary>
    public sealed record Create : FileSystem
    {
        /// <summary>What it is made for; another one replaces the file system. Default: general purpose.</summary>
        public PerformanceMode PerformanceMode { get; init; }

        /// <summary>How much it may read and write. Default: bursting.</summary>
        public ThroughputMode ThroughputMode { get; init; } = new ThroughputMode.Bursting();

        /// <summary>When files go to cheaper storage. Default: to Infrequent Access after 30 days, back with the next access.</summary>
        public FileSystemLifecycle Lifecycle { get; init; } = new();

        /// <summary>The ARN of the KMS key that encrypts it; another one replaces the file system. Default: null, the key of EFS in the account.</summary>
        public Input<string>? KmsKeyArn { get; init; }

        /// <summary>
        /// True backs it up each day and keeps the copies for 35 days, by the automatic plan of AWS Backup
        /// (https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html). Default: true.
        /// </summary>
        public bool Backup { get; init; } = true;

        /// <summary>True keeps the engine from deleting it. Default: true.</summary>
        public bool Protect { get; init; } = true;

        /// <summary>True lets nobody mount it but through an access point, whatever the policies of roles say. Default: false.</summary>
        public bool OnlyThroughAccessPoints { get; init; }
    }

    /// <summary>A file system that is there already, in the network's account and region; it is read, and neither changed nor deleted.</summary>
    /// <param name="FileSystemId">For example <c>fs-0123456789abcdef0</c>.</param>
    /// <param name="SecurityGroupId">The security group of its mount targets, which clients are let into.</param>
    /// <param name="MountTargetZones">The zones that have a mount target.</param>
    public sealed record Adopt(string FileSystemId, string SecurityGroupId, ImmutableArray<string> MountTargetZones) : FileSystem
    {
        /// <summary>True makes mount targets in the zones that have none. Default: false, every zone must have one.</summary>
        public bool AddMountTargets { get; init; }
    }

    /// <summary>Finds what is wrong with this file system.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) => this switch
    {
        Create create => CreateProblems(where, create),
        Adopt adopt => AdoptProblems(where, adopt),
        _ => [],
    };

    /// <summary>Finds what is wrong between this file system and the zones of a network: tasks find only the mount target of their own zone.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="zones">The network's zones.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> ZoneProblems(string where, ImmutableArray<string> zones)
    {
        if (this is not Adopt { AddMountTargets: false } adopt)
        {
            yield break;
        }

        var missing = zones.Except(adopt.MountTargetZones, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            yield return new Problem(
                $"{where}.mountTargetZones",
                $"no mount target in {string.Join(", ", missing)}",
                $"one in each zone of the network: {string.Join(", ", zones)}",
                "Name the zones that have one, or set AddMountTargets to true");
        }
    }

    private static IEnumerable<Problem> CreateProblems(string where, Create create)
    {
        if (create.ThroughputMode is ThroughputMode.Provisioned { MiBPerSecond: < 1 } provisioned)
        {
            yield return new Problem(
                $"{where}.throughputMode",
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{provisioned.MiBPerSecond} MiB/s"),
                "1 MiB/s or more",
                "Give what the workloads need");
        }

        if (create is { PerformanceMode: PerformanceMode.MaxIO, ThroughputMode: ThroughputMode.Elastic })
        {
            yield return new Problem($"{where}.performanceMode", "MaxIO with elastic throughput", "general purpose", "Leave the performance mode out");
        }

        foreach (var problem in create.Lifecycle.Problems($"{where}.lifecycle"))
        {
            yield return problem;
        }

        // https://docs.aws.amazon.com/efs/latest/ug/API_PutLifecycleConfiguration.html
        if (create is { Lifecycle.ArchiveDays: not null, ThroughputMode: not ThroughputMode.Elastic })
        {
            yield return new Problem(
                $"{where}.lifecycle.archive", "Archive without elastic throughput", "elastic throughput", "Choose elastic throughput, or leave Archive out");
        }
    }

    private static IEnumerable<Problem> AdoptProblems(string where, Adopt adopt)
    {
        if (!FileSystemIdPattern().IsMatch(adopt.FileSystemId))
        {
            yield return new Problem(
                $"{where}.fileSystemId", $"'{adopt.FileSystemId}'", "fs- and 8 to 40 hexadecimal digits", "Give the file system's id, not its ARN or name");
        }

        if (!SecurityGroupIdPattern().IsMatch(adopt.SecurityGroupId))
        {
            yield return new Problem(
                $"{where}.securityGroupId",
                $"'{adopt.SecurityGroupId}'",
                "sg- and 8 or 17 hexadecimal digits",
                "Give the id of the security group of the mount targets");
        }
    }

    // https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemDescription.html
    [GeneratedRegex(@"\Afs-[0-9a-f]{8,40}\z")]
    private static partial Regex FileSystemIdPattern();

    [GeneratedRegex(@"\Asg-([0-9a-f]{8}|[0-9a-f]{17})\z")]
    private static partial Regex SecurityGroupIdPattern();
}
