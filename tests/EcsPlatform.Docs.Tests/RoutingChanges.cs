namespace EcsPlatform.Docs.Tests;

/// <summary>Changes of the ways to a service: its network, its routes, its edge.</summary>
internal static class RoutingChanges
{
    private const string Client = "Clients = [new ServiceClient.Group(\"bastion\", \"sg-0a1b2c3d4e5f67890\", 8080)]";
    private const string Name = "CloudMap = new CloudMapName { NamespaceId = network.Namespace!.Id, Name = ";

    /// <summary>The changes.</summary>
    public static IEnumerable<LiveChange> All => [.. Network(), .. Routes(), .. Edge()];

    private static IEnumerable<LiveChange> Network() =>
    [
        LiveChange.OfWorkload(
            "network",
            "clients, `Egress`, `Peers`",
            "",
            $"{Client}, Egress = InternetEgress.HttpAndHttps, Peers = [new EgressPath(new NetworkPeer.Anywhere(\"mail\")) {{ Port = 587 }}]",
            "vpc.SecurityGroupEgressRule create, vpc.SecurityGroupIngressRule create"),
        LiveChange.OfWorkload(
            "network",
            "network mode",
            "",
            "Egress = InternetEgress.None, Task = task with { NetworkMode = NetworkMode.Bridge }",
            "ec2.SecurityGroup delete, ecs.Service update, ecs.TaskDefinition replace, lb.ListenerRule update, " +
            "lb.TargetGroup replace, vpc.SecurityGroupEgressRule create, vpc.SecurityGroupEgressRule delete, " +
            "vpc.SecurityGroupIngressRule create, vpc.SecurityGroupIngressRule delete"),
        LiveChange.OfWorkload(
            "network",
            "Cloud Map or Service Connect comes, goes or changes",
            "",
            $"{Name} \"web\" }}",
            "ecs.Service update, servicediscovery.Service create"),
        LiveChange.OfWorkload(
            "network",
            "Cloud Map's `Name`",
            $"{Name} \"web\" }}",
            $"{Name} \"api\" }}",
            "ecs.Service update, servicediscovery.Service replace"),
        LiveChange.OfWorkload(
            "network",
            "`TtlSeconds`",
            $"{Name} \"web\" }}",
            $"{Name} \"web\", TtlSeconds = 10 }}",
            "servicediscovery.Service update"),
    ];

    private static IEnumerable<LiveChange> Routes() =>
    [
        LiveChange.OfWorkload(
            "routes",
            "host, paths, headers, priority",
            "",
            "Route = route with { Paths = [\"/a\"], Priority = 7 }",
            "lb.ListenerRule update"),
        LiveChange.OfWorkload(
            "routes",
            "host",
            "",
            "Route = route with { Host = \"other\" }",
            "lb.ListenerRule update, route53.Record replace"),
        LiveChange.OfWorkload(
            "routes",
            "health check, delay, stickiness, slow start",
            "",
            "Route = route with { HealthCheck = new() { Path = \"/up\" }, DeregistrationDelaySeconds = 5, SlowStartSeconds = 30, Stickiness = new Stickiness.Off() }",
            "lb.TargetGroup update"),
        LiveChange.OfWorkload(
            "routes",
            "container port, network mode",
            "",
            "Task = task with { Containers = [container with { Ports = [new PortMapping(9090)] }] }, Route = route with { ContainerPort = 9090 }",
            "ecs.Service update, ecs.TaskDefinition replace, lb.ListenerRule update, lb.TargetGroup replace, " +
            "vpc.SecurityGroupEgressRule update, vpc.SecurityGroupIngressRule update"),
        LiveChange.OfWorkload(
            "routes",
            "a route comes or goes",
            "Route = null",
            "",
            "ecs.Service update, lb.ListenerRule create, lb.TargetGroup create, route53.Record create, " +
            "vpc.SecurityGroupEgressRule create, vpc.SecurityGroupIngressRule create"),
        LiveChange.OfWorkload(
            "routes",
            "grace period",
            "",
            "HealthCheckGraceSeconds = 600",
            "ecs.Service update"),
    ];

    private static IEnumerable<LiveChange> Edge() =>
    [
        new(
            "edge",
            "behaviours, functions, policies, names",
            Distribution(""),
            Distribution("PriceClass = PriceClass.All, DefaultRootObject = \"index.html\""),
            "cloudfront.Distribution update"),
        new(
            "edge",
            "`Names`, with `ViewerCertificate.Create`",
            Distribution(""),
            Distribution("").Replace("\"a.", "\"b.", StringComparison.Ordinal),
            "acm.Certificate replace, acm.CertificateValidation replace, cloudfront.Distribution update, " +
            "route53.Record create, route53.Record delete"),
        new(
            "edge",
            "`State` to `Off`",
            Distribution(""),
            Distribution("State = new DistributionState.Off(DnsTarget.LoadBalancer.Of(loadBalancer))"),
            "cloudfront.Distribution delete, route53.Record delete, route53.Record update"),
    ];

    private static string Distribution(string with) =>
        "var usEast1 = new Pulumi.Aws.Provider(\"us-east-1\", new Pulumi.Aws.ProviderArgs { Region = \"us-east-1\" });\n" +
        "var origin = Origin.Of(\"tasks\", loadBalancer);\n" +
        "new Distribution(\"d\", new DistributionArgs { Account = account, Zone = zone, Names = [\"a.library.example.org\"], " +
        "Certificate = new ViewerCertificate.Create(), Origins = [origin], Log = new DistributionLog.None(), " +
        "DefaultBehavior = new CacheBehavior { Origin = \"tasks\", CachePolicy = new CachePolicy.Managed(ManagedCachePolicy.CachingDisabled) }, " +
        with + " }, new ComponentResourceOptions { Providers = { usEast1 } });";
}
