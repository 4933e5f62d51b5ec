using EcsPlatform.Delivery;
using EcsPlatform.Testing;
using static EcsPlatform.Tests.Delivery.DeliveryPlans;

namespace EcsPlatform.Tests.Delivery;

public class DistributionLogBucketTests
{
    [Fact]
    public void All_defaults()
    {
        var args = new DistributionLogBucketArgs();
        (args.ExpirationDays, args.IncompleteUploadDays, args.ForceDestroy).ShouldBe((90, 7, false));
        args.Problems("logs").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported() =>
        new DistributionLogBucketArgs { ExpirationDays = 0, IncompleteUploadDays = 0 }.Problems("logs").Messages().ShouldBe([
            "logs.expirationDays: 0 days. Allowed: 1 day or more. Choose how long to keep it.",
            "logs.incompleteUploadDays: 0 days. Allowed: 1 day or more. Choose how long to keep it.",
        ]);

    [Fact]
    public async Task The_bucket_is_private_but_takes_CloudFronts_ACL()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var logs = new DistributionLogBucket("logs", new DistributionLogBucketArgs { ExpirationDays = 30, IncompleteUploadDays = 3, ForceDestroy = true });
            _ = new Distribution("viewer", Args() with { Log = new DistributionLog.Bucket(logs.DomainName) }, InUsEast1());
        });
        var bucket = plan.Only("aws:s3/bucket:Bucket");
        bucket.Flag("forceDestroy").ShouldBeTrue();
        var ownership = plan.Only("aws:s3/bucketOwnershipControls:BucketOwnershipControls");
        ownership.Text("rule.objectOwnership").ShouldBe("BucketOwnerPreferred");
        var block = plan.Only("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
        foreach (var setting in new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" })
        {
            block.Flag(setting).ShouldBeTrue();
        }

        var lifecycle = plan.Only("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
        lifecycle.Number("rules.0.expiration.days").ShouldBe(30);
        lifecycle.Number("rules.0.abortIncompleteMultipartUpload.daysAfterInitiation").ShouldBe(3);
        var policy = plan.Only("aws:s3/bucketPolicy:BucketPolicy");
        policy.Json("policy").GetProperty("Statement")[0].GetProperty("Effect").GetString().ShouldBe("Deny");
        policy.Dependencies.ShouldContain(ownership.Urn);
        var distribution = plan.Only(DistributionType);
        distribution.Text("loggingConfig.bucket").ShouldBe(bucket.OutputText("bucketDomainName"));
        distribution.PropertyDependencies["loggingConfig"].ShouldContain(policy.Urn);
    }
}
