using Pulumi.Aws.CloudFront.Inputs;

namespace EcsPlatform.Delivery;

/// <summary>Makes a distribution's origins, and what CloudFront needs to reach them.</summary>
internal static class DistributionOrigins
{
    private const int HttpPort = 80;
    private const int HttpsPort = 443;
    private const string HttpsOnly = "https-only";

    // The newest that origins are offered: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginSslProtocols.html
    private const string OriginTls = "TLSv1.2";

    /// <summary>Adds what an origin needs.</summary>
    /// <param name="name">The distribution's name.</param>
    /// <param name="origin">The origin, without problems.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The origin for the distribution.</returns>
    public static DistributionOriginArgs Add(string name, Origin origin, CustomResourceOptions options)
    {
        var args = new DistributionOriginArgs
        {
            OriginId = origin.Name,
            OriginPath = origin.Path,
            ConnectionAttempts = origin.ConnectionAttempts,
            ConnectionTimeout = origin.ConnectionTimeoutSeconds,
            CustomHeaders =
            [
                .. origin.Headers.Select(header => new DistributionOriginCustomHeaderArgs { Name = header.Key, Value = header.Value }),
            ],
        };
        switch (origin)
        {
            case Origin.Vpc vpc:
                args.DomainName = vpc.DomainName;
                args.VpcOriginConfig = VpcConfig(origin, vpc.VpcOriginId);
                break;
            case Origin.NewVpc vpc:
                args.DomainName = vpc.DomainName;
                args.VpcOriginConfig = VpcConfig(origin, AddVpcOrigin($"{name}-{origin.Name}", vpc, options).Id);
                break;
            case Origin.LoadBalancer loadBalancer:
                args.DomainName = loadBalancer.DomainName;
                args.CustomOriginConfig = CustomConfig(origin);
                break;
            case Origin.Bucket bucket:
                args.DomainName = bucket.RegionalDomainName;
                args.OriginAccessControlId = AddAccessControl($"{name}-{origin.Name}", options).Id;
                break;
            case Origin.Custom custom:
                args.DomainName = custom.DomainName;
                args.CustomOriginConfig = CustomConfig(origin);
                break;
            default:
                throw new ArgumentException($"{origin.GetType().Name} is no origin that is known here.", nameof(origin));
        }

        return args;
    }

    private static DistributionOriginVpcOriginConfigArgs VpcConfig(Origin origin, Input<string> vpcOriginId) => new()
    {
        VpcOriginId = vpcOriginId,
        OriginReadTimeout = origin.ReadTimeoutSeconds,
        OriginKeepaliveTimeout = origin.KeepAliveSeconds,
    };

    private static DistributionOriginCustomOriginConfigArgs CustomConfig(Origin origin) => new()
    {
        HttpPort = HttpPort,
        HttpsPort = HttpsPort,
        OriginProtocolPolicy = HttpsOnly,
        OriginSslProtocols = { OriginTls },
        OriginReadTimeout = origin.ReadTimeoutSeconds,
        OriginKeepaliveTimeout = origin.KeepAliveSeconds,
    };

    private static CloudFront.VpcOrigin AddVpcOrigin(string name, Origin.NewVpc origin, CustomResourceOptions options) => new(
        name,
        new CloudFront.VpcOriginArgs
        {
            VpcOriginEndpointConfig = new VpcOriginVpcOriginEndpointConfigArgs
            {
                Name = ResourceName.Explicit(name, ResourceNameKind.CloudFront),
                Arn = origin.LoadBalancerArn,
                HttpPort = HttpPort,
                HttpsPort = HttpsPort,
                OriginProtocolPolicy = HttpsOnly,
                OriginSslProtocols = new VpcOriginVpcOriginEndpointConfigOriginSslProtocolsArgs { Items = { OriginTls }, Quantity = 1 },
            },
        },
        options);

    // Signed always: what viewers send as authorization is not the bucket's.
    private static CloudFront.OriginAccessControl AddAccessControl(string name, CustomResourceOptions options) => new(
        ResourceName.AutoNamed(name, ResourceNameKind.CloudFront),
        new CloudFront.OriginAccessControlArgs
        {
            Description = $"Reads the bucket of {name}",
            OriginAccessControlOriginType = "s3",
            SigningBehavior = "always",
            SigningProtocol = "sigv4",
        },
        options);
}
