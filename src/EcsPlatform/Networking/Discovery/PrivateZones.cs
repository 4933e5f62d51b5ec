using Pulumi.Aws.Route53.Inputs;

namespace EcsPlatform.Networking;

/// <summary>Makes private zones, or uses those that exist.</summary>
internal static class PrivateZones
{
    /// <summary>Adds a private zone, and associates the VPCs in which its names should resolve.</summary>
    /// <param name="name">The name of what it belongs to.</param>
    /// <param name="zone">The zone, without problems.</param>
    /// <param name="vpcId">The network's VPC.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What is known of the zone.</returns>
    public static PrivateZoneOutputs Add(string name, PrivateZone zone, Input<string> vpcId, CustomResourceOptions options)
    {
        var zoneName = $"{name}-private-zone";
        switch (zone)
        {
            case PrivateZone.Create create:
                var created = new Route53.Zone(
                    zoneName,
                    new Route53.ZoneArgs
                    {
                        Name = create.Domain,
                        Comment = $"Private zone of {name}",
                        ForceDestroy = create.ForceDestroy,
                        Vpcs = { new ZoneVpcArgs { VpcId = vpcId } },
                    },
                    // A zone cannot be made private without a first VPC, and would drop those that are associated later.
                    CustomResourceOptions.Merge(options, new CustomResourceOptions { IgnoreChanges = { "vpcs" } }));
                PrivateZoneVpcs.Associate(zoneName, created.ZoneId, null, create.FurtherVpcs, options);
                return new PrivateZoneOutputs(create.Domain, created.ZoneId);
            case PrivateZone.Adopt adopt:
                PrivateZoneVpcs.Associate(zoneName, adopt.ZoneId, adopt.AssociateNetwork ? vpcId : null, adopt.FurtherVpcs, options);
                return new PrivateZoneOutputs(adopt.Domain, Output.Create(adopt.ZoneId));
            default:
                throw new ArgumentException($"{zone.GetType().Name} is no zone that is known here.", nameof(zone));
        }
    }
}

/// <summary>What is known of a private zone, whether it was created or adopted.</summary>
/// <param name="Domain">The zone's domain.</param>
/// <param name="ZoneId">The zone's id, for records.</param>
public sealed record PrivateZoneOutputs(string Domain, Output<string> ZoneId);
