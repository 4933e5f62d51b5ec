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
        var publicSubnets = section.OptionalList<CidrBlock>("publicSubnets", CidrBlock.TryParse, CidrBlock.ValidValues);
        var privateSubnets = section.OptionalList<CidrBlock>("privateSubnets", CidrBlock.TryParse, CidrBlock.ValidValues);
        if (publicSubnets is null != privateSubnets is null)
        {
            section.RefuseMissing(publicSubnets is null ? "publicSubnets" : "privateSubnets", "ranges for both tiers or for none");
        }

        return new NetworkSettings(
            section.Parsed<CidrBlock>("cidr", CidrBlock.TryParse, CidrBlock.ValidValues),
            section.Texts("zones"),
            publicSubnets is { } open && privateSubnets is { } closed ? new SubnetPlan(open, closed) : null,
            section.OneOf("nat", NatWords),
            section.OptionalList<InterfaceEndpointService>("interfaceEndpoints", TryFind, string.Join(", ", InterfaceEndpointService.All)));
    }

    private static bool TryFind(string? text, out InterfaceEndpointService service)
    {
        var found = InterfaceEndpointService.Find(text ?? "");
        service = found!;
        return found is not null;
    }
}
