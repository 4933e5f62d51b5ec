namespace EcsPlatform.Networking;

/// <summary>Makes zones, or finds them.</summary>
internal static class DnsZones
{
    /// <summary>Adds a zone: a new one, or the reading of one that exists.</summary>
    /// <param name="name">The name of what it belongs to.</param>
    /// <param name="zone">The zone, without problems.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What is known of the zone.</returns>
    public static DnsZoneOutputs Add(string name, DnsZone zone, CustomResourceOptions options)
    {
        switch (zone)
        {
            case DnsZone.Create create:
                var created = new Route53.Zone(
                    $"{name}-zone",
                    new Route53.ZoneArgs
                    {
                        Name = create.Domain,
                        Comment = $"Zone of {name}",
                        DelegationSetId = create.DelegationSetId is { } set ? (Input<string>)set : null,
                        ForceDestroy = create.ForceDestroy,
                    },
                    options);
                return new DnsZoneOutputs(zone.Domain, created.ZoneId, created.NameServers);
            case DnsZone.Adopt adopt:
                var found = Route53.Zone.Get($"{name}-zone", adopt.ZoneId, options: options);
                return new DnsZoneOutputs(zone.Domain, Output.Create(adopt.ZoneId), found.NameServers);
            default:
                throw new ArgumentException($"{zone.GetType().Name} is no zone that is known here.", nameof(zone));
        }
    }
}

/// <summary>What is known of a zone, whether it was created or adopted.</summary>
/// <param name="Domain">The zone's domain.</param>
/// <param name="ZoneId">The zone's id, for records.</param>
/// <param name="NameServers">The name servers, to which the parent domain delegates.</param>
public sealed record DnsZoneOutputs(string Domain, Output<string> ZoneId, Output<ImmutableArray<string>> NameServers);
