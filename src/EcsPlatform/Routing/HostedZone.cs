using System.Text.RegularExpressions;
using EcsPlatform.Networking;

namespace EcsPlatform.Routing;

/// <summary>A Route 53 hosted zone for the names of workloads: one that exists, or one that the program makes.</summary>
public sealed partial record HostedZone
{
    private readonly string? _knownId;
    private readonly Output<string>? _id;

    /// <summary>A zone that exists.</summary>
    /// <param name="zoneId">For example <c>Z0123456789ABCDEFGHIJ</c>.</param>
    /// <param name="domainName">For example <c>library.example.org</c>.</param>
    public HostedZone(string zoneId, string domainName)
    {
        _knownId = zoneId;
        DomainName = domainName;
    }

    /// <summary>A zone whose id comes from another resource; it is taken as it comes.</summary>
    /// <param name="zoneId">The id, known when the zone exists.</param>
    /// <param name="domainName">For example <c>library.example.org</c>; names and rules are made of it, so that it is known at once.</param>
    public HostedZone(Output<string> zoneId, string domainName)
    {
        _id = zoneId;
        DomainName = domainName;
    }

    /// <summary>A zone of the network, created or adopted.</summary>
    /// <param name="zone">The zone.</param>
    public HostedZone(DnsZoneOutputs zone)
        : this(zone.ZoneId, zone.Domain)
    {
    }

    /// <summary>The zone's id, for records.</summary>
    public Input<string> ZoneId => _knownId is { } known ? known : _id!;

    /// <summary>The zone's domain, for example <c>library.example.org</c>.</summary>
    public string DomainName { get; }

    /// <summary>Finds what is wrong with this zone.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (_knownId is { } id && !IdPattern().IsMatch(id))
        {
            yield return new Problem($"{where}.zoneId", $"'{id}'", "Z and up to 31 capital letters and digits", "Give the id of the hosted zone, not its name");
        }

        if (!DnsName.IsDomain(DomainName))
        {
            yield return new Problem($"{where}.domain", $"'{DomainName}'", DnsName.ValidDomains, "Give the zone's name");
        }
    }

    /// <summary>Tells whether a name lies in this zone.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it is the zone's domain or below it.</returns>
    public bool Holds(string name) => name == DomainName || name.EndsWith($".{DomainName}", StringComparison.Ordinal);

    // Two zones may have one domain, a public one and a private one; where an id is not known yet, one domain is taken for one zone.
    internal bool IsSameAs(HostedZone other) =>
        _knownId is { } id && other._knownId is { } otherId ? id == otherId : DomainName == other.DomainName;

    // At most 32 characters: https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html
    [GeneratedRegex(@"\AZ[0-9A-Z]{1,31}\z")]
    private static partial Regex IdPattern();
}
