using System.Text.Json;
using EcsPlatform.Delivery;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Routing;
using EcsPlatform.Testing;
using Pulumi;
using static EcsPlatform.Tests.Delivery.DeliveryPlans;

namespace EcsPlatform.Tests.Delivery;

public class DistributionTests
{
    private const string RecordType = "aws:route53/record:Record";

    [Fact]
    public async Task All_defaults() => await TestPlan.OfAsync(() =>
    {
        var args = Args();
        args.Problems("viewer").ShouldBeEmpty();
        args.OtherNames.ShouldBeEmpty();
        args.DnsRecords.ShouldBeTrue();
        args.RecordNames.ShouldBeNull();
        args.State.ShouldBe(new DistributionState.On());
        args.ViewerTls.ShouldBe(ViewerTls.Tls12Of2025);
        args.OrderedBehaviors.ShouldBeEmpty();
        args.DefaultRootObject.ShouldBeNull();
        args.ErrorResponses.ShouldBeEmpty();
        args.PriceClass.ShouldBe(PriceClass.Class100);
        args.HttpVersion.ShouldBe(HttpVersion.Http2And3);
        args.GeoRestriction.ShouldBe(new GeoRestriction.None());
        args.WebAclArn.ShouldBeNull();
    });

    [Fact]
    public async Task A_distribution_without_options_is_small_and_safe()
    {
        var plan = await PlanOf(args => args);
        plan.Resources.Where(resource => resource.Custom).Select(resource => $"{resource.Type} {resource.Name}").Order(StringComparer.Ordinal).ShouldBe([
            "aws:cloudfront/distribution:Distribution viewer",
            "aws:route53/record:Record viewer-viewer.library.example.org",
            "aws:route53/record:Record viewer-viewer.library.example.org-ipv6",
            "pulumi:providers:aws us-east-1",
        ]);
        var distribution = plan.Only(DistributionType);
        distribution.Parent.ShouldBe(plan.Only("ecs-platform:delivery:Distribution", "viewer").Urn);
        distribution.Provider.ShouldNotBeNull().ShouldStartWith(plan.Only("pulumi:providers:aws", "us-east-1").Urn);
        distribution.Flag("enabled").ShouldBeTrue();
        distribution.Flag("isIpv6Enabled").ShouldBeTrue();
        distribution.Texts("aliases").ShouldBe(["viewer.library.example.org"]);
        distribution.Text("comment").ShouldBe("viewer");
        distribution.Text("priceClass").ShouldBe("PriceClass_100");
        distribution.Text("httpVersion").ShouldBe("http2and3");
        distribution.Text("restrictions.geoRestriction.restrictionType").ShouldBe("none");
        distribution.Text("viewerCertificate.acmCertificateArn").ShouldBe(CertificateArn);
        distribution.Text("viewerCertificate.sslSupportMethod").ShouldBe("sni-only");
        distribution.Text("viewerCertificate.minimumProtocolVersion").ShouldBe("TLSv1.2_2025");
        distribution.Text("defaultCacheBehavior.viewerProtocolPolicy").ShouldBe("redirect-to-https");
        foreach (var absent in new[] { "webAclId", "loggingConfig", "defaultRootObject" })
        {
            distribution.Input(absent).ShouldBeNull();
        }

        plan.Root.OutputText("distributionId").ShouldBe(distribution.Id);
        plan.Root.Output("store").ShouldBeNull();
    }

    [Fact]
    public async Task All_names_have_A_and_AAAA_records_except_those_of_others()
    {
        var plan = await PlanOf(args => args with { Names = ["viewer.library.example.org", "*.library.example.org"], OtherNames = ["www.example.org"] });
        var distribution = plan.Only(DistributionType);
        distribution.Texts("aliases").ShouldBe(["*.library.example.org", "viewer.library.example.org", "www.example.org"]);
        plan.All(RecordType).Select(record => $"{record.Text("type")} {record.Text("name")}").Order(StringComparer.Ordinal).ShouldBe([
            "A *.library.example.org",
            "A viewer.library.example.org",
            "AAAA *.library.example.org",
            "AAAA viewer.library.example.org",
        ]);
        foreach (var record in plan.All(RecordType))
        {
            record.Text("zoneId").ShouldBe("Z0123456789ABCDEFGHIJ");
            record.Text("aliases.0.name").ShouldBe(distribution.OutputText("domainName"));
            record.Text("aliases.0.zoneId").ShouldBe("Z2FDTNDATAQYW2");
            record.Flag("aliases.0.evaluateTargetHealth").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Whoever_has_the_names_makes_the_records() =>
        (await PlanOf(args => args with { DnsRecords = false })).All(RecordType).ShouldBeEmpty();

    [Fact]
    public async Task No_two_make_the_record_of_one_name()
    {
        var names = new DnsRecordNames();
        names.Claim("web", Zone, "viewer.library.example.org");
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(args => args with { RecordNames = names })))
            .Message.ShouldContain("'viewer.library.example.org', of which 'web' makes the record already");
    }

    [Fact]
    public async Task A_new_certificate_has_all_names_is_in_us_east_1_and_is_waited_for()
    {
        var plan = await PlanOf(args => args with
        {
            Names = ["viewer.library.example.org", "images.library.example.org"],
            Certificate = new ViewerCertificate.Create(),
        });
        var certificate = plan.Only("aws:acm/certificate:Certificate", "viewer-certificate-us-east-1");
        certificate.Text("domainName").ShouldBe("viewer.library.example.org");
        certificate.Texts("subjectAlternativeNames").ShouldBe(["images.library.example.org", "viewer.library.example.org"]);
        certificate.Text("region").ShouldBe("us-east-1");
        certificate.Provider.ShouldNotBeNull().ShouldStartWith(plan.Only("pulumi:providers:aws", "us-east-1").Urn);
        var validation = plan.Only("aws:acm/certificateValidation:CertificateValidation");
        var distribution = plan.Only(DistributionType);
        distribution.Text("viewerCertificate.acmCertificateArn").ShouldBe(certificate.OutputText("arn"));
        distribution.PropertyDependencies["viewerCertificate"].ShouldContain(validation.Urn);
    }

    [Fact]
    public async Task Every_option_is_in_CloudFronts_words()
    {
        var distribution = await DistributionOf(args => args with
        {
            DefaultRootObject = "index.html",
            PriceClass = PriceClass.Class200,
            HttpVersion = HttpVersion.Http2,
            ViewerTls = ViewerTls.Tls12Of2021,
            GeoRestriction = new GeoRestriction.Only(["IE", "GB"]),
            WebAclArn = WebAclArn,
            ErrorResponses = [new ErrorResponse(503) { CachingSeconds = 5 }, new ErrorResponse(403) { Page = new ErrorPage(404, "/404.html") }],
        });
        distribution.Text("defaultRootObject").ShouldBe("index.html");
        distribution.Text("priceClass").ShouldBe("PriceClass_200");
        distribution.Text("httpVersion").ShouldBe("http2");
        distribution.Text("viewerCertificate.minimumProtocolVersion").ShouldBe("TLSv1.2_2021");
        distribution.Text("restrictions.geoRestriction.restrictionType").ShouldBe("whitelist");
        distribution.Texts("restrictions.geoRestriction.locations").ShouldBe(["GB", "IE"]);
        distribution.Text("webAclId").ShouldBe(WebAclArn);
        distribution.Number("customErrorResponses.0.errorCode").ShouldBe(403);
        distribution.Number("customErrorResponses.0.responseCode").ShouldBe(404);
        distribution.Text("customErrorResponses.0.responsePagePath").ShouldBe("/404.html");
        distribution.Number("customErrorResponses.0.errorCachingMinTtl").ShouldBe(10);
        distribution.Number("customErrorResponses.1.errorCachingMinTtl").ShouldBe(5);
        distribution.Input("customErrorResponses.1.responseCode").ShouldBeNull();
        distribution.Input("customErrorResponses.1.responsePagePath").ShouldBeNull();
    }

    [Fact]
    public async Task Rarer_options_are_in_CloudFronts_words()
    {
        var distribution = await DistributionOf(args => args with
        {
            PriceClass = PriceClass.All,
            ViewerTls = ViewerTls.Tls13Of2025,
            GeoRestriction = new GeoRestriction.AllExcept(["XA"]),
        });
        distribution.Text("priceClass").ShouldBe("PriceClass_All");
        distribution.Text("viewerCertificate.minimumProtocolVersion").ShouldBe("TLSv1.3_2025");
        distribution.Text("restrictions.geoRestriction.restrictionType").ShouldBe("blacklist");
        distribution.Texts("restrictions.geoRestriction.locations").ShouldBe(["XA"]);
    }

    [Fact]
    public async Task Without_a_provider_the_error_shows_the_line_to_write() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => TestPlan.OfAsync(() => { _ = new Distribution("viewer", Args()); }))).Message.ShouldContain(
            "Distribution 'viewer': 1 problem\n  viewer.options.providers: no provider of AWS. Allowed: a provider of us-east-1, where CloudFront's " +
            "certificates, web ACLs and functions are. Write: new Distribution(\"viewer\", args, new ComponentResourceOptions { Providers = { " +
            "new Pulumi.Aws.Provider(\"us-east-1\", new Pulumi.Aws.ProviderArgs { Region = \"us-east-1\" }) } }).");

    [Fact]
    public async Task A_provider_of_another_region_is_an_error() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => TestPlan.OfAsync(() => { _ = new Distribution("viewer", Args(), InUsEast1("eu-west-1")); })))
            .Message.ShouldContain("viewer.options.providers: a provider of eu-west-1. Allowed: one of us-east-1. Put the provider of that region last.");

    [Theory]
    [InlineData("arn:aws:acm:eu-west-1:111111111111:certificate/7f1b2c3d")]
    [InlineData("arn:aws:acm:us-east-1:222222222222:certificate/7f1b2c3d")]
    public async Task A_certificate_of_another_region_or_account_is_an_error(string arn) =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(args => args with { Certificate = new ViewerCertificate.Existing(arn) }))).Message.ShouldContain(
            $"viewer.certificate.arn: '{arn}'. Allowed: an ARN that begins with arn:aws:acm:us-east-1:111111111111:certificate/. " +
            "Use a certificate of the account in us-east-1: CloudFront takes no other.");

    [Theory]
    [InlineData("arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/viewer/7f1b2c3d")]
    [InlineData("arn:aws:wafv2:us-east-1:222222222222:global/webacl/viewer/7f1b2c3d")]
    public async Task A_web_ACL_of_another_scope_or_account_is_an_error(string arn) =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(args => args with { WebAclArn = arn }))).Message.ShouldContain(
            $"viewer.webAcl: '{arn}'. Allowed: an ARN that begins with arn:aws:wafv2:us-east-1:111111111111:global/webacl/. " +
            "Use a web ACL of the scope CloudFront, made with a provider of us-east-1.");

    [Fact]
    public async Task A_bucket_lets_this_distribution_read_and_no_other()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var distribution = new Distribution("viewer", Args(), InUsEast1());
            var off = new Distribution("off", Args() with { Names = ["off.library.example.org"], State = new DistributionState.Off(LoadBalancer) }, InUsEast1Again());
            off.ReadStatement("arn:aws:s3:::releases").ShouldBeEmpty();
            return new Dictionary<string, object?> { ["policy"] = PolicyDocument.Json(distribution.ReadStatement("arn:aws:s3:::releases")) };
        });
        var statement = JsonDocument.Parse(plan.Root.OutputText("policy")).RootElement.GetProperty("Statement")[0];
        statement.GetProperty("Effect").GetString().ShouldBe("Allow");
        statement.GetProperty("Principal").GetProperty("Service").GetString().ShouldBe("cloudfront.amazonaws.com");
        statement.GetProperty("Action").GetString().ShouldBe("s3:GetObject");
        statement.GetProperty("Resource").GetString().ShouldBe("arn:aws:s3:::releases/*");
        statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("AWS:SourceArn").GetString().ShouldBe(plan.Only(DistributionType).OutputText("arn"));
    }

    private static ComponentResourceOptions InUsEast1Again() => new()
    {
        Providers = { new Pulumi.Aws.Provider("us-east-1-again", new Pulumi.Aws.ProviderArgs { Region = Certificate.CloudFrontRegion }) },
    };
}
