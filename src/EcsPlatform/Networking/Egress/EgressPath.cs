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
    /// <returns>The problems, none when they are right.</returns>
    internal static IEnumerable<Problem> Problems(string where, ImmutableArray<EgressPath> paths) =>
    [
        .. paths.SelectMany(path => path.Problems(where)),
        .. paths.GroupBy(path => (path.To.Name, path.Port)).Where(same => same.Count() > 1).Select(same => new Problem(
            where,
            $"'{same.Key.Name}' on port {same.Key.Port} {same.Count()} times",
            "each peer once for each port",
            "Leave the others out, or name them apart")),
    ];
}
