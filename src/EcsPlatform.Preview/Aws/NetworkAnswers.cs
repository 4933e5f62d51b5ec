using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>VPCs, subnets, routes and security groups.</summary>
internal static class NetworkAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:ec2/vpc:Vpc"] = vpc => vpc
            .Ec2("vpc", "vpc").Tags().Empty("ipv6AssociationId", "ipv6CidrBlock", "ipv6CidrBlockNetworkBorderGroup")
            .Set("defaultNetworkAclId", FakeIdentifiers.Ec2("acl", vpc.Id))
            .Set("defaultRouteTableId", FakeIdentifiers.Ec2("rtb", vpc.Id))
            .Set("mainRouteTableId", FakeIdentifiers.Ec2("rtb", vpc.Id))
            .Set("defaultSecurityGroupId", FakeIdentifiers.Ec2("sg", vpc.Id))
            .Set("dhcpOptionsId", $"dopt-{FakeIdentifiers.Hex(8, vpc.Scope.AccountId)}")
            .Default("enableDnsSupport", true).Default("enableDnsHostnames", false)
            .Default("enableNetworkAddressUsageMetrics", false).Default("instanceTenancy", "default"),
        ["aws:ec2/defaultVpc:DefaultVpc"] = vpc => vpc
            .Ec2("vpc", "vpc").Tags().Empty("ipv6AssociationId").Set("existingDefaultVpc", true).Set("cidrBlock", "172.31.0.0/16")
            .Set("defaultNetworkAclId", FakeIdentifiers.Ec2("acl", vpc.Id))
            .Set("defaultRouteTableId", FakeIdentifiers.Ec2("rtb", vpc.Id))
            .Set("mainRouteTableId", FakeIdentifiers.Ec2("rtb", vpc.Id))
            .Set("defaultSecurityGroupId", FakeIdentifiers.Ec2("sg", vpc.Id))
            .Set("dhcpOptionsId", $"dopt-{FakeIdentifiers.Hex(8, vpc.Scope.AccountId)}").Set("instanceTenancy", "default"),
        ["aws:ec2/subnet:Subnet"] = subnet => subnet
            .Ec2("subnet", "subnet").Tags().Empty("ipv6CidrBlock", "ipv6CidrBlockAssociationId")
            .Default("availabilityZone", RegionFacts.Of(subnet.Scope.Region).ZoneNames.First())
            .Default("availabilityZoneId", RegionFacts.Of(subnet.Scope.Region).ZoneId(subnet.Text("availabilityZone")))
            .Default("assignIpv6AddressOnCreation", false).Default("mapPublicIpOnLaunch", false)
            .Default("privateDnsHostnameTypeOnLaunch", "ip-name"),
        ["aws:ec2/defaultSubnet:DefaultSubnet"] = subnet => subnet
            .Ec2("subnet", "subnet").Tags()
            .Empty("availabilityZoneId", "cidrBlock", "ipv6CidrBlockAssociationId", "outpostArn", "vpcId")
            .Set("enableLniAtDeviceIndex", 0d).Set("existingDefaultSubnet", true),
        ["aws:ec2/internetGateway:InternetGateway"] = gateway => gateway.Ec2("igw", "internet-gateway").Tags().Empty("vpcId"),
        ["aws:ec2/internetGatewayAttachment:InternetGatewayAttachment"] = attachment => attachment
            .Identify($"{attachment.Text("internetGatewayId")}:{attachment.Text("vpcId")}"),
        ["aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway"] = gateway => gateway
            .Identify(gateway.Ec2Id("eigw")).Tags(),
        ["aws:ec2/routeTable:RouteTable"] = table => table
            .Ec2("rtb", "route-table").Tags().Default("propagatingVgws", NoItems).Default("routes", NoItems),
        ["aws:ec2/defaultRouteTable:DefaultRouteTable"] = table => table
            .Identify(table.Text("defaultRouteTableId")).Arn("ec2", $"route-table/{table.Id}").Set("ownerId", table.Scope.AccountId)
            .Tags().Empty("vpcId").Default("routes", NoItems),
        ["aws:ec2/route:Route"] = route => route
            .Identify($"r-{route.Text("routeTableId")}{FakeIdentifiers.Digits(10, Destination(route))}")
            .Empty("instanceId", "instanceOwnerId", "networkInterfaceId").Set("origin", "CreateRoute").Set("state", "active"),
        ["aws:ec2/routeTableAssociation:RouteTableAssociation"] = association => association.Identify(association.Ec2Id("rtbassoc")),
        ["aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation"] = association => association
            .Identify(association.Ec2Id("rtbassoc"))
            .Set("originalRouteTableId", FakeIdentifiers.Ec2("rtb", association.Text("vpcId"))),
        ["aws:ec2/securityGroup:SecurityGroup"] = group => group
            .Ec2("sg", "security-group").Tags().Named().Empty("namePrefix", "vpcId").Default("description", "Managed by Pulumi")
            .Default("ingress", NoItems).Default("egress", NoItems).Default("revokeRulesOnDelete", false),
        // The VPC answers with the same id as its defaultSecurityGroupId.
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = group => group
            .Identify(FakeIdentifiers.Ec2("sg", group.Text("vpcId"))).Arn("ec2", $"security-group/{group.Id}").Tags()
            .Set("ownerId", group.Scope.AccountId).Set("name", "default").Set("description", "default VPC security group")
            .Empty("namePrefix", "vpcId").Default("ingress", NoItems).Default("egress", NoItems),
        ["aws:ec2/securityGroupRule:SecurityGroupRule"] = rule => rule
            .Identify($"sgrule-{FakeIdentifiers.Digits(10, rule.Seed())}").Set("securityGroupRuleId", rule.Ec2Id("sgr")),
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = SecurityGroupRule,
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = SecurityGroupRule,
        ["aws:ec2/networkAcl:NetworkAcl"] = acl => acl
            .Ec2("acl", "network-acl").Tags().Default("ingress", NoItems).Default("egress", NoItems).Default("subnetIds", NoItems),
        ["aws:ec2/networkAclRule:NetworkAclRule"] = rule => rule.Identify($"nacl-{FakeIdentifiers.Digits(10, rule.Seed())}"),
    };

    private static void SecurityGroupRule(AnswerDraft rule) => rule
        .Identify(rule.Ec2Id("sgr")).Arn("ec2", $"security-group-rule/{rule.Id}").Set("securityGroupRuleId", rule.Id).Tags();

    private static string Destination(AnswerDraft route) =>
        $"{route.Text("destinationCidrBlock")}{route.Text("destinationIpv6CidrBlock")}{route.Text("destinationPrefixListId")}";
}
