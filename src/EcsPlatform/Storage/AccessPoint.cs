using System.Text.RegularExpressions;

namespace EcsPlatform.Storage;

/// <summary>
/// A way into a file system: a directory of it, and the POSIX user as which everybody reads and writes who comes this way
/// (https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html). Every change replaces it; the directory stays.
/// </summary>
public sealed partial record AccessPoint
{
    // https://docs.aws.amazon.com/efs/latest/ug/API_PosixUser.html
    private const int MostSecondaryGroups = 16;

    /// <summary>The directory that clients see as <c>/</c>, created on first use; not <c>/</c> itself, at most 4 deep and 100 characters long.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>The POSIX user as which clients read and write; 0 only with <see cref="RootAccess"/>.</summary>
    public required int UserId { get; init; }

    /// <summary>The POSIX group as which clients read and write; 0 only with <see cref="RootAccess"/>.</summary>
    public required int GroupId { get; init; }

    /// <summary>Further POSIX groups of that user; at most 16. Default: none.</summary>
    public ImmutableArray<int> SecondaryGroupIds { get; init; } = [];

    /// <summary>The created directory's permissions, octal. Default: 750.</summary>
    public string Permissions { get; init; } = "750";

    /// <summary>True makes clients root in the directory, for images that change its owner at their start. Default: false.</summary>
    public bool RootAccess { get; init; }

    /// <summary>Finds what is wrong with this access point.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
        [.. DirectoryProblems(where), .. UserProblems(where), .. GroupProblems(where), .. PermissionProblems(where)];

    /// <summary>Finds whether something names an access point that there is not.</summary>
    /// <param name="where">What names it, for the messages.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">The file system's access points.</param>
    /// <returns>A problem, none when there is one.</returns>
    internal static IEnumerable<Problem> UnknownProblems(string where, string name, IEnumerable<string> known)
    {
        List<string> names = [.. known.Order(StringComparer.Ordinal)];
        if (!names.Contains(name))
        {
            yield return new Problem(
                $"{where}.accessPoint",
                $"'{name}'",
                names.Count == 0 ? "none, for the file system has no access points" : string.Join(", ", names),
                "Declare the access point or correct its name");
        }
    }

    private IEnumerable<Problem> DirectoryProblems(string where)
    {
        if (!RootDirectory.StartsWith('/') || RootDirectory.TrimEnd('/').Length == 0)
        {
            yield return new Problem(
                $"{where}.rootDirectory", $"'{RootDirectory}'", "an absolute path other than /", "Name a directory, so that volumes stay apart");
        }
        else if (RootDirectory.Length > 100 || !DirectoryPattern().IsMatch(RootDirectory))
        {
            yield return new Problem(
                $"{where}.rootDirectory",
                $"'{RootDirectory}'",
                "1 to 4 directories, 100 characters, none of $#<>;`|&?{}^*",
                "Shorten the path, and write it without a / at its end");
        }
    }

    private IEnumerable<Problem> UserProblems(string where)
    {
        if (UserId < (RootAccess ? 0 : 1))
        {
            yield return new Problem($"{where}.userId", $"{UserId}", RootAccess ? "0 or more" : "1 or more", "Use the image's own user, not root");
        }
        else if (RootAccess && UserId != 0)
        {
            yield return new Problem($"{where}.rootAccess", $"on for user {UserId}", "on only for user 0", "Use user 0, or leave RootAccess out");
        }
    }

    private IEnumerable<Problem> GroupProblems(string where)
    {
        if (GroupId < (RootAccess ? 0 : 1))
        {
            yield return new Problem($"{where}.groupId", $"{GroupId}", RootAccess ? "0 or more" : "1 or more", "Use the image's own group, not root");
        }

        foreach (var group in SecondaryGroupIds.Where(group => group < 0))
        {
            yield return new Problem($"{where}.secondaryGroupIds", $"{group}", "0 or more", "Give the numbers of POSIX groups");
        }

        if (SecondaryGroupIds.Length > MostSecondaryGroups)
        {
            yield return new Problem($"{where}.secondaryGroupIds", $"{SecondaryGroupIds.Length} groups", $"up to {MostSecondaryGroups}", "Leave some out");
        }
    }

    private IEnumerable<Problem> PermissionProblems(string where)
    {
        if (!PermissionsPattern().IsMatch(Permissions))
        {
            yield return new Problem($"{where}.permissions", $"'{Permissions}'", "three or four octal digits, such as 750", "Correct the permissions");
        }
    }

    // https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html
    [GeneratedRegex(@"\A(/(?!\.)[^$#<>;`|&?{}^*/\n]+){1,4}\z")]
    private static partial Regex DirectoryPattern();

    // https://docs.aws.amazon.com/efs/latest/ug/API_CreationInfo.html
    [GeneratedRegex(@"\A[0-7]{3,4}\z")]
    private static partial Regex PermissionsPattern();
}
