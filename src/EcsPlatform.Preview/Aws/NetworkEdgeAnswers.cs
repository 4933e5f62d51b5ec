using System.Collections.Immutable;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>What connects a VPC: addresses, NAT, endpoints, peering, flow logs.</summary>
internal static class NetworkEdgeAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:ec2/eip:Eip"] = address => address
            .Identify(address.Ec2Id("eipalloc")).Arn("ec2", $"elastic-ip/{address.Id}").Tags().Set("allocationId", address.Id)
            .Set("publicIp", PublicIp(address.Id)).Set("publicDns", PublicDns(address))
            .Empty("associationId", "carrierIp", "customerOwnedIp", "instance", "networkInterface", "privateDns", "privateIp", "ptrRecord")
            .Default("domain", "vpc").Default("networkBorderGroup", address.Scope.Region).Default("publicIpv4Pool", "amazon"),
        ["aws:ec2/eipAssociation:EipAssociation"] = association => association.Identify(association.Ec2Id("eipassoc")),
        ["aws:ec2/natGateway:NatGateway"] = gateway => gateway
            .Identify(gateway.Ec2Id("nat")).Tags().Set("networkInterfaceId", gateway.Ec2Id("eni"))
            .Set("associationId", gateway.Ec2Id("eipassoc")).Set("publicIp", PublicIp(gateway.Text("allocationId")))
            .Set("regionalNatGatewayAddresses", NoItems)
            .Empty("autoProvisionZones", "autoScalingIps", "regionalNatGatewayAutoMode", "routeTableId")
            .Default("connectivityType", "public"),
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = endpoint => endpoint
            .Ec2("vpce", "vpc-endpoint").Tags().Default("vpcEndpointType", "Gateway")
            .Set("state", "available").Set("requesterManaged", false).Set("cidrBlocks", NoItems)
            .Set("prefixListId", IsInterface(endpoint) ? "" : $"pl-{FakeIdentifiers.Hex(8, ServiceSeed(endpoint))}")
            .Set("networkInterfaceIds", List(endpoint.Inputs.Texts("subnetIds").Select(subnet => endpoint.Ec2Id("eni", subnet))))
            .Set("dnsEntries", IsInterface(endpoint) ? [DnsEntry(endpoint)] : NoItems)
            .Default("privateDnsEnabled", false).Default("routeTableIds", NoItems).Default("subnetIds", NoItems)
            .Default("securityGroupIds", NoItems),
        ["aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation"] = association => association
            .Identify($"a-{association.Text("vpcEndpointId")}{FakeIdentifiers.Digits(10, association.Text("routeTableId"))}"),
        ["aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation"] = association => association
            .Identify($"a-{association.Text("vpcEndpointId")}{FakeIdentifiers.Digits(10, association.Text("subnetId"))}"),
        ["aws:ec2/vpcEndpointService:VpcEndpointService"] = service => service
            .Identify(service.Ec2Id("vpce-svc")).Arn("ec2", $"vpc-endpoint-service/{service.Id}").Tags()
            .Set("serviceName", $"com.amazonaws.vpce.{service.Scope.Region}.{service.Id}").Set("serviceType", "Interface")
            .Set("state", "Available").Set("managesVpcEndpoints", false).Set("availabilityZones", NoItems)
            .Set("baseEndpointDnsNames", List([$"{service.Id}.{service.Scope.Region}.vpce.{service.Scope.DnsSuffix}"]))
            .Set("privateDnsNameConfigurations", NoItems),
        ["aws:ec2/vpcDhcpOptions:VpcDhcpOptions"] = options => options.Ec2("dopt", "dhcp-options").Tags(),
        ["aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation"] = association => association
            .Identify($"{association.Text("dhcpOptionsId")}-{association.Text("vpcId")}"),
        ["aws:ec2/vpcPeeringConnection:VpcPeeringConnection"] = peering => peering
            .Identify(peering.Ec2Id("pcx")).Tags().Set("acceptStatus", peering.Inputs.Flag("autoAccept") ? "active" : "pending-acceptance")
            .Default("peerOwnerId", peering.Scope.AccountId).Default("peerRegion", peering.Scope.Region),
        ["aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter"] = accepter => accepter
            .Identify(accepter.Text("vpcPeeringConnectionId")).Tags()
            .Set("acceptStatus", accepter.Inputs.Flag("autoAccept") ? "active" : "pending-acceptance"),
        ["aws:ec2/peeringConnectionOptions:PeeringConnectionOptions"] = settings => settings.Identify(settings.Text("vpcPeeringConnectionId")),
        ["aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation"] = association => association
            .Identify(association.Ec2Id("vpc-cidr-assoc")),
        ["aws:ec2/managedPrefixList:ManagedPrefixList"] = list => list
            .Ec2("pl", "prefix-list").Tags().Named().Set("version", FakeIdentifiers.Counter(list.ContentSeed("name", "tags")))
            .Default("entries", NoItems),
        ["aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry"] = entry => entry
            .Identify($"{entry.Text("prefixListId")},{entry.Text("cidr")}"),
        ["aws:ec2/flowLog:FlowLog"] = log => log.Identify(log.Ec2Id("fl")).Arn("ec2", $"vpc-flow-log/{log.Id}").Tags(),
        ["aws:ec2/networkInterface:NetworkInterface"] = card => card
            .Ec2("eni", "network-interface").Tags().Empty("outpostArn", "privateDnsName").Set("macAddress", MacAddress(card.Id)),
    };

    private static bool IsInterface(AnswerDraft endpoint) => endpoint.Text("vpcEndpointType") == "Interface";

    // AWS has one prefix list for each service and region, shared by all endpoints.
    private static string ServiceSeed(AnswerDraft endpoint) => $"{endpoint.Scope.Region}|{endpoint.Text("serviceName")}";

    private static ImmutableDictionary<string, object> DnsEntry(AnswerDraft endpoint)
    {
        var service = endpoint.Text("serviceName").Split('.')[^1];
        var label = $"{endpoint.Id}-{FakeIdentifiers.LowerAlphanumeric(8, endpoint.Seed("dns"))}";
        return Map(
            ("dnsName", $"{label}.{service}.{endpoint.Scope.Region}.vpce.{endpoint.Scope.DnsSuffix}"),
            ("hostedZoneId", $"Z{FakeIdentifiers.UpperAlphanumeric(13, ServiceSeed(endpoint))}"));
    }

    // 203.0.113.0/24 is reserved for examples: no reader takes such an address for one of theirs.
    private static string PublicIp(string allocationId) =>
        allocationId.Length == 0 ? "" : $"203.0.113.{Convert.ToByte(FakeIdentifiers.Hex(2, allocationId), 16)}";

    private static string PublicDns(AnswerDraft address)
    {
        var host = $"ec2-{PublicIp(address.Id).Replace('.', '-')}";
        return address.Scope.Region == "us-east-1"
            ? $"{host}.compute-1.{address.Scope.DnsSuffix}"
            : $"{host}.{address.Scope.Region}.compute.{address.Scope.DnsSuffix}";
    }

    private static string MacAddress(string id) =>
        $"02:{string.Join(':', FakeIdentifiers.Hex(10, id).Chunk(2).Select(pair => new string(pair)))}";
}
