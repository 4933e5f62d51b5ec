namespace EcsPlatform.Delivery;

/// <summary>For how long CloudFront keeps responses, and which requests get the same one.</summary>
public abstract record CachePolicy
{
    private CachePolicy()
    {
    }

    /// <summary>Whether <c>Host</c> reaches the origin: what is in the cache key is sent.</summary>
    internal bool SendsHost => this switch
    {
        Managed { Policy: ManagedCachePolicy.UseOriginCacheControlHeaders or ManagedCachePolicy.UseOriginCacheControlHeadersQueryStrings } => true,
        Own { Headers: Selection.Only only } => only.Listed.Contains("host", StringComparer.OrdinalIgnoreCase),
        Existing => true,
        _ => false,
    };

    /// <summary>One of AWS's policies.</summary>
    /// <param name="Policy">Which.</param>
    public sealed record Managed(ManagedCachePolicy Policy) : CachePolicy;

    /// <summary>A new policy. One object in several behaviours is one policy; an account has 20.</summary>
    public sealed record Own : CachePolicy
    {
        /// <summary>What tells the distribution's cache policies apart: a label, which the resource's name ends with.</summary>
        public required string Name { get; init; }

        /// <summary>How long at least, in seconds, whatever the origin says; 0 or more. Default: 0.</summary>
        public int MinTtlSeconds { get; init; }

        /// <summary>How long when the origin says nothing, in seconds. Default: 86,400, a day.</summary>
        public int DefaultTtlSeconds { get; init; } = 86_400;

        /// <summary>How long at most, in seconds, whatever the origin says. Default: 31,536,000, a year.</summary>
        public int MaxTtlSeconds { get; init; } = 31_536_000;

        /// <summary>Headers that tell requests apart, and which the origin gets: none or some. Default: none.</summary>
        public Selection Headers { get; init; } = new Selection.None();

        /// <summary>Cookies that tell requests apart, and which the origin gets. Default: none.</summary>
        public Selection Cookies { get; init; } = new Selection.None();

        /// <summary>Query strings that tell requests apart, and which the origin gets. Default: none.</summary>
        public Selection QueryStrings { get; init; } = new Selection.None();

        /// <summary>Whether compressed responses (gzip, Brotli) are kept apart from others. Default: true.</summary>
        public bool Compressed { get; init; } = true;
    }

    /// <summary>A policy that somebody else manages.</summary>
    /// <param name="Id">The policy's id.</param>
    public sealed record Existing(Input<string> Id) : CachePolicy;

    /// <summary>Finds what is wrong with this policy.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is not Own own)
        {
            yield break;
        }

        foreach (var problem in PolicyNames.Problems(where, own.Name)
            .Concat(own.Headers.Problems($"{where}.headers"))
            .Concat(own.Cookies.Problems($"{where}.cookies"))
            .Concat(own.QueryStrings.Problems($"{where}.queryStrings")))
        {
            yield return problem;
        }

        if (own.MinTtlSeconds < 0 || own.DefaultTtlSeconds < own.MinTtlSeconds || own.MaxTtlSeconds < own.DefaultTtlSeconds)
        {
            yield return new Problem(
                $"{where}.ttl",
                $"{own.MinTtlSeconds} s, {own.DefaultTtlSeconds} s, {own.MaxTtlSeconds} s",
                "0 s or more at least, not less by default, not less at most",
                "Put the times in order");
        }

        if (own.Headers is Selection.All or Selection.AllExcept)
        {
            yield return new Problem(
                $"{where}.headers", "all", "none or some in the cache key", "Name them, or send headers with an origin request policy");
        }

        // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html
        var keyed = own.Compressed || own.Headers is not Selection.None || own.Cookies is not Selection.None || own.QueryStrings is not Selection.None;
        if (own.MaxTtlSeconds == 0 && keyed)
        {
            yield return new Problem(
                $"{where}.maxTtl",
                "0 s with a cache key",
                "more than 0 s",
                "Use ManagedCachePolicy.CachingDisabled and an origin request policy");
        }
    }
}

/// <summary>
/// AWS's cache policies
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html).
/// </summary>
public enum ManagedCachePolicy
{
    /// <summary>A day when the origin says nothing, a second at least, a year at most; neither cookies nor query strings matter. For buckets.</summary>
    CachingOptimized,

    /// <summary>Like <see cref="CachingOptimized"/>, without compressed responses.</summary>
    CachingOptimizedForUncompressedObjects,

    /// <summary>Nothing is kept.</summary>
    CachingDisabled,

    /// <summary>As long as the origin says, else not at all; hosts and cookies tell requests apart, query strings do not. For load balancers.</summary>
    UseOriginCacheControlHeaders,

    /// <summary>Like <see cref="UseOriginCacheControlHeaders"/>, and query strings tell requests apart.</summary>
    UseOriginCacheControlHeadersQueryStrings,
}
