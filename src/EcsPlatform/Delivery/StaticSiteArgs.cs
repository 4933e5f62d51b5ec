using EcsPlatform.Networking;
using EcsPlatform.Routing;

namespace EcsPlatform.Delivery;

/// <summary>What a <see cref="StaticSite"/> is made of.</summary>
public sealed record StaticSiteArgs
{
    /// <summary>The environment whose sites have no prefix in their names.</summary>
    public const string Live = "live";

    /// <summary>The name of the site's only origin, for <see cref="OrderedBehaviors"/>.</summary>
    public const string Origin = "bucket";

    /// <summary>The account and the region of the bucket.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The environment, for example <c>staging</c>: a prefix of the site's name, except for <see cref="Live"/>.</summary>
    public required string Environment { get; init; }

    /// <summary>The site's name without the environment and the zone, for example <c>releases</c>.</summary>
    public required string Host { get; init; }

    /// <summary>The zone of the site's names.</summary>
    public required HostedZone Zone { get; init; }

    /// <summary>More names in the zone, whole and without a prefix. Default: none.</summary>
    public ImmutableArray<string> AdditionalNames { get; init; } = [];

    /// <summary>Names in zones of others, who make their records. Default: none.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>The bucket that holds the site.</summary>
    public required SiteBucket Bucket { get; init; }

    /// <summary>The folder of the bucket that is the site's root, with a leading and without a trailing slash. Default: the whole bucket.</summary>
    public string OriginPath { get; init; } = "";

    /// <summary>The certificate for the names.</summary>
    public required ViewerCertificate Certificate { get; init; }

    /// <summary>Where requests are logged.</summary>
    public required DistributionLog Log { get; init; }

    /// <summary>What viewers get for the path <c>/</c>; null for an error. Default: <c>index.html</c>.</summary>
    public string? DefaultRootObject { get; init; } = "index.html";

    /// <summary>What viewers get instead of errors; the bucket answers 403 for what it does not have. Default: none.</summary>
    public ImmutableArray<ErrorResponse> ErrorResponses { get; init; } = [];

    /// <summary>For how long files are kept. Default: AWS's CachingOptimized, a day; its CachingDisabled says no.</summary>
    public CachePolicy CachePolicy { get; init; } = new CachePolicy.Managed(ManagedCachePolicy.CachingOptimized);

    /// <summary>What the bucket gets of a request besides the cache key. Default: nothing.</summary>
    public OriginRequestPolicy OriginRequestPolicy { get; init; } = new OriginRequestPolicy.None();

    /// <summary>Which headers responses get. Default: AWS's SecurityHeaders, with HSTS.</summary>
    public ResponseHeadersPolicy ResponseHeadersPolicy { get; init; } =
        new ResponseHeadersPolicy.Managed(ManagedResponseHeadersPolicy.SecurityHeaders);

    /// <summary>What is done with requests and responses. Default: nothing.</summary>
    public ImmutableArray<EdgeFunction> Functions { get; init; } = [];

    /// <summary>What is done otherwise with the requests for some paths, of <see cref="Origin"/>. Default: none.</summary>
    public ImmutableArray<OrderedCacheBehavior> OrderedBehaviors { get; init; } = [];

    /// <summary>The web ACL, of the scope CloudFront. Default: null, none.</summary>
    public Input<string>? WebAclArn { get; init; }

    /// <summary>From which places the site answers. Default: those of North America, Europe and Israel.</summary>
    public PriceClass PriceClass { get; init; } = PriceClass.Class100;

    /// <summary>From which countries viewers may come. Default: all.</summary>
    public GeoRestriction GeoRestriction { get; init; } = new GeoRestriction.None();

    /// <summary>The oldest TLS that viewers may use. Default: TLS 1.2 with the ciphers of 2025.</summary>
    public ViewerTls ViewerTls { get; init; } = ViewerTls.Tls12Of2025;

    /// <summary>The site's whole name, for example <c>staging-releases.library.example.org</c>.</summary>
    public string FullHost => $"{(Environment == Live ? "" : $"{Environment}-")}{Host}.{Zone.DomainName}";

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var (property, value) in new[] { ("environment", Environment), ("host", Host) })
        {
            if (!DnsName.IsLabel(value))
            {
                yield return new Problem($"{where}.{property}", $"'{value}'", DnsName.ValidLabels, "Choose a name that DNS allows");
            }
        }

        foreach (var problem in Bucket is SiteBucket.Create create ? create.Contents.Problems($"{where}.bucket") : [])
        {
            yield return problem;
        }

        if (DnsName.IsLabel(Environment) && DnsName.IsLabel(Host))
        {
            foreach (var problem in Distribution("").Problems(where))
            {
                yield return problem;
            }
        }
    }

    /// <summary>The distribution in front of the bucket.</summary>
    /// <param name="bucketDomainName">The bucket's domain name in its region.</param>
    /// <returns>What it is made of.</returns>
    internal DistributionArgs Distribution(Input<string> bucketDomainName) => new()
    {
        Account = Account,
        Zone = Zone,
        Names = AdditionalNames.Insert(0, FullHost),
        OtherNames = OtherNames,
        Certificate = Certificate,
        Origins = [new Origin.Bucket(Origin, bucketDomainName) { Path = OriginPath }],
        DefaultBehavior = new CacheBehavior
        {
            Origin = Origin,
            CachePolicy = CachePolicy,
            OriginRequestPolicy = OriginRequestPolicy,
            ResponseHeadersPolicy = ResponseHeadersPolicy,
            Functions = Functions,
        },
        OrderedBehaviors = OrderedBehaviors,
        DefaultRootObject = DefaultRootObject,
        ErrorResponses = ErrorResponses,
        WebAclArn = WebAclArn,
        PriceClass = PriceClass,
        GeoRestriction = GeoRestriction,
        ViewerTls = ViewerTls,
        Log = Log,
    };
}

/// <summary>The bucket that holds a site.</summary>
public abstract record SiteBucket
{
    private SiteBucket()
    {
    }

    /// <summary>A new private bucket: versioned, logged, protected from deletion, and read by the distribution alone.</summary>
    /// <param name="Contents">What it is made of; with a KMS key, the key's policy must let the distribution decrypt.</param>
    public sealed record Create(DataBucketArgs Contents) : SiteBucket;

    /// <summary>
    /// A bucket that somebody else manages, and whose policy must hold <see cref="StaticSite.ReadStatement"/>: a bucket has one policy only.
    /// </summary>
    /// <param name="Arn">The bucket's ARN.</param>
    /// <param name="RegionalDomainName">The bucket's domain name in its region.</param>
    public sealed record Existing(Input<string> Arn, Input<string> RegionalDomainName) : SiteBucket;
}
