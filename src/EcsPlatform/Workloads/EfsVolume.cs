using System.Text.RegularExpressions;
using EcsPlatform.Networking;
using EcsPlatform.Storage;

namespace EcsPlatform.Workloads;

/// <summary>
/// A volume on EFS: one declaration makes the file system or takes one that is there, an access point with its POSIX user,
/// a mount target in each zone, the network path, and the task's right to mount.
/// </summary>
public sealed partial record EfsVolume
{
    /// <summary>The volume's name in the task: 1 to 255 letters, digits, hyphens and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>The file system under it. Default: a new one for this volume alone.</summary>
    public VolumeFileSystem FileSystem { get; init; } = new VolumeFileSystem.Dedicated(new FileSystem.Create());

    /// <summary>The directory that tasks see as the volume's root, created on first use; not <c>/</c> itself, at most 4 deep and 100 characters long.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>The POSIX user as which tasks read and write; 0 only with <see cref="RootAccess"/>.</summary>
    public required int UserId { get; init; }

    /// <summary>The POSIX group as which tasks read and write; 0 only with <see cref="RootAccess"/>.</summary>
    public required int GroupId { get; init; }

    /// <summary>Further POSIX groups of that user; at most 16. Default: none.</summary>
    public ImmutableArray<int> SecondaryGroupIds { get; init; } = [];

    /// <summary>The created directory's permissions, octal. Default: 750.</summary>
    public string Permissions { get; init; } = "750";

    /// <summary>True makes tasks root in the directory, for images that change its owner at their start. Default: false.</summary>
    public bool RootAccess { get; init; }

    /// <summary>Finds what is wrong with this volume.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
        [
            .. NameProblems(where),
            .. ToAccessPoint().Problems($"{where}.volumes.{Name}"),
            .. FileSystem is VolumeFileSystem.Dedicated dedicated ? dedicated.FileSystem.Problems($"{where}.volumes.{Name}") : [],
        ];

    /// <summary>Finds what is wrong between this volume and the network that tasks run in.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="network">The network.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> NetworkProblems(string where, BaseNetwork network)
    {
        where = $"{where}.volumes.{Name}";
        return FileSystem switch
        {
            VolumeFileSystem.Dedicated dedicated =>
            [
                .. dedicated.FileSystem.ZoneProblems(where, network.AvailabilityZones),
                .. dedicated.Subnets.Problems(where, network.AvailabilityZones),
            ],
            VolumeFileSystem.Shared { FileSystem: var shared } when shared.Network != network =>
            [
                new Problem(
                    $"{where}.fileSystem", $"'{shared.Name}' in another network", "a file system in the tasks' network", "Share one that the tasks reach"),
            ],
            _ => [],
        };
    }

    /// <summary>The access point that tasks come through.</summary>
    /// <returns>The access point.</returns>
    internal AccessPoint ToAccessPoint() => new()
    {
        RootDirectory = RootDirectory,
        UserId = UserId,
        GroupId = GroupId,
        SecondaryGroupIds = SecondaryGroupIds,
        Permissions = Permissions,
        RootAccess = RootAccess,
    };

    private IEnumerable<Problem> NameProblems(string where)
    {
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
        if (!NamePattern().IsMatch(Name))
        {
            yield return new Problem($"{where}.volumes", $"'{Name}'", "1 to 255 letters, digits, hyphens and underscores", "Rename the volume");
        }
    }

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{1,255}\z")]
    private static partial Regex NamePattern();
}
