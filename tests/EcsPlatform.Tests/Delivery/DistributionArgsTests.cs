using EcsPlatform.Delivery;
using EcsPlatform.Foundations;
using EcsPlatform.Routing;
using static EcsPlatform.Tests.Delivery.DeliveryPlans;

namespace EcsPlatform.Tests.Delivery;

public class DistributionArgsTests
{
    [Fact]
    public void Every_problem_is_reported() => (Args() with
    {
        Account = new AwsAccount("1", "eu-west-1"),
        Zone = new HostedZone("zone", "library.example.org"),
        Names = ["viewer.example.org", "viewer_.library.example.org", "a.library.example.org", "a.library.example.org"],
        Certificate = new ViewerCertificate.Create(),
        Origins = [new Origin.Custom("app", "a.example.org"), new Origin.Custom("app", "b.example.org"), new Origin.Custom("site", "c.example.org") { Path = "/" }],
        DefaultBehavior = Behavior with { Origin = "web" },
        OrderedBehaviors =
        [
            new OrderedCacheBehavior("iiif", "/iiif/*", Behavior),
            new OrderedCacheBehavior("Manifests", "iiif/*/manifest", Behavior),
            new OrderedCacheBehavior("default", "", Behavior),
        ],
        DefaultRootObject = "/index.html",
        ErrorResponses = [new ErrorResponse(404), new ErrorResponse(404) { Page = new ErrorPage(302, "404.html"), CachingSeconds = -1 }, new ErrorResponse(418)],
        GeoRestriction = new GeoRestriction.Only(["gb"]),
        Log = new DistributionLog.Bucket("logs") { Prefix = "/edge" },
    }).Problems("viewer").Messages().ShouldBe([
        "viewer.account.id: '1'. Allowed: an account's twelve digits. Give the account's number.",
        "viewer.zone.zoneId: 'zone'. Allowed: Z and up to 31 capital letters and digits. Give the id of the hosted zone, not its name.",
        "viewer.names: 'viewer_.library.example.org'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots, or *. and such a domain. " +
            "Correct the name.",
        "viewer.names: 'viewer.example.org'. Allowed: names in library.example.org. Put it into OtherNames when somebody else makes its record.",
        "viewer.names: 'a.library.example.org' 2 times. Allowed: each name once. Leave the others out.",
        "viewer.origins.site.path: '/'. Allowed: a path with a leading and without a trailing slash. Correct the slashes.",
        "viewer.origins.app: 2 origins of this name. Allowed: one. Give each origin a name of its own.",
        "viewer.default.origin: 'web'. Allowed: app, app, site. Name an origin of the distribution.",
        "viewer.Manifests.name: 'Manifests'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a short name.",
        "viewer.default.pathPattern: 0 characters. Allowed: 1 to 255. Give a pattern that CloudFront takes.",
        "viewer.default: 2 behaviours of this name. Allowed: one. Give each behaviour a name of its own.",
        "viewer.Manifests.pathPattern: 'iiif/*/manifest' after '/iiif/*' of 'iiif'. Allowed: patterns that match something which no earlier one does. " +
            "Put 'Manifests' before 'iiif'.",
        "viewer.errorResponses.404.status: 302. Allowed: 200, 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504. Choose a status that CloudFront sends.",
        "viewer.errorResponses.404.path: '404.html'. Allowed: a path with a leading slash. Begin with /.",
        "viewer.errorResponses.404.caching: -1 s. Allowed: 0 s or more. Choose how long CloudFront does not ask again.",
        "viewer.errorResponses.418: 418. Allowed: 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504. Choose an error that CloudFront catches.",
        "viewer.errorResponses.404: 2 times. Allowed: each status once. Leave the others out.",
        "viewer.geoRestriction: 'gb'. Allowed: two capital letters, such as GB. Give the country's ISO 3166-1 code.",
        "viewer.log.prefix: '/edge'. Allowed: letters, digits and ._- in parts joined by slashes, without slashes around. Correct the prefix.",
        "viewer.defaultRootObject: '/index.html'. Allowed: a path without a leading slash. Give it as in index.html.",
    ]);

    [Fact]
    public void There_are_names_origins_and_countries() => (Args() with { Names = [], Origins = [], GeoRestriction = new GeoRestriction.AllExcept([]) })
        .Problems("viewer").Messages().ShouldBe([
            "viewer.names: none. Allowed: one or more. Name the distribution: its own name is nothing to remember.",
            "viewer.origins: none. Allowed: one or more. Say where CloudFront gets what it does not have.",
            "viewer.default.origin: 'app'. Allowed: an origin of the distribution. Name an origin of the distribution.",
            "viewer.geoRestriction: no countries. Allowed: one or more. Name them, or leave the restriction out.",
        ]);

    [Fact]
    public void There_are_not_more_names_and_behaviours_than_CloudFront_takes() => (Args() with
    {
        Names = [.. Enumerable.Range(0, 101).Select(i => $"a{i}.library.example.org")],
        OrderedBehaviors = [.. Enumerable.Range(100, 75).Select(i => new OrderedCacheBehavior($"b{i}", $"/{i}/*", Behavior))],
    }).Problems("viewer").Messages().ShouldBe([
        "viewer.names: 101 names. Allowed: at most 100. Use a wildcard, or a second distribution.",
        "viewer.behaviors: 76 behaviours. Allowed: at most 75. Use wider patterns.",
    ]);

    [Fact]
    public void A_new_certificate_is_validated_in_the_zone() =>
        (Args() with { Certificate = new ViewerCertificate.Create(), OtherNames = ["www.example.org"] }).Problems("viewer").Messages().ShouldBe([
            "viewer.certificate.domain: 'www.example.org'. Allowed: names in library.example.org. " +
                "Name what lies in the zone: only there can records validate it.",
        ]);

    [Fact]
    public void Policies_of_the_same_name_are_one_object() => (Args() with
    {
        DefaultBehavior = Behavior with
        {
            CachePolicy = new CachePolicy.Own { Name = "pages" },
            OriginRequestPolicy = new OriginRequestPolicy.Own { Name = "pages", Headers = new Selection.All() },
            ResponseHeadersPolicy = new ResponseHeadersPolicy.Own { Name = "pages" },
        },
        OrderedBehaviors =
        [
            new OrderedCacheBehavior("api", "/api/*", Behavior with
            {
                CachePolicy = new CachePolicy.Own { Name = "pages" },
                OriginRequestPolicy = new OriginRequestPolicy.Own { Name = "pages", Headers = new Selection.Only(["Host"]) },
                ResponseHeadersPolicy = new ResponseHeadersPolicy.Own { Name = "pages" },
            }),
        ],
    }).Problems("viewer").Messages().ShouldBe([
        "viewer.cachePolicies: 2 of the name 'pages'. Allowed: one. Give each a name of its own, or use one object.",
        "viewer.originRequestPolicies: 2 of the name 'pages'. Allowed: one. Give each a name of its own, or use one object.",
        "viewer.responseHeadersPolicies: 2 of the name 'pages'. Allowed: one. Give each a name of its own, or use one object.",
    ]);

    [Fact]
    public void The_same_pattern_twice_hides_the_second() => (Args() with
    {
        OrderedBehaviors = [new OrderedCacheBehavior("a", "*.json", Behavior), new OrderedCacheBehavior("b", "/data/*.json", Behavior)],
    }).Problems("viewer").Messages().ShouldBe([
        "viewer.b.pathPattern: '/data/*.json' after '*.json' of 'a'. Allowed: patterns that match something which no earlier one does. Put 'b' before 'a'.",
    ]);
}
