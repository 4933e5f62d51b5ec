using System.Text.RegularExpressions;

namespace EcsPlatform.Networking;

/// <summary>A public hosted zone of Route 53: a new one, or one that exists.</summary>
public abstract partial record DnsZone
{
    private DnsZone(string domain)
    {
        Domain = domain;
    }

    /// <summary>The zone's domain, for example <c>library.example.org</c>.</summary>
    public string Domain { get; }

    /// <summary>A new zone. It answers nobody until the parent domain delegates to its name servers.</summary>
    /// <param name="Domain">The zone's domain.</param>
    public sealed record Create(string Domain) : DnsZone(Domain)
    {
        /// <summary>
        /// A reusable delegation set, for example <c>N1PA6795SAMPLE</c>: zones made with it always get its name servers, so that the
        /// parent domain need not change when a zone is made anew. Default: null, four name servers that Route 53 chooses.
        /// </summary>
        public string? DelegationSetId { get; init; }

        /// <summary>True deletes the zone with all records in it, whoever made them: only for an environment that lives for days. Default: false.</summary>
        public bool ForceDestroy { get; init; }
    }

    /// <summary>A zone that exists and that somebody else manages.</summary>
    /// <param name="ZoneId">For example <c>Z0123456789ABCDEFGHIJ</c>.</param>
    /// <param name="Domain">The zone's domain.</param>
    public sealed record Adopt(string ZoneId, string Domain) : DnsZone(Domain);

    /// <summary>Finds what is wrong with this zone.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!DnsName.IsDomain(Domain))
        {
            yield return new Problem($"{where}.domain", $"'{Domain}'", DnsName.ValidDomains, "Give the zone's name");
        }

        if (this is Create { DelegationSetId: { } set } && !DelegationSetPattern().IsMatch(set))
        {
            yield return new Problem(
                $"{where}.delegationSetId", $"'{set}'", "N and up to 31 capital letters and digits", "Give the id of a reusable delegation set of the account");
        }

        if (this is Adopt { ZoneId: var zone } && !ZonePattern().IsMatch(zone))
        {
            yield return new Problem($"{where}.zoneId", $"'{zone}'", "Z and up to 31 capital letters and digits", "Give the id of the hosted zone, not its name");
        }
    }

    /// <summary>Whether a name, or a wildcard for names, lies in the zone.</summary>
    /// <param name="name">For example <c>viewer.library.example.org</c> or <c>*.library.example.org</c>.</param>
    /// <returns>True for the zone's domain and all below it.</returns>
    public bool Holds(string name) => name == Domain || name.EndsWith($".{Domain}", StringComparison.Ordinal);

    // At most 32 characters: https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html
    [GeneratedRegex(@"\AZ[0-9A-Z]{1,31}\z")]
    private static partial Regex ZonePattern();

    // https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateReusableDelegationSet.html
    [GeneratedRegex(@"\AN[0-9A-Z]{1,31}\z")]
    private static partial Regex DelegationSetPattern();
}
