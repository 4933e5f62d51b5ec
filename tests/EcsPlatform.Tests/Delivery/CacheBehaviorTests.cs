using EcsPlatform.Delivery;
using EcsPlatform.Testing;
using static EcsPlatform.Tests.Delivery.DeliveryPlans;

namespace EcsPlatform.Tests.Delivery;

public class CacheBehaviorTests
{
    private const string FunctionType = "aws:cloudfront/function:Function";
    private const string StoreType = "aws:cloudfront/keyValueStore:KeyValueStore";

    [Fact]
    public void All_defaults()
    {
        Behavior.OriginRequestPolicy.ShouldBeNull();
        Behavior.ResponseHeadersPolicy.ShouldBe(new ResponseHeadersPolicy.Managed(ManagedResponseHeadersPolicy.SecurityHeaders));
        (Behavior.AllowedMethods, Behavior.CachedMethods).ShouldBe((ViewerMethods.GetHeadOptions, ViewerMethods.GetHead));
        Behavior.Compress.ShouldBeTrue();
        Behavior.ViewerProtocol.ShouldBe(ViewerProtocol.RedirectToHttps);
        Behavior.Functions.ShouldBeEmpty();
        Behavior.Problems("default", Args().Origins).ShouldBeEmpty();
        new EdgeFunction.BasicAuth().ShouldBe(new EdgeFunction.BasicAuth { Realm = "Restricted", Store = new CredentialStore.Create() });
        new EdgeFunction.IndexDocument().Name.ShouldBe("index.html");
        new RedirectRule("/a", "/b").Status.ShouldBe(302);
    }

    [Fact]
    public async Task Behaviours_of_one_origin_keep_their_order()
    {
        var distribution = await DistributionOf(args => args with
        {
            OrderedBehaviors =
            [
                new OrderedCacheBehavior("zoom", "/zoom/*", Behavior with { AllowedMethods = ViewerMethods.All, CachedMethods = ViewerMethods.GetHeadOptions }),
                new OrderedCacheBehavior("api", "/api/*", Behavior with { Compress = false, ViewerProtocol = ViewerProtocol.HttpsOnly }),
            ],
        });
        distribution.Text("orderedCacheBehaviors.0.pathPattern").ShouldBe("/zoom/*");
        distribution.Text("orderedCacheBehaviors.0.targetOriginId").ShouldBe("app");
        distribution.Texts("orderedCacheBehaviors.0.allowedMethods").ShouldBe(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]);
        distribution.Texts("orderedCacheBehaviors.0.cachedMethods").ShouldBe(["GET", "HEAD", "OPTIONS"]);
        distribution.Flag("orderedCacheBehaviors.0.compress").ShouldBeTrue();
        distribution.Text("orderedCacheBehaviors.0.viewerProtocolPolicy").ShouldBe("redirect-to-https");
        distribution.Text("orderedCacheBehaviors.1.pathPattern").ShouldBe("/api/*");
        distribution.Texts("orderedCacheBehaviors.1.allowedMethods").ShouldBe(["GET", "HEAD", "OPTIONS"]);
        distribution.Texts("orderedCacheBehaviors.1.cachedMethods").ShouldBe(["GET", "HEAD"]);
        distribution.Flag("orderedCacheBehaviors.1.compress").ShouldBeFalse();
        distribution.Text("orderedCacheBehaviors.1.viewerProtocolPolicy").ShouldBe("https-only");
    }

    [Theory]
    [InlineData(ManagedCachePolicy.CachingOptimized, "658327ea-f89d-4fab-a63d-7e88639e58f6")]
    [InlineData(ManagedCachePolicy.CachingOptimizedForUncompressedObjects, "b2884449-e4de-46a7-ac36-70bc7f1ddd6d")]
    [InlineData(ManagedCachePolicy.CachingDisabled, "4135ea2d-6df8-44a3-9df3-4b5a84be39ad")]
    [InlineData(ManagedCachePolicy.UseOriginCacheControlHeaders, "83da9c7e-98b4-4e11-a168-04f0df8e2c65")]
    [InlineData(ManagedCachePolicy.UseOriginCacheControlHeadersQueryStrings, "4cc15a8a-d715-48a4-82b8-cc0b614638fe")]
    public async Task AWSs_cache_policies_go_by_their_ids(ManagedCachePolicy policy, string id) =>
        (await DistributionOf(args => args with { DefaultBehavior = Behavior with { CachePolicy = new CachePolicy.Managed(policy) } }))
            .Text("defaultCacheBehavior.cachePolicyId").ShouldBe(id);

    [Theory]
    [InlineData(ManagedOriginRequestPolicy.AllViewer, "216adef6-5c7f-47e4-b989-5492eafa07d3")]
    [InlineData(ManagedOriginRequestPolicy.AllViewerAndCloudFrontHeaders, "33f36d7e-f396-46d9-90e0-52428a34d9dc")]
    [InlineData(ManagedOriginRequestPolicy.AllViewerExceptHostHeader, "b689b0a8-53d0-40ab-baf2-68738e2966ac")]
    [InlineData(ManagedOriginRequestPolicy.CorsS3Origin, "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf")]
    [InlineData(ManagedOriginRequestPolicy.CorsCustomOrigin, "59781a5b-3903-41f3-afcb-af62929ccde1")]
    [InlineData(ManagedOriginRequestPolicy.UserAgentRefererHeaders, "acba4595-bd28-49b8-b9fe-13317c0390fa")]
    public async Task AWSs_origin_request_policies_go_by_their_ids(ManagedOriginRequestPolicy policy, string id) =>
        (await DistributionOf(args => args with
        {
            Origins = [new Origin.Custom("app", "origin.example.org")],
            DefaultBehavior = Behavior with { OriginRequestPolicy = new OriginRequestPolicy.Managed(policy) },
        })).Text("defaultCacheBehavior.originRequestPolicyId").ShouldBe(id);

    [Theory]
    [InlineData(ManagedResponseHeadersPolicy.SecurityHeaders, "67f7725c-6f97-4210-82d7-5512b31e9d03")]
    [InlineData(ManagedResponseHeadersPolicy.SimpleCors, "60669652-455b-4ae9-85a4-c4c02393f86c")]
    [InlineData(ManagedResponseHeadersPolicy.CorsWithPreflight, "5cc3b908-e619-4b99-88e5-2cf7f45965bd")]
    [InlineData(ManagedResponseHeadersPolicy.CorsAndSecurityHeaders, "e61eb60c-9c35-4d20-a928-2b84e02af89c")]
    [InlineData(ManagedResponseHeadersPolicy.CorsWithPreflightAndSecurityHeaders, "eaab4381-ed33-4a86-88ca-d9558dc6cd63")]
    public async Task AWSs_response_headers_policies_go_by_their_ids(ManagedResponseHeadersPolicy policy, string id) =>
        (await DistributionOf(args => args with { DefaultBehavior = Behavior with { ResponseHeadersPolicy = new ResponseHeadersPolicy.Managed(policy) } }))
            .Text("defaultCacheBehavior.responseHeadersPolicyId").ShouldBe(id);

    [Fact]
    public async Task By_default_a_load_balancer_gets_the_host_a_server_all_but_it_and_a_bucket_nothing()
    {
        var distribution = await DistributionOf(args => args with
        {
            Origins = [.. args.Origins, new Origin.LoadBalancer("lb", "lb.example.org"), new Origin.Custom("site", "site.example.org"), new Origin.Bucket("files", "f.s3.amazonaws.com")],
            OrderedBehaviors =
            [
                new OrderedCacheBehavior("lb", "/lb/*", Behavior with { Origin = "lb" }),
                new OrderedCacheBehavior("site", "/site/*", Behavior with { Origin = "site", ResponseHeadersPolicy = new ResponseHeadersPolicy.None() }),
                new OrderedCacheBehavior("files", "/files/*", Behavior with { Origin = "files" }),
            ],
        });
        distribution.Text("defaultCacheBehavior.originRequestPolicyId").ShouldBe("216adef6-5c7f-47e4-b989-5492eafa07d3");
        distribution.Text("orderedCacheBehaviors.0.originRequestPolicyId").ShouldBe("216adef6-5c7f-47e4-b989-5492eafa07d3");
        distribution.Text("orderedCacheBehaviors.1.originRequestPolicyId").ShouldBe("b689b0a8-53d0-40ab-baf2-68738e2966ac");
        distribution.Input("orderedCacheBehaviors.1.responseHeadersPolicyId").ShouldBeNull();
        distribution.Input("orderedCacheBehaviors.2.originRequestPolicyId").ShouldBeNull();
    }

    [Fact]
    public async Task Existing_policies_and_functions_are_used()
    {
        var plan = await PlanOf(args => args with
        {
            DefaultBehavior = Behavior with
            {
                CachePolicy = new CachePolicy.Existing("cache"),
                OriginRequestPolicy = new OriginRequestPolicy.Existing("requests"),
                ResponseHeadersPolicy = new ResponseHeadersPolicy.Existing("responses"),
                Functions = [new EdgeFunction.Existing(ViewerEvent.Response, "arn:aws:cloudfront::111111111111:function/cors")],
            },
        });
        var distribution = plan.Only(DistributionType);
        distribution.Text("defaultCacheBehavior.cachePolicyId").ShouldBe("cache");
        distribution.Text("defaultCacheBehavior.originRequestPolicyId").ShouldBe("requests");
        distribution.Text("defaultCacheBehavior.responseHeadersPolicyId").ShouldBe("responses");
        distribution.Text("defaultCacheBehavior.functionAssociations.0.eventType").ShouldBe("viewer-response");
        distribution.Text("defaultCacheBehavior.functionAssociations.0.functionArn").ShouldBe("arn:aws:cloudfront::111111111111:function/cors");
        plan.All(FunctionType).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_functions_of_an_event_become_one_and_behaviours_that_do_the_same_share_it()
    {
        var auth = new EdgeFunction.BasicAuth();
        var cors = new EdgeFunction.CorsHeaders(new CorsSites.Any());
        var plan = await PlanOf(args => args with
        {
            DefaultBehavior = Behavior with { Functions = [auth, cors, new EdgeFunction.IndexDocument()] },
            OrderedBehaviors =
            [
                new OrderedCacheBehavior("api", "/api/*", Behavior with { Functions = [new EdgeFunction.BasicAuth(), cors] }),
                new OrderedCacheBehavior("data", "/data/*", Behavior with { Functions = [auth] }),
                new OrderedCacheBehavior("open", "/open/*", Behavior),
            ],
        });
        plan.All(FunctionType).Select(function => function.Name).ShouldBe(["viewer-viewer-request", "viewer-viewer-response", "viewer-api-viewer-request"], ignoreOrder: true);
        var store = plan.Only(StoreType, "viewer-users");
        plan.Root.OutputText("store").ShouldBe(store.OutputText("arn"));
        var request = plan.Only(FunctionType, "viewer-viewer-request");
        request.Text("runtime").ShouldBe("cloudfront-js-2.0");
        request.Flag("publish").ShouldBeTrue();
        request.Text("code").ShouldBe(EdgeCode.Of([auth, new EdgeFunction.IndexDocument()]));
        request.Texts("keyValueStoreAssociations").ShouldBe([store.OutputText("arn")]);
        request.Provider.ShouldNotBeNull().ShouldStartWith(plan.Only("pulumi:providers:aws", "us-east-1").Urn);
        var response = plan.Only(FunctionType, "viewer-viewer-response");
        var api = plan.Only(FunctionType, "viewer-api-viewer-request");
        var distribution = plan.Only(DistributionType);
        distribution.Text("defaultCacheBehavior.functionAssociations.0.eventType").ShouldBe("viewer-request");
        distribution.Text("defaultCacheBehavior.functionAssociations.0.functionArn").ShouldBe(request.OutputText("arn"));
        distribution.Text("defaultCacheBehavior.functionAssociations.1.eventType").ShouldBe("viewer-response");
        distribution.Text("defaultCacheBehavior.functionAssociations.1.functionArn").ShouldBe(response.OutputText("arn"));
        distribution.Text("orderedCacheBehaviors.0.functionAssociations.0.functionArn").ShouldBe(api.OutputText("arn"));
        distribution.Text("orderedCacheBehaviors.0.functionAssociations.1.functionArn").ShouldBe(response.OutputText("arn"));
        distribution.Text("orderedCacheBehaviors.1.functionAssociations.0.functionArn").ShouldBe(api.OutputText("arn"));
        distribution.Input("orderedCacheBehaviors.2.functionAssociations.0").ShouldBeNull();
    }

    [Fact]
    public async Task An_existing_store_is_used()
    {
        const string Arn = "arn:aws:cloudfront::111111111111:key-value-store/0a1b";
        var plan = await PlanOf(args => args with
        {
            DefaultBehavior = Behavior with { Functions = [new EdgeFunction.BasicAuth { Store = new CredentialStore.Existing(Arn) }] },
        });
        plan.All(StoreType).ShouldBeEmpty();
        plan.Only(FunctionType).Texts("keyValueStoreAssociations").ShouldBe([Arn]);
        plan.Root.Output("store").ShouldBeNull();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        var origins = Args().Origins.Add(new Origin.Bucket("files", "f.s3.amazonaws.com"));
        (Behavior with { Origin = "web", CachedMethods = ViewerMethods.All }).Problems("default", origins).Messages().ShouldBe([
            "default.cachedMethods: All. Allowed: GetHead or GetHeadOptions, and no more than are allowed. Choose methods that can be kept.",
            "default.origin: 'web'. Allowed: app, files. Name an origin of the distribution.",
        ]);
        (Behavior with { AllowedMethods = ViewerMethods.GetHead, CachedMethods = ViewerMethods.GetHeadOptions }).Problems("default", origins).Messages().ShouldBe([
            "default.cachedMethods: GetHeadOptions. Allowed: GetHead or GetHeadOptions, and no more than are allowed. Choose methods that can be kept.",
        ]);
        (Behavior with { OriginRequestPolicy = new OriginRequestPolicy.None() }).Problems("default", origins).Messages().ShouldBe([
            "default.originRequestPolicy: no header Host for 'app'. Allowed: a policy that sends it, such as AllViewer. " +
                "Leave the policy out: the load balancer's rules and its certificate go by the host.",
        ]);
        (Behavior with { Origin = "files", OriginRequestPolicy = new OriginRequestPolicy.Managed(ManagedOriginRequestPolicy.AllViewer) }).Problems("default", origins)
            .Messages().ShouldBe([
                "default.originRequestPolicy: the header Host for 'files'. Allowed: a policy without it. " +
                    "Leave the policy out: a bucket knows only its own name.",
            ]);
    }

    [Fact]
    public void Every_problem_of_functions_is_reported()
    {
        var existing = new EdgeFunction.Existing(ViewerEvent.Request, "arn");
        EdgeFunction.Problems("f", [existing, new EdgeFunction.BasicAuth { Realm = "a\"b" }, new EdgeFunction.BasicAuth()]).Messages().ShouldBe([
            "f.BasicAuth.realm: 'a\"b'. Allowed: 1 to 100 printable ASCII characters but no quotes and backslashes. Choose another text.",
            "f.Request: an existing function and 2 more. Allowed: an existing function alone. Leave the others out: CloudFront runs one function for an event.",
            "f.Request: BasicAuth 2 times. Allowed: each kind once. Put them together into one.",
        ]);
        EdgeFunction.Problems("f", [
            new EdgeFunction.Redirects([
                new RedirectRule("old", "http://www.example.org/") { Status = 200 },
                new RedirectRule("/a", "/b/*"),
                new RedirectRule("/loop/*", "/loop/on"),
            ]),
            new EdgeFunction.IndexDocument { Name = "/index.html" },
            new EdgeFunction.CorsHeaders(new CorsSites.Only(["viewer.example.org"])),
        ]).Messages().ShouldBe([
            "f.Redirects.from: 'old'. Allowed: a path with a leading slash, and /* at its end or no wildcard. Correct the path.",
            "f.Redirects.to: 'http://www.example.org/'. Allowed: a path or an address with https://, and /* at its end or no wildcard; no query string, " +
                "no fragment. Correct where the redirect leads.",
            "f.Redirects.status: 200. Allowed: 301, 302, 307, 308. Choose one of these.",
            "f.Redirects.to: '/b/*' for '/a'. Allowed: /* only when the rule's path has it. Leave the wildcard out of both or of none.",
            "f.Redirects.to: '/loop/on' for '/loop/*'. Allowed: a path that the rule itself does not redirect. Lead elsewhere: this one never ends.",
            "f.IndexDocument.name: '/index.html'. Allowed: a file name of letters, digits, dots, hyphens and underscores. Give the name alone.",
            "f.CorsHeaders.origins: 'viewer.example.org'. Allowed: https://, a host in lower case and perhaps a port. Give the origin as browsers send it.",
        ]);
        EdgeFunction.Problems("f", [new EdgeFunction.Redirects([]), new EdgeFunction.CorsHeaders(new CorsSites.Only([]))]).Messages().ShouldBe([
            "f.Redirects.rules: none. Allowed: one or more. Name them, or leave the function out.",
            "f.CorsHeaders.origins: none. Allowed: one or more. Name them, or leave the function out.",
        ]);
        EdgeFunction.Problems("f", [new EdgeFunction.Redirects([.. Enumerable.Range(100, 150).Select(i => new RedirectRule($"/old/{i}", $"/new/{i}"))])])
            .Single().ToString().ShouldEndWith("bytes of code. Allowed: at most 10240. Shorten the lists of redirects or sites.");
    }

    [Theory]
    [InlineData("//www.example.org")]
    [InlineData("/\\www.example.org")]
    [InlineData("/a?b=c")]
    [InlineData("/a*")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void A_redirect_leads_to_a_path_or_an_https_address(string to) =>
        EdgeFunction.Problems("f", [new EdgeFunction.Redirects([new RedirectRule("/a/*", to)])]).Messages().ShouldContain(
            $"f.Redirects.to: '{to}'. Allowed: a path or an address with https://, and /* at its end or no wildcard; no query string, no fragment. " +
            "Correct where the redirect leads.");
}
