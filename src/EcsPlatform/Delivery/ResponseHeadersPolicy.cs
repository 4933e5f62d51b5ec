namespace EcsPlatform.Delivery;

/// <summary>Which headers responses get on their way to the viewer.</summary>
public abstract record ResponseHeadersPolicy
{
    // What browsers ask for before they take a site into their lists: https://hstspreload.org
    private const int ShortestPreloadSeconds = 31_536_000;

    private ResponseHeadersPolicy()
    {
    }

    /// <summary>None: only what the origin sends.</summary>
    public sealed record None : ResponseHeadersPolicy;

    /// <summary>One of AWS's policies.</summary>
    /// <param name="Policy">Which.</param>
    public sealed record Managed(ManagedResponseHeadersPolicy Policy) : ResponseHeadersPolicy;

    /// <summary>A new policy. One object in several behaviours is one policy; an account has 20.</summary>
    public sealed record Own : ResponseHeadersPolicy
    {
        /// <summary>What tells the distribution's response headers policies apart: a label, which the resource's name ends with.</summary>
        public required string Name { get; init; }

        /// <summary>For how long browsers use HTTPS only, in seconds, 0 or more. Default: 31,536,000, a year.</summary>
        public int HstsSeconds { get; init; } = 31_536_000;

        /// <summary>Whether that holds for all names below, too. Default: false, because others may be responsible for them.</summary>
        public bool HstsSubdomains { get; init; }

        /// <summary>Whether browsers may have the site in their lists, which takes months to undo. Default: false.</summary>
        public bool HstsPreload { get; init; }

        /// <summary>Who may show the pages in a frame. Default: pages of the same site.</summary>
        public FrameOptions Frames { get; init; } = FrameOptions.SameOrigin;

        /// <summary>What a link tells of the page. Default: <c>strict-origin-when-cross-origin</c>.</summary>
        public string ReferrerPolicy { get; init; } = "strict-origin-when-cross-origin";

        /// <summary>What pages may load. Default: null, what the origin says.</summary>
        public string? ContentSecurityPolicy { get; init; }

        /// <summary>Which sites' scripts may read responses, decided for the origin. Default: null, by the origin.</summary>
        public Cors? Cors { get; init; }

        /// <summary>More headers and their values, which replace the origin's. Default: none.</summary>
        public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

        /// <summary>Headers of the origin that viewers do not get. Default: none.</summary>
        public ImmutableArray<string> RemovedHeaders { get; init; } = [];
    }

    /// <summary>A policy that somebody else manages.</summary>
    /// <param name="Id">The policy's id.</param>
    public sealed record Existing(Input<string> Id) : ResponseHeadersPolicy;

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
            .Concat(own.Cors is { } cors ? EdgeFunction.SiteProblems($"{where}.cors", cors.Sites) : []))
        {
            yield return problem;
        }

        if (own.HstsSeconds < 0)
        {
            yield return new Problem($"{where}.hsts", $"{own.HstsSeconds} s", "0 s or more", "Choose how long browsers use HTTPS only");
        }

        if (own.HstsPreload && (!own.HstsSubdomains || own.HstsSeconds < ShortestPreloadSeconds))
        {
            yield return new Problem(
                $"{where}.hstsPreload",
                $"on with {own.HstsSeconds} s{(own.HstsSubdomains ? "" : " and without subdomains")}",
                $"on only with {ShortestPreloadSeconds} s or more and with subdomains",
                "Set both, or leave it off");
        }

        if (own.Cors is { AllowCredentials: true, Sites: CorsSites.Any })
        {
            yield return new Problem(
                $"{where}.cors",
                "all sites with cookies",
                "some sites with cookies, or all without",
                "Name the sites: browsers refuse both together");
        }
    }
}

/// <summary>Which sites' scripts may read responses, and how they may ask.</summary>
/// <param name="Sites">The sites.</param>
public sealed record Cors(CorsSites Sites)
{
    /// <summary>The methods with which they may ask. Default: GET and HEAD.</summary>
    public ImmutableArray<string> Methods { get; init; } = ["GET", "HEAD"];

    /// <summary>The headers that they may send besides the simple ones. Default: all.</summary>
    public ImmutableArray<string> AllowedHeaders { get; init; } = ["*"];

    /// <summary>The headers that they may read besides the simple ones. Default: none.</summary>
    public ImmutableArray<string> ExposedHeaders { get; init; } = [];

    /// <summary>Whether they may send cookies. Default: false.</summary>
    public bool AllowCredentials { get; init; }

    /// <summary>For how long browsers remember the answer, in seconds. Default: 600.</summary>
    public int MaxAgeSeconds { get; init; } = 600;

    /// <summary>Whether this replaces what the origin says. Default: true.</summary>
    public bool OverridesOrigin { get; init; } = true;
}

/// <summary>Who may show pages in a frame.</summary>
public enum FrameOptions
{
    /// <summary>Pages of the same site.</summary>
    SameOrigin,

    /// <summary>Nobody.</summary>
    Deny,

    /// <summary>Whoever the origin lets: no header is added. For viewers that other sites embed.</summary>
    AsOriginSays,
}

/// <summary>
/// AWS's response headers policies
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html).
/// </summary>
public enum ManagedResponseHeadersPolicy
{
    /// <summary>HSTS for a year, no guessing of content types, frames of the same site only, short referrers.</summary>
    SecurityHeaders,

    /// <summary>All sites' scripts may read, with simple requests.</summary>
    SimpleCors,

    /// <summary>All sites' scripts may read, with any request.</summary>
    CorsWithPreflight,

    /// <summary><see cref="SimpleCors"/> and <see cref="SecurityHeaders"/>.</summary>
    CorsAndSecurityHeaders,

    /// <summary><see cref="CorsWithPreflight"/> and <see cref="SecurityHeaders"/>.</summary>
    CorsWithPreflightAndSecurityHeaders,
}
