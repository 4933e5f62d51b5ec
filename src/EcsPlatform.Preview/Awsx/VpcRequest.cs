using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;

namespace EcsPlatform.Preview.Awsx;

/// <summary>The inputs of <c>awsx:ec2:Vpc</c>, read and with the component's defaults.</summary>
internal sealed record VpcRequest
{
    public required string Name { get; init; }

    public required ImmutableDictionary<string, object> Inputs { get; init; }

    public required Cidr Range { get; init; }

    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>The kinds of subnets; null when the program leaves them to the component.</summary>
    public required ImmutableArray<SubnetSpec>? Specs { get; init; }

    public string NatStrategy => Inputs.Entries("natGateways").Text("strategy") is { Length: > 0 } strategy ? strategy : "OnePerAz";

    public ImmutableArray<string> AllocationIds => [.. Inputs.Entries("natGateways").Texts("elasticIpAllocationIds")];

    public int NatGatewayCount => NatStrategy switch { "None" => 0, "Single" => 1, _ => Zones.Length };

    public string SubnetStrategy => Choice("subnetStrategy");

    public string NameTagStrategy => Choice("subnetNameTagStrategy");

    public string EndpointStrategy => Choice("vpcEndpointStrategy");

    public ImmutableArray<ImmutableDictionary<string, object>> Endpoints =>
        [.. Inputs.Items("vpcEndpointSpecs").OfType<ImmutableDictionary<string, object>>()];

    public int? ZoneMask => Inputs.TryGetValue("availabilityZoneCidrMask", out var mask) && mask is double number ? (int)number : null;

    public static bool IsInterface(ImmutableDictionary<string, object> endpoint) => endpoint.Text("vpcEndpointType") == "Interface";

    public static bool IsGateway(ImmutableDictionary<string, object> endpoint) => endpoint.Text("vpcEndpointType") is "" or "Gateway";

    private string Choice(string key) => Inputs.Text(key) is { Length: > 0 } choice ? choice : "Legacy";
}
