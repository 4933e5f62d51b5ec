using EcsPlatform.Delivery;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Settings;
using Pulumi;

namespace EcsPlatform.Stacks.Sites;

/// <summary>The image server: images that readers light anew, as files in a bucket of their own, which pages of every site may load.</summary>
internal static class ImageServer
{
    /// <summary>Adds the image server.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="network">The network, with a bucket for logs, a web ACL and a certificate for CloudFront.</param>
    /// <param name="providers">The providers.</param>
    public static void Add(PlatformSettings settings, BaseNetwork network, Providers providers) => _ = new StaticSite(
        $"{settings.Stack}-image-server",
        new StaticSiteArgs
        {
            Account = settings.Account,
            Environment = settings.Stack,
            Host = settings.ImageServer.Host,
            Zone = settings.Dns.Zone,
            Bucket = new SiteBucket.Create(new DataBucketArgs { AccessLogs = network.LogBucket }),
            Certificate = new ViewerCertificate.Existing(network.Certificates.CloudFront!),
            OriginRequestPolicy = new OriginRequestPolicy.Managed(ManagedOriginRequestPolicy.CorsS3Origin),
            ResponseHeadersPolicy = new ResponseHeadersPolicy.Managed(ManagedResponseHeadersPolicy.CorsWithPreflightAndSecurityHeaders),
            WebAclArn = network.CloudFrontWebAclArn!,
            Log = new DistributionLog.Bucket(network.LogBucket!.BucketName),
        },
        new ComponentResourceOptions { Providers = { providers.Regional, providers.UsEast1 } });
}
