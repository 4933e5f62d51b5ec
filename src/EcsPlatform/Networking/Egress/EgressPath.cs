namespace EcsPlatform.Networking;

/// <summary>One way out of a security group: to a peer, on one TCP port.</summary>
/// <param name="To">The peer.</param>
public sealed record EgressPath(NetworkPeer To)
{
    /// <summary>The peer's TCP port, 1 to 65535. Default: 443, HTTPS.</summary>
    public int Port { get; init; } = 443;

    /// <summary>Finds what is wrong with this path.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in To.Problems(where))
        {
            yield return problem;
        }

        if (Port is < 1 or > 65_535)
        {
            yield return new Problem($"{where}.{To.Name}.port", $"{Port}", "1 to 65535", "Give the port on which the peer listens");
        }
    }

    /// <summary>Finds what is wrong with several paths of one group.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="paths">The paths.</param>
    /// <param name="internet">What the group lets out besides.</param>
    /// <returns>The problems, none when they are right.</returns>
    internal static IEnumerable<Problem> Problems(string where, ImmutableArray<EgressPath> paths, InternetEgress internet) =>
    [
        .. paths.SelectMany(path => path.Problems(where)),
        .. paths.GroupBy(path => (path.To.Name, path.Port)).Where(same => same.Count() > 1).Select(same => new Problem(
            where,
            $"'{same.Key.Name}' on port {same.Key.Port} {same.Count()} times",
            "each peer once for each port",
            "Leave the others out, or name them apart")),
        .. paths.Where(path => path.To is NetworkPeer.Anywhere or NetworkPeer.Range { Addresses.PrefixLength: > 0 })
            .GroupBy(path => (path.To.Block, path.Port))
            .SelectMany(same => SameProblems(where, [.. same], internet)),
    ];

    /// <summary>Adds rules that let a group out on some paths.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="group">The group's id.</param>
    /// <param name="paths">The paths, without problems.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The rules, sorted by peer and port.</returns>
    internal static ImmutableArray<Resource> Open(string name, Input<string> group, ImmutableArray<EgressPath> paths, CustomResourceOptions options) =>
    [
        .. paths.OrderBy(path => path.To.Name, StringComparer.Ordinal).ThenBy(path => path.Port).Select(path => SecurityGroups.LetOut(
            $"{name}-{path.Port}-to-{path.To.Name}", $"Port {path.Port} of {path.To.Name}", group, path.To, path.Port, options)),
    ];

    // AWS refuses a rule that a group has already, whatever the new one is called.
    private static IEnumerable<Problem> SameProblems(string where, ImmutableArray<EgressPath> same, InternetEgress internet)
    {
        var (to, port) = (same[0].To, same[0].Port);
        ImmutableArray<string> names = [.. same.Select(path => $"'{path.To.Name}'").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (names.Length > 1)
        {
            yield return new Problem(
                where, $"{string.Join(" and ", names)} for port {port} of {to.Block}", "each range once for each port", "Leave the others out");
        }

        var open = internet switch
        {
            InternetEgress.Https => port == 443,
            InternetEgress.HttpAndHttps => port is 80 or 443,
            _ => false,
        };
        if (to is NetworkPeer.Anywhere && open)
        {
            yield return new Problem(
                where, $"{names[0]} for port {port} of {to.Block}", $"ports that are not open to it anyway, by {internet}", "Leave it out");
        }
    }
}
