namespace EcsPlatform.Delivery;

/// <summary>What of a request the origin gets besides the cache key.</summary>
public abstract record OriginRequestPolicy
{
    private OriginRequestPolicy()
    {
    }

    /// <summary>Whether <c>Host</c> reaches the origin.</summary>
    internal bool SendsHost => this switch
    {
        Managed { Policy: ManagedOriginRequestPolicy.AllViewer or ManagedOriginRequestPolicy.AllViewerAndCloudFrontHeaders } => true,
        Own own => own.Headers switch
        {
            Selection.All => true,
            Selection.Only only => only.Listed.Contains("host", StringComparer.OrdinalIgnoreCase),
            Selection.AllExcept except => !except.Listed.Contains("host", StringComparer.OrdinalIgnoreCase),
            _ => false,
        },
        _ => false,
    };

    /// <summary>Nothing more.</summary>
    public sealed record None : OriginRequestPolicy;

    /// <summary>One of AWS's policies.</summary>
    /// <param name="Policy">Which.</param>
    public sealed record Managed(ManagedOriginRequestPolicy Policy) : OriginRequestPolicy;

    /// <summary>A new policy. One object in several behaviours is one policy; an account has 20.</summary>
    public sealed record Own : OriginRequestPolicy
    {
        /// <summary>What tells the distribution's origin request policies apart: a label, which the resource's name ends with.</summary>
        public required string Name { get; init; }

        /// <summary>The headers that are sent. Default: none.</summary>
        public Selection Headers { get; init; } = new Selection.None();

        /// <summary>The cookies that are sent. Default: none.</summary>
        public Selection Cookies { get; init; } = new Selection.None();

        /// <summary>The query strings that are sent. Default: none.</summary>
        public Selection QueryStrings { get; init; } = new Selection.None();
    }

    /// <summary>A policy that somebody else manages.</summary>
    /// <param name="Id">The policy's id.</param>
    public sealed record Existing(Input<string> Id) : OriginRequestPolicy;

    /// <summary>Finds what is wrong with this policy.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) => this is Own own
        ?
        [
            .. PolicyNames.Problems(where, own.Name),
            .. own.Headers.Problems($"{where}.headers"),
            .. own.Cookies.Problems($"{where}.cookies"),
            .. own.QueryStrings.Problems($"{where}.queryStrings"),
        ]
        : [];
}

/// <summary>
/// AWS's origin request policies
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html).
/// </summary>
public enum ManagedOriginRequestPolicy
{
    /// <summary>All headers with <c>Host</c>, all cookies, all query strings: for load balancers whose rules go by the host.</summary>
    AllViewer,

    /// <summary>Like <see cref="AllViewer"/>, and CloudFront's own headers of June 2022.</summary>
    AllViewerAndCloudFrontHeaders,

    /// <summary>Like <see cref="AllViewer"/> without <c>Host</c>: for origins that know only their own name.</summary>
    AllViewerExceptHostHeader,

    /// <summary>The headers with which browsers ask for other sites' rights: for buckets that answer such questions.</summary>
    CorsS3Origin,

    /// <summary>The header <c>Origin</c> alone.</summary>
    CorsCustomOrigin,

    /// <summary>The headers <c>User-Agent</c> and <c>Referer</c> alone.</summary>
    UserAgentRefererHeaders,
}
