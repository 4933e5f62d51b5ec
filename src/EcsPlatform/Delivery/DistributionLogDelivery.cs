using EcsPlatform.Networking;
using Pulumi.Aws.CloudWatch.Inputs;

namespace EcsPlatform.Delivery;

/// <summary>
/// What makes a distribution log: CloudWatch Logs' delivery of a source, the distribution, to a destination, a part of a bucket. All of it is
/// in us-east-1, wherever the bucket is (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html).
/// </summary>
internal static class DistributionLogDelivery
{
    private const string Cookies = "cs(Cookie)";

    // What CloudFront logs when nobody chooses, in its order, but for the fields of field-level encryption, which is not offered here:
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
    private static readonly ImmutableArray<string> Fields =
    [
        "date", "time", "x-edge-location", "sc-bytes", "c-ip", "cs-method", "cs(Host)", "cs-uri-stem", "sc-status", "cs(Referer)",
        "cs(User-Agent)", "cs-uri-query", Cookies, "x-edge-result-type", "x-edge-request-id", "x-host-header", "cs-protocol", "cs-bytes",
        "time-taken", "x-forwarded-for", "ssl-protocol", "ssl-cipher", "x-edge-response-result-type", "cs-protocol-version", "c-port",
        "time-to-first-byte", "x-edge-detailed-result-type", "sc-content-type", "sc-content-len", "sc-range-start", "sc-range-end",
    ];

    /// <summary>Adds the delivery.</summary>
    /// <param name="name">The distribution's name.</param>
    /// <param name="log">Where it logs.</param>
    /// <param name="distributionArn">The distribution.</param>
    /// <param name="options">The parent, with a provider of us-east-1.</param>
    public static void Add(string name, DistributionLog log, Output<string> distributionArn, CustomResourceOptions options)
    {
        if (log is not DistributionLog.Bucket bucket)
        {
            return;
        }

        var logical = ResourceName.AutoNamed(name, ResourceNameKind.LogDelivery);
        var source = new CloudWatch.LogDeliverySource(
            logical, new CloudWatch.LogDeliverySourceArgs { LogType = "ACCESS_LOGS", ResourceArn = distributionArn }, options);
        var destination = new CloudWatch.LogDeliveryDestination(
            logical,
            new CloudWatch.LogDeliveryDestinationArgs
            {
                OutputFormat = bucket.Format.ToString().ToLowerInvariant(),
                DeliveryDestinationConfiguration = new LogDeliveryDestinationDeliveryDestinationConfigurationArgs
                {
                    // From the name, which a log bucket only has once its policy admits the logs: otherwise AWS would write a policy of its own.
                    DestinationResourceArn = Output.Format($"arn:aws:s3:::{bucket.BucketName}/{bucket.Prefix ?? $"{LogBucket.DistributionPrefix}/{name}"}"),
                },
            },
            options);
        _ = new CloudWatch.LogDelivery(
            logical,
            new CloudWatch.LogDeliveryArgs
            {
                DeliverySourceName = source.Name,
                DeliveryDestinationArn = destination.Arn,
                RecordFields = [.. Fields.Where(field => bucket.IncludeCookies || field != Cookies)],
            },
            // A source has one delivery to S3 at a time.
            CustomResourceOptions.Merge(options, new CustomResourceOptions { DeleteBeforeReplace = true }));
    }
}
