namespace EcsPlatform.Networking;

/// <summary>What the members of a standing security group may connect to. Nothing comes in through it.</summary>
public sealed record EgressGroupArgs
{
    /// <summary>What may leave for the internet. With anything but <see cref="InternetEgress.None"/> the subnets need NAT.</summary>
    public required InternetEgress Internet { get; init; }

    /// <summary>Who may be connected to besides, for example a VPC's interface endpoints. Default: nobody.</summary>
    public ImmutableArray<EgressPath> Peers { get; init; } = [];

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Internet is InternetEgress.None && Peers.IsEmpty)
        {
            yield return new Problem($"{where}.peers", "no way out", "the internet, or one peer or more", "Name who may be connected to, or leave the group out");
        }

        foreach (var problem in EgressPath.Problems($"{where}.peers", Peers, Internet))
        {
            yield return problem;
        }
    }
}
