namespace EcsPlatform.Networking;

/// <content>What the environment's workloads share besides the VPC.</content>
public sealed partial class BaseNetwork
{
    /// <summary>The interface endpoints' security group, for clients' ways out; null without such endpoints.</summary>
    [Output("endpointSecurityGroupId")]
    public Output<string>? EndpointSecurityGroupId { get; private set; }

    /// <summary>The standing security group whose members get out; null for none.</summary>
    [Output("egressSecurityGroupId")]
    public Output<string>? EgressSecurityGroupId { get; private set; }

    /// <summary>The zone's name servers, to which the parent domain delegates; null without a zone.</summary>
    [Output("nameServers")]
    public Output<ImmutableArray<string>>? NameServers { get; private set; }

    /// <summary>The ARN of CloudFront's web ACL; null for none.</summary>
    [Output("cloudFrontWebAclArn")]
    public Output<string>? CloudFrontWebAclArn { get; private set; }

    /// <summary>The ARN of load balancers' web ACL; null for none.</summary>
    [Output("regionalWebAclArn")]
    public Output<string>? RegionalWebAclArn { get; private set; }

    /// <summary>The public zone; null for none.</summary>
    public DnsZoneOutputs? Zone { get; private set; }

    /// <summary>The private zone; null for none.</summary>
    public PrivateZoneOutputs? PrivateZone { get; private set; }

    /// <summary>The certificates.</summary>
    public CertificateArns Certificates { get; private set; } = new(null, null);

    /// <summary>The namespace in which services find each other; null for none.</summary>
    public DiscoveryNamespaceOutputs? Namespace { get; private set; }

    /// <summary>The log group that workloads may share, for <see cref="LogGroup.Shared"/>; null for none.</summary>
    public LogGroupOutputs? ServiceLog { get; private set; }

    /// <summary>The bucket for logs; null for none.</summary>
    public LogBucket? LogBucket { get; private set; }

    /// <summary>The bucket for shared data; null for none.</summary>
    public DataBucket? DataBucket { get; private set; }

    /// <summary>The peering connections' ids, by the peers' names.</summary>
    public ImmutableSortedDictionary<string, Output<string>> PeeringConnectionIds { get; private set; } =
        ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal);

    private void AddWaysOut(string name, BaseNetworkArgs args, CustomResourceOptions options)
    {
        if (args.InterfaceEndpoints is { } wanted)
        {
            EndpointSecurityGroupId =
                InterfaceEndpoints.Add(name, wanted, VpcId, CidrBlock, PrivateSubnetIds, Account.Region, options).SecurityGroupId;
        }

        if (args.EgressGroup is { } egress)
        {
            EgressSecurityGroupId = EgressGroups.Add(name, egress, VpcId, options).SecurityGroupId;
        }

        PeeringConnectionIds = VpcPeerings.Add(
            name, args.Peers, VpcId, args.PrivateRouteTables(PrivateRouteTableIds), args.PublicRouteTables(PublicRouteTableIds), Account, options);
    }

    private void AddNames(string name, BaseNetworkArgs args, CustomResourceOptions options)
    {
        Zone = args.Zone is { } zone ? DnsZones.Add(name, zone, options) : null;
        NameServers = Zone?.NameServers;
        PrivateZone = args.PrivateZone is { } inside ? PrivateZones.Add(name, inside, VpcId, options) : null;
        Certificates = Networking.Certificates.Add(
            name, Zone is { } of ? of.ZoneId : (Input<string>?)null, args.Certificate, args.CloudFrontCertificate, args.UsEast1, options);
        Namespace = args.Namespace is { } discovery ? DiscoveryNamespaces.Add(name, discovery, VpcId, Account, options) : null;
    }

    private void AddServiceLog(string name, BaseNetworkArgs args, CustomResourceOptions options)
    {
        if (args.ServiceLog is { } log)
        {
            ServiceLog = LogGroups.Add($"{name}-services", log.Group, Account, options);
            log.Forwarding?.Add($"{name}-services", ServiceLog, options);
        }
    }

    private void AddBuckets(string name, BaseNetworkArgs args)
    {
        var children = new ComponentResourceOptions { Parent = this };
        LogBucket = args.LogBucket is { } logs ? new LogBucket($"{name}-logs", logs, children) : null;
        DataBucket = args.DataBucket is { } data
            ? new DataBucket($"{name}-data", data with { AccessLogs = data.AccessLogs ?? LogBucket }, children)
            : null;
    }

    private void AddWebAcls(string name, BaseNetworkArgs args)
    {
        CloudFrontWebAclArn = args.CloudFrontWebAcl is { } edge
            ? new WebAcl($"{name}-cloudfront", edge, new ComponentResourceOptions { Parent = this, Providers = { args.UsEast1! } }).Arn
            : null;
        RegionalWebAclArn = args.RegionalWebAcl is { } regional
            ? new WebAcl($"{name}-regional", regional, new ComponentResourceOptions { Parent = this }).Arn
            : null;
    }
}
