using EcsPlatform.Delivery;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Parts;

/// <summary>Transcriptions: the pages in HTML that are made of TEI, straight from the bucket of the releases.</summary>
internal static class Transcriptions
{
    /// <summary>The site.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="network">The network, with a bucket for logs, a web ACL and a certificate for CloudFront.</param>
    /// <param name="bucket">The bucket of the releases.</param>
    /// <returns>What it is made of.</returns>
    public static StaticSiteArgs Site(PlatformSettings settings, BaseNetwork network, SiteBucket bucket) => new()
    {
        Account = settings.Account,
        Environment = settings.Name,
        Host = "transcriptions",
        Zone = settings.Dns.Zone,
        Bucket = bucket,
        OriginPath = "/html",
        Certificate = new ViewerCertificate.Existing(network.Certificates.CloudFront!),
        // Functions write pages anew at any time, and readers should see them at once.
        CachePolicy = new CachePolicy.Managed(ManagedCachePolicy.CachingDisabled),
        // S3 does not say that an object is missing to those who may not list the bucket.
        ErrorResponses = [new ErrorResponse(403) { Page = new ErrorPage(404, "/404.html"), CachingSeconds = 60 }],
        WebAclArn = network.CloudFrontWebAclArn!,
        Log = new DistributionLog.Bucket(network.LogBucket!.BucketName),
    };
}
