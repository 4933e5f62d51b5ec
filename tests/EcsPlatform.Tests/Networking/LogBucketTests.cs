using System.Text.Json;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Networking;

public class LogBucketTests
{
    private static readonly LogBucketArgs Args = new() { Account = Valid.Account };

    [Fact]
    public void All_defaults()
    {
        (Args.ExpirationDays, Args.IncompleteUploadDays, Args.ForceDestroy).ShouldBe((90, 7, false));
        Args.Problems("logs").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported() =>
        new LogBucketArgs { Account = new AwsAccount("1", "eu-west-1"), ExpirationDays = 0, IncompleteUploadDays = -1 }.Problems("logs")
            .Select(problem => problem.ToString()).ShouldBe([
                "logs.account.id: '1'. Allowed: an account's twelve digits. Give the account's number.",
                "logs.expirationDays: 0 days. Allowed: 1 day or more. Choose how long to keep it.",
                "logs.incompleteUploadDays: -1 days. Allowed: 1 day or more. Choose how long to keep it.",
            ]);

    [Theory]
    [InlineData("Logs")]
    [InlineData("logs_a")]
    [InlineData("logs-")]
    [InlineData("a23456789-123456789-123456789-123456789-123456789-123456")]
    public async Task A_name_that_no_bucket_can_have_ends_the_program(string name) =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => TestPlan.OfAsync(() => { _ = new LogBucket(name, Args); })))
            .Message.ShouldStartWith(
                $"LogBucket '{name}': 1 problem\n  name: '{name}'. Allowed: 1 to 55 lower-case letters, digits and inner hyphens. " +
                    "Choose a name that a bucket's name can begin with.");

    [Fact]
    public async Task The_bucket_is_private_and_encrypted_by_S3()
    {
        var plan = await PlanOf(Args);
        var bucket = plan.Only("aws:s3/bucket:Bucket", "test");
        bucket.Input("bucket").ShouldBeNull();
        bucket.Flag("forceDestroy").ShouldBeFalse();
        BucketAssertions.ShouldBePrivate(plan, "test");
        var encryption = plan.Only("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "test");
        encryption.Text("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm").ShouldBe("AES256");
        encryption.Input("rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId").ShouldBeNull();
        plan.All("aws:s3/bucketAcl:BucketAcl").ShouldBeEmpty();
        plan.All("aws:s3/bucketLogging:BucketLogging").ShouldBeEmpty();
        plan.All("aws:s3/bucketVersioning:BucketVersioning").ShouldBeEmpty();
    }

    [Fact]
    public async Task Logs_expire()
    {
        var plan = await PlanOf(Args with { ExpirationDays = 30, IncompleteUploadDays = 2, ForceDestroy = true });
        var lifecycle = plan.Only("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "test");
        lifecycle.Input("rules.1").ShouldBeNull();
        lifecycle.Text("rules.0.status").ShouldBe("Enabled");
        lifecycle.Input("rules.0.filter").ShouldBeOfType<PropertyValue.Map>().Entries.ShouldBeEmpty();
        lifecycle.Number("rules.0.expiration.days").ShouldBe(30);
        lifecycle.Number("rules.0.noncurrentVersionExpiration.noncurrentDays").ShouldBe(1);
        lifecycle.Number("rules.0.abortIncompleteMultipartUpload.daysAfterInitiation").ShouldBe(2);
        plan.Only("aws:s3/bucket:Bucket").Flag("forceDestroy").ShouldBeTrue();
    }

    [Fact]
    public async Task Each_service_writes_below_its_prefix_on_behalf_of_the_account()
    {
        var plan = await PlanOf(Args);
        var arn = plan.Only("aws:s3/bucket:Bucket").OutputText("arn");
        var statements = Statements(plan);
        statements.Count.ShouldBe(4);
        statements[1].GetRawText().Replace(arn, "BUCKET").ShouldBe(
            """
            {"Effect":"Allow","Principal":{"Service":"logdelivery.elasticloadbalancing.amazonaws.com"},"Action":"s3:PutObject",
            "Resource":["BUCKET/load-balancer-access/AWSLogs/111111111111/*","BUCKET/load-balancer-connections/AWSLogs/111111111111/*"]}
            """.ReplaceLineEndings(""));
        statements[2].GetRawText().Replace(arn, "BUCKET").ShouldBe(
            """
            {"Effect":"Allow","Principal":{"Service":"delivery.logs.amazonaws.com"},"Action":"s3:PutObject",
            "Resource":["BUCKET/AWSLogs/111111111111/CloudFront/*","BUCKET/distributions/*"],
            "Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:logs:us-east-1:111111111111:delivery-source:*"},
            "StringEquals":{"aws:SourceAccount":"111111111111","s3:x-amz-acl":"bucket-owner-full-control"}}}
            """.ReplaceLineEndings(""));
        statements[3].GetRawText().Replace(arn, "BUCKET").ShouldBe(
            """
            {"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject","Resource":"BUCKET/buckets/*",
            "Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::*"},"StringEquals":{"aws:SourceAccount":"111111111111"}}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Prefixes_are_where_the_policy_lets_services_write()
    {
        var resources = Statements(await PlanOf(Args)).Skip(1)
            .Select(statement => statement.GetProperty("Resource"))
            .SelectMany(resource => resource.ValueKind == JsonValueKind.Array ? resource.EnumerateArray().ToArray() : [resource])
            .Select(resource => resource.GetString()!.Split('/', 2)[1])
            .ToList();
        resources.ShouldContain($"{LogBucket.LoadBalancerAccessPrefix}/AWSLogs/111111111111/*");
        resources.ShouldContain($"{LogBucket.LoadBalancerConnectionPrefix}/AWSLogs/111111111111/*");
        resources.ShouldContain($"{LogBucket.DistributionPrefix}/*");
        resources.ShouldContain($"{LogBucket.BucketAccessPrefix}*");
    }

    [Fact]
    public async Task All_resources_lie_below_the_component_and_its_name_comes_from_the_policy()
    {
        var plan = await PlanOf(Args);
        var component = plan.Only("ecs-platform:networking:LogBucket");
        plan.Resources.Where(resource => resource.Custom).ShouldAllBe(resource => resource.Parent == component.Urn);
        component.OutputText("arn").ShouldBe(plan.Only("aws:s3/bucket:Bucket").OutputText("arn"));
        component.OutputText("bucketName").ShouldBe(plan.Only("aws:s3/bucketPolicy:BucketPolicy").Text("bucket"));
    }

    private static List<JsonElement> Statements(Plan plan) =>
        [.. plan.Only("aws:s3/bucketPolicy:BucketPolicy").Json("policy").GetProperty("Statement").EnumerateArray()];

    private static Task<Plan> PlanOf(LogBucketArgs args) => TestPlan.OfAsync(() => { _ = new LogBucket("test", args); });
}
