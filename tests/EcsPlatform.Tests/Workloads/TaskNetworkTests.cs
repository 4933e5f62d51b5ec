using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Tests.Clusters;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class TaskNetworkTests
{
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";

    private static readonly NetworkPeer Mail = new NetworkPeer.Anywhere("mail");

    [Fact]
    public async Task Tasks_have_addresses_and_a_security_group_of_their_own()
    {
        var plan = await WorkloadPlans.Of(routed: true);
        var service = plan.Only(WorkloadPlans.Service);
        service.Texts("networkConfiguration.securityGroups").ShouldBe([plan.Only(WorkloadPlans.SecurityGroup, "web-task").Id!]);
        plan.Only(WorkloadPlans.TaskDefinition).Text("networkMode").ShouldBe("awsvpc");
        plan.Only(TargetGroup).Text("targetType").ShouldBe("ip");
        Rules(plan).ShouldBe([("web-lb", "lb-lb", "web-task", 8080, 8080)]);
    }

    [Fact]
    public async Task In_network_mode_bridge_tasks_are_behind_their_instances()
    {
        var plan = await WorkloadPlans.Of(In(NetworkMode.Bridge), routed: true);
        plan.Only(WorkloadPlans.Service).Input("networkConfiguration").ShouldBeNull();
        plan.Only(WorkloadPlans.TaskDefinition).Text("networkMode").ShouldBe("bridge");
        plan.Only(WorkloadPlans.TaskDefinition).Json("containerDefinitions")[0].GetProperty("portMappings")[0].GetProperty("hostPort").GetInt32().ShouldBe(0);
        plan.Only(TargetGroup).Text("targetType").ShouldBe("instance");
        plan.All(WorkloadPlans.SecurityGroup).ShouldNotContain(group => group.Name == "web-task");
        Rules(plan).ShouldBe([("cluster-ports-lb-lb", "lb-lb", "cluster-instance", 32768, 65535)]);
        plan.Only("ecs-platform:workloads:EcsWorkload").OutputText("securityGroupId").ShouldBe(plan.Only(WorkloadPlans.SecurityGroup, "cluster-instance").Id);
    }

    [Fact]
    public async Task A_fixed_port_of_the_instance_is_opened_alone()
    {
        var task = Valid.Task with { Containers = [Valid.Container with { Ports = [new PortMapping(8080, 9009)] }] };
        Rules(await WorkloadPlans.Of(args => In(NetworkMode.Bridge)(args with { Task = task }), routed: true))
            .ShouldBe([("web-lb", "lb-lb", "cluster-instance", 9009, 9009)]);
    }

    [Fact]
    public async Task In_network_mode_host_a_port_is_the_instance_s()
    {
        var plan = await WorkloadPlans.Of(In(NetworkMode.Host), routed: true);
        plan.Only(WorkloadPlans.Service).Input("networkConfiguration").ShouldBeNull();
        plan.Only(WorkloadPlans.TaskDefinition).Text("networkMode").ShouldBe("host");
        plan.Only(TargetGroup).Text("targetType").ShouldBe("instance");
        Rules(plan).ShouldBe([("web-lb", "lb-lb", "cluster-instance", 8080, 8080)]);
    }

    [Fact]
    public async Task Two_workloads_in_network_mode_bridge_share_the_path_from_the_load_balancer()
    {
        var plan = await WorkloadPlans.With((cluster, balancer) =>
        {
            _ = new EcsWorkload("one", In(NetworkMode.Bridge)(Valid.Workload(cluster, Valid.Route(balancer))));
            _ = new EcsWorkload("two", In(NetworkMode.Bridge)(Valid.Workload(cluster, Valid.Route(balancer) with { Host = "two" })));
        });
        Rules(plan).Select(rule => rule.Name).ShouldBe(["cluster-ports-lb-lb"]);
        plan.Only(WorkloadPlans.Ingress, "cluster-ports-lb-lb").Parent.ShouldBe(plan.Only("ecs-platform:clusters:EcsCluster").Urn);
    }

    [Fact]
    public async Task Clients_reach_the_port_that_they_are_let_to()
    {
        var plan = await WorkloadPlans.With((cluster, balancer) =>
        {
            var viewer = new EcsWorkload("viewer", Valid.Workload(cluster));
            _ = new EcsWorkload("search", Valid.Workload(cluster) with
            {
                Clients =
                [
                    new ServiceClient.Workload(viewer, 8080), new ServiceClient.Workload(viewer, 8080),
                    new ServiceClient.Group("indexer", balancer.SecurityGroupId, 8080),
                ],
            });
        });
        Rules(plan).ShouldBe([
            ("search-from-indexer-8080", "lb-lb", "search-task", 8080, 8080), ("search-from-viewer-8080", "viewer-task", "search-task", 8080, 8080),
        ]);
    }

    [Fact]
    public async Task Clients_behind_instances_are_let_in_together()
    {
        var plan = await WorkloadPlans.With((cluster, balancer) =>
        {
            var one = new EcsWorkload("one", In(NetworkMode.Bridge)(Valid.Workload(cluster)));
            var two = new EcsWorkload("two", In(NetworkMode.Host)(Valid.Workload(cluster)));
            ServiceClient[] clients = [new ServiceClient.Workload(one, 8080), new ServiceClient.Workload(two, 8080)];
            _ = new EcsWorkload("own", Valid.Workload(cluster) with { Clients = [.. clients] });
            _ = new EcsWorkload("bridge", In(NetworkMode.Bridge)(Valid.Workload(cluster)) with { Clients = [.. clients] });
        });
        Rules(plan).ShouldBe([
            ("cluster-ports-cluster-instances", "cluster-instance", "cluster-instance", 32768, 65535),
            ("own-from-cluster-instances-8080", "cluster-instance", "own-task", 8080, 8080),
        ]);
    }

    [Fact]
    public async Task Tasks_reach_peers_on_their_ports_alone()
    {
        var plan = await WorkloadPlans.Of(args => args with
        {
            Egress = InternetEgress.None,
            Peers = [new EgressPath(Mail) { Port = 587 }, new EgressPath(new NetworkPeer.SecurityGroup("catalogue", "sg-0a1b2c3d4e5f67890")) { Port = 8983 }],
        });
        var group = plan.Only(WorkloadPlans.SecurityGroup, "web-task").Id;
        var rules = plan.All(WorkloadPlans.Egress).Where(rule => rule.Text("securityGroupId") == group).ToList();
        rules.Select(rule => (rule.Name, rule.Number("fromPort"), rule.Number("toPort"))).ShouldBe(
            [("web-task-587-to-mail", 587, 587), ("web-task-8983-to-catalogue", 8983, 8983)], ignoreOrder: true);
        rules.Single(rule => rule.Name == "web-task-587-to-mail").Text("cidrIpv4").ShouldBe("0.0.0.0/0");
        rules.Single(rule => rule.Name == "web-task-8983-to-catalogue").Text("referencedSecurityGroupId").ShouldBe("sg-0a1b2c3d4e5f67890");
        plan.All(WorkloadPlans.Ingress).ShouldNotContain(rule => rule.Text("securityGroupId") == group);
    }

    [Theory]
    [InlineData(NetworkMode.Awsvpc, null)]
    [InlineData(NetworkMode.Bridge, 53)]
    [InlineData(NetworkMode.Host, null)]
    public async Task Clients_reach_a_port_by_each_of_its_protocols(NetworkMode mode, int? hostPort)
    {
        var plan = await WorkloadPlans.With((cluster, balancer) => _ = new EcsWorkload("dns", In(mode)(Valid.Workload(cluster) with
        {
            Task = Valid.Task with { Containers = [Valid.Container with { Ports = [new PortMapping(53, hostPort), new PortMapping(53, hostPort, PortProtocol.Udp)] }] },
            Clients = [new ServiceClient.Group("resolvers", balancer.SecurityGroupId, 53)],
        })));
        foreach (var type in new[] { WorkloadPlans.Ingress, WorkloadPlans.Egress })
        {
            plan.All(type).Where(rule => rule.Number("fromPort") == 53 && rule.Number("toPort") == 53).Select(rule => (rule.Name, rule.Text("ipProtocol")))
                .ShouldBe([("dns-from-resolvers-53", "tcp"), ("dns-from-resolvers-53-udp", "udp")], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task A_port_by_UDP_alone_gets_no_other_rule_and_no_route()
    {
        var task = Valid.Task with { Containers = [Valid.Container with { Ports = [new PortMapping(53, Protocol: PortProtocol.Udp)] }] };
        var plan = await WorkloadPlans.With((cluster, balancer) => _ = new EcsWorkload("dns", Valid.Workload(cluster) with
        {
            Task = task,
            Clients = [new ServiceClient.Group("resolvers", balancer.SecurityGroupId, 53)],
        }));
        plan.All(WorkloadPlans.Ingress).Where(rule => rule.Number("fromPort") == 53).Select(rule => rule.Name).ShouldBe(["dns-from-resolvers-53-udp"]);

        List<string> problems = [];
        await WorkloadPlans.With((cluster, balancer) => problems.AddRange(In(NetworkMode.Bridge)(Valid.Workload(
            cluster, Valid.Route(balancer) with { ContainerPort = 53 }) with
        {
            Task = task,
            Clients = [new ServiceClient.Group("resolvers", "sg-0123456789abcdef0", 53)],
        }).Problems("dns").Select(problem => problem.ToString())));
        problems.ShouldBe([
            "dns.port: web:53. Allowed: none, for no container has a TCP port. Lead to a port that a container of the task listens on.",
            "dns.clients.resolvers.port: 53 by UDP, any free port of the instance. Allowed: a UDP port of the instance that is known. " +
                "Give the port a host port.",
        ]);
    }

    [Fact]
    public async Task Every_problem_is_reported()
    {
        (await WorkloadPlans.Problems(args => In(NetworkMode.Bridge)(args) with { Egress = InternetEgress.Https })).ShouldBe([
            "web.egress: Https in network mode bridge. Allowed: None. Set the cluster's egress: these tasks leave through the instances.",
        ]);
        (await WorkloadPlans.Problems(args => In(NetworkMode.Bridge)(args) with { Peers = [new EgressPath(Mail) { Port = 587 }] })).ShouldBe([
            "web.peers: 1 in network mode bridge. Allowed: none. Give them to the cluster: these tasks leave through the instances.",
        ]);
        (await WorkloadPlans.Problems(args => args with { Peers = [new EgressPath(Mail) { Port = 0 }, new EgressPath(Mail)], Egress = InternetEgress.Https })).ShouldBe([
            "web.peers.mail.port: 0. Allowed: 1 to 65535. Give the port on which the peer listens.",
            "web.peers: 'mail' for port 443 of 0.0.0.0/0. Allowed: ports that are not open to it anyway, by Https. Leave it out.",
        ]);
        (await WorkloadPlans.Problems(args => In(NetworkMode.Host)(args with { Task = args.Task with { Cpu = 256 } }), TaskPlacementTests.Fargate)).ShouldBe([
            "web.networkMode: host on Fargate. Allowed: awsvpc. Leave it out.",
        ]);
        (await WorkloadPlans.Problems(In(NetworkMode.Bridge), args => args with { Capacity = EcsClusterArgsTests.Managed() })).ShouldBe([
            "web.networkMode: bridge on managed instances. Allowed: awsvpc, host. Leave it out.",
        ]);
        (await WorkloadPlans.Problems(args => args with
        {
            Clients = [new ServiceClient.Group("Solr_clients", "sg-0123456789abcdef0", 8983), new ServiceClient.Group(new string('s', 64), "sg-0123456789abcdef0", 8080)],
        })).ShouldBe([
            "web.clients: 'Solr_clients'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Give the client a short name.",
            "web.clients.Solr_clients.port: 8983. Allowed: web:8080. Name a port that a container of the task listens on.",
            $"web.clients: '{new string('s', 64)}'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Give the client a short name.",
        ]);
    }

    internal static Func<EcsWorkloadArgs, EcsWorkloadArgs> In(NetworkMode mode) => args => args with { Task = args.Task with { NetworkMode = mode } };

    // The pairs of rules: out of the one group, into the other.
    private static IEnumerable<(string Name, string From, string To, double First, double Last)> Rules(Plan plan)
    {
        var groups = plan.All(WorkloadPlans.SecurityGroup).ToDictionary(group => group.Id!, group => group.Name);
        var ingress = plan.All(WorkloadPlans.Ingress).Where(rule => rule.Input("referencedSecurityGroupId") is not null).Select(rule => (
            rule.Name, groups[rule.Text("referencedSecurityGroupId")], groups[rule.Text("securityGroupId")], rule.Number("fromPort"), rule.Number("toPort")));
        var egress = plan.All(WorkloadPlans.Egress).Where(rule => rule.Input("referencedSecurityGroupId") is not null).Select(rule => (
            rule.Name, groups[rule.Text("securityGroupId")], groups[rule.Text("referencedSecurityGroupId")], rule.Number("fromPort"), rule.Number("toPort")));
        ingress.ShouldBe(egress, ignoreOrder: true);
        return ingress.OrderBy(rule => rule.Name, StringComparer.Ordinal);
    }
}
