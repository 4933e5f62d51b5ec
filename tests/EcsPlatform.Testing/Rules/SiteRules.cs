using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>Rules for distributions of CloudFront, and the certificates and web ACLs that they use.</summary>
public static class SiteRules
{
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string WebAcl = "aws:wafv2/webAcl:WebAcl";
    private const string UsEast1 = "us-east-1";

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
    private static readonly string[] ViewerTls = ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"];

    // AWS's policies with HSTS: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
    private static readonly string[] WithHsts =
    [
        "67f7725c-6f97-4210-82d7-5512b31e9d03", "e61eb60c-9c35-4d20-a928-2b84e02af89c", "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
    ];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        PlanRule.Each("CF-01", Distribution, distribution =>
            (distribution.Value("defaultRootObject") is not null || !Origins(distribution).Any(origin => IsBucket(distribution, origin)))
            && Behaviors(distribution).All(behavior => distribution.Value($"{behavior}.viewerProtocolPolicy") is "redirect-to-https" or "https-only")),
        PlanRule.Each("CF-02", Distribution, distribution => ViewerTls.Contains(distribution.Value("viewerCertificate.minimumProtocolVersion"))
            && distribution.Value("viewerCertificate.sslSupportMethod") == "sni-only"
            && distribution.Value("viewerCertificate.acmCertificateArn") is not null
            && distribution.Items("aliases").Count > 0),
        new("CF-03", plan =>
        [
            .. plan.All(Distribution).Where(distribution => !UsesUsEast1(distribution, plan)).Select(distribution => $"CF-03: {distribution.Urn}"),
            .. plan.All(WebAcl).Where(acl => acl.Value("scope") == "CLOUDFRONT" && RegionOf(acl, plan) != UsEast1).Select(acl => $"CF-03: {acl.Urn}"),
        ]),
        PlanRule.Each("CF-04", Distribution, (distribution, plan) => Origins(distribution).All(origin => IsBucket(distribution, origin)
            ? distribution.Value($"{origin}.originAccessControlId") is not null && Admits(distribution, origin, plan)
            : distribution.Input($"{origin}.customOriginConfig") is null
                || (distribution.Value($"{origin}.customOriginConfig.originProtocolPolicy") == "https-only"
                    && distribution.Items($"{origin}.customOriginConfig.originSslProtocols") is [PropertyValue.Text { Value: "TLSv1.2" }]))),
        PlanRule.Each("CF-05", Distribution, (distribution, plan) => distribution.Value("webAclId") is not null
            && IsLogged(distribution, plan)
            && Behaviors(distribution).All(behavior => AsksForHttps(distribution.Value($"{behavior}.responseHeadersPolicyId"), plan))),
    ];

    private static IEnumerable<string> Origins(PlannedResource distribution) =>
        Enumerable.Range(0, distribution.Items("origins").Count).Select(i => $"origins.{i}");

    private static IEnumerable<string> Behaviors(PlannedResource distribution) =>
        Enumerable.Range(0, distribution.Items("orderedCacheBehaviors").Count).Select(i => $"orderedCacheBehaviors.{i}").Prepend("defaultCacheBehavior");

    private static bool IsBucket(PlannedResource distribution, string origin) =>
        distribution.Input($"{origin}.customOriginConfig") is null && distribution.Input($"{origin}.vpcOriginConfig") is null;

    // The policy of a bucket that others manage is not in the plan.
    private static bool Admits(PlannedResource distribution, string origin, Plan plan) => plan.All("aws:s3/bucket:Bucket")
        .Where(bucket => distribution.Names($"{origin}.domainName", bucket, "bucketRegionalDomainName"))
        .All(bucket => plan.All("aws:s3/bucketPolicy:BucketPolicy").Any(policy => policy.Names("bucket", bucket, "bucket")
            && policy.Statements().Any(statement => statement.Allows()
                && statement.Principals("Service") is ["cloudfront.amazonaws.com"]
                && statement.Compared("AWS:SourceArn") is [var arn]
                && distribution.Output("arn") == new PropertyValue.Text(arn))));

    private static bool UsesUsEast1(PlannedResource distribution, Plan plan) =>
        new[] { "viewerCertificate.acmCertificateArn", "webAclId" }.All(path => distribution.Value(path) is not { } arn || arn.Split(':')[3] == UsEast1)
        && plan.All("aws:acm/certificate:Certificate").Where(certificate => distribution.Names("viewerCertificate.acmCertificateArn", certificate, "arn"))
            .All(certificate => RegionOf(certificate, plan) == UsEast1);

    private static string? RegionOf(PlannedResource resource, Plan plan) =>
        resource.Value("region")
        ?? plan.All("pulumi:providers:aws").FirstOrDefault(provider => $"{provider.Urn}::{provider.Id}" == resource.Provider)?.Value("region");

    private static bool IsLogged(PlannedResource distribution, Plan plan) => distribution.Value("loggingConfig.bucket") is not null
        || plan.All("aws:cloudwatch/logDeliverySource:LogDeliverySource").Any(source => source.Names("resourceArn", distribution, "arn")
            && plan.All("aws:cloudwatch/logDelivery:LogDelivery").Any(delivery => delivery.Names("deliverySourceName", source, "name")));

    private static bool AsksForHttps(string? policyId, Plan plan) => WithHsts.Contains(policyId)
        || plan.All("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy").Any(
            policy => policy.Id == policyId && policy.Input("securityHeadersConfig.strictTransportSecurity") is not null);
}
