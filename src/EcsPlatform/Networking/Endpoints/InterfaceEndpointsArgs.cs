namespace EcsPlatform.Networking;

/// <summary>
/// Which AWS services a VPC reaches through interface endpoints. Each endpoint has an address in each private subnet, costs for each by the hour,
/// and answers for the service's own DNS name. A VPC has at most 50 without asking for more
/// (https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html).
/// </summary>
public sealed record InterfaceEndpointsArgs
{
    /// <summary>The services, each once; see <see cref="InterfaceEndpointSets"/> for those that belong together.</summary>
    public required ImmutableArray<InterfaceEndpointService> Services { get; init; }

    /// <summary>Who may connect. Default: all addresses of the VPC.</summary>
    public EndpointClients Clients { get; init; } = new EndpointClients.Vpc();

    /// <summary>
    /// What may be done through an endpoint, for each service that should have a policy of its own. In all, 20,480 characters at most
    /// (https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html). Default: none, then AWS's own policy lets everybody do
    /// what their roles allow (https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html).
    /// </summary>
    public ImmutableDictionary<InterfaceEndpointService, ImmutableArray<PolicyStatement>> Policies { get; init; } =
        ImmutableDictionary<InterfaceEndpointService, ImmutableArray<PolicyStatement>>.Empty;

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Services.IsEmpty)
        {
            yield return new Problem($"{where}.services", "none", "one service or more", "Name the services, or leave the endpoints out");
        }

        foreach (var same in Services.GroupBy(service => service).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.services", $"{same.Key} {same.Count()} times", "each service once", "Leave the others out");
        }

        foreach (var problem in Clients.Problems(where))
        {
            yield return problem;
        }

        foreach (var (service, statements) in Policies.OrderBy(policy => policy.Key.Name, StringComparer.Ordinal))
        {
            foreach (var problem in PolicyProblems($"{where}.policies.{service}", service, statements))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<Problem> PolicyProblems(string where, InterfaceEndpointService service, ImmutableArray<PolicyStatement> statements)
    {
        if (!Services.Contains(service))
        {
            yield return new Problem(
                where, "a policy without an endpoint", "policies of the services that have one", $"Add {service} to the services, or leave its policy out");
        }

        if (statements.IsEmpty)
        {
            yield return new Problem(where, "no statement", "one statement or more", "Say what may be done through the endpoint, or leave the policy out");
        }

        // AWS refuses an endpoint's policy that names nobody or nothing.
        foreach (var _ in statements.Where(statement => !statement.Everybody && statement.Principals.IsEmpty && statement.Services.IsEmpty))
        {
            yield return new Problem(where, "a statement without principals", "everybody, or named principals", "Say of whom the statement speaks");
        }

        foreach (var _ in statements.Where(statement => statement.Resources.IsEmpty))
        {
            yield return new Problem(where, "a statement without resources", "one resource or more", "Say of what the statement speaks");
        }
    }
}
