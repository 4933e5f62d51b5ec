using EcsPlatform.Plans;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Testing;

namespace EcsPlatform.Stacks.Tests;

/// <summary>Staging's image server: a private bucket behind a distribution, which pages of other sites may load from.</summary>
public sealed class ImageServerTests : IAsyncLifetime
{
    private const string Name = "staging-image-server";

    private static readonly StackConfig Staging = ConfigOf.Stack("staging");

    private Plan _plan = null!;

    public async Task InitializeAsync() => _plan = await StackPlans.Staging;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Its_host_is_told_by_the_stack_s_name()
    {
        PlatformSettings.Read("staging", Staging).ImageServer.ShouldBe(new ImageServerSettings("rti-images"));
        Distribution(_plan).Texts("aliases").ShouldBe(["staging-rti-images.library.example.org"]);
    }

    [Fact]
    public async Task The_host_can_be_chosen() =>
        Distribution(await StackPlans.OfAsync("staging", Staging.With("image-server", """{"host":"relit"}"""))).Texts("aliases").ShouldBe(["staging-relit.library.example.org"]);

    [Fact]
    public void Pages_of_all_sites_may_load_what_is_in_the_bucket()
    {
        var distribution = Distribution(_plan);
        distribution.Text("defaultCacheBehavior.originRequestPolicyId").ShouldBe("88a5eaf4-2fd4-4709-b370-b4c650ea3fcf");
        distribution.Text("defaultCacheBehavior.responseHeadersPolicyId").ShouldBe("eaab4381-ed33-4a86-88ca-d9558dc6cd63");
        distribution.Text("defaultCacheBehavior.cachePolicyId").ShouldBe("658327ea-f89d-4fab-a63d-7e88639e58f6");
        distribution.Texts("defaultCacheBehavior.allowedMethods").ShouldBe(["GET", "HEAD", "OPTIONS"]);
    }

    [Fact]
    public void Its_bucket_is_its_own_and_of_the_stack_s_region()
    {
        var bucket = _plan.Only("aws:s3/bucket:Bucket", Name);
        bucket.Provider.ShouldNotBeNull().ShouldStartWith(_plan.Only("pulumi:providers:aws", "eu-west-1").Urn);
        Distribution(_plan).Text("origins.0.domainName").ShouldBe(bucket.OutputText("bucketRegionalDomainName"));
        _plan.Only("aws:s3/bucketPolicy:BucketPolicy", Name).Text("policy").ShouldContain(Distribution(_plan).OutputText("arn"));
        _plan.Only("aws:s3/bucketLogging:BucketLogging", Name).Text("targetBucket")
            .ShouldBe(_plan.Only("aws:s3/bucket:Bucket", "staging-logs").OutputText("bucket"));
    }

    [Fact]
    public void It_has_the_stack_s_certificate_web_ACL_and_log_and_is_reached_over_IPv6_too()
    {
        var distribution = Distribution(_plan);
        distribution.Text("viewerCertificate.acmCertificateArn")
            .ShouldBe("arn:aws:acm:us-east-1:111111111111:certificate/c27d40f9-61b8-4e05-b3da-90f5a1c86e37");
        distribution.Text("webAclId").ShouldBe(_plan.Only("aws:wafv2/webAcl:WebAcl", "staging-cloudfront").OutputText("arn"));
        _plan.Only("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", Name).Text("deliveryDestinationConfiguration.destinationResourceArn")
            .ShouldBe($"{_plan.Only("aws:s3/bucket:Bucket", "staging-logs").OutputText("arn")}/distributions/{Name}");
        _plan.All("aws:route53/record:Record").Where(record => record.Text("name") == "staging-rti-images.library.example.org")
            .Select(record => (record.Text("type"), record.Text("aliases.0.name")))
            .ShouldBe([("A", distribution.OutputText("domainName")), ("AAAA", distribution.OutputText("domainName"))]);
    }

    private static PlannedResource Distribution(Plan plan) => plan.Only("aws:cloudfront/distribution:Distribution", Name);
}
