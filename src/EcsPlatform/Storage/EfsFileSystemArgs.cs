using System.Text.RegularExpressions;
using EcsPlatform.Networking;

namespace EcsPlatform.Storage;

/// <summary>What an <see cref="EfsFileSystem"/> is made of.</summary>
public sealed partial record EfsFileSystemArgs
{
    /// <summary>The network that it is reached from.</summary>
    public required BaseNetwork Network { get; init; }

    /// <summary>Where it comes from. Default: a new one.</summary>
    public FileSystem FileSystem { get; init; } = new FileSystem.Create();

    /// <summary>The subnets of its mount targets. Default: the network's private ones.</summary>
    public MountTargetSubnets Subnets { get; init; } = new MountTargetSubnets.Private();

    /// <summary>Access points by name, for functions and transfers; a workload that shares the file system makes its own. Default: none.</summary>
    public ImmutableSortedDictionary<string, AccessPoint> AccessPoints { get; init; } =
        ImmutableSortedDictionary.Create<string, AccessPoint>(StringComparer.Ordinal);

    /// <summary>Rights that the file system's own policy gives; a new file system only. Default: none.</summary>
    public ImmutableArray<AccessPointGrant> Grants { get; init; } = [];

    /// <summary>Security groups that reach it, by the clients' name; a workload that shares it opens its own way. Default: none.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Clients { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
        [
            .. FileSystem.Problems(where),
            .. FileSystem.ZoneProblems(where, Network.AvailabilityZones),
            .. Subnets.Problems(where, Network.AvailabilityZones),
            .. NameProblems($"{where}.accessPoints", AccessPoints.Keys),
            .. AccessPoints.SelectMany(accessPoint => accessPoint.Value.Problems($"{where}.accessPoints.{accessPoint.Key}")),
            .. NameProblems($"{where}.clients", Clients.Keys),
            .. GrantProblems(where),
        ];

    private static IEnumerable<Problem> NameProblems(string where, IEnumerable<string> names) => names
        .Where(name => !NamePattern().IsMatch(name))
        .Select(name => new Problem(where, $"'{name}'", "lower-case letters, digits and inner hyphens", "Rename it: names of resources end with it"));

    private IEnumerable<Problem> GrantProblems(string where)
    {
        if (!Grants.IsEmpty && FileSystem is FileSystem.Adopt)
        {
            yield return new Problem(
                $"{where}.grants", "grants of an adopted file system", "grants of a new one", "Leave them out: whoever made the file system keeps its policy");
        }

        foreach (var problem in Grants.SelectMany((grant, i) => grant.Problems($"{where}.grants[{i}]", AccessPoints)))
        {
            yield return problem;
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex NamePattern();
}
