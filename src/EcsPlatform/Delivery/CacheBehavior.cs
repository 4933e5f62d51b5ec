namespace EcsPlatform.Delivery;

/// <summary>What CloudFront does with the requests for some paths.</summary>
public sealed record CacheBehavior
{
    /// <summary>The name of the origin that serves them.</summary>
    public required string Origin { get; init; }

    /// <summary>For how long responses are kept, and which requests get the same one. Required: too long is wrong, and never is slow.</summary>
    public required CachePolicy CachePolicy { get; init; }

    /// <summary>
    /// What the origin gets besides the cache key. Default: null, which is AWS's AllViewer for load balancers, whose rules go by the host, its
    /// AllViewerExceptHostHeader for other servers, and nothing for buckets.
    /// </summary>
    public OriginRequestPolicy? OriginRequestPolicy { get; init; }

    /// <summary>
    /// Which headers responses get. Default: AWS's SecurityHeaders, with HSTS; pages may then be shown in frames of the same site only.
    /// </summary>
    public ResponseHeadersPolicy ResponseHeadersPolicy { get; init; } =
        new ResponseHeadersPolicy.Managed(ManagedResponseHeadersPolicy.SecurityHeaders);

    /// <summary>The methods that reach the origin. Default: GET, HEAD and OPTIONS.</summary>
    public ViewerMethods AllowedMethods { get; init; } = ViewerMethods.GetHeadOptions;

    /// <summary>The methods whose responses are kept: GET and HEAD, with or without OPTIONS. Default: GET and HEAD.</summary>
    public ViewerMethods CachedMethods { get; init; } = ViewerMethods.GetHead;

    /// <summary>Whether CloudFront compresses responses that the origin does not. Default: true.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>What becomes of requests without TLS. Default: a redirect to HTTPS.</summary>
    public ViewerProtocol ViewerProtocol { get; init; } = ViewerProtocol.RedirectToHttps;

    /// <summary>What is done with requests and responses, each kind in the order given. Default: nothing.</summary>
    public ImmutableArray<EdgeFunction> Functions { get; init; } = [];

    /// <summary>What the origin gets, when the default is resolved.</summary>
    /// <param name="origin">The origin.</param>
    /// <returns>The policy.</returns>
    internal OriginRequestPolicy OriginRequestPolicyFor(Origin origin) => OriginRequestPolicy ?? origin switch
    {
        Delivery.Origin.Bucket => new OriginRequestPolicy.None(),
        Delivery.Origin.Custom => new OriginRequestPolicy.Managed(ManagedOriginRequestPolicy.AllViewerExceptHostHeader),
        _ => new OriginRequestPolicy.Managed(ManagedOriginRequestPolicy.AllViewer),
    };

    /// <summary>Finds what is wrong with this behaviour.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="origins">The distribution's origins.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, ImmutableArray<Origin> origins)
    {
        foreach (var problem in CachePolicy.Problems($"{where}.cachePolicy")
            .Concat(OriginRequestPolicy?.Problems($"{where}.originRequestPolicy") ?? [])
            .Concat(ResponseHeadersPolicy.Problems($"{where}.responseHeadersPolicy"))
            .Concat(EdgeFunction.Problems($"{where}.functions", Functions)))
        {
            yield return problem;
        }

        if (CachedMethods == ViewerMethods.All || CachedMethods > AllowedMethods)
        {
            yield return new Problem(
                $"{where}.cachedMethods",
                $"{CachedMethods}",
                $"{ViewerMethods.GetHead} or {ViewerMethods.GetHeadOptions}, and no more than are allowed",
                "Choose methods that can be kept");
        }

        if (origins.FirstOrDefault(origin => origin.Name == Origin) is not { } found)
        {
            var names = string.Join(", ", origins.Select(origin => origin.Name).Order(StringComparer.Ordinal));
            yield return new Problem(
                $"{where}.origin",
                $"'{Origin}'",
                names.Length > 0 ? names : "an origin of the distribution",
                "Name an origin of the distribution");
            yield break;
        }

        var sendsHost = CachePolicy.SendsHost || OriginRequestPolicyFor(found).SendsHost;
        if (found.NeedsHost && !sendsHost && OriginRequestPolicy is not Delivery.OriginRequestPolicy.Existing)
        {
            yield return new Problem(
                $"{where}.originRequestPolicy",
                $"no header Host for '{Origin}'",
                "a policy that sends it, such as AllViewer",
                "Leave the policy out: the load balancer's rules and its certificate go by the host");
        }

        if (found is Delivery.Origin.Bucket && sendsHost && CachePolicy is not CachePolicy.Existing)
        {
            yield return new Problem(
                $"{where}.originRequestPolicy",
                $"the header Host for '{Origin}'",
                "a policy without it",
                "Leave the policy out: a bucket knows only its own name");
        }
    }
}

/// <summary>A behaviour for the paths that a pattern matches.</summary>
/// <param name="Name">The label that tells it from the others, for the names of its resources.</param>
/// <param name="PathPattern">For example <c>/iiif/*</c>; <c>*</c> stands for any number of characters, <c>?</c> for one.</param>
/// <param name="Behavior">What is done.</param>
public sealed record OrderedCacheBehavior(string Name, string PathPattern, CacheBehavior Behavior);

/// <summary>HTTP methods; CloudFront knows these sets.</summary>
public enum ViewerMethods
{
    /// <summary>GET and HEAD.</summary>
    GetHead,

    /// <summary>GET, HEAD and OPTIONS.</summary>
    GetHeadOptions,

    /// <summary>These and DELETE, PATCH, POST and PUT.</summary>
    All,
}

/// <summary>What becomes of requests without TLS.</summary>
public enum ViewerProtocol
{
    /// <summary>They are redirected to HTTPS.</summary>
    RedirectToHttps,

    /// <summary>They are refused.</summary>
    HttpsOnly,
}
