using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Networking;

public class DataBucketTests
{
    [Fact]
    public async Task All_defaults() => await TestPlan.OfAsync(() =>
    {
        var args = Args();
        args.Encryption.ShouldBe(new BucketEncryption.S3Managed());
        (args.OldVersionDays, args.IncompleteUploadDays, args.Protect, args.ForceDestroy).ShouldBe((90, 7, true, false));
        args.Problems("data").ShouldBeEmpty();
    });

    [Fact]
    public async Task Every_problem_is_reported() => await TestPlan.OfAsync(() =>
        (Args() with { OldVersionDays = 0, IncompleteUploadDays = 0, ForceDestroy = true }).Problems("data").Select(problem => problem.ToString()).ShouldBe([
            "data.oldVersionDays: 0 days. Allowed: 1 day or more. Choose how long to keep it.",
            "data.incompleteUploadDays: 0 days. Allowed: 1 day or more. Choose how long to keep it.",
            "data.forceDestroy: on for a protected bucket. Allowed: on only without protection. Set Protect to false, or keep the objects.",
        ]));

    [Fact]
    public async Task The_bucket_is_private_versioned_and_protected()
    {
        var plan = await PlanOf(args => args);
        BucketAssertions.ShouldBePrivate(plan, "data");
        var bucket = plan.Only("aws:s3/bucket:Bucket", "data");
        bucket.Protect.ShouldBeTrue();
        bucket.Flag("forceDestroy").ShouldBeFalse();
        plan.Only("aws:s3/bucketVersioning:BucketVersioning", "data").Text("versioningConfiguration.status").ShouldBe("Enabled");
        plan.Only("aws:s3/bucketPolicy:BucketPolicy", "data").Json("policy").GetProperty("Statement").GetArrayLength().ShouldBe(1);
        var encryption = plan.Only("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "data");
        encryption.Text("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm").ShouldBe("AES256");
        encryption.Input("rules.0.bucketKeyEnabled").ShouldBeNull();
    }

    [Fact]
    public async Task Objects_stay_and_old_versions_go()
    {
        var lifecycle = (await PlanOf(args => args with { OldVersionDays = 30, IncompleteUploadDays = 3 }))
            .Only("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "data");
        lifecycle.Input("rules.0.expiration").ShouldBeNull();
        lifecycle.Number("rules.0.noncurrentVersionExpiration.noncurrentDays").ShouldBe(30);
        lifecycle.Number("rules.0.abortIncompleteMultipartUpload.daysAfterInitiation").ShouldBe(3);
    }

    [Fact]
    public async Task Requests_are_logged_where_the_log_bucket_lets_them_be()
    {
        var plan = await PlanOf(args => args);
        var logging = plan.Only("aws:s3/bucketLogging:BucketLogging");
        logging.Name.ShouldBe("data");
        logging.Text("targetBucket").ShouldBe(plan.Only("aws:s3/bucket:Bucket", "logs").Id);
        logging.Text("targetPrefix").ShouldBe($"buckets/{plan.Only("aws:s3/bucket:Bucket", "data").Id}/");
        // S3 takes the configuration only when it may write.
        logging.PropertyDependencies["targetBucket"].ShouldContain(plan.Only("aws:s3/bucketPolicy:BucketPolicy", "logs").Urn);
    }

    [Fact]
    public async Task A_key_of_ones_own_encrypts_with_a_bucket_key()
    {
        const string Arn = "arn:aws:kms:eu-west-1:111111111111:key/0a1b";
        var encryption = (await PlanOf(args => args with { Encryption = new BucketEncryption.Kms(Arn) }))
            .Only("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "data");
        encryption.Text("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm").ShouldBe("aws:kms");
        encryption.Text("rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId").ShouldBe(Arn);
        encryption.Flag("rules.0.bucketKeyEnabled").ShouldBeTrue();
    }

    [Fact]
    public async Task A_bucket_that_lives_for_days_goes_with_its_objects()
    {
        var bucket = (await PlanOf(args => args with { Protect = false, ForceDestroy = true })).Only("aws:s3/bucket:Bucket", "data");
        bucket.Protect.ShouldBeFalse();
        bucket.Flag("forceDestroy").ShouldBeTrue();
    }

    [Fact]
    public async Task All_resources_lie_below_the_component()
    {
        var plan = await PlanOf(args => args);
        var component = plan.Only("ecs-platform:networking:DataBucket");
        plan.Resources.Where(resource => resource.Custom && resource.Name == "data").ShouldAllBe(resource => resource.Parent == component.Urn);
        var bucket = plan.Only("aws:s3/bucket:Bucket", "data");
        component.OutputText("arn").ShouldBe(bucket.OutputText("arn"));
        component.OutputText("bucketName").ShouldBe(bucket.Id);
        component.OutputText("regionalDomainName").ShouldBe($"{bucket.Id}.s3.eu-west-1.amazonaws.com");
    }

    [Fact]
    public async Task Wrong_arguments_end_the_program_with_every_problem() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(args => args with { OldVersionDays = 0, ForceDestroy = true })))
            .Message.ShouldStartWith("DataBucket 'data': 2 problems\n  data.oldVersionDays: 0 days.");

    private static DataBucketArgs Args() => new() { AccessLogs = new LogBucket("logs", new LogBucketArgs { Account = Valid.Account }) };

    private static Task<Plan> PlanOf(Func<DataBucketArgs, DataBucketArgs> change) => TestPlan.OfAsync(() => { _ = new DataBucket("data", change(Args())); });
}
