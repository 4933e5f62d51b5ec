namespace EcsPlatform.Networking;

/// <summary>Who is at the other end of a security group's rule, by a name that the rule's own name bears.</summary>
public abstract record NetworkPeer
{
    private NetworkPeer(string name)
    {
        Name = name;
    }

    /// <summary>The peer's name: a DNS label, for example <c>catalogue</c>.</summary>
    public string Name { get; }

    /// <summary>All addresses of a range.</summary>
    /// <param name="Name">The peer's name.</param>
    /// <param name="Addresses">The range, never <c>0.0.0.0/0</c>.</param>
    public sealed record Range(string Name, CidrBlock Addresses) : NetworkPeer(Name);

    /// <summary>
    /// Whoever has an address (0.0.0.0/0), for example a provider of mail that names no ranges. On the way out alone; it leads through NAT.
    /// </summary>
    /// <param name="Name">The peer's name.</param>
    public sealed record Anywhere(string Name) : NetworkPeer(Name);

    /// <summary>The members of a security group, of the same VPC or of one that is peered with it in the same region.</summary>
    /// <param name="Name">The peer's name.</param>
    /// <param name="Id">The group's id.</param>
    public sealed record SecurityGroup(string Name, Input<string> Id) : NetworkPeer(Name);

    /// <summary>
    /// The addresses on a prefix list, for example those of S3 behind its gateway endpoint. A list counts as many rules as it may have
    /// entries (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html).
    /// </summary>
    /// <param name="Name">The peer's name.</param>
    /// <param name="Id">The list's id.</param>
    public sealed record PrefixList(string Name, Input<string> Id) : NetworkPeer(Name);

    /// <summary>The peer's addresses; null for a peer that is known by an id.</summary>
    internal CidrBlock? Block => this switch
    {
        Range range => range.Addresses,
        Anywhere => CidrBlock.All,
        _ => null,
    };

    /// <summary>The peer's addresses as a rule has them; null for a peer that is known by an id.</summary>
    internal Input<string>? CidrIpv4 => Block is { } block ? block.ToString() : (Input<string>?)null;

    /// <summary>The security group; null for another kind of peer.</summary>
    internal Input<string>? SecurityGroupId => (this as SecurityGroup)?.Id;

    /// <summary>The prefix list; null for another kind of peer.</summary>
    internal Input<string>? PrefixListId => (this as PrefixList)?.Id;

    /// <summary>Finds what is wrong with this peer.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!DnsName.IsLabel(Name))
        {
            yield return new Problem($"{where}.name", $"'{Name}'", DnsName.ValidLabels, "Choose a name that a rule can bear");
        }

        if (this is Range { Addresses.PrefixLength: 0 })
        {
            yield return new Problem($"{where}.{Name}", "0.0.0.0/0", "ranges of known networks", "Name the peer's own range, or for a way out Anywhere");
        }
    }
}
