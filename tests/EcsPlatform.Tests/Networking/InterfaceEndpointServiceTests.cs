using EcsPlatform.Networking;
using static EcsPlatform.Networking.InterfaceEndpointService;

namespace EcsPlatform.Tests.Networking;

public class InterfaceEndpointServiceTests
{
    [Fact]
    public void All_services_are_sorted_and_each_says_what_it_does()
    {
        All.Length.ShouldBe(29);
        All.Select(service => service.Name).ShouldBe(All.Select(service => service.Name).Distinct().Order(StringComparer.Ordinal));
        All.ShouldAllBe(service => service.Purpose.Length > 0);
        typeof(InterfaceEndpointService).GetProperties().Count(property => property.PropertyType == typeof(InterfaceEndpointService)).ShouldBe(All.Length);
    }

    [Fact]
    public void A_service_is_found_by_its_name()
    {
        Find("ecr.dkr").ShouldBe(EcrDocker);
        Find("s3").ShouldBeNull();
        $"{EcrDocker}".ShouldBe("ecr.dkr");
        EcrDocker.ServiceName("eu-west-1").ShouldBe("com.amazonaws.eu-west-1.ecr.dkr");
        EcrDocker.Label.ShouldBe("ecr-dkr");
    }

    [Fact]
    public void Sets_hold_what_belongs_together()
    {
        InterfaceEndpointSets.ContainerAgent.ShouldBe([InterfaceEndpointService.Ecs, EcsAgent, EcsTelemetry]);
        InterfaceEndpointSets.ImagePulls.ShouldBe([EcrApi, EcrDocker]);
        InterfaceEndpointSets.Sessions.ShouldBe([Ssm, SsmMessages]);
        InterfaceEndpointSets.ContainerSecrets.ShouldBe([SecretsManager, Ssm]);
        InterfaceEndpointSets.EcsInstances.Select(service => service.Name)
            .ShouldBe(["ecr.api", "ecr.dkr", "ecs", "ecs-agent", "ecs-telemetry", "logs", "ssm", "ssmmessages"]);
        InterfaceEndpointSets.Union([Ssm], [Kms, Ssm]).ShouldBe([Kms, Ssm]);
    }

    [Theory]
    [InlineData(NatStrategy.Single)]
    [InlineData(NatStrategy.PerZone)]
    public void With_NAT_no_endpoint_is_needed(NatStrategy nat)
    {
        EndpointRequirements.Needed(nat, Sqs).ShouldBeEmpty();
        EndpointRequirements.Missing(nat, [], Sqs).ShouldBeEmpty();
        EndpointRequirements.Problems("network", nat, s3GatewayEndpoint: false, []).ShouldBeEmpty();
    }

    [Fact]
    public void Without_NAT_what_instances_need_and_tasks_call_is_needed()
    {
        EndpointRequirements.Needed(NatStrategy.None).ShouldBe(InterfaceEndpointSets.EcsInstances);
        EndpointRequirements.Needed(NatStrategy.None, Sqs, SecretsManager)
            .ShouldBe(InterfaceEndpointSets.Union(InterfaceEndpointSets.EcsInstances, [SecretsManager, Sqs]));
        EndpointRequirements.Missing(NatStrategy.None, [.. InterfaceEndpointSets.EcsInstances.Remove(Logs)], Sqs).ShouldBe([Logs, Sqs]);
        EndpointRequirements.Problems("network", NatStrategy.None, s3GatewayEndpoint: true, InterfaceEndpointSets.EcsInstances).ShouldBeEmpty();
    }

    [Fact]
    public void Each_missing_endpoint_is_named_with_what_it_is_for() =>
        EndpointRequirements.Problems("network", NatStrategy.None, s3GatewayEndpoint: false, [EcsTelemetry, EcsAgent, EcrApi, SsmMessages, Ssm], SecretsManager)
            .Select(problem => problem.ToString()).ShouldBe([
                "network.gatewayEndpoints: neither NAT nor a gateway endpoint of S3. Allowed: one of them. " +
                    "Add the gateway endpoint, which costs nothing and holds the layers of ECR's images.",
                "network.interfaceEndpoints: neither NAT nor an endpoint of ecr.dkr. Allowed: one of them. " +
                    "Add the endpoint of ecr.dkr, which pulls the manifests of ECR's images.",
                "network.interfaceEndpoints: neither NAT nor an endpoint of ecs. Allowed: one of them. " +
                    "Add the endpoint of ecs, which registers container instances with their cluster.",
                "network.interfaceEndpoints: neither NAT nor an endpoint of logs. Allowed: one of them. " +
                    "Add the endpoint of logs, which takes the containers' logs.",
                "network.interfaceEndpoints: neither NAT nor an endpoint of secretsmanager. Allowed: one of them. " +
                    "Add the endpoint of secretsmanager, which reads secrets.",
            ]);
}
