namespace EcsPlatform.Networking;

/// <summary>Who may connect to a VPC's interface endpoints, by HTTPS.</summary>
public abstract record EndpointClients
{
    private EndpointClients()
    {
    }

    /// <summary>All addresses of the VPC.</summary>
    public sealed record Vpc : EndpointClients;

    /// <summary>Nobody but these.</summary>
    /// <param name="Peers">The peers, at least one.</param>
    public sealed record Named(ImmutableArray<NetworkPeer> Peers) : EndpointClients;

    /// <summary>The peers, whatever the kind.</summary>
    /// <param name="vpc">The VPC's range.</param>
    /// <returns>The peers, sorted by name.</returns>
    internal ImmutableArray<NetworkPeer> PeersIn(CidrBlock vpc) => this is Named named
        ? [.. named.Peers.OrderBy(peer => peer.Name, StringComparer.Ordinal)]
        : [new NetworkPeer.Range("vpc", vpc)];

    /// <summary>Finds what is wrong with these clients.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when they are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is not Named named)
        {
            yield break;
        }

        if (named.Peers.IsEmpty)
        {
            yield return new Problem($"{where}.clients", "nobody", "one peer or more", "Name who may connect, or leave it to the VPC");
        }

        foreach (var problem in named.Peers.SelectMany(peer => peer.Problems($"{where}.clients")))
        {
            yield return problem;
        }

        foreach (var peer in named.Peers.OfType<NetworkPeer.Anywhere>())
        {
            yield return new Problem($"{where}.clients.{peer.Name}", "0.0.0.0/0", "ranges of known networks", "Name the clients' own range");
        }

        foreach (var same in named.Peers.GroupBy(peer => peer.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.clients", $"'{same.Key}' {same.Count()} times", "each name once", "Leave the others out, or name them apart");
        }
    }
}
