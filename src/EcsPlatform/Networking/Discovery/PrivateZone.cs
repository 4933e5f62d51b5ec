namespace EcsPlatform.Networking;

/// <summary>A private hosted zone of Route 53, whose names resolve in its VPCs only: a new one, or one that exists.</summary>
public abstract record PrivateZone
{
    private PrivateZone(string domain)
    {
        Domain = domain;
    }

    /// <summary>The zone's domain, for example <c>staging.internal</c>. In its VPCs it hides a public zone of the same name.</summary>
    public string Domain { get; }

    /// <summary>Further VPCs in which the names resolve. Default: none.</summary>
    public ImmutableArray<AssociatedVpc> FurtherVpcs { get; init; } = [];

    /// <summary>A new zone, whose names resolve in the network's VPC. VPCs that others associate with it stay associated.</summary>
    /// <param name="Domain">The zone's domain.</param>
    public sealed record Create(string Domain) : PrivateZone(Domain)
    {
        /// <summary>True deletes the zone with all records in it, whoever made them: only for an environment that lives for days. Default: false.</summary>
        public bool ForceDestroy { get; init; }
    }

    /// <summary>A zone that exists and that somebody else of the same account manages.</summary>
    /// <param name="ZoneId">For example <c>Z0123456789ABCDEFGHIJ</c>.</param>
    /// <param name="Domain">The zone's domain.</param>
    public sealed record Adopt(string ZoneId, string Domain) : PrivateZone(Domain)
    {
        /// <summary>True makes the names resolve in the network's VPC; false leaves that to the zone's owner. Default: false.</summary>
        public bool AssociateNetwork { get; init; }
    }

    /// <summary>Finds what is wrong with this zone.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="own">The account and the region of the network.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount own)
    {
        if (!DnsName.IsDomain(Domain) && !DnsName.IsLabel(Domain))
        {
            yield return new Problem($"{where}.domain", $"'{Domain}'", DnsName.ValidDomains, "Give the zone's name");
        }

        if (this is Adopt { ZoneId: var zone } && !PrivateZoneVpcs.IsZoneId(zone))
        {
            yield return new Problem($"{where}.zoneId", $"'{zone}'", PrivateZoneVpcs.ValidZoneIds, "Give the id of the hosted zone, not its name");
        }

        foreach (var problem in AssociatedVpc.Problems($"{where}.furtherVpcs", FurtherVpcs, own))
        {
            yield return problem;
        }
    }
}
