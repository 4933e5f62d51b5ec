using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>Rules for VPCs, subnets, routes, endpoints and security groups.</summary>
public static class NetworkRules
{
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string Route = "aws:ec2/route:Route";

    private static readonly HashSet<double> GuardedPorts =
    [
        20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300,
    ];

    private static readonly string[] NeededInterfaceEndpoints = ["ecr.api", "ecr.dkr", "logs", "ssm"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        PlanRule.Each("NET-01", Vpc, (vpc, plan) => plan.All("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").Any(
            group => group.Names("vpcId", vpc) && group.Items("ingress").Count == 0 && group.Items("egress").Count == 0)),
        PlanRule.Each("NET-02", Vpc, (vpc, plan) => plan.All("aws:ec2/flowLog:FlowLog").Any(
            log => log.Names("vpcId", vpc) && log.Value("trafficType") is "ALL" or "REJECT")),
        PlanRule.Each("NET-03", Subnet, subnet => !subnet.IsOn("mapPublicIpOnLaunch")),
        // What opens a guarded port is told by the next rule alone.
        PlanRule.Each("NET-04", Ingress, (rule, plan) => !IsOpen(rule) || CoversGuardedPort(rule) || OpenForAPublicLoadBalancer(rule, plan)),
        PlanRule.Each("NET-05", Ingress, rule => !IsOpen(rule) || !CoversGuardedPort(rule)),
        PlanRule.Each("NET-06", Ingress, rule => rule.Value("ipProtocol") != "-1" || rule.Value("referencedSecurityGroupId") is not null),
        new("NET-07", plan => new[] { Group, Ingress, Egress }.SelectMany(plan.All)
            .Where(resource => resource.Value("description") is null or "" or "Managed by Pulumi" or "Managed by Terraform")
            .Select(resource => $"NET-07: {resource.Urn}")),
        PlanRule.Each("NET-08", Group, (group, plan) => (group.Items("ingress").Count == 0 && group.Items("egress").Count == 0)
            || !plan.All(Ingress).Concat(plan.All(Egress)).Any(rule => rule.Names("securityGroupId", group))),
        PlanRule.Each("NET-09", Egress, rule => rule.Value("ipProtocol") != "-1" || !IsOpen(rule)),
        PlanRule.Each("NET-10", "aws:ec2/networkAclRule:NetworkAclRule", rule =>
            rule.IsOn("egress") || rule.Value("ruleAction") != "allow" || !IsOpen(rule) || !(Covers(rule, 22) || Covers(rule, 3389))),
        new("NET-11", MissingEndpoints),
        new("NET-12", plan => Tiers(plan).Where(tier => tier.Select(subnet => subnet.Value("availabilityZone")).Distinct().Count() < 2)
            .Select(tier => $"NET-12: {tier.Key}")),
        PlanRule.Each("NET-14", Vpc, vpc => vpc.IsOn("enableDnsSupport") && vpc.IsOn("enableDnsHostnames")),
        PlanRule.Each("NET-15", Route, (route, plan) => route.Value("destinationCidrBlock") != "0.0.0.0/0" || route.Value("gatewayId") is null
            || !Uses(plan, route).Any(subnet => TierOf(subnet) != "public")),
        new("NET-16", OverlappingRanges),
    ];

    private static bool IsOpen(PlannedResource rule) =>
        rule.Value("cidrIpv4") == "0.0.0.0/0" || rule.Value("cidrBlock") == "0.0.0.0/0" || rule.Value("cidrIpv6") == "::/0" || rule.Value("ipv6CidrBlock") == "::/0";

    private static bool Covers(PlannedResource rule, double port) =>
        (rule.Value("ipProtocol") ?? rule.Value("protocol")) == "-1" || (rule.Amount("fromPort") <= port && rule.Amount("toPort") >= port);

    private static bool CoversGuardedPort(PlannedResource rule) => GuardedPorts.Any(port => Covers(rule, port));

    private static bool OpenForAPublicLoadBalancer(PlannedResource rule, Plan plan) =>
        rule.Amount("fromPort") is 80 or 443
        && rule.Amount("fromPort") == rule.Amount("toPort")
        && plan.All("aws:lb/loadBalancer:LoadBalancer").Any(balancer => !balancer.IsOn("internal")
            && balancer.Items("securityGroups").Any(group => group is PropertyValue.Text text && text.Value == rule.Value("securityGroupId")));

    // The tier is in the tag that awsx sets.
    private static string TierOf(PlannedResource subnet) => subnet.Value("tags.SubnetType")?.ToLowerInvariant() ?? "";

    private static IEnumerable<IGrouping<string, PlannedResource>> Tiers(Plan plan) =>
        plan.All(Subnet).GroupBy(subnet => $"{subnet.Value("vpcId")} {TierOf(subnet)}");

    private static IEnumerable<PlannedResource> Uses(Plan plan, PlannedResource route) => plan.All("aws:ec2/routeTableAssociation:RouteTableAssociation")
        .Where(association => association.Value("routeTableId") == route.Value("routeTableId"))
        .SelectMany(association => plan.All(Subnet).Where(subnet => association.Names("subnetId", subnet)));

    private static IEnumerable<string> MissingEndpoints(Plan plan)
    {
        foreach (var vpc in plan.All(Vpc))
        {
            var services = plan.All("aws:ec2/vpcEndpoint:VpcEndpoint").Where(endpoint => endpoint.Names("vpcId", vpc))
                .Select(endpoint => endpoint.Value("serviceName") ?? "").ToList();
            string[] needed = plan.All("aws:ec2/natGateway:NatGateway").Count == 0 ? ["s3", .. NeededInterfaceEndpoints] : ["s3"];
            foreach (var missing in needed.Where(name => !services.Any(service => service.EndsWith($".{name}", StringComparison.Ordinal))))
            {
                yield return $"NET-11: {vpc.Urn} {missing}";
            }
        }
    }

    private static IEnumerable<string> OverlappingRanges(Plan plan)
    {
        foreach (var vpc in plan.All(Vpc))
        {
            var ranges = plan.All(Subnet).Where(subnet => subnet.Names("vpcId", vpc))
                .Select(subnet => (subnet.Urn, Range: RangeOf(subnet.Value("cidrBlock")!))).OrderBy(entry => entry.Range.First).ToList();
            var whole = RangeOf(vpc.Value("cidrBlock")!);
            foreach (var (urn, range) in ranges.Where(entry => entry.Range.First < whole.First || entry.Range.Last > whole.Last))
            {
                yield return $"NET-16: {urn}";
            }

            for (var i = 1; i < ranges.Count; i++)
            {
                if (ranges[i].Range.First <= ranges[i - 1].Range.Last)
                {
                    yield return $"NET-16: {ranges[i].Urn}";
                }
            }
        }
    }

    private static (long First, long Last) RangeOf(string cidr)
    {
        var parts = cidr.Split('/');
        var first = parts[0].Split('.').Aggregate(0L, (sum, part) => (sum * 256) + long.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
        return (first, first + (1L << (32 - int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))) - 1);
    }
}
