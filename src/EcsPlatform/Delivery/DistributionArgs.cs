using EcsPlatform.Routing;

namespace EcsPlatform.Delivery;

/// <summary>What a <see cref="Distribution"/> is made of.</summary>
public sealed partial record DistributionArgs
{
    /// <summary>The account, for the ARNs of what CloudFront uses.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The zone of the names.</summary>
    public required HostedZone Zone { get; init; }

    /// <summary>
    /// The names under which the distribution answers, in the zone; <c>*.</c> and a domain for all names one level below. At least one.
    /// </summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Names in zones of others, who make their records. Default: none.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>
    /// Whether the distribution makes A and AAAA records for <see cref="Names"/>. False when somebody else has them, such as a workload that
    /// keeps its own with <see cref="Distribution.DnsTarget"/>. Default: true.
    /// </summary>
    public bool DnsRecords { get; init; } = true;

    /// <summary>
    /// The register of records, when others make records in the zone as well, such as a load balancer's. Default: null, nobody else does.
    /// </summary>
    public DnsRecordNames? RecordNames { get; init; }

    /// <summary>Whether there is a distribution at all. Default: there is.</summary>
    public DistributionState State { get; init; } = new DistributionState.On();

    /// <summary>The certificate for the names.</summary>
    public required ViewerCertificate Certificate { get; init; }

    /// <summary>The oldest TLS that viewers may use. Default: TLS 1.2 with the ciphers of 2025, AWS's newest that does not demand TLS 1.3.</summary>
    public ViewerTls ViewerTls { get; init; } = ViewerTls.Tls12Of2025;

    /// <summary>The origins: at least one.</summary>
    public required ImmutableArray<Origin> Origins { get; init; }

    /// <summary>What is done with requests that no pattern matches.</summary>
    public required CacheBehavior DefaultBehavior { get; init; }

    /// <summary>What is done with the requests for some paths; the first pattern that matches counts. Default: none.</summary>
    public ImmutableArray<OrderedCacheBehavior> OrderedBehaviors { get; init; } = [];

    /// <summary>What viewers get for the path <c>/</c>, for example <c>index.html</c>. Default: null, what the origin says.</summary>
    public string? DefaultRootObject { get; init; }

    /// <summary>What viewers get instead of errors. Default: none.</summary>
    public ImmutableArray<ErrorResponse> ErrorResponses { get; init; } = [];

    /// <summary>From which places it answers. Default: those of North America, Europe and Israel, the cheapest.</summary>
    public PriceClass PriceClass { get; init; } = PriceClass.Class100;

    /// <summary>The newest HTTP that viewers may use. Default: HTTP/3; all older ones work.</summary>
    public HttpVersion HttpVersion { get; init; } = HttpVersion.Http2And3;

    /// <summary>From which countries viewers may come. Default: all.</summary>
    public GeoRestriction GeoRestriction { get; init; } = new GeoRestriction.None();

    /// <summary>The web ACL, of the scope CloudFront. Default: null, none.</summary>
    public Input<string>? WebAclArn { get; init; }

    /// <summary>Where requests are logged.</summary>
    public required DistributionLog Log { get; init; }

    /// <summary>All names.</summary>
    internal ImmutableArray<string> AllNames => [.. Names, .. OtherNames];

    /// <summary>All behaviours and where they are, the default one first.</summary>
    internal IEnumerable<(string Place, CacheBehavior Behavior)> Behaviors =>
        OrderedBehaviors.Select(ordered => (ordered.Name, ordered.Behavior)).Prepend(("default", DefaultBehavior));
}

/// <summary>Whether there is a distribution.</summary>
public abstract record DistributionState
{
    private DistributionState()
    {
    }

    /// <summary>There is one, and the records lead to it.</summary>
    public sealed record On : DistributionState;

    /// <summary>There is none, and the records lead elsewhere. The certificate stays, so that it can be turned on again at once.</summary>
    /// <param name="Instead">Where the records lead: to a load balancer that viewers can reach and whose certificate has the names.</param>
    public sealed record Off(DnsTarget.LoadBalancer Instead) : DistributionState;
}

/// <summary>The certificate for a distribution's names, in us-east-1.</summary>
public abstract record ViewerCertificate
{
    private ViewerCertificate()
    {
    }

    /// <summary>A new one for all names, validated by records in the zone. The distribution waits until it is valid.</summary>
    public sealed record Create : ViewerCertificate;

    /// <summary>One that exists, such as that of the base network. Its ARN is checked when it is known.</summary>
    /// <param name="Arn">The certificate's ARN.</param>
    public sealed record Existing(Input<string> Arn) : ViewerCertificate;
}

/// <summary>
/// The oldest TLS that viewers may use
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html).
/// </summary>
public enum ViewerTls
{
    /// <summary>TLS 1.2 with the ciphers of 2021, some of which are in CBC mode.</summary>
    Tls12Of2021,

    /// <summary>TLS 1.2 with the ciphers of 2025.</summary>
    Tls12Of2025,

    /// <summary>TLS 1.3 only, which older libraries and devices do not know.</summary>
    Tls13Of2025,
}

/// <summary>From which places a distribution answers (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html).</summary>
public enum PriceClass
{
    /// <summary>North America, Europe and Israel.</summary>
    Class100,

    /// <summary>All but South America, Australia and New Zealand.</summary>
    Class200,

    /// <summary>All.</summary>
    All,
}

/// <summary>The newest HTTP that viewers may use.</summary>
public enum HttpVersion
{
    /// <summary>HTTP/2.</summary>
    Http2,

    /// <summary>HTTP/3.</summary>
    Http2And3,
}
