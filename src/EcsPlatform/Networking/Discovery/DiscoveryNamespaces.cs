using Pulumi.Aws.ServiceDiscovery;

namespace EcsPlatform.Networking;

/// <summary>Makes Cloud Map namespaces, or names those that exist.</summary>
internal static class DiscoveryNamespaces
{
    /// <summary>Adds a namespace; for one that exists nothing is asked, for its id says its ARN.</summary>
    /// <param name="name">The name of what it belongs to.</param>
    /// <param name="discovery">The namespace, without problems.</param>
    /// <param name="vpcId">The network's VPC.</param>
    /// <param name="account">Where the namespace lives.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What is known of the namespace.</returns>
    public static DiscoveryNamespaceOutputs Add(
        string name, DiscoveryNamespace discovery, Input<string> vpcId, AwsAccount account, CustomResourceOptions options)
    {
        var namespaceName = $"{name}-namespace";
        var description = $"Services of {name}";
        switch (discovery)
        {
            case DiscoveryNamespace.PrivateDns dns:
                var created = new PrivateDnsNamespace(
                    namespaceName, new PrivateDnsNamespaceArgs { Name = dns.Domain, Vpc = vpcId, Description = description }, options);
                PrivateZoneVpcs.Associate(namespaceName, created.HostedZone, null, dns.FurtherVpcs, options);
                return new DiscoveryNamespaceOutputs(dns.Name, created.Id, created.Arn, created.HostedZone);
            case DiscoveryNamespace.Http http:
                var plain = new HttpNamespace(namespaceName, new HttpNamespaceArgs { Name = http.Name, Description = description }, options);
                return new DiscoveryNamespaceOutputs(http.Name, plain.Id, plain.Arn, null);
            case DiscoveryNamespace.AdoptPrivateDns adopt:
                PrivateZoneVpcs.Associate(namespaceName, adopt.HostedZoneId, adopt.AssociateNetwork ? vpcId : null, adopt.FurtherVpcs, options);
                return Adopted(adopt.Name, adopt.NamespaceId, Output.Create(adopt.HostedZoneId), account);
            case DiscoveryNamespace.AdoptHttp adopt:
                return Adopted(adopt.Name, adopt.NamespaceId, null, account);
            default:
                throw new ArgumentException($"{discovery.GetType().Name} is no namespace that is known here.", nameof(discovery));
        }
    }

    private static DiscoveryNamespaceOutputs Adopted(string name, string id, Output<string>? zoneId, AwsAccount account)
    {
        var arn = new Arn("aws", "servicediscovery", account.Region, account.Id, $"namespace/{id}");
        return new DiscoveryNamespaceOutputs(name, Output.Create(id), Output.Create(arn.ToString()), zoneId);
    }
}

/// <summary>What is known of a namespace, whether it was created or adopted.</summary>
/// <param name="Name">The namespace's name.</param>
/// <param name="Id">The id, for Cloud Map's services.</param>
/// <param name="Arn">The ARN, for Service Connect.</param>
/// <param name="HostedZoneId">The private hosted zone; null when the namespace has no DNS.</param>
public sealed record DiscoveryNamespaceOutputs(string Name, Output<string> Id, Output<string> Arn, Output<string>? HostedZoneId);
