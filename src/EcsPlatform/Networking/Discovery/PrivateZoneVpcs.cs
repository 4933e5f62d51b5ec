using System.Text.RegularExpressions;

namespace EcsPlatform.Networking;

/// <summary>Associates VPCs with a private hosted zone, so that its names resolve there.</summary>
internal static partial class PrivateZoneVpcs
{
    /// <summary>The name of the association with this side's own VPC.</summary>
    public const string Network = "network";

    /// <summary>What the id of a hosted zone is, for messages.</summary>
    public const string ValidZoneIds = "Z and up to 31 capital letters and digits";

    /// <summary>Adds the associations.</summary>
    /// <param name="name">The zone's name.</param>
    /// <param name="zoneId">The zone.</param>
    /// <param name="ownVpcId">This side's VPC, when it is to be associated; else null.</param>
    /// <param name="others">Further VPCs, without problems.</param>
    /// <param name="options">The parent.</param>
    public static void Associate(
        string name, Input<string> zoneId, Input<string>? ownVpcId, ImmutableArray<AssociatedVpc> others, CustomResourceOptions options)
    {
        if (ownVpcId is not null)
        {
            Associate($"{name}-{Network}", zoneId, ownVpcId, null, options);
        }

        foreach (var vpc in others.OrderBy(vpc => vpc.Name, StringComparer.Ordinal))
        {
            Associate($"{name}-{vpc.Name}", zoneId, vpc, options);
        }
    }

    /// <summary>Whether a text is the id of a hosted zone.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it is.</returns>
    public static bool IsZoneId(string text) => ZoneIdPattern().IsMatch(text);

    private static void Associate(string name, Input<string> zoneId, AssociatedVpc vpc, CustomResourceOptions options)
    {
        if (vpc.Owner is not VpcOwner.OtherAccount other)
        {
            Associate(name, zoneId, vpc.VpcId, vpc.Region, options);
            return;
        }

        var authorization = new Route53.VpcAssociationAuthorization(
            $"{name}-authorization",
            new Route53.VpcAssociationAuthorizationArgs
            {
                ZoneId = zoneId,
                VpcId = vpc.VpcId,
                VpcRegion = vpc.Region is null ? null : (Input<string>)vpc.Region,
            },
            options);
        if (other.Provider is { } provider)
        {
            Associate(
                name,
                authorization.ZoneId,
                vpc.VpcId,
                vpc.Region,
                CustomResourceOptions.Merge(options, new CustomResourceOptions { Provider = provider }));
        }
    }

    private static void Associate(string name, Input<string> zoneId, Input<string> vpcId, string? region, CustomResourceOptions options) =>
        _ = new Route53.ZoneAssociation(
            name,
            new Route53.ZoneAssociationArgs { ZoneId = zoneId, VpcId = vpcId, VpcRegion = region is null ? null : (Input<string>)region },
            options);

    // At most 32 characters: https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html
    [GeneratedRegex(@"\AZ[0-9A-Z]{1,31}\z")]
    private static partial Regex ZoneIdPattern();
}
