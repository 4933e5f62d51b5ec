using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The VPC of a stack.</summary>
/// <param name="Cidr">Its range.</param>
/// <param name="Zones">Its zones.</param>
/// <param name="Subnets">The subnets' ranges; null computes them.</param>
/// <param name="Nat">How private subnets reach the internet.</param>
/// <param name="InterfaceEndpoints">The AWS services with an endpoint in the VPC; null for none.</param>
public sealed record NetworkSettings(
    CidrBlock Cidr, ImmutableArray<string> Zones, SubnetPlan? Subnets, NatStrategy Nat, ImmutableArray<InterfaceEndpointService>? InterfaceEndpoints)
{
    private const string Computed = "computed from the VPC's range, for both tiers";

    private static readonly ImmutableSortedDictionary<string, NatStrategy> NatWords = new Dictionary<string, NatStrategy>
    {
        ["none"] = NatStrategy.None,
        ["single"] = NatStrategy.Single,
        ["perZone"] = NatStrategy.PerZone,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The settings as the component takes them.</summary>
    /// <param name="account">Where the stack lives.</param>
    /// <returns>The arguments.</returns>
    public BaseNetworkArgs ToArgs(AwsAccount account) => new()
    {
        Account = account,
        CidrBlock = Cidr,
        AvailabilityZones = Zones,
        Vpc = new VpcSource.Create
        {
            Subnets = Subnets is null ? new SubnetRanges.Equal() : new SubnetRanges.Given(Subnets),
            Nat = Nat,
        },
        InterfaceEndpoints = InterfaceEndpoints is { } services ? new InterfaceEndpointsArgs { Services = services } : null,
    };

    /// <summary>Reads the section.</summary>
    internal static NetworkSettings Read(ConfigSection section)
    {
        var publicSubnets = section.OptionalList<CidrBlock>("publicSubnets", CidrBlock.TryParse, ConfigFormat.Cidr, "The public subnets' ranges, one a zone", Computed);
        var privateSubnets = section.OptionalList<CidrBlock>("privateSubnets", CidrBlock.TryParse, ConfigFormat.Cidr, "The private subnets' ranges, one a zone", Computed);
        if (publicSubnets is null != privateSubnets is null)
        {
            section.RefuseMissing(publicSubnets is null ? "publicSubnets" : "privateSubnets", "ranges for both tiers or for none");
        }

        return new NetworkSettings(
            section.Parsed<CidrBlock>("cidr", CidrBlock.TryParse, ConfigFormat.Cidr, "The VPC's range"),
            section.Texts("zones", "The availability zones that the VPC spreads over"),
            publicSubnets is { } open && privateSubnets is { } closed ? new SubnetPlan(open, closed) : null,
            section.OneOf("nat", NatWords, "How many NAT gateways lead from private subnets to the internet"),
            section.OptionalList<InterfaceEndpointService>(
                "interfaceEndpoints",
                TryFind,
                ConfigFormat.OneOf(InterfaceEndpointService.All.Select(service => service.Name)),
                "The AWS services that private subnets reach through an endpoint in the VPC, which is the only way where there is no NAT",
                "none"));
    }

    private static bool TryFind(string? text, out InterfaceEndpointService service)
    {
        var found = InterfaceEndpointService.Find(text ?? "");
        service = found!;
        return found is not null;
    }
}
