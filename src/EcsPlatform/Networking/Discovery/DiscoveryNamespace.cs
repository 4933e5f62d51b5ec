using System.Text.RegularExpressions;

namespace EcsPlatform.Networking;

/// <summary>A Cloud Map namespace, in which services find each other: a new one, or one that exists.</summary>
public abstract partial record DiscoveryNamespace
{
    private DiscoveryNamespace(string name)
    {
        Name = name;
    }

    /// <summary>The namespace's name; of a DNS namespace its domain, for example <c>staging.internal</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// A new namespace with a private hosted zone: services have DNS names in the network's VPC, and Service Connect may use it as well
    /// (https://docs.aws.amazon.com/cloud-map/latest/api/API_CreatePrivateDnsNamespace.html).
    /// </summary>
    /// <param name="Domain">The domain. Changing it makes the namespace anew, and all services in it.</param>
    public sealed record PrivateDns(string Domain) : DiscoveryNamespace(Domain)
    {
        /// <summary>Further VPCs in which the names resolve. Default: none.</summary>
        public ImmutableArray<AssociatedVpc> FurtherVpcs { get; init; } = [];
    }

    /// <summary>
    /// A new namespace without DNS: enough for Service Connect, and for clients that call <c>DiscoverInstances</c>
    /// (https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateHttpNamespace.html).
    /// </summary>
    /// <param name="Name">The name, 1 to 1024 visible ASCII characters.</param>
    public sealed record Http(string Name) : DiscoveryNamespace(Name);

    /// <summary>A namespace with a private hosted zone that exists and that somebody else of the same account manages.</summary>
    /// <param name="NamespaceId">For example <c>ns-0123456789abcdef</c>.</param>
    /// <param name="Domain">The namespace's domain.</param>
    /// <param name="HostedZoneId">The zone that Cloud Map made for it.</param>
    public sealed record AdoptPrivateDns(string NamespaceId, string Domain, string HostedZoneId) : DiscoveryNamespace(Domain)
    {
        /// <summary>
        /// True makes the names resolve in the network's VPC, for a namespace that was made in another one; false leaves that to its owner.
        /// Default: false.
        /// </summary>
        public bool AssociateNetwork { get; init; }

        /// <summary>Further VPCs in which the names resolve. Default: none.</summary>
        public ImmutableArray<AssociatedVpc> FurtherVpcs { get; init; } = [];
    }

    /// <summary>A namespace without DNS that exists and that somebody else of the same account manages.</summary>
    /// <param name="NamespaceId">For example <c>ns-0123456789abcdef</c>.</param>
    /// <param name="Name">The namespace's name.</param>
    public sealed record AdoptHttp(string NamespaceId, string Name) : DiscoveryNamespace(Name);

    private bool HasDns => this is PrivateDns or AdoptPrivateDns;

    private string? AdoptedId => this switch
    {
        AdoptPrivateDns adopt => adopt.NamespaceId,
        AdoptHttp adopt => adopt.NamespaceId,
        _ => null,
    };

    private ImmutableArray<AssociatedVpc> Vpcs => this switch
    {
        PrivateDns created => created.FurtherVpcs,
        AdoptPrivateDns adopt => adopt.FurtherVpcs,
        _ => [],
    };

    /// <summary>Finds what is wrong with this namespace.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="own">The account and the region of the network.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount own)
    {
        if (HasDns && !DnsName.IsDomain(Name) && !DnsName.IsLabel(Name))
        {
            yield return new Problem($"{where}.domain", $"'{Name}'", DnsName.ValidDomains, "Give the domain of the services' names");
        }

        if (!HasDns && !HttpNamePattern().IsMatch(Name))
        {
            yield return new Problem($"{where}.name", $"'{Name}'", "1 to 1024 visible ASCII characters", "Choose a name that Cloud Map allows");
        }

        if (AdoptedId is { } id && !IdPattern().IsMatch(id))
        {
            yield return new Problem(
                $"{where}.namespaceId", $"'{id}'", "ns- and up to 61 lower-case letters and digits", "Give the id of the namespace, not its name");
        }

        if (this is AdoptPrivateDns { HostedZoneId: var zone } && !PrivateZoneVpcs.IsZoneId(zone))
        {
            yield return new Problem($"{where}.hostedZoneId", $"'{zone}'", PrivateZoneVpcs.ValidZoneIds, "Give the id of the hosted zone, not its name");
        }

        foreach (var problem in AssociatedVpc.Problems($"{where}.furtherVpcs", Vpcs, own))
        {
            yield return problem;
        }
    }

    // https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateHttpNamespace.html
    [GeneratedRegex(@"\A[!-~]{1,1024}\z")]
    private static partial Regex HttpNamePattern();

    // At most 64 characters: https://docs.aws.amazon.com/cloud-map/latest/api/API_GetNamespace.html
    [GeneratedRegex(@"\Ans-[0-9a-z]{1,61}\z")]
    private static partial Regex IdPattern();
}
