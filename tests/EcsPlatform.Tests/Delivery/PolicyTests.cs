using System.Collections.Immutable;
using EcsPlatform.Delivery;
using EcsPlatform.Testing;
using static EcsPlatform.Tests.Delivery.DeliveryPlans;

namespace EcsPlatform.Tests.Delivery;

public class PolicyTests
{
    private const string CacheType = "aws:cloudfront/cachePolicy:CachePolicy";
    private const string RequestType = "aws:cloudfront/originRequestPolicy:OriginRequestPolicy";
    private const string ResponseType = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
    private const string Key = "parametersInCacheKeyAndForwardedToOrigin";

    [Fact]
    public void All_defaults()
    {
        var cache = new CachePolicy.Own { Name = "pages" };
        (cache.MinTtlSeconds, cache.DefaultTtlSeconds, cache.MaxTtlSeconds, cache.Compressed).ShouldBe((0, 86_400, 31_536_000, true));
        new[] { cache.Headers, cache.Cookies, cache.QueryStrings }.ShouldAllBe(selection => selection is Selection.None);
        cache.Problems("p").ShouldBeEmpty();
        var request = new OriginRequestPolicy.Own { Name = "pages" };
        new[] { request.Headers, request.Cookies, request.QueryStrings }.ShouldAllBe(selection => selection is Selection.None);
        request.Problems("p").ShouldBeEmpty();
        var response = new ResponseHeadersPolicy.Own { Name = "pages" };
        (response.HstsSeconds, response.HstsSubdomains, response.HstsPreload).ShouldBe((31_536_000, false, false));
        (response.Frames, response.ReferrerPolicy).ShouldBe((FrameOptions.SameOrigin, "strict-origin-when-cross-origin"));
        response.ContentSecurityPolicy.ShouldBeNull();
        response.Cors.ShouldBeNull();
        response.Headers.ShouldBeEmpty();
        response.RemovedHeaders.ShouldBeEmpty();
        response.Problems("p").ShouldBeEmpty();
        var cors = new Cors(new CorsSites.Any());
        cors.Methods.ShouldBe(["GET", "HEAD"]);
        cors.AllowedHeaders.ShouldBe(["*"]);
        cors.ExposedHeaders.ShouldBeEmpty();
        (cors.AllowCredentials, cors.MaxAgeSeconds, cors.OverridesOrigin).ShouldBe((false, 600, true));
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        new CachePolicy.Own
        {
            Name = "My pages",
            Headers = new Selection.All(),
            Cookies = new Selection.Only([]),
            QueryStrings = new Selection.Only(["q", "Q"]),
            MinTtlSeconds = 10,
            DefaultTtlSeconds = 5,
            MaxTtlSeconds = 0,
        }.Problems("p").Messages().ShouldBe([
            "p.name: 'My pages'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a short name.",
            "p.cookies: no names. Allowed: one or more. Name them, or say None or All.",
            "p.queryStrings: 'q' 2 times. Allowed: each name once. Leave the others out.",
            "p.ttl: 10 s, 5 s, 0 s. Allowed: 0 s or more at least, not less by default, not less at most. Put the times in order.",
            "p.headers: all. Allowed: none or some in the cache key. Name them, or send headers with an origin request policy.",
            "p.maxTtl: 0 s with a cache key. Allowed: more than 0 s. Use ManagedCachePolicy.CachingDisabled and an origin request policy.",
        ]);
        new OriginRequestPolicy.Own { Name = "", Headers = new Selection.AllExcept([]) }.Problems("p").Messages().ShouldBe([
            "p.name: ''. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a short name.",
            "p.headers: no names. Allowed: one or more. Name them, or say None or All.",
        ]);
        new ResponseHeadersPolicy.Own
        {
            Name = "-",
            HstsSeconds = -1,
            HstsPreload = true,
            Cors = new Cors(new CorsSites.Any()) { AllowCredentials = true },
        }.Problems("p").Messages().ShouldBe([
            "p.name: '-'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a short name.",
            "p.hsts: -1 s. Allowed: 0 s or more. Choose how long browsers use HTTPS only.",
            "p.hstsPreload: on with -1 s and without subdomains. Allowed: on only with 31536000 s or more and with subdomains. Set both, or leave it off.",
            "p.cors: all sites with cookies. Allowed: some sites with cookies, or all without. Name the sites: browsers refuse both together.",
        ]);
    }

    [Fact]
    public async Task Behaviours_share_the_policies_of_one_object()
    {
        var policy = new CachePolicy.Own { Name = "pages" };
        var plan = await PlanOf(args => args with
        {
            DefaultBehavior = Behavior with { CachePolicy = policy },
            OrderedBehaviors = [new OrderedCacheBehavior("api", "/api/*", Behavior with { CachePolicy = policy })],
        });
        var made = plan.Only(CacheType, "viewer-pages");
        plan.Only(DistributionType).Text("defaultCacheBehavior.cachePolicyId").ShouldBe(made.Id);
        plan.Only(DistributionType).Text("orderedCacheBehaviors.0.cachePolicyId").ShouldBe(made.Id);
    }

    [Fact]
    public async Task A_cache_policy_says_for_how_long_and_by_what()
    {
        var policy = (await PlanOf(args => args with
        {
            DefaultBehavior = Behavior with
            {
                CachePolicy = new CachePolicy.Own
                {
                    Name = "pages",
                    MinTtlSeconds = 1,
                    DefaultTtlSeconds = 60,
                    MaxTtlSeconds = 3600,
                    Compressed = false,
                    Headers = new Selection.Only(["Origin", "Accept"]),
                    Cookies = new Selection.AllExcept(["tracking"]),
                    QueryStrings = new Selection.All(),
                },
            },
        })).Only(CacheType);
        (policy.Number("minTtl"), policy.Number("defaultTtl"), policy.Number("maxTtl")).ShouldBe((1, 60, 3600));
        policy.Flag($"{Key}.enableAcceptEncodingGzip").ShouldBeFalse();
        policy.Flag($"{Key}.enableAcceptEncodingBrotli").ShouldBeFalse();
        policy.Text($"{Key}.headersConfig.headerBehavior").ShouldBe("whitelist");
        policy.Texts($"{Key}.headersConfig.headers.items").ShouldBe(["Accept", "Origin"]);
        policy.Text($"{Key}.cookiesConfig.cookieBehavior").ShouldBe("allExcept");
        policy.Texts($"{Key}.cookiesConfig.cookies.items").ShouldBe(["tracking"]);
        policy.Text($"{Key}.queryStringsConfig.queryStringBehavior").ShouldBe("all");
        policy.Input($"{Key}.queryStringsConfig.queryStrings").ShouldBeNull();
    }

    [Fact]
    public async Task An_origin_request_policy_says_what_the_origin_gets()
    {
        var policy = (await PlanOf(args => args with
        {
            DefaultBehavior = Behavior with
            {
                OriginRequestPolicy = new OriginRequestPolicy.Own
                {
                    Name = "session",
                    Headers = new Selection.All(),
                    Cookies = new Selection.Only(["session"]),
                    QueryStrings = new Selection.None(),
                },
            },
        })).Only(RequestType, "viewer-session");
        policy.Text("headersConfig.headerBehavior").ShouldBe("allViewer");
        policy.Input("headersConfig.headers").ShouldBeNull();
        policy.Text("cookiesConfig.cookieBehavior").ShouldBe("whitelist");
        policy.Texts("cookiesConfig.cookies.items").ShouldBe(["session"]);
        policy.Text("queryStringsConfig.queryStringBehavior").ShouldBe("none");
    }

    [Fact]
    public async Task A_response_headers_policy_has_HSTS_without_being_asked()
    {
        var policy = (await PlanOf(args => args with
        {
            DefaultBehavior = Behavior with { ResponseHeadersPolicy = new ResponseHeadersPolicy.Own { Name = "pages" } },
        })).Only(ResponseType, "viewer-pages");
        const string Hsts = "securityHeadersConfig.strictTransportSecurity";
        policy.Number($"{Hsts}.accessControlMaxAgeSec").ShouldBe(31_536_000);
        policy.Flag($"{Hsts}.includeSubdomains").ShouldBeFalse();
        policy.Flag($"{Hsts}.preload").ShouldBeFalse();
        policy.Flag($"{Hsts}.override").ShouldBeTrue();
        policy.Flag("securityHeadersConfig.contentTypeOptions.override").ShouldBeTrue();
        policy.Text("securityHeadersConfig.frameOptions.frameOption").ShouldBe("SAMEORIGIN");
        policy.Text("securityHeadersConfig.referrerPolicy.referrerPolicy").ShouldBe("strict-origin-when-cross-origin");
        foreach (var absent in new[] { "securityHeadersConfig.contentSecurityPolicy", "corsConfig", "customHeadersConfig", "removeHeadersConfig" })
        {
            policy.Input(absent).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_response_headers_policy_has_what_it_is_told()
    {
        var policy = (await PlanOf(args => args with
        {
            DefaultBehavior = Behavior with
            {
                ResponseHeadersPolicy = new ResponseHeadersPolicy.Own
                {
                    Name = "pages",
                    HstsSeconds = 63_072_000,
                    HstsSubdomains = true,
                    HstsPreload = true,
                    Frames = FrameOptions.AsOriginSays,
                    ReferrerPolicy = "no-referrer",
                    ContentSecurityPolicy = "default-src 'self'",
                    Headers = ImmutableSortedDictionary<string, string>.Empty.Add("permissions-policy", "camera=()"),
                    RemovedHeaders = ["x-powered-by", "server"],
                    Cors = new Cors(new CorsSites.Only(["https://viewer.example.org"]))
                    {
                        Methods = ["POST", "GET"],
                        AllowedHeaders = ["range"],
                        ExposedHeaders = ["etag"],
                        AllowCredentials = true,
                        MaxAgeSeconds = 60,
                        OverridesOrigin = false,
                    },
                },
            },
        })).Only(ResponseType);
        const string Hsts = "securityHeadersConfig.strictTransportSecurity";
        policy.Number($"{Hsts}.accessControlMaxAgeSec").ShouldBe(63_072_000);
        policy.Flag($"{Hsts}.includeSubdomains").ShouldBeTrue();
        policy.Flag($"{Hsts}.preload").ShouldBeTrue();
        policy.Input("securityHeadersConfig.frameOptions").ShouldBeNull();
        policy.Text("securityHeadersConfig.referrerPolicy.referrerPolicy").ShouldBe("no-referrer");
        policy.Text("securityHeadersConfig.contentSecurityPolicy.contentSecurityPolicy").ShouldBe("default-src 'self'");
        policy.Text("customHeadersConfig.items.0.header").ShouldBe("permissions-policy");
        policy.Text("customHeadersConfig.items.0.value").ShouldBe("camera=()");
        policy.Text("removeHeadersConfig.items.0.header").ShouldBe("server");
        policy.Text("removeHeadersConfig.items.1.header").ShouldBe("x-powered-by");
        policy.Texts("corsConfig.accessControlAllowOrigins.items").ShouldBe(["https://viewer.example.org"]);
        policy.Texts("corsConfig.accessControlAllowMethods.items").ShouldBe(["GET", "POST"]);
        policy.Texts("corsConfig.accessControlAllowHeaders.items").ShouldBe(["range"]);
        policy.Texts("corsConfig.accessControlExposeHeaders.items").ShouldBe(["etag"]);
        policy.Flag("corsConfig.accessControlAllowCredentials").ShouldBeTrue();
        policy.Number("corsConfig.accessControlMaxAgeSec").ShouldBe(60);
        policy.Flag("corsConfig.originOverride").ShouldBeFalse();
    }
}
