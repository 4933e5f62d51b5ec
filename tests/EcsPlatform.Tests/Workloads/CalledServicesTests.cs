using System.Collections.Immutable;
using EcsPlatform.Clusters;
using EcsPlatform.Networking;
using EcsPlatform.Testing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class CalledServicesTests
{
    private static readonly VpcSource NoNat = new VpcSource.Create { Nat = NatStrategy.None };

    private static readonly SecretSource Password = new SecretSource.Secret("arn:aws:secretsmanager:eu-west-1:111111111111:secret:web-AbCdEf");

    [Fact]
    public async Task Without_NAT_what_tasks_call_needs_an_endpoint() => (await Problems(
        NoNat, InterfaceEndpointSets.EcsInstances, args => args with { ExecuteCommand = true, Task = WithSecret(Password) })).ShouldBe([
            "web.network.interfaceEndpoints: neither NAT nor an endpoint of kms. Allowed: one of them. " +
                "Add the endpoint of kms, which decrypts with KMS keys, recorded ECS Exec sessions among others.",
            "web.network.interfaceEndpoints: neither NAT nor an endpoint of secretsmanager. Allowed: one of them. " +
                "Add the endpoint of secretsmanager, which reads secrets.",
        ]);

    [Fact]
    public async Task Tasks_that_call_nothing_else_need_nothing_else() =>
        (await Problems(NoNat, InterfaceEndpointSets.EcsInstances, args => args)).ShouldBeEmpty();

    [Fact]
    public async Task With_the_endpoints_all_is_well() => (await Problems(
        NoNat,
        InterfaceEndpointSets.Union(InterfaceEndpointSets.EcsInstances, [InterfaceEndpointService.Kms, InterfaceEndpointService.SecretsManager]),
        args => args with { ExecuteCommand = true, Task = WithSecret(Password) })).ShouldBeEmpty();

    [Fact]
    public async Task With_NAT_all_is_well() => (await Problems(
        new VpcSource.Create(), [], args => args with { ExecuteCommand = true, Task = WithSecret(Password) })).ShouldBeEmpty();

    [Fact]
    public async Task Sessions_without_a_key_need_no_KMS() => (await Problems(
        NoNat,
        InterfaceEndpointSets.EcsInstances,
        args => args with { ExecuteCommand = true, Task = Valid.Task with { Containers = [Valid.Container with { ReadonlyRootFilesystem = false }] } },
        cluster => cluster with { Cluster = new ClusterSource.Create { ExecKey = new ExecKey.AwsOwned() } })).ShouldBeEmpty();

    private static TaskSpec WithSecret(SecretSource secret) => Valid.Task with
    {
        Containers = [Valid.Container with { ReadonlyRootFilesystem = false, Secrets = ImmutableDictionary<string, SecretSource>.Empty.Add("PASSWORD", secret) }],
    };

    private static async Task<IReadOnlyList<string>> Problems(
        VpcSource vpc,
        ImmutableArray<InterfaceEndpointService> endpoints,
        Func<EcsWorkloadArgs, EcsWorkloadArgs> vary,
        Func<EcsClusterArgs, EcsClusterArgs>? varyCluster = null)
    {
        List<string> problems = [];
        await TestPlan.OfAsync(() =>
        {
            var network = new BaseNetwork("net", Valid.Network with
            {
                Vpc = vpc,
                InterfaceEndpoints = endpoints.IsEmpty ? null : new InterfaceEndpointsArgs { Services = endpoints },
            });
            var cluster = Valid.Cluster(network);
            var workload = Valid.Workload(new EcsCluster("cluster", varyCluster?.Invoke(cluster) ?? cluster));
            problems.AddRange(vary(workload).Problems("web").Select(problem => problem.ToString()));
        });
        return problems;
    }
}
