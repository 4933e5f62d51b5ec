using EcsPlatform.Networking;

namespace EcsPlatform.Workloads;

/// <summary>
/// The AWS services that ECS calls for a workload's tasks before they run, and while somebody works in them. Without a way to one, tasks wait
/// for it until they fail (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html).
/// </summary>
internal static class CalledServices
{
    /// <summary>The services.</summary>
    /// <param name="args">The workload.</param>
    /// <returns>Each once.</returns>
    public static ImmutableArray<InterfaceEndpointService> Of(EcsWorkloadArgs args)
    {
        var secrets = args.Task.Containers.SelectMany(container => container.Secrets.Values).ToImmutableArray();
        return
        [
            InterfaceEndpointService.EcrApi,
            InterfaceEndpointService.EcrDocker,
            InterfaceEndpointService.Logs,
            .. secrets.Any(secret => secret is SecretSource.Parameter) ? [InterfaceEndpointService.Ssm] : Array.Empty<InterfaceEndpointService>(),
            .. secrets.Any(secret => secret is SecretSource.Secret) ? [InterfaceEndpointService.SecretsManager] : Array.Empty<InterfaceEndpointService>(),
            .. args.ExecuteCommand ? [InterfaceEndpointService.SsmMessages] : Array.Empty<InterfaceEndpointService>(),
            .. args.ExecuteCommand && args.Capacity.Cluster.ExecKeyArn is not null ? [InterfaceEndpointService.Kms] : Array.Empty<InterfaceEndpointService>(),
        ];
    }

    /// <summary>Finds which of them the tasks cannot reach.</summary>
    /// <param name="where">The workload, for the messages.</param>
    /// <param name="args">The workload.</param>
    /// <returns>A problem for each.</returns>
    public static IEnumerable<Problem> Problems(string where, EcsWorkloadArgs args) =>
        EndpointRequirements.MissingProblems($"{where}.network.interfaceEndpoints", args.Capacity.Cluster.Network.Missing(Of(args)));
}
