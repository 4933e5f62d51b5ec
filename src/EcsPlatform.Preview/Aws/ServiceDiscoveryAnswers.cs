namespace EcsPlatform.Preview.Aws;

/// <summary>Cloud Map.</summary>
internal static class ServiceDiscoveryAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace"] = DnsNamespace,
        ["aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace"] = DnsNamespace,
        ["aws:servicediscovery/httpNamespace:HttpNamespace"] = space => Namespace(space).Set("httpName", space.Text("name")),
        ["aws:servicediscovery/service:Service"] = service => service
            .Named(127).Identify($"srv-{FakeIdentifiers.LowerAlphanumeric(16, service.Seed())}")
            .Arn("servicediscovery", $"service/{service.Id}").Tags()
            .Default("namespaceId", service.Inputs.Entries("dnsConfig").Text("namespaceId"))
            .Default("type", service.Inputs.ContainsKey("dnsConfig") ? "DNS_HTTP" : "HTTP"),
        ["aws:servicediscovery/instance:Instance"] = instance => instance.Identify(instance.Text("instanceId")),
    };

    private static void DnsNamespace(AnswerDraft space) =>
        Namespace(space).Set("hostedZone", $"Z{FakeIdentifiers.UpperAlphanumeric(20, space.Seed("zone"))}");

    private static AnswerDraft Namespace(AnswerDraft space) => space
        .Named().Identify($"ns-{FakeIdentifiers.LowerAlphanumeric(16, space.Seed())}")
        .Arn("servicediscovery", $"namespace/{space.Id}").Tags();
}
