using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>Rules for load balancers, buckets, keys and log groups.</summary>
public static class DeliveryRules
{
    private const string Listener = "aws:lb/listener:Listener";
    private const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string Bucket = "aws:s3/bucket:Bucket";

    private static readonly string[] PublicAccess = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        PlanRule.Each("ELB-01", Listener, listener => listener.Amount("port") != 80
            || (listener.Value("defaultActions.0.redirect.protocol") == "HTTPS" && listener.Value("defaultActions.0.redirect.statusCode") == "HTTP_301")),
        PlanRule.Each("ELB-02", Listener, listener => listener.Amount("port") == 80 || listener.Value("protocol") is "HTTPS" or "TLS"),
        PlanRule.Each("ELB-03", Listener, listener => listener.Value("protocol") is not ("HTTPS" or "TLS")
            || (listener.Value("sslPolicy") ?? "").StartsWith("ELBSecurityPolicy-TLS13-1-", StringComparison.Ordinal)),
        PlanRule.Each("ELB-04", Listener, listener => listener.Value("defaultActions.0.type") == "redirect"
            || listener.Value("defaultActions.0.fixedResponse.statusCode") == "404"),
        PlanRule.Each("ELB-05", LoadBalancer, balancer => balancer.IsOn("dropInvalidHeaderFields")),
        PlanRule.Each("ELB-06", LoadBalancer, balancer => balancer.IsOn("accessLogs.enabled")),
        PlanRule.Each("ELB-07", LoadBalancer, balancer => balancer.IsOn("enableDeletionProtection")),
        PlanRule.Each("ELB-08", LoadBalancer, balancer => balancer.Value("desyncMitigationMode") is "defensive" or "strictest"),
        PlanRule.Each("ELB-09", LoadBalancer, balancer => balancer.Items("subnets").Distinct().Count() >= 2),
        PlanRule.Each("ELB-10", LoadBalancer, (balancer, plan) => balancer.IsOn("internal")
            || plan.All("aws:wafv2/webAclAssociation:WebAclAssociation").Any(association => association.Names("resourceArn", balancer, "arn"))),
        PlanRule.Each("ELB-11", TargetGroup, group => group.Value("healthCheck.path") is not null
            && group.Value("healthCheck.matcher") is not null
            && group.Amount("deregistrationDelay") <= 60),
        PlanRule.Each("ELB-13", TargetGroup, group => group.Value("name") is null && (group.Value("namePrefix") ?? "").Length <= 6),
        new("ELB-14", plan => plan.All("aws:lb/listenerRule:ListenerRule")
            .GroupBy(rule => (rule.Value("listenerArn"), rule.Value("priority"))).Where(same => same.Count() > 1)
            .Select(same => $"ELB-14: {string.Join(", ", same.Select(rule => rule.Urn))}")),
        OfBucket("S3-01", "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", block => PublicAccess.All(block.IsOn)),
        OfBucket("S3-02", "aws:s3/bucketPolicy:BucketPolicy", policy => policy.Demands("aws:SecureTransport")),
        OfBucket("S3-03", "aws:s3/bucketOwnershipControls:BucketOwnershipControls", controls => controls.Value("rule.objectOwnership") == "BucketOwnerEnforced"),
        OfBucket("S3-04", "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", lifecycle =>
            AnyRule(lifecycle, "abortIncompleteMultipartUpload.daysAfterInitiation") && AnyRule(lifecycle, "noncurrentVersionExpiration.noncurrentDays")),
        PlanRule.Each("S3-05", Bucket, (bucket, plan) => TakesLogs(bucket, plan) || Settings(plan, bucket, "aws:s3/bucketVersioning:BucketVersioning")
            .Any(versioning => versioning.Value("versioningConfiguration.status") == "Enabled")),
        PlanRule.Each("S3-06", Bucket, (bucket, plan) => TakesLogs(bucket, plan)
            ? Settings(plan, bucket, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
                .All(encryption => encryption.Value("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm") == "AES256")
            : Settings(plan, bucket, "aws:s3/bucketLogging:BucketLogging").Any()),
        PlanRule.Each("S3-08", Bucket, bucket => !bucket.IsOn("forceDestroy")),
        PlanRule.Each("KMS-01", "aws:kms/key:Key", key => key.IsOn("enableKeyRotation") && key.Amount("deletionWindowInDays") >= 14 && NamesPrincipals(key)),
        PlanRule.Each("LOG-01", "aws:cloudwatch/logGroup:LogGroup", group => group.Amount("retentionInDays") > 0),
    ];

    private static PlanRule OfBucket(string id, string type, Func<PlannedResource, bool> holds) =>
        PlanRule.Each(id, Bucket, (bucket, plan) => Settings(plan, bucket, type).Any(holds));

    private static IEnumerable<PlannedResource> Settings(Plan plan, PlannedResource bucket, string type) =>
        plan.All(type).Where(setting => setting.Names("bucket", bucket, "bucket"));

    // Load balancers and other buckets write their logs there.
    private static bool TakesLogs(PlannedResource bucket, Plan plan) =>
        plan.All("aws:s3/bucketLogging:BucketLogging").Any(logging => logging.Names("targetBucket", bucket, "bucket"))
        || plan.All(LoadBalancer).Any(balancer => balancer.Names("accessLogs.bucket", bucket, "bucket"))
        || Settings(plan, bucket, "aws:s3/bucketPolicy:BucketPolicy").Any(
            policy => (policy.Value("policy") ?? "").Contains("logging.s3.amazonaws.com", StringComparison.Ordinal));

    private static bool AnyRule(PlannedResource lifecycle, string path) =>
        Enumerable.Range(0, lifecycle.Items("rules").Count).Any(i => lifecycle.Amount($"rules.{i}.{path}") > 0);

    private static bool NamesPrincipals(PlannedResource key) =>
        key.Statements().All(statement => statement.TryGetProperty("Principal", out _) && !statement.IsForEverybody());
}
