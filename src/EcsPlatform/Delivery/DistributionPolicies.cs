using Pulumi.Aws.CloudFront.Inputs;

namespace EcsPlatform.Delivery;

/// <summary>The policies of a distribution's behaviours: AWS's by their ids, its own made once each.</summary>
/// <param name="name">The distribution's name.</param>
/// <param name="options">The parent.</param>
internal sealed class DistributionPolicies(string name, CustomResourceOptions options)
{
    private readonly Dictionary<object, Output<string>> _made = new(ReferenceEqualityComparer.Instance);

    /// <summary>The id of a cache policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>Its id.</returns>
    public Input<string> IdOf(CachePolicy policy) => policy switch
    {
        CachePolicy.Managed managed => IdOf(managed.Policy),
        CachePolicy.Own own => Made(own, () => Add(own).Id),
        CachePolicy.Existing existing => existing.Id,
        _ => throw Unknown(policy),
    };

    /// <summary>The id of an origin request policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>Its id; null for none.</returns>
    public Input<string>? IdOf(OriginRequestPolicy policy) => policy switch
    {
        OriginRequestPolicy.None => null,
        OriginRequestPolicy.Managed managed => IdOf(managed.Policy),
        OriginRequestPolicy.Own own => Made(own, () => Add(own).Id),
        OriginRequestPolicy.Existing existing => existing.Id,
        _ => throw Unknown(policy),
    };

    /// <summary>The id of a response headers policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>Its id; null for none.</returns>
    public Input<string>? IdOf(ResponseHeadersPolicy policy) => policy switch
    {
        ResponseHeadersPolicy.None => null,
        ResponseHeadersPolicy.Managed managed => IdOf(managed.Policy),
        ResponseHeadersPolicy.Own own => Made(own, () => ResponseHeaders.Add($"{name}-{own.Name}", own, options).Id),
        ResponseHeadersPolicy.Existing existing => existing.Id,
        _ => throw Unknown(policy),
    };

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    private static string IdOf(ManagedCachePolicy policy) => policy switch
    {
        ManagedCachePolicy.CachingOptimized => "658327ea-f89d-4fab-a63d-7e88639e58f6",
        ManagedCachePolicy.CachingOptimizedForUncompressedObjects => "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
        ManagedCachePolicy.CachingDisabled => "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        ManagedCachePolicy.UseOriginCacheControlHeaders => "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
        ManagedCachePolicy.UseOriginCacheControlHeadersQueryStrings => "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
        _ => throw Unknown(policy),
    };

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
    private static string IdOf(ManagedOriginRequestPolicy policy) => policy switch
    {
        ManagedOriginRequestPolicy.AllViewer => "216adef6-5c7f-47e4-b989-5492eafa07d3",
        ManagedOriginRequestPolicy.AllViewerAndCloudFrontHeaders => "33f36d7e-f396-46d9-90e0-52428a34d9dc",
        ManagedOriginRequestPolicy.AllViewerExceptHostHeader => "b689b0a8-53d0-40ab-baf2-68738e2966ac",
        ManagedOriginRequestPolicy.CorsS3Origin => "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
        ManagedOriginRequestPolicy.CorsCustomOrigin => "59781a5b-3903-41f3-afcb-af62929ccde1",
        ManagedOriginRequestPolicy.UserAgentRefererHeaders => "acba4595-bd28-49b8-b9fe-13317c0390fa",
        _ => throw Unknown(policy),
    };

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
    private static string IdOf(ManagedResponseHeadersPolicy policy) => policy switch
    {
        ManagedResponseHeadersPolicy.SecurityHeaders => "67f7725c-6f97-4210-82d7-5512b31e9d03",
        ManagedResponseHeadersPolicy.SimpleCors => "60669652-455b-4ae9-85a4-c4c02393f86c",
        ManagedResponseHeadersPolicy.CorsWithPreflight => "5cc3b908-e619-4b99-88e5-2cf7f45965bd",
        ManagedResponseHeadersPolicy.CorsAndSecurityHeaders => "e61eb60c-9c35-4d20-a928-2b84e02af89c",
        ManagedResponseHeadersPolicy.CorsWithPreflightAndSecurityHeaders => "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
        _ => throw Unknown(policy),
    };

    private Output<string> Made(object policy, Func<Output<string>> make) =>
        _made.TryGetValue(policy, out var id) ? id : _made[policy] = make();

    private CloudFront.CachePolicy Add(CachePolicy.Own policy) => new(
        $"{name}-{policy.Name}",
        new CloudFront.CachePolicyArgs
        {
            Comment = $"{policy.Name} of {name}",
            MinTtl = policy.MinTtlSeconds,
            DefaultTtl = policy.DefaultTtlSeconds,
            MaxTtl = policy.MaxTtlSeconds,
            ParametersInCacheKeyAndForwardedToOrigin = new CachePolicyParametersInCacheKeyAndForwardedToOriginArgs
            {
                EnableAcceptEncodingGzip = policy.Compressed,
                EnableAcceptEncodingBrotli = policy.Compressed,
                HeadersConfig = new CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs
                {
                    HeaderBehavior = policy.Headers.Word("all"),
                    Headers = policy.Headers.Items(items =>
                        new CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigHeadersArgs { Items = items }),
                },
                CookiesConfig = new CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigArgs
                {
                    CookieBehavior = policy.Cookies.Word("all"),
                    Cookies = policy.Cookies.Items(items =>
                        new CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigCookiesArgs { Items = items }),
                },
                QueryStringsConfig = new CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigArgs
                {
                    QueryStringBehavior = policy.QueryStrings.Word("all"),
                    QueryStrings = policy.QueryStrings.Items(items =>
                        new CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigQueryStringsArgs { Items = items }),
                },
            },
        },
        options);

    private CloudFront.OriginRequestPolicy Add(OriginRequestPolicy.Own policy) => new(
        $"{name}-{policy.Name}",
        new CloudFront.OriginRequestPolicyArgs
        {
            Comment = $"{policy.Name} of {name}",
            HeadersConfig = new OriginRequestPolicyHeadersConfigArgs
            {
                HeaderBehavior = policy.Headers.Word("allViewer"),
                Headers = policy.Headers.Items(items => new OriginRequestPolicyHeadersConfigHeadersArgs { Items = items }),
            },
            CookiesConfig = new OriginRequestPolicyCookiesConfigArgs
            {
                CookieBehavior = policy.Cookies.Word("all"),
                Cookies = policy.Cookies.Items(items => new OriginRequestPolicyCookiesConfigCookiesArgs { Items = items }),
            },
            QueryStringsConfig = new OriginRequestPolicyQueryStringsConfigArgs
            {
                QueryStringBehavior = policy.QueryStrings.Word("all"),
                QueryStrings = policy.QueryStrings.Items(items => new OriginRequestPolicyQueryStringsConfigQueryStringsArgs { Items = items }),
            },
        },
        options);

    private static ArgumentException Unknown(object policy) => new($"{policy} is no policy that is known here.", nameof(policy));
}
