namespace EcsPlatform.Networking;

/// <summary>Which endpoints a network must have. Without NAT nothing tells: instances start, and never appear in their cluster.</summary>
public static class EndpointRequirements
{
    /// <summary>The services that need an interface endpoint.</summary>
    /// <param name="nat">How private subnets reach the internet.</param>
    /// <param name="alsoCalled">Services that tasks call besides. Default: none.</param>
    /// <returns>None where there is NAT; else <see cref="InterfaceEndpointSets.EcsInstances"/> and those that tasks call, sorted by name.</returns>
    public static ImmutableArray<InterfaceEndpointService> Needed(NatStrategy nat, params ImmutableArray<InterfaceEndpointService> alsoCalled) =>
        nat is NatStrategy.None ? InterfaceEndpointSets.Union(InterfaceEndpointSets.EcsInstances, alsoCalled) : [];

    /// <summary>The services that need an interface endpoint and have none.</summary>
    /// <param name="nat">How private subnets reach the internet.</param>
    /// <param name="services">The services that have an endpoint.</param>
    /// <param name="alsoCalled">Services that tasks call besides. Default: none.</param>
    /// <returns>The missing ones, sorted by name.</returns>
    public static ImmutableArray<InterfaceEndpointService> Missing(
        NatStrategy nat, ImmutableArray<InterfaceEndpointService> services, params ImmutableArray<InterfaceEndpointService> alsoCalled) =>
        [.. Needed(nat, alsoCalled).Except(services)];

    /// <summary>Finds what a network lacks.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="nat">How private subnets reach the internet.</param>
    /// <param name="s3GatewayEndpoint">Whether there is a gateway endpoint of S3.</param>
    /// <param name="services">The services that have an interface endpoint.</param>
    /// <param name="alsoCalled">Services that tasks call besides. Default: none.</param>
    /// <returns>A problem for each missing endpoint, none when all are there.</returns>
    public static IEnumerable<Problem> Problems(
        string where,
        NatStrategy nat,
        bool s3GatewayEndpoint,
        ImmutableArray<InterfaceEndpointService> services,
        params ImmutableArray<InterfaceEndpointService> alsoCalled)
    {
        if (nat is NatStrategy.None && !s3GatewayEndpoint)
        {
            yield return new Problem(
                $"{where}.gatewayEndpoints",
                "neither NAT nor a gateway endpoint of S3",
                "one of them",
                "Add the gateway endpoint, which costs nothing and holds the layers of ECR's images");
        }

        foreach (var problem in MissingProblems($"{where}.interfaceEndpoints", Missing(nat, services, alsoCalled)))
        {
            yield return problem;
        }
    }

    /// <summary>The problems of missing endpoints.</summary>
    /// <param name="where">Where they are missing, for the messages.</param>
    /// <param name="missing">The services without an endpoint.</param>
    /// <returns>A problem for each.</returns>
    internal static IEnumerable<Problem> MissingProblems(string where, IEnumerable<InterfaceEndpointService> missing) => missing.Select(service => new Problem(
        where, $"neither NAT nor an endpoint of {service}", "one of them", $"Add the endpoint of {service}, which {service.Purpose}"));
}
