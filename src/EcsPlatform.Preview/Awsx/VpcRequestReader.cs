using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;

namespace EcsPlatform.Preview.Awsx;

/// <summary>Reads the inputs of <c>awsx:ec2:Vpc</c> and collects what the component, or AWS, would refuse.</summary>
internal sealed class VpcRequestReader(string name, ImmutableDictionary<string, object> inputs, AwsScope scope, List<string> problems)
{
    private static readonly ImmutableArray<(string Key, string[] Allowed)> Choices =
    [
        ("subnetStrategy", ["Legacy", "Auto", "AutoMerge", "Exact"]),
        ("subnetNameTagStrategy", ["Legacy", "AvailabilityZone"]),
        ("vpcEndpointStrategy", ["Legacy", "Auto"]),
    ];

    public VpcRequest Read()
    {
        foreach (var (key, allowed) in Choices)
        {
            RequireOneOf(key, inputs.Text(key), allowed);
        }

        RequireOneOf("natGateways.strategy", inputs.Entries("natGateways").Text("strategy"), ["None", "Single", "OnePerAz"]);
        var range = ReadRange();
        var zones = ReadZones();
        var request = new VpcRequest
        {
            Name = name,
            Inputs = inputs,
            Range = range,
            Zones = zones,
            Specs = inputs.ContainsKey("subnetSpecs")
                ? new SubnetSpecReader(range, zones.Length, problems).Read(inputs.Items("subnetSpecs"))
                : null,
        };
        if (request.Specs is { IsEmpty: true })
        {
            problems.Add("subnetSpecs is empty: leave it out for the default subnets, or list the subnets.");
        }

        CheckNatGateways(request);
        CheckEndpoints(request);
        return request;
    }

    private void RequireOneOf(string key, string value, string[] allowed)
    {
        if (value.Length > 0 && !allowed.Contains(value))
        {
            problems.Add($"{key} is '{value}'. Allowed: {string.Join(", ", allowed)}.");
        }
    }

    private Cidr ReadRange()
    {
        if (inputs.ContainsKey("ipv4IpamPoolId"))
        {
            problems.Add("ipv4IpamPoolId: the pool chooses the range during the update, so the offline preview cannot lay out the subnets. "
                + "Give cidrBlock instead.");
        }

        var text = inputs.Text("cidrBlock") is { Length: > 0 } given ? given : "10.0.0.0/16";
        if (!Cidr.TryParse(text, out var range) || range.Mask is < 16 or > 28)
        {
            problems.Add($"cidrBlock is '{text}': a VPC needs an IPv4 range between /16 and /28 that begins at its mask.");
        }

        return range;
    }

    private ImmutableArray<string> ReadZones()
    {
        var region = inputs.Text("region") is { Length: > 0 } given ? given : scope.Region;
        var names = inputs.Texts("availabilityZoneNames").ToImmutableArray();
        var counted = inputs.TryGetValue("numberOfAvailabilityZones", out var value) && value is double;
        if (inputs.ContainsKey("availabilityZoneNames"))
        {
            if (counted)
            {
                problems.Add("Give availabilityZoneNames or numberOfAvailabilityZones, not both.");
            }

            if (names.IsEmpty)
            {
                problems.Add("availabilityZoneNames is empty.");
            }

            foreach (var zone in names.GroupBy(zone => zone))
            {
                if (zone.Count() > 1)
                {
                    problems.Add($"availabilityZoneNames has '{zone.Key}' more than once.");
                }

                if (!zone.Key.StartsWith(region, StringComparison.Ordinal))
                {
                    problems.Add($"availabilityZoneNames has '{zone.Key}', which is not in the region {region}.");
                }
            }

            return names;
        }

        var available = RegionFacts.Of(region).ZoneNames.ToImmutableArray();
        var count = counted ? (int)(double)value! : 3;
        if (count < 1)
        {
            problems.Add($"numberOfAvailabilityZones is {count}: a VPC needs at least one.");
        }
        else if (count > available.Length)
        {
            problems.Add($"{(counted ? $"numberOfAvailabilityZones is {count}" : "The default is 3 availability zones")}, "
                + $"but {region} has {available.Length}.");
        }

        return [.. available.Take(count)];
    }

    private void CheckNatGateways(VpcRequest request)
    {
        // AutoMerge adds the default public and private subnets to the specs.
        if (request is { NatStrategy: not "None", SubnetStrategy: not "AutoMerge", Specs: { } specs })
        {
            var publicCount = specs.Count(spec => spec.Type == SubnetSpec.Public);
            if (publicCount == 0)
            {
                problems.Add($"natGateways.strategy is {request.NatStrategy}, but there are no public subnets to hold the NAT gateways.");
            }
            else if (publicCount > 1)
            {
                problems.Add("The offline preview cannot tell which of several kinds of public subnets holds the NAT gateways. "
                    + "Give one subnetSpec of type Public, or natGateways.strategy None.");
            }

            if (!specs.Any(spec => spec.Type is SubnetSpec.Private or SubnetSpec.Isolated))
            {
                problems.Add($"natGateways.strategy is {request.NatStrategy}, but there are no private or isolated subnets that need it.");
            }
        }

        if (request.AllocationIds.Length > 0 && request.AllocationIds.Length != request.NatGatewayCount)
        {
            problems.Add($"natGateways.elasticIpAllocationIds has {request.AllocationIds.Length} ids, "
                + $"but the strategy {request.NatStrategy} makes {request.NatGatewayCount} NAT gateways.");
        }
    }

    private void CheckEndpoints(VpcRequest request)
    {
        foreach (var (endpoint, index) in request.Endpoints.Select((endpoint, index) => (endpoint, index)))
        {
            if (endpoint.Text("serviceName").Length == 0)
            {
                problems.Add($"vpcEndpointSpecs[{index}].serviceName is missing.");
            }

            if (request.Endpoints.Take(index).Any(earlier => earlier.Text("serviceName") == endpoint.Text("serviceName")))
            {
                problems.Add($"vpcEndpointSpecs[{index}]: {endpoint.Text("serviceName")} has an endpoint already, "
                    + "and its resource goes by that name.");
            }

            if (request.EndpointStrategy == "Auto" && LeftToAuto(endpoint) is { } missing)
            {
                problems.Add($"vpcEndpointSpecs[{index}]: the offline preview does not know what the vpcEndpointStrategy Auto fills in. "
                    + $"Give {missing}.");
            }
        }
    }

    private static string? LeftToAuto(ImmutableDictionary<string, object> endpoint)
    {
        var placed = endpoint.ContainsKey("subnetIds") || endpoint.ContainsKey("subnetConfigurations");
        return !VpcRequest.IsInterface(endpoint) ? null
            : !placed ? "subnetIds"
            : endpoint.ContainsKey("securityGroupIds") ? null : "securityGroupIds";
    }
}
