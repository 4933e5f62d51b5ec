using Pulumi.Aws.Ec2.Inputs;

namespace EcsPlatform.Networking;

/// <summary>Makes a VPC's interface endpoints, with one security group for all of them.</summary>
internal static class InterfaceEndpoints
{
    private const int HttpsPort = 443;

    // The VPC has no IPv6 addresses from which another kind could be reached.
    private const string IpAddressType = "ipv4";

    /// <summary>Adds the endpoints. Their security group lets in HTTPS, and nothing out.</summary>
    /// <param name="name">The name of what they belong to.</param>
    /// <param name="args">Which endpoints, without problems.</param>
    /// <param name="vpcId">The VPC, which has DNS support and DNS host names.</param>
    /// <param name="vpc">The VPC's range.</param>
    /// <param name="subnetIds">The private subnets, at most one in a zone.</param>
    /// <param name="region">The VPC's region.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What is known of the endpoints.</returns>
    public static InterfaceEndpointOutputs Add(
        string name,
        InterfaceEndpointsArgs args,
        Input<string> vpcId,
        CidrBlock vpc,
        InputList<string> subnetIds,
        string region,
        CustomResourceOptions options)
    {
        var (group, _) = SecurityGroups.AddWithEgress($"{name}-endpoints", $"Interface endpoints of {name}", vpcId, InternetEgress.None, options);
        var rules = args.Clients.PeersIn(vpc).Select(client => SecurityGroups.LetIn(
            $"{name}-endpoints-from-{client.Name}", $"HTTPS from {client.Name}", group.Id, client, HttpsPort, options)).ToList();
        var endpoints = args.Services.OrderBy(service => service.Name, StringComparer.Ordinal).ToDictionary(
            service => service.Name,
            service => new Ec2.VpcEndpoint(
                $"{name}-endpoint-{service.Label}",
                new Ec2.VpcEndpointArgs
                {
                    VpcId = vpcId,
                    ServiceName = service.ServiceName(region),
                    VpcEndpointType = "Interface",
                    PrivateDnsEnabled = true,
                    IpAddressType = IpAddressType,
                    DnsOptions = new VpcEndpointDnsOptionsArgs { DnsRecordIpType = IpAddressType },
                    SubnetIds = subnetIds,
                    SecurityGroupIds = { group.Id },
                    Policy = args.Policies.TryGetValue(service, out var statements) ? (Input<string>)PolicyDocument.Json(statements) : null,
                    Tags = { ["Name"] = $"{name}-{service.Label}" },
                },
                options),
            StringComparer.Ordinal);
        return new InterfaceEndpointOutputs(
            group.Id,
            endpoints.ToImmutableSortedDictionary(endpoint => endpoint.Key, endpoint => endpoint.Value.Id, StringComparer.Ordinal),
            [.. rules, .. endpoints.Values]);
    }
}

/// <summary>What is known of a VPC's interface endpoints.</summary>
/// <param name="SecurityGroupId">The group that lets clients in: a client's own group must let it out to this one, or to the VPC's range.</param>
/// <param name="EndpointIds">The endpoints' ids, by the services' names, for example <c>ecr.api</c>.</param>
/// <param name="Resources">The endpoints and the rules: without NAT, what calls the services depends on them, or they go first.</param>
public sealed record InterfaceEndpointOutputs(
    Output<string> SecurityGroupId, ImmutableSortedDictionary<string, Output<string>> EndpointIds, ImmutableArray<Resource> Resources);
