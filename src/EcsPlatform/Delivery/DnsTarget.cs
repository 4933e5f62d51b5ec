using EcsPlatform.Routing;
using Pulumi.Aws.Route53.Inputs;

namespace EcsPlatform.Delivery;

/// <summary>
/// What a name leads to. When only the target changes, its A record keeps its URN and is updated: at no time has the name no address.
/// </summary>
public abstract record DnsTarget
{
    private DnsTarget()
    {
    }

    /// <summary>A load balancer. It has IPv4 addresses only, so that its names have A records only.</summary>
    /// <param name="DnsName">The load balancer's own name.</param>
    /// <param name="ZoneId">The zone of that name.</param>
    public sealed record LoadBalancer(Input<string> DnsName, Input<string> ZoneId) : DnsTarget
    {
        /// <summary>A shared load balancer.</summary>
        /// <param name="loadBalancer">The load balancer.</param>
        /// <returns>The target.</returns>
        public static LoadBalancer Of(SharedLoadBalancer loadBalancer) => new(loadBalancer.DnsName, loadBalancer.ZoneId);
    }

    /// <summary>A CloudFront distribution: its names have A and AAAA records.</summary>
    /// <param name="DomainName">The distribution's own name.</param>
    /// <param name="ZoneId">The zone of that name.</param>
    public sealed record CloudFrontDistribution(Input<string> DomainName, Input<string> ZoneId) : DnsTarget;

    /// <summary>Adds the records of a name.</summary>
    /// <param name="name">The A record's logical name; the AAAA record's has <c>-ipv6</c> at its end.</param>
    /// <param name="zone">The zone in which the name stands.</param>
    /// <param name="host">The name.</param>
    /// <param name="options">The parent.</param>
    internal void AddRecords(string name, HostedZone zone, string host, CustomResourceOptions options)
    {
        AddRecord(name, Route53.RecordType.A, zone, host, options);
        if (this is CloudFrontDistribution)
        {
            AddRecord($"{name}-ipv6", Route53.RecordType.AAAA, zone, host, options);
        }
    }

    private void AddRecord(string name, Route53.RecordType type, HostedZone zone, string host, CustomResourceOptions options) =>
        _ = new Route53.Record(
            name,
            new Route53.RecordArgs
            {
                ZoneId = zone.ZoneId,
                Name = host,
                Type = type,
                Aliases = { Alias },
            },
            options);

    private RecordAliasArgs Alias => this switch
    {
        LoadBalancer balancer => AliasOf(balancer.DnsName, balancer.ZoneId),
        CloudFrontDistribution distribution => AliasOf(distribution.DomainName, distribution.ZoneId),
        _ => throw new InvalidOperationException($"{GetType().Name} is no target that is known here."),
    };

    private static RecordAliasArgs AliasOf(Input<string> name, Input<string> zoneId) =>
        new() { Name = name, ZoneId = zoneId, EvaluateTargetHealth = false };
}
