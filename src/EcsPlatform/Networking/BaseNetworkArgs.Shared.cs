namespace EcsPlatform.Networking;

/// <content>What the environment's workloads share besides the VPC.</content>
public sealed partial record BaseNetworkArgs
{
    /// <summary>The AWS services that the VPC reaches through endpoints of its own; required without NAT. Default: null, none.</summary>
    public InterfaceEndpointsArgs? InterfaceEndpoints { get; init; }

    /// <summary>A standing security group whose members get out. Default: null, none.</summary>
    public EgressGroupArgs? EgressGroup { get; init; }

    /// <summary>The VPCs that this one is connected with. Default: none.</summary>
    public ImmutableArray<VpcPeer> Peers { get; init; } = [];

    /// <summary>The public zone in which the environment's names stand. Default: null, none.</summary>
    public DnsZone? Zone { get; init; }

    /// <summary>The private zone whose names resolve in the VPC. Default: null, none.</summary>
    public PrivateZone? PrivateZone { get; init; }

    /// <summary>The load balancers' certificate. Default: null, none.</summary>
    public Certificate? Certificate { get; init; }

    /// <summary>The certificate of CloudFront's distributions, which lives in us-east-1. Default: null, none.</summary>
    public Certificate? CloudFrontCertificate { get; init; }

    /// <summary>The namespace of Cloud Map in which services find each other. Default: null, none.</summary>
    public DiscoveryNamespace? Namespace { get; init; }

    /// <summary>The log group that workloads may share. Default: null, none: each has its own.</summary>
    public ServiceLogArgs? ServiceLog { get; init; }

    /// <summary>The bucket for logs of load balancers, distributions and other buckets, in the network's account and region. Default: null, none.</summary>
    public LogBucketArgs? LogBucket { get; init; }

    /// <summary>The bucket for data that workloads share, whose requests the log bucket records. Default: null, none.</summary>
    public DataBucketArgs? DataBucket { get; init; }

    /// <summary>The web ACL of CloudFront's distributions, which lives in us-east-1. Default: null, none.</summary>
    public WebAclArgs? CloudFrontWebAcl { get; init; }

    /// <summary>The web ACL of load balancers. Default: null, none.</summary>
    public WebAclArgs? RegionalWebAcl { get; init; }

    /// <summary>
    /// A provider of us-east-1 in the same account; needed for a web ACL of CloudFront and a new certificate of CloudFront. Default: null, none.
    /// </summary>
    public ProviderResource? UsEast1 { get; init; }

    /// <summary>The private subnets' route tables, each once.</summary>
    internal ImmutableArray<Input<string>> PrivateRouteTables(Output<ImmutableArray<string>> ids) => RouteTables(ids, adopt => adopt.Private);

    /// <summary>The public subnets' route tables, each once.</summary>
    internal ImmutableArray<Input<string>> PublicRouteTables(Output<ImmutableArray<string>> ids) => RouteTables(ids, adopt => adopt.Public);

    /// <summary>Which AWS services have no way from the private subnets; who manages an adopted VPC knows how its subnets reach AWS.</summary>
    /// <param name="called">The services that are called.</param>
    /// <returns>The services without a way, sorted by name.</returns>
    internal ImmutableArray<InterfaceEndpointService> Missing(ImmutableArray<InterfaceEndpointService> called) =>
        Vpc is VpcSource.Create create ? EndpointRequirements.Missing(create.Nat, InterfaceEndpoints?.Services ?? [], called) : [];

    // How many there are must be known before they are: each zone of a new VPC has one.
    private ImmutableArray<Input<string>> RouteTables(Output<ImmutableArray<string>> ids, Func<VpcSource.Adopt, AdoptedSubnets> tier) =>
        Vpc is VpcSource.Adopt adopt
            ? [.. tier(adopt).RouteTableIds.Distinct(StringComparer.Ordinal).Select(id => (Input<string>)id)]
            : [.. Enumerable.Range(0, AvailabilityZones.Length).Select(zone => (Input<string>)ids.GetAt(zone))];

    private IEnumerable<Problem> SharedProblems(string where) =>
    [
        .. EndpointProblems(where),
        .. EgressGroup?.Problems($"{where}.egressGroup") ?? [],
        .. VpcPeer.Problems($"{where}.peers", Peers, Account, CidrBlock),
        .. PeerRouteProblems(where),
        .. Zone?.Problems($"{where}.zone") ?? [],
        .. PrivateZone?.Problems($"{where}.privateZone", Account) ?? [],
        .. Certificate?.Problems($"{where}.certificate", Account, Zone) ?? [],
        .. CloudFrontCertificate?.Problems($"{where}.cloudFrontCertificate", Account with { Region = Networking.Certificate.CloudFrontRegion }, Zone) ?? [],
        .. Namespace?.Problems($"{where}.namespace", Account) ?? [],
        .. ServiceLog?.Problems($"{where}.serviceLog", Account) ?? [],
        .. BucketProblems(where),
        .. WebAclProblems($"{where}.cloudFrontWebAcl", CloudFrontWebAcl, WebAclScope.CloudFront),
        .. WebAclProblems($"{where}.regionalWebAcl", RegionalWebAcl, WebAclScope.Regional),
        .. ProviderProblems(where),
    ];

    private IEnumerable<Problem> EndpointProblems(string where)
    {
        foreach (var problem in InterfaceEndpoints?.Problems($"{where}.interfaceEndpoints") ?? [])
        {
            yield return problem;
        }

        // Who manages an adopted VPC knows how its subnets reach AWS.
        if (Vpc is not VpcSource.Create create)
        {
            yield break;
        }

        foreach (var problem in EndpointRequirements.Problems(
            where, create.Nat, create.GatewayEndpoints.Contains(GatewayEndpoint.S3), InterfaceEndpoints?.Services ?? []))
        {
            yield return problem;
        }
    }

    private IEnumerable<Problem> PeerRouteProblems(string where)
    {
        if (Vpc is VpcSource.Adopt { Private.RouteTableIds.IsEmpty: true } && !Peers.IsEmpty)
        {
            yield return new Problem(
                $"{where}.private.routeTableIds", "none, and peers", "the private subnets' route tables", "Give them, so that routes lead to the peers");
        }
    }

    private IEnumerable<Problem> BucketProblems(string where)
    {
        foreach (var problem in LogBucket?.Problems($"{where}.logBucket") ?? [])
        {
            yield return problem;
        }

        if (LogBucket is not null && LogBucket.Account != Account)
        {
            yield return new Problem(
                $"{where}.logBucket.account",
                $"{LogBucket.Account.Id} in {LogBucket.Account.Region}",
                $"{Account.Id} in {Account.Region}",
                "Give the network's account: load balancers and buckets log only there");
        }

        foreach (var problem in DataBucket?.OwnProblems($"{where}.dataBucket") ?? [])
        {
            yield return problem;
        }

        if (DataBucket is { AccessLogs: null } && LogBucket is null)
        {
            yield return new Problem(
                $"{where}.dataBucket.accessLogs", "no log bucket", "the network's, or another", "Give LogBucket, or AccessLogs");
        }
    }

    private static IEnumerable<Problem> WebAclProblems(string where, WebAclArgs? webAcl, WebAclScope scope)
    {
        foreach (var problem in webAcl?.Problems(where) ?? [])
        {
            yield return problem;
        }

        if (webAcl is not null && webAcl.Scope != scope)
        {
            yield return new Problem($"{where}.scope", $"{webAcl.Scope}", $"{scope}", "Correct the scope, or give the web ACL in the other place");
        }
    }

    private IEnumerable<Problem> ProviderProblems(string where)
    {
        if (UsEast1 is null && (CloudFrontWebAcl is not null || CloudFrontCertificate is Certificate.Create))
        {
            yield return new Problem(
                $"{where}.usEast1",
                "no provider",
                "a provider of us-east-1, where CloudFront's web ACLs and certificates live",
                "Write: UsEast1 = new Aws.Provider(\"us-east-1\", new() { Region = \"us-east-1\" })");
        }
    }
}
