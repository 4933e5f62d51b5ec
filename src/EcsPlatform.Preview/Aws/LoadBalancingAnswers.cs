using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>Load balancers, listeners, rules and target groups.</summary>
internal static class LoadBalancingAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:lb/loadBalancer:LoadBalancer"] = LoadBalancer,
        ["aws:alb/loadBalancer:LoadBalancer"] = LoadBalancer,
        ["aws:lb/targetGroup:TargetGroup"] = TargetGroup,
        ["aws:alb/targetGroup:TargetGroup"] = TargetGroup,
        ["aws:lb/listener:Listener"] = Listener,
        ["aws:alb/listener:Listener"] = Listener,
        ["aws:lb/listenerRule:ListenerRule"] = ListenerRule,
        ["aws:alb/listenerRule:ListenerRule"] = ListenerRule,
        ["aws:lb/listenerCertificate:ListenerCertificate"] = ListenerCertificate,
        ["aws:alb/listenerCertificate:ListenerCertificate"] = ListenerCertificate,
        ["aws:lb/targetGroupAttachment:TargetGroupAttachment"] = TargetGroupAttachment,
        ["aws:alb/targetGroupAttachment:TargetGroupAttachment"] = TargetGroupAttachment,
        ["aws:lb/trustStore:TrustStore"] = store => store
            .Named(32).Set("arnSuffix", $"truststore/{store.Text("name")}/{FakeIdentifiers.Hex(16, store.Seed())}")
            .Arn("elasticloadbalancing", store.Text("arnSuffix")).IdIsArn().Tags().Empty("namePrefix"),
    };

    private static void LoadBalancer(AnswerDraft balancer)
    {
        balancer.Named(32).Default("loadBalancerType", "application").Default("internal", false);
        var name = balancer.Text("name");
        var region = balancer.Scope.Region;
        var hex = FakeIdentifiers.Hex(16, balancer.Seed());
        var kind = balancer.Text("loadBalancerType");
        var host = balancer.Inputs.Flag("internal") ? $"internal-{name}" : name;
        balancer
            .Set("arnSuffix", $"{(kind switch { "network" => "net", "gateway" => "gwy", _ => "app" })}/{name}/{hex}")
            .Arn("elasticloadbalancing", $"loadbalancer/{balancer.Text("arnSuffix")}").IdIsArn().Tags()
            .Set("dnsName", kind == "network"
                ? $"{name}-{hex}.elb.{region}.{balancer.Scope.DnsSuffix}"
                : $"{host}-{FakeIdentifiers.Digits(10, balancer.Seed("dns"))}.{region}.elb.{balancer.Scope.DnsSuffix}")
            .Set("zoneId", kind == "network" ? RegionFacts.Of(region).Network : RegionFacts.Of(region).Application)
            .Default("ipAddressType", "ipv4").Default("securityGroups", NoItems).Default("subnets", NoItems).Default("enableHttp2", true)
            .Default("idleTimeout", 60d).Default("desyncMitigationMode", "defensive").Default("enableDeletionProtection", false)
            // Only AWS knows which VPC a subnet is in.
            .Empty("vpcId", "namePrefix");
    }

    private static void TargetGroup(AnswerDraft group) => group
        .Named(32).Set("arnSuffix", $"targetgroup/{group.Text("name")}/{FakeIdentifiers.Hex(16, group.Seed())}")
        .Arn("elasticloadbalancing", group.Text("arnSuffix")).IdIsArn().Tags().Set("loadBalancerArns", NoItems).Empty("namePrefix")
        .Default("targetType", "instance").Default("deregistrationDelay", 300d).Default("slowStart", 0d)
        .Default("ipAddressType", "ipv4").Default("loadBalancingAlgorithmType", "round_robin");

    private static void Listener(AnswerDraft listener) => listener
        .Arn("elasticloadbalancing", Below(listener, "loadBalancerArn", "loadbalancer", "listener"))
        .IdIsArn().Tags().Default("protocol", "HTTP").Empty("sslPolicy");

    private static void ListenerRule(AnswerDraft rule) => rule
        .Arn("elasticloadbalancing", Below(rule, "listenerArn", "listener", "listener-rule"))
        .IdIsArn().Tags();

    private static void ListenerCertificate(AnswerDraft certificate) => certificate
        .Identify($"{certificate.Text("listenerArn")}_{certificate.Text("certificateArn")}");

    private static void TargetGroupAttachment(AnswerDraft attachment) => attachment
        .Identify($"{attachment.Text("targetGroupArn")}-{FakeIdentifiers.Digits(26, attachment.Seed())}");

    // "arn:…:loadbalancer/app/name/0123" -> "listener/app/name/0123/4567"
    private static string Below(AnswerDraft draft, string parentKey, string parentKind, string kind)
    {
        var parent = draft.Text(parentKey);
        var start = parent.IndexOf($":{parentKind}/", StringComparison.Ordinal);
        var path = start < 0
            ? $"app/{draft.Name}/{FakeIdentifiers.Hex(16, draft.Seed("parent"))}"
            : parent[(start + parentKind.Length + 2)..];
        return $"{kind}/{path}/{FakeIdentifiers.Hex(16, draft.Seed())}";
    }
}
