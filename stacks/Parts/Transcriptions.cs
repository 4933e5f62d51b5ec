using EcsPlatform.Delivery;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Settings;
using Pulumi;

namespace EcsPlatform.Stacks.Parts;

/// <summary>Transcriptions: the pages in HTML that are made of TEI, straight from the bucket of the releases.</summary>
internal static class Transcriptions
{
    /// <summary>
    /// The site's web ACL. It limits no rates and judges no bots: the services fetch pages for all readers from one address, and say no
    /// <c>User-Agent</c>.
    /// </summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="providers">The providers.</param>
    /// <returns>The web ACL.</returns>
    public static WebAcl WebAcl(PlatformSettings settings, Providers providers) => new(
        $"{settings.Name}-transcriptions",
        WebAcls.Of(new WebAclSettings { Counted = ["NoUserAgent_HEADER"] }, settings.WebAcl),
        new ComponentResourceOptions { Providers = { providers.UsEast1 } });

    /// <summary>The site.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="foundation">What it stands on.</param>
    /// <param name="webAcl">Its web ACL.</param>
    /// <param name="bucket">The bucket of the releases.</param>
    /// <returns>What it is made of.</returns>
    public static StaticSiteArgs Site(PlatformSettings settings, StackFoundation foundation, WebAcl webAcl, SiteBucket bucket) => new()
    {
        Account = settings.Account,
        Environment = settings.Name,
        Host = "transcriptions",
        Zone = settings.Dns.Zone,
        Bucket = bucket,
        OriginPath = "/html",
        Certificate = new ViewerCertificate.Existing(foundation.Network.Certificates.CloudFront!),
        // Functions write pages anew at any time, and readers should see them at once.
        CachePolicy = new CachePolicy.Managed(ManagedCachePolicy.CachingDisabled),
        // S3 does not say that an object is missing to those who may not list the bucket.
        ErrorResponses = [new ErrorResponse(403) { Page = new ErrorPage(404, "/404.html"), CachingSeconds = 60 }],
        WebAclArn = webAcl.Arn,
        // The viewer shows pages in frames.
        ResponseHeadersPolicy = foundation.EmbeddableHeaders.Policy,
        Log = new DistributionLog.Bucket(foundation.Network.LogBucket!.BucketName),
    };
}
