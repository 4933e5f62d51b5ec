using System.Text.RegularExpressions;

namespace EcsPlatform.Workloads;

/// <summary>
/// A volume on a file system of the workload's own: one declaration makes the file system, an access point with its POSIX user,
/// a mount target in each zone, the network path, and the task's right to mount.
/// </summary>
public sealed partial record EfsVolume
{
    /// <summary>The volume's name in the task.</summary>
    public required string Name { get; init; }

    /// <summary>The directory that tasks see as the volume's root, created on first use; not <c>/</c> itself.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>The POSIX user as which tasks read and write; not 0.</summary>
    public required int UserId { get; init; }

    /// <summary>The POSIX group as which tasks read and write.</summary>
    public required int GroupId { get; init; }

    /// <summary>The created directory's permissions, octal. Default: 750.</summary>
    public string Permissions { get; init; } = "750";

    /// <summary>True keeps the engine from deleting the file system. Default: true.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>Finds what is wrong with this volume.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!RootDirectory.StartsWith('/') || RootDirectory.TrimEnd('/').Length == 0)
        {
            yield return new Problem(
                $"{where}.volumes.{Name}.rootDirectory", $"'{RootDirectory}'", "an absolute path other than /", "Name a directory, so that volumes stay apart");
        }

        if (UserId < 1)
        {
            yield return new Problem($"{where}.volumes.{Name}.userId", $"{UserId}", "1 or more", "Use the image's own user, not root");
        }

        if (GroupId < 1)
        {
            yield return new Problem($"{where}.volumes.{Name}.groupId", $"{GroupId}", "1 or more", "Use the image's own group, not root");
        }

        if (!PermissionsPattern().IsMatch(Permissions))
        {
            yield return new Problem($"{where}.volumes.{Name}.permissions", $"'{Permissions}'", "three or four octal digits, such as 750", "Correct the permissions");
        }
    }

    [GeneratedRegex(@"\A0?[0-7]{3}\z")]
    private static partial Regex PermissionsPattern();
}
