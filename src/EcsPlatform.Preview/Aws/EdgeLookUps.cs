namespace EcsPlatform.Preview.Aws;

/// <summary>Load balancers, policies of CloudFront and web ACLs that exist.</summary>
internal static class EdgeLookUps
{
    public static Dictionary<string, Func<LookUp, (string Key, object Value)[]>> Rows { get; } = new()
    {
        ["aws:lb/getLoadBalancer:getLoadBalancer"] = balancer => LoadBalancer(balancer, balancer.Given.Text("arn") is { Length: > 0 } arn
            ? arn
            : balancer.Scope.Arn("elasticloadbalancing", $"loadbalancer/app/{balancer.Text("name")}/{balancer.Placeholder("arn")}")),
        ["aws:lb/loadBalancer:LoadBalancer"] = balancer => LoadBalancer(balancer, balancer.Id),
        ["aws:lb/getListener:getListener"] = listener => Arn(listener.Text("arn")),
        ["aws:lb/listener:Listener"] = listener => Arn(listener.Id),
        ["aws:lb/getTargetGroup:getTargetGroup"] = group => TargetGroup(group, group.Given.Text("arn") is { Length: > 0 } arn
            ? arn
            : group.Scope.Arn("elasticloadbalancing", $"targetgroup/{group.Text("name")}/{group.Placeholder("arn")}")),
        ["aws:lb/targetGroup:TargetGroup"] = group => TargetGroup(group, group.Id),
        ["aws:cloudfront/getCachePolicy:getCachePolicy"] = policy => ManagedPolicies.Cache.Find(policy),
        ["aws:cloudfront/getOriginRequestPolicy:getOriginRequestPolicy"] = policy => ManagedPolicies.OriginRequest.Find(policy),
        ["aws:cloudfront/getResponseHeadersPolicy:getResponseHeadersPolicy"] = policy => ManagedPolicies.ResponseHeaders.Find(policy),
        ["aws:cloudfront/distribution:Distribution"] = distribution => [
            ("arn", distribution.Scope.GlobalArn("cloudfront", $"distribution/{distribution.Id}")), ("hostedZoneId", "Z2FDTNDATAQYW2"),
        ],
        ["aws:wafv2/getWebAcl:getWebAcl"] = acl => WebAcl(acl, "webacl"),
        ["aws:wafv2/getIpSet:getIpSet"] = set => WebAcl(set, "ipset"),
    };

    private static (string, object)[] LoadBalancer(LookUp balancer, string arn)
    {
        var region = RegionFacts.Of(balancer.Scope.Region);
        var network = arn.Contains(":loadbalancer/net/", StringComparison.Ordinal);
        return [
            .. Arn(arn), ("arnSuffix", After(arn, ":loadbalancer/")), ("name", NameIn(balancer, arn, 2)),
            ("loadBalancerType", network ? "network" : "application"), ("zoneId", network ? region.Network : region.Application),
        ];
    }

    private static (string, object)[] TargetGroup(LookUp group, string arn) =>
        [.. Arn(arn), ("arnSuffix", After(arn, ":")), ("name", NameIn(group, arn, 1))];

    private static (string, object)[] WebAcl(LookUp found, string kind)
    {
        var global = found.Given.Text("scope") == "CLOUDFRONT";
        var scope = global ? found.Scope with { Region = "us-east-1" } : found.Scope;
        var id = found.Placeholder("id");
        return [("id", id), ("arn", scope.Arn("wafv2", $"{(global ? "global" : "regional")}/{kind}/{found.Text("name")}/{id}"))];
    }

    private static (string, object)[] Arn(string arn) => [("id", arn), ("arn", arn)];

    // "arn:aws:elasticloadbalancing:region:account:targetgroup/name/0123" -> "targetgroup/name/0123"
    private static string After(string arn, string start) => arn.Split(':', 6) is [_, _, _, _, _, var resource]
        ? start == ":" ? resource : resource[Math.Min(resource.Length, start.Length - 1)..]
        : arn;

    private static string NameIn(LookUp found, string arn, int part) =>
        found.Given.Text("name") is { Length: > 0 } name ? name
        : After(arn, ":").Split('/') is { } parts && parts.Length > part ? parts[part]
        : found.Placeholder("name");
}
