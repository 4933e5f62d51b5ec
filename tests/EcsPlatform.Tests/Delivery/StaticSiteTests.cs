using System.Text.Json;
using EcsPlatform.Delivery;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Tests.Networking;
using static EcsPlatform.Tests.Delivery.DeliveryPlans;

namespace EcsPlatform.Tests.Delivery;

public class StaticSiteTests
{
    private static readonly CorsSites AllSites = new CorsSites.Any();

    [Fact]
    public async Task All_defaults() => await TestPlan.OfAsync(() =>
    {
        var args = Site(New());
        args.AdditionalNames.ShouldBeEmpty();
        args.OtherNames.ShouldBeEmpty();
        args.OriginPath.ShouldBeEmpty();
        args.DefaultRootObject.ShouldBe("index.html");
        args.ErrorResponses.ShouldBeEmpty();
        args.CachePolicy.ShouldBe(new CachePolicy.Managed(ManagedCachePolicy.CachingOptimized));
        args.OriginRequestPolicy.ShouldBe(new OriginRequestPolicy.None());
        args.ResponseHeadersPolicy.ShouldBe(new ResponseHeadersPolicy.Managed(ManagedResponseHeadersPolicy.SecurityHeaders));
        args.Functions.ShouldBeEmpty();
        args.OrderedBehaviors.ShouldBeEmpty();
        args.WebAclArn.ShouldBeNull();
        args.PriceClass.ShouldBe(PriceClass.Class100);
        args.GeoRestriction.ShouldBe(new GeoRestriction.None());
        args.ViewerTls.ShouldBe(ViewerTls.Tls12Of2025);
        args.Problems("releases").ShouldBeEmpty();
    });

    [Fact]
    public async Task Every_problem_is_reported() => await TestPlan.OfAsync(() =>
    {
        (Site(new SiteBucket.Create(Data() with { OldVersionDays = 0 })) with { OriginPath = "html/", DefaultRootObject = "/index.html" }).Problems("releases").Messages()
            .ShouldBe([
                "releases.bucket.oldVersionDays: 0 days. Allowed: 1 day or more. Choose how long to keep it.",
                "releases.origins.bucket.path: 'html/'. Allowed: a path with a leading and without a trailing slash. Correct the slashes.",
                "releases.defaultRootObject: '/index.html'. Allowed: a path without a leading slash. Give it as in index.html.",
            ]);
        (Site(Existing) with { Environment = "Staging", Host = "releases.data" }).Problems("releases").Messages().ShouldBe([
            "releases.environment: 'Staging'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a name that DNS allows.",
            "releases.host: 'releases.data'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a name that DNS allows.",
        ]);
    });

    [Theory]
    [InlineData("staging", "staging-releases.library.example.org")]
    [InlineData("live", "releases.library.example.org")]
    public async Task The_environment_is_in_the_name_except_in_live(string environment, string host)
    {
        var plan = await PlanOf(args => args with { Environment = environment });
        plan.Only(DistributionType).Texts("aliases").ShouldBe([host]);
        plan.Only("aws:route53/record:Record", $"releases-{host}").Text("type").ShouldBe("A");
        plan.Only("aws:route53/record:Record", $"releases-{host}-ipv6").Text("type").ShouldBe("AAAA");
        plan.Only("ecs-platform:delivery:StaticSite").OutputText("url").ShouldBe($"https://{host}/");
    }

    [Fact]
    public async Task The_bucket_is_private_and_lets_only_the_distribution_read()
    {
        var plan = await PlanOf(args => args);
        BucketAssertions.ShouldBePrivate(plan, "releases");
        var site = plan.Only("ecs-platform:delivery:StaticSite");
        var bucket = plan.Only("aws:s3/bucket:Bucket", "releases");
        bucket.Parent.ShouldBe(site.Urn);
        bucket.Protect.ShouldBeTrue();
        plan.Only("aws:s3/bucketVersioning:BucketVersioning", "releases").Text("versioningConfiguration.status").ShouldBe("Enabled");
        plan.Only("aws:s3/bucketLogging:BucketLogging", "releases").Text("targetBucket").ShouldBe(plan.Only("aws:s3/bucket:Bucket", "logs").Id);
        var distribution = plan.Only(DistributionType);
        var statements = plan.Only("aws:s3/bucketPolicy:BucketPolicy", "releases").Json("policy").GetProperty("Statement").EnumerateArray().ToList();
        statements.Count.ShouldBe(2);
        var read = statements.Single(statement => statement.GetProperty("Effect").GetString() == "Allow");
        read.GetProperty("Principal").GetRawText().ShouldBe("{\"Service\":\"cloudfront.amazonaws.com\"}");
        read.GetProperty("Action").GetString().ShouldBe("s3:GetObject");
        read.GetProperty("Resource").GetString().ShouldBe($"{bucket.OutputText("arn")}/*");
        read.GetProperty("Condition").GetRawText().ShouldBe($"{{\"StringEquals\":{{\"AWS:SourceArn\":\"{distribution.OutputText("arn")}\"}}}}");
        site.OutputText("bucketName").ShouldBe(bucket.Id);
        site.OutputText("bucketArn").ShouldBe(bucket.OutputText("arn"));
        site.OutputText("bucketRegionalDomainName").ShouldBe(bucket.OutputText("bucketRegionalDomainName"));
        site.OutputText("distributionId").ShouldBe(distribution.Id);
        site.OutputText("distributionArn").ShouldBe(distribution.OutputText("arn"));
        site.OutputText("domainName").ShouldBe(distribution.OutputText("domainName"));
    }

    [Fact]
    public async Task The_distribution_reads_the_bucket_caches_and_redirects_to_HTTPS()
    {
        var plan = await PlanOf(args => args);
        var distribution = plan.Only(DistributionType);
        distribution.Text("origins.0.originId").ShouldBe("bucket");
        distribution.Text("origins.0.domainName").ShouldBe(plan.Only("aws:s3/bucket:Bucket", "releases").OutputText("bucketRegionalDomainName"));
        distribution.Text("origins.0.originAccessControlId").ShouldBe(plan.Only("aws:cloudfront/originAccessControl:OriginAccessControl", "releases-bucket").Id);
        distribution.Text("origins.0.originPath").ShouldBeEmpty();
        distribution.Text("defaultRootObject").ShouldBe("index.html");
        distribution.Text("defaultCacheBehavior.cachePolicyId").ShouldBe("658327ea-f89d-4fab-a63d-7e88639e58f6");
        distribution.Text("defaultCacheBehavior.responseHeadersPolicyId").ShouldBe("67f7725c-6f97-4210-82d7-5512b31e9d03");
        distribution.Text("defaultCacheBehavior.viewerProtocolPolicy").ShouldBe("redirect-to-https");
        distribution.Input("defaultCacheBehavior.originRequestPolicyId").ShouldBeNull();
    }

    [Fact]
    public async Task What_CloudFront_needs_is_in_us_east_1_and_the_bucket_is_not()
    {
        var plan = await PlanOf(args => args with { Certificate = new ViewerCertificate.Create(), Functions = [new EdgeFunction.IndexDocument()] });
        var usEast1 = plan.Only("pulumi:providers:aws", "us-east-1").Urn;
        foreach (var type in new[] { "aws:acm/certificate:Certificate", "aws:acm/certificateValidation:CertificateValidation", "aws:cloudfront/function:Function", DistributionType })
        {
            plan.Only(type).Provider.ShouldNotBeNull().ShouldStartWith(usEast1);
        }

        plan.Resources.Where(resource => resource.Type.StartsWith("aws:s3/", StringComparison.Ordinal)).ShouldAllBe(resource => resource.Provider == null);
        var waitsFor = plan.Only(DistributionType).PropertyDependencies;
        waitsFor["viewerCertificate"].ShouldContain(plan.Only("aws:acm/certificateValidation:CertificateValidation").Urn);
        waitsFor["defaultCacheBehavior"].ShouldContain(plan.Only("aws:cloudfront/function:Function").Urn);
    }

    [Fact]
    public async Task The_provider_before_the_last_makes_the_bucket()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var options = InUsEast1();
            options.Providers.Insert(0, new Pulumi.Aws.Provider("home", new Pulumi.Aws.ProviderArgs { Region = "eu-west-1" }));
            _ = new StaticSite("releases", Site(New()), options);
        });
        plan.Only("aws:s3/bucket:Bucket", "releases").Provider.ShouldNotBeNull().ShouldStartWith(plan.Only("pulumi:providers:aws", "home").Urn);
        plan.Only(DistributionType).Provider.ShouldNotBeNull().ShouldStartWith(plan.Only("pulumi:providers:aws", "us-east-1").Urn);
    }

    [Fact]
    public async Task A_provider_of_us_east_1_that_is_given_twice_makes_the_bucket_too()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var options = InUsEast1();
            options.Providers.Add(options.Providers[0]);
            _ = new StaticSite("releases", Site(New()), options);
        });
        plan.Only("aws:s3/bucket:Bucket", "releases").Provider.ShouldNotBeNull().ShouldStartWith(plan.Only("pulumi:providers:aws", "us-east-1").Urn);
    }

    [Fact]
    public async Task Without_a_provider_the_error_shows_the_line_to_write() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => TestPlan.OfAsync(() => { _ = new StaticSite("releases", Site(New())); }))).Message.ShouldContain(
            "Write: new StaticSite(\"releases\", args, new ComponentResourceOptions { Providers = { new Pulumi.Aws.Provider(\"us-east-1\", " +
            "new Pulumi.Aws.ProviderArgs { Region = \"us-east-1\" }) } }).");

    [Fact]
    public async Task Every_option_reaches_the_distribution()
    {
        var plan = await PlanOf(args => args with
        {
            AdditionalNames = ["data.library.example.org"],
            OtherNames = ["data.example.org"],
            OriginPath = "/html",
            DefaultRootObject = null,
            ErrorResponses = [new ErrorResponse(403) { Page = new ErrorPage(404, "/404.html"), CachingSeconds = 60 }],
            CachePolicy = Disabled,
            OriginRequestPolicy = new OriginRequestPolicy.Managed(ManagedOriginRequestPolicy.CorsS3Origin),
            ResponseHeadersPolicy = new ResponseHeadersPolicy.Managed(ManagedResponseHeadersPolicy.CorsWithPreflight),
            Functions = [new EdgeFunction.BasicAuth(), new EdgeFunction.CorsHeaders(AllSites)],
            OrderedBehaviors = [new OrderedCacheBehavior("images", "/images/*", new CacheBehavior { Origin = StaticSiteArgs.Origin, CachePolicy = Disabled })],
            WebAclArn = WebAclArn,
            PriceClass = PriceClass.All,
            GeoRestriction = new GeoRestriction.Only(["GB"]),
            ViewerTls = ViewerTls.Tls13Of2025,
            Log = new DistributionLog.Bucket("logs"),
        });
        var distribution = plan.Only(DistributionType);
        distribution.Texts("aliases").ShouldBe(["data.example.org", "data.library.example.org", "staging-releases.library.example.org"]);
        distribution.Text("origins.0.originPath").ShouldBe("/html");
        distribution.Input("defaultRootObject").ShouldBeNull();
        distribution.Number("customErrorResponses.0.errorCode").ShouldBe(403);
        distribution.Number("customErrorResponses.0.responseCode").ShouldBe(404);
        distribution.Text("customErrorResponses.0.responsePagePath").ShouldBe("/404.html");
        distribution.Text("defaultCacheBehavior.cachePolicyId").ShouldBe("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
        distribution.Text("defaultCacheBehavior.originRequestPolicyId").ShouldBe("88a5eaf4-2fd4-4709-b370-b4c650ea3fcf");
        distribution.Text("defaultCacheBehavior.responseHeadersPolicyId").ShouldBe("5cc3b908-e619-4b99-88e5-2cf7f45965bd");
        distribution.Text("defaultCacheBehavior.functionAssociations.1.eventType").ShouldBe("viewer-response");
        distribution.Text("orderedCacheBehaviors.0.pathPattern").ShouldBe("/images/*");
        distribution.Text("webAclId").ShouldBe(WebAclArn);
        distribution.Text("priceClass").ShouldBe("PriceClass_All");
        distribution.Text("restrictions.geoRestriction.restrictionType").ShouldBe("whitelist");
        distribution.Text("viewerCertificate.minimumProtocolVersion").ShouldBe("TLSv1.3_2025");
        plan.Only("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination").Text("deliveryDestinationConfiguration.destinationResourceArn")
            .ShouldBe("arn:aws:s3:::logs/distributions/releases");
        plan.Only("ecs-platform:delivery:StaticSite").OutputText("credentialStoreArn")
            .ShouldBe(plan.Only("aws:cloudfront/keyValueStore:KeyValueStore").OutputText("arn"));
    }

    [Fact]
    public async Task A_bucket_of_somebody_else_gets_no_policy_from_here()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var site = new StaticSite("releases", Site(Existing), InUsEast1());
            return new Dictionary<string, object?> { ["policy"] = PolicyDocument.Json(site.ReadStatement) };
        });
        plan.Resources.ShouldNotContain(resource => resource.Type.StartsWith("aws:s3/", StringComparison.Ordinal));
        var site = plan.Only("ecs-platform:delivery:StaticSite");
        new[] { "bucketName", "bucketArn", "bucketRegionalDomainName" }.ShouldAllBe(output => site.Output(output) == null);
        plan.Only(DistributionType).Text("origins.0.domainName").ShouldBe("releases.s3.eu-west-1.amazonaws.com");
        var statement = JsonDocument.Parse(plan.Root.OutputText("policy")).RootElement.GetProperty("Statement")[0];
        statement.GetProperty("Resource").GetString().ShouldBe("arn:aws:s3:::releases/*");
        statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("AWS:SourceArn").GetString()
            .ShouldBe(plan.Only(DistributionType).OutputText("arn"));
    }

    private static SiteBucket Existing => new SiteBucket.Existing("arn:aws:s3:::releases", "releases.s3.eu-west-1.amazonaws.com");

    private static DataBucketArgs Data() => new() { AccessLogs = new LogBucket("logs", new LogBucketArgs { Account = Valid.Account }) };

    private static SiteBucket.Create New() => new SiteBucket.Create(Data());

    private static StaticSiteArgs Site(SiteBucket bucket) => new()
    {
        Account = Valid.Account,
        Environment = "staging",
        Host = "releases",
        Zone = Zone,
        Bucket = bucket,
        Certificate = new ViewerCertificate.Existing(CertificateArn),
        Log = new DistributionLog.None(),
    };

    private static Task<Plan> PlanOf(Func<StaticSiteArgs, StaticSiteArgs> change) =>
        TestPlan.OfAsync(() => { _ = new StaticSite("releases", change(Site(New())), InUsEast1()); });
}
