using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class DiscoveryTests
{
    private const string Registry = "aws:servicediscovery/service:Service";
    private const string NamespaceArn = "arn:aws:servicediscovery:eu-west-1:111111111111:namespace/ns-0123456789abcdef";

    private static readonly CloudMapName Name = new() { NamespaceId = "ns-0123456789abcdef", Name = "search" };

    private static readonly TaskSpec Named = Valid.Task with
    {
        Containers = [Valid.Container with { Ports = [new PortMapping(8080, Name: "http"), new PortMapping(9090, Name: "admin")] }],
    };

    [Fact]
    public void Defaults()
    {
        (Name.Target, Name.TtlSeconds).ShouldBe((null, 60));
        Name.Domain.ShouldBeNull();
        new ServiceConnect { NamespaceArn = NamespaceArn }.Endpoints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tasks_with_addresses_are_found_by_address()
    {
        var plan = await WorkloadPlans.Of(args => args with { CloudMap = Name });
        var registry = plan.Only(Registry, "web");
        registry.Text("name").ShouldBe("search");
        registry.Text("description").ShouldBe("Tasks of web");
        registry.Text("dnsConfig.namespaceId").ShouldBe("ns-0123456789abcdef");
        registry.Text("dnsConfig.routingPolicy").ShouldBe("MULTIVALUE");
        registry.Text("dnsConfig.dnsRecords.0.type").ShouldBe("A");
        registry.Number("dnsConfig.dnsRecords.0.ttl").ShouldBe(60);
        registry.Input("dnsConfig.dnsRecords.1").ShouldBeNull();
        registry.Flag("forceDestroy").ShouldBeFalse();
        var service = plan.Only(WorkloadPlans.Service);
        service.Text("serviceRegistries.registryArn").ShouldBe(registry.OutputText("arn"));
        service.Input("serviceRegistries.containerName").ShouldBeNull();
        service.Input("serviceRegistries.containerPort").ShouldBeNull();
        plan.All("aws:lb/targetGroup:TargetGroup").ShouldBeEmpty();
    }

    [Fact]
    public async Task Tasks_behind_instances_are_found_by_address_and_port()
    {
        var plan = await WorkloadPlans.Of(args => TaskNetworkTests.In(NetworkMode.Bridge)(args) with
        {
            CloudMap = Name with { Target = new ContainerPort("web", 8080), TtlSeconds = 10 },
            ForceDelete = true,
        });
        var registry = plan.Only(Registry);
        registry.Text("dnsConfig.dnsRecords.0.type").ShouldBe("SRV");
        registry.Number("dnsConfig.dnsRecords.0.ttl").ShouldBe(10);
        registry.Flag("forceDestroy").ShouldBeTrue();
        var service = plan.Only(WorkloadPlans.Service);
        service.Text("serviceRegistries.containerName").ShouldBe("web");
        service.Number("serviceRegistries.containerPort").ShouldBe(8080);
    }

    [Fact]
    public async Task Without_a_name_nothing_is_registered()
    {
        var plan = await WorkloadPlans.Of();
        plan.All(Registry).ShouldBeEmpty();
        plan.Only(WorkloadPlans.Service).Input("serviceRegistries").ShouldBeNull();
        plan.Only(WorkloadPlans.Service).Input("serviceConnectConfiguration").ShouldBeNull();
    }

    [Fact]
    public async Task Service_Connect_offers_ports_and_logs_where_the_tasks_do()
    {
        var plan = await WorkloadPlans.Of(args => args with
        {
            Task = Named,
            ServiceConnect = new ServiceConnect
            {
                NamespaceArn = NamespaceArn,
                Endpoints = [new ConnectEndpoint("http", "web", 80), new ConnectEndpoint("admin", "admin", 9090)],
            },
        });
        var service = plan.Only(WorkloadPlans.Service);
        const string Connect = "serviceConnectConfiguration";
        service.Flag($"{Connect}.enabled").ShouldBeTrue();
        service.Text($"{Connect}.namespace").ShouldBe(NamespaceArn);
        service.Text($"{Connect}.logConfiguration.logDriver").ShouldBe("awslogs");
        service.Text($"{Connect}.logConfiguration.options.awslogs-group").ShouldBe(plan.Only("aws:cloudwatch/logGroup:LogGroup", "web").OutputText("name"));
        service.Text($"{Connect}.logConfiguration.options.awslogs-region").ShouldBe("eu-west-1");
        service.Text($"{Connect}.logConfiguration.options.awslogs-stream-prefix").ShouldBe("service-connect");
        service.Text($"{Connect}.services.0.portName").ShouldBe("admin");
        service.Text($"{Connect}.services.1.portName").ShouldBe("http");
        service.Text($"{Connect}.services.1.discoveryName").ShouldBe("web");
        service.Text($"{Connect}.services.1.clientAlias.0.dnsName").ShouldBe("web");
        service.Number($"{Connect}.services.1.clientAlias.0.port").ShouldBe(80);
        service.Input($"{Connect}.services.2").ShouldBeNull();
        plan.Only(WorkloadPlans.TaskDefinition).Json("containerDefinitions")[0].GetProperty("portMappings").GetRawText().ShouldBe(
            """
            [{"containerPort":8080,"hostPort":8080,"name":"http","protocol":"tcp"},{"containerPort":9090,"hostPort":9090,"name":"admin","protocol":"tcp"}]
            """);
    }

    [Theory]
    [InlineData("-http")]
    [InlineData("Http")]
    [InlineData("")]
    public void A_port_s_name_is_judged(string name) =>
        new PortMapping(8080, Name: name).Problems("web", NetworkMode.Awsvpc).Single().ToString().ShouldBe(
            $"web.portName: '{name}'. Allowed: 1 to 64 lower-case letters, digits, underscores and hyphens, no hyphen first. Rename the port.");

    [Fact]
    public async Task Every_problem_is_reported()
    {
        (await WorkloadPlans.Problems(args => TaskNetworkTests.In(NetworkMode.Host)(args with { Task = Named }) with
        {
            CloudMap = Name with { Name = "solr_search", TtlSeconds = -1 },
            ServiceConnect = new ServiceConnect
            {
                NamespaceArn = NamespaceArn,
                Endpoints = [new ConnectEndpoint("", "solr_search", 0), new ConnectEndpoint("http", "web", 80), new ConnectEndpoint("http", "web", 81)],
            },
        })).ShouldBe([
            "web.cloudMap.name: 'solr_search'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a name that DNS allows.",
            "web.cloudMap.target: none in network mode host. Allowed: web:8080, web:9090. Name the port: an address alone leads to the instance.",
            "web.cloudMap.ttl: -1 s. Allowed: 0 or more s. Choose how long clients may keep an answer.",
            "web.serviceConnect: network mode host. Allowed: awsvpc or bridge. Use another network mode: the proxy needs one of these.",
            "web.serviceConnect.portName: ''. Allowed: admin, http. Give a port of a container this name.",
            "web.serviceConnect.name: 'solr_search'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a name that DNS allows.",
            "web.serviceConnect.port: 0. Allowed: 1 to 65535. Give the port that clients connect to.",
            "web.serviceConnect: 2 endpoints called 'web'. Allowed: different names. Rename the others.",
        ]);
        (await WorkloadPlans.Problems(args => args with
        {
            ServiceConnect = new ServiceConnect { NamespaceArn = NamespaceArn, Endpoints = [new ConnectEndpoint("http", "web", 80)] },
        })).ShouldBe([
            "web.serviceConnect.portName: 'http'. Allowed: none, for no port of the task has a name. Give a port of a container this name.",
        ]);
        (await WorkloadPlans.Problems(args => args with { CloudMap = Name with { Target = new ContainerPort("web", 8983) } })).ShouldBe([
            "web.cloudMap.target: web:8983. Allowed: web:8080. Name a port that a container of the task listens on.",
        ]);
    }
}
