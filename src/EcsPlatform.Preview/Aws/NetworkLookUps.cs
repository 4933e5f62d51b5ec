namespace EcsPlatform.Preview.Aws;

/// <summary>Networks, names and certificates that exist.</summary>
internal static class NetworkLookUps
{
    public static Dictionary<string, Func<LookUp, (string Key, object Value)[]>> Rows { get; } = new()
    {
        ["aws:ec2/getVpc:getVpc"] = vpc => Ec2(vpc, vpc.Text("id"), "vpc"),
        ["aws:ec2/vpc:Vpc"] = vpc => Ec2(vpc, vpc.Id, "vpc"),
        ["aws:ec2/getSubnet:getSubnet"] = subnet => Ec2(subnet, subnet.Text("id"), "subnet"),
        ["aws:ec2/subnet:Subnet"] = subnet => Ec2(subnet, subnet.Id, "subnet"),
        ["aws:ec2/getSubnets:getSubnets"] = subnets => [("id", subnets.Scope.Region)],
        ["aws:ec2/getRouteTables:getRouteTables"] = tables => [("id", tables.Scope.Region)],
        ["aws:ec2/routeTable:RouteTable"] = table => Ec2(table, table.Id, "route-table"),
        ["aws:ec2/getSecurityGroup:getSecurityGroup"] = group => Ec2(group, group.Text("id"), "security-group"),
        ["aws:ec2/securityGroup:SecurityGroup"] = group => Ec2(group, group.Id, "security-group"),
        ["aws:ec2/getManagedPrefixList:getManagedPrefixList"] = list => PrefixList(list, list.Text("id"), list.Given.Text("name")),
        ["aws:ec2/managedPrefixList:ManagedPrefixList"] = list => PrefixList(list, list.Id, ""),
        ["aws:route53/getZone:getZone"] = zone => Zone(zone, zone.Text("zoneId")),
        ["aws:route53/zone:Zone"] = zone => Zone(zone, zone.Id),
        ["aws:acm/getCertificate:getCertificate"] = certificate =>
            Arn(certificate.Scope.Arn("acm", $"certificate/{certificate.Placeholder("arn")}")),
        ["aws:acm/certificate:Certificate"] = certificate => Arn(certificate.Id),
        ["aws:servicediscovery/getDnsNamespace:getDnsNamespace"] = space => Namespace(space, space.Placeholder("id")),
        ["aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace"] = space => Namespace(space, space.Id),
        ["aws:servicediscovery/httpNamespace:HttpNamespace"] = space => Namespace(space, space.Id),
        ["aws:servicediscovery/getService:getService"] = service => [
            ("id", service.Placeholder("id")),
            ("arn", service.Scope.Arn("servicediscovery", $"service/{service.Placeholder("id")}")),
        ],
    };

    private static (string, object)[] Ec2(LookUp found, string id, string kind) => [("id", id), ("arn", found.Scope.Arn("ec2", $"{kind}/{id}"))];

    private static (string, object)[] PrefixList(LookUp list, string id, string name)
    {
        // The lists of AWS's own services belong to no account.
        var owner = name.StartsWith("com.amazonaws.", StringComparison.Ordinal) ? "AWS" : list.Placeholder("ownerId");
        var account = owner == "AWS" ? list.Scope with { AccountId = "aws" } : list.Scope;
        return [("id", id), ("ownerId", owner), ("arn", account.Arn("ec2", $"prefix-list/{id}"))];
    }

    private static (string, object)[] Zone(LookUp zone, string id) =>
        [("id", id), ("zoneId", id), ("arn", $"arn:{zone.Scope.Partition}:route53:::hostedzone/{id}")];

    private static (string, object)[] Namespace(LookUp space, string id) =>
        [("id", id), ("arn", space.Scope.Arn("servicediscovery", $"namespace/{id}"))];

    private static (string, object)[] Arn(string arn) => [("id", arn), ("arn", arn)];
}
