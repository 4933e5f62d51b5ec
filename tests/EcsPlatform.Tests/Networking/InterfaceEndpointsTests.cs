using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;
using static EcsPlatform.Networking.InterfaceEndpointService;

namespace EcsPlatform.Tests.Networking;

public class InterfaceEndpointsTests
{
    private const string Type = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    private static readonly InterfaceEndpointsArgs Args = new() { Services = [Logs, EcrApi] };
    private static readonly NetworkPeer Workers = new NetworkPeer.SecurityGroup("workers", "sg-1");
    private static readonly PolicyStatement Pull = new() { Actions = ["ecr:BatchGetImage"], Resources = ["*"], Everybody = true };

    [Fact]
    public void Defaults()
    {
        Args.Clients.ShouldBe(new EndpointClients.Vpc());
        Args.Policies.ShouldBeEmpty();
        Args.Problems("endpoints").ShouldBeEmpty();
        (Args with { Clients = new EndpointClients.Named([Workers]), Policies = Policy(EcrApi, Pull) }).Problems("endpoints").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        (Args with { Services = [], Clients = new EndpointClients.Named([]) }).Problems("endpoints").Select(problem => problem.ToString()).ShouldBe([
            "endpoints.services: none. Allowed: one service or more. Name the services, or leave the endpoints out.",
            "endpoints.clients: nobody. Allowed: one peer or more. Name who may connect, or leave it to the VPC.",
        ]);
        var args = Args with
        {
            Services = [Logs, EcrApi, Logs],
            Clients = new EndpointClients.Named([Workers, Workers, new NetworkPeer.Range("all", CidrBlock.Parse("0.0.0.0/0")), new NetworkPeer.Anywhere("any")]),
            Policies = Policy(Sqs, Pull).Add(Logs, []).Add(EcrApi, [new PolicyStatement { Actions = ["ecr:BatchGetImage"] }]),
        };
        args.Problems("endpoints").Select(problem => problem.ToString()).ShouldBe([
            "endpoints.services: logs 2 times. Allowed: each service once. Leave the others out.",
            "endpoints.clients.all: 0.0.0.0/0. Allowed: ranges of known networks. Name the peer's own range, or for a way out Anywhere.",
            "endpoints.clients.any: 0.0.0.0/0. Allowed: ranges of known networks. Name the clients' own range.",
            "endpoints.clients: 'workers' 2 times. Allowed: each name once. Leave the others out, or name them apart.",
            "endpoints.policies.ecr.api: a statement without principals. Allowed: everybody, or named principals. Say of whom the statement speaks.",
            "endpoints.policies.ecr.api: a statement without resources. Allowed: one resource or more. Say of what the statement speaks.",
            "endpoints.policies.logs: no statement. Allowed: one statement or more. Say what may be done through the endpoint, or leave the policy out.",
            "endpoints.policies.sqs: a policy without an endpoint. Allowed: policies of the services that have one. " +
                "Add sqs to the services, or leave its policy out.",
        ]);
    }

    [Fact]
    public async Task Each_service_answers_under_its_own_name_in_the_private_subnets()
    {
        var plan = await PlanOf(Args);
        plan.All(Type).Select(endpoint => endpoint.Name).ShouldBe(["test-endpoint-ecr-api", "test-endpoint-logs"]);
        var endpoint = plan.Only(Type, "test-endpoint-ecr-api");
        endpoint.Text("serviceName").ShouldBe("com.amazonaws.eu-west-1.ecr.api");
        endpoint.Text("vpcEndpointType").ShouldBe("Interface");
        endpoint.Text("vpcId").ShouldBe("vpc-1");
        endpoint.Texts("subnetIds").ShouldBe(["subnet-1", "subnet-2"]);
        endpoint.Flag("privateDnsEnabled").ShouldBeTrue();
        endpoint.Text("ipAddressType").ShouldBe("ipv4");
        endpoint.Text("dnsOptions.dnsRecordIpType").ShouldBe("ipv4");
        endpoint.Texts("securityGroupIds").ShouldHaveSingleItem().ShouldBe(plan.Only(Group).Id);
        endpoint.Text("tags.Name").ShouldBe("test-ecr-api");
        (endpoint.Input("policy"), endpoint.Input("routeTableIds")).ShouldBe((null, null));
        plan.Root.OutputText("ecr-api").ShouldBe(endpoint.Id);
    }

    [Fact]
    public async Task The_VPC_connects_by_HTTPS_and_nothing_leaves()
    {
        var plan = await PlanOf(Args);
        var group = plan.Only(Group, "test-endpoints");
        group.Text("vpcId").ShouldBe("vpc-1");
        group.Text("description").ShouldBe("Interface endpoints of test");
        (group.Input("ingress"), group.Input("egress")).ShouldBe((null, null));
        var rule = plan.Only(IngressRule, "test-endpoints-from-vpc");
        rule.Text("securityGroupId").ShouldBe(group.Id);
        rule.Text("cidrIpv4").ShouldBe("10.0.0.0/16");
        rule.Text("description").ShouldBe("HTTPS from vpc");
        (rule.Text("ipProtocol"), rule.Number("fromPort"), rule.Number("toPort")).ShouldBe(("tcp", 443, 443));
        plan.All(EgressRule).ShouldBeEmpty();
        plan.Root.OutputText("group").ShouldBe(group.Id);
        plan.Root.Output("resources").ShouldBe(new PropertyValue.Number(3));
    }

    [Fact]
    public async Task Named_clients_connect_instead()
    {
        var clients = new EndpointClients.Named([Workers, new NetworkPeer.Range("peer", CidrBlock.Parse("10.8.0.0/24")), new NetworkPeer.PrefixList("list", "pl-1")]);
        var plan = await PlanOf(Args with { Clients = clients });
        plan.All(IngressRule).Select(rule => rule.Name).ShouldBe(["test-endpoints-from-list", "test-endpoints-from-peer", "test-endpoints-from-workers"]);
        var workers = plan.Only(IngressRule, "test-endpoints-from-workers");
        workers.Text("referencedSecurityGroupId").ShouldBe("sg-1");
        (workers.Input("cidrIpv4"), workers.Input("prefixListId")).ShouldBe((null, null));
        plan.Only(IngressRule, "test-endpoints-from-peer").Text("cidrIpv4").ShouldBe("10.8.0.0/24");
        plan.Only(IngressRule, "test-endpoints-from-list").Text("prefixListId").ShouldBe("pl-1");
    }

    [Fact]
    public async Task A_service_has_a_policy_when_asked()
    {
        var plan = await PlanOf(Args with { Policies = Policy(EcrApi, Pull) });
        var statement = plan.Only(Type, "test-endpoint-ecr-api").Json("policy").GetProperty("Statement")[0];
        statement.GetProperty("Action").GetString().ShouldBe("ecr:BatchGetImage");
        statement.GetProperty("Principal").GetProperty("AWS").GetString().ShouldBe("*");
        plan.Only(Type, "test-endpoint-logs").Input("policy").ShouldBeNull();
    }

    private static ImmutableDictionary<InterfaceEndpointService, ImmutableArray<PolicyStatement>> Policy(
        InterfaceEndpointService service, PolicyStatement statement) =>
        ImmutableDictionary<InterfaceEndpointService, ImmutableArray<PolicyStatement>>.Empty.Add(service, [statement]);

    private static Task<Plan> PlanOf(InterfaceEndpointsArgs args) => TestPlan.OfAsync(() =>
    {
        var outputs = InterfaceEndpoints.Add(
            "test", args, "vpc-1", CidrBlock.Parse("10.0.0.0/16"), new[] { "subnet-1", "subnet-2" }, "eu-west-1", new CustomResourceOptions());
        return new Dictionary<string, object?>
        {
            ["group"] = outputs.SecurityGroupId,
            ["ecr-api"] = outputs.EndpointIds["ecr.api"],
            ["resources"] = outputs.Resources.Length,
        };
    });
}
