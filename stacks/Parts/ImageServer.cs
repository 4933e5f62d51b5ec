using EcsPlatform.Delivery;
using Pulumi;

namespace EcsPlatform.Stacks.Parts;

/// <summary>The image server: images that readers light anew, as files in a bucket of their own, which pages of every site may load.</summary>
internal sealed class ImageServer : IPart
{
    /// <inheritdoc/>
    public void Add(ServicePlace place)
    {
        var (settings, network) = (place.Settings, place.Foundation.Network);
        _ = new StaticSite(
            $"{settings.Name}-image-server",
            new StaticSiteArgs
            {
                Account = settings.Account,
                Environment = settings.Name,
                Host = settings.ImageServer!.Host,
                Zone = settings.Dns.Zone,
                Bucket = new SiteBucket.Create(settings.Lifetime.Bucket() with { AccessLogs = network.LogBucket }),
                Certificate = new ViewerCertificate.Existing(network.Certificates.CloudFront!),
                OriginRequestPolicy = new OriginRequestPolicy.Managed(ManagedOriginRequestPolicy.CorsS3Origin),
                ResponseHeadersPolicy = new ResponseHeadersPolicy.Managed(ManagedResponseHeadersPolicy.CorsWithPreflightAndSecurityHeaders),
                WebAclArn = network.CloudFrontWebAclArn!,
                Log = new DistributionLog.Bucket(network.LogBucket!.BucketName),
            },
            new ComponentResourceOptions { Providers = { place.Providers.Regional, place.Providers.UsEast1 } });
    }
}
