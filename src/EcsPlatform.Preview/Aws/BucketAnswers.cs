namespace EcsPlatform.Preview.Aws;

/// <summary>S3: buckets, their settings and objects.</summary>
internal static class BucketAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:s3/bucket:Bucket"] = Bucket,
        ["aws:s3/bucketV2:BucketV2"] = Bucket,
        ["aws:s3/bucketPolicy:BucketPolicy"] = SettingOfBucket,
        ["aws:s3/bucketVersioning:BucketVersioning"] = SettingOfBucket,
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = SettingOfBucket,
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = SettingOfBucket,
        ["aws:s3/bucketNotification:BucketNotification"] = SettingOfBucket,
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = setting => SettingOfBucket(setting
            .Default("transitionDefaultMinimumObjectSize", "all_storage_classes_128K").Empty("expectedBucketOwner")),
        ["aws:s3/bucketLogging:BucketLogging"] = SettingOfBucket,
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = SettingOfBucket,
        ["aws:s3/bucketCorsConfiguration:BucketCorsConfiguration"] = SettingOfBucket,
        ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"] = SettingOfBucket,
        ["aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"] = SettingOfBucket,
        ["aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration"] = SettingOfBucket,
        ["aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration"] = SettingOfBucket,
        ["aws:s3/bucketAcl:BucketAcl"] = setting => setting.Identify(
            setting.Text("acl") is { Length: > 0 } acl ? $"{setting.Text("bucket")},{acl}" : setting.Text("bucket")),
        ["aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration"] = setting => SettingOfBucket(
            Website(setting, setting.Text("bucket"))),
        ["aws:s3/bucketMetric:BucketMetric"] = metric => metric.Named(64).Identify($"{metric.Text("bucket")}:{metric.Text("name")}"),
        ["aws:s3/inventory:Inventory"] = inventory => inventory
            .Named(64).Identify($"{inventory.Text("bucket")}:{inventory.Text("name")}"),
        ["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"] = block => block
            .Default("accountId", block.Scope.AccountId).Identify(block.Text("accountId")),
        ["aws:s3/bucketObject:BucketObject"] = Item,
        ["aws:s3/bucketObjectv2:BucketObjectv2"] = item => Item(item
            .Empty("checksumCrc32", "checksumCrc32c", "checksumCrc64nvme", "checksumSha1", "checksumSha256")),
    };

    private static void Bucket(AnswerDraft bucket)
    {
        bucket.Named(63, "bucket", lower: true).Identify(bucket.Text("bucket"));
        var (region, suffix) = (bucket.Scope.Region, bucket.Scope.DnsSuffix);
        Website(bucket, bucket.Id)
            .Set("arn", $"arn:{bucket.Scope.Partition}:s3:::{bucket.Id}").Tags()
            .Set("bucketDomainName", $"{bucket.Id}.s3.{suffix}")
            .Set("bucketRegionalDomainName", $"{bucket.Id}.s3.{region}.{suffix}")
            .Set("bucketRegion", region).Set("hostedZoneId", RegionFacts.Of(region).Bucket)
            .Default("forceDestroy", false).Default("objectLockEnabled", false).Default("requestPayer", "BucketOwner");
    }

    // Older regions join "s3-website" and the region with a dash, newer ones with a dot.
    private static AnswerDraft Website(AnswerDraft draft, string bucket)
    {
        var region = draft.Scope.Region;
        var separator = region is "us-east-1" or "us-west-1" or "us-west-2" or "eu-west-1" or "sa-east-1" or "ap-northeast-1"
            or "ap-southeast-1" or "ap-southeast-2" ? '-' : '.';
        var domain = $"s3-website{separator}{region}.{draft.Scope.DnsSuffix}";
        return draft.Set("websiteDomain", domain).Set("websiteEndpoint", $"{bucket}.{domain}");
    }

    private static void SettingOfBucket(AnswerDraft setting) => setting.Identify(setting.Text("bucket"));

    private static void Item(AnswerDraft item) => item
        .Default("key", item.Name).Identify($"{item.Text("bucket")}/{item.Text("key")}").Tags()
        .Set("arn", $"arn:{item.Scope.Partition}:s3:::{item.Id}")
        .Set("versionId", FakeIdentifiers.MixedLetters(32, item.ContentSeed("tags")))
        .Default("etag", FakeIdentifiers.Hex(32, item.ContentSeed("tags"))).Default("storageClass", "STANDARD");
}
