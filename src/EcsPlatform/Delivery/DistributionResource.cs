using Pulumi.Aws.CloudFront.Inputs;

namespace EcsPlatform.Delivery;

/// <summary>Makes the resource itself, of the words that CloudFront uses.</summary>
internal static class DistributionResource
{
    /// <summary>Adds the distribution.</summary>
    /// <param name="name">The name.</param>
    /// <param name="args">What it is made of, without problems.</param>
    /// <param name="certificateArn">The certificate.</param>
    /// <param name="functions">Makes the functions.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The distribution.</returns>
    public static CloudFront.Distribution Add(
        string name, DistributionArgs args, Output<string> certificateArn, DistributionFunctions functions, CustomResourceOptions options)
    {
        var policies = new DistributionPolicies(name, options);
        return new CloudFront.Distribution(
            name,
            new CloudFront.DistributionArgs
            {
                Comment = name,
                Enabled = true,
                IsIpv6Enabled = true,
                Aliases = [.. args.AllNames.Order(StringComparer.Ordinal)],
                Origins = [.. args.Origins.Select(origin => DistributionOrigins.Add(name, origin, options))],
                DefaultCacheBehavior = Default(args, policies, functions),
                OrderedCacheBehaviors = [.. args.OrderedBehaviors.Select(ordered => Ordered(ordered, args, policies, functions))],
                DefaultRootObject = args.DefaultRootObject is { } root ? (Input<string>)root : null,
                CustomErrorResponses = [.. args.ErrorResponses.OrderBy(response => response.ErrorCode).Select(Error)],
                PriceClass = args.PriceClass switch
                {
                    PriceClass.Class100 => "PriceClass_100",
                    PriceClass.Class200 => "PriceClass_200",
                    _ => "PriceClass_All",
                },
                HttpVersion = args.HttpVersion == HttpVersion.Http2 ? "http2" : "http2and3",
                Restrictions = new DistributionRestrictionsArgs { GeoRestriction = Geo(args.GeoRestriction) },
                ViewerCertificate = new DistributionViewerCertificateArgs
                {
                    AcmCertificateArn = certificateArn,
                    SslSupportMethod = "sni-only",
                    MinimumProtocolVersion = args.ViewerTls switch
                    {
                        ViewerTls.Tls12Of2021 => "TLSv1.2_2021",
                        ViewerTls.Tls13Of2025 => "TLSv1.3_2025",
                        _ => "TLSv1.2_2025",
                    },
                },
                WebAclId = args.WebAclArn is { } webAcl ? (Input<string>)WebAcl(name, webAcl, args.Account) : null,
            },
            options);
    }

    private static DistributionDefaultCacheBehaviorArgs Default(DistributionArgs args, DistributionPolicies policies, DistributionFunctions functions)
    {
        var behavior = args.DefaultBehavior;
        return new DistributionDefaultCacheBehaviorArgs
        {
            TargetOriginId = behavior.Origin,
            ViewerProtocolPolicy = Protocol(behavior),
            AllowedMethods = Methods(behavior.AllowedMethods),
            CachedMethods = Methods(behavior.CachedMethods),
            Compress = behavior.Compress,
            CachePolicyId = policies.IdOf(behavior.CachePolicy),
            OriginRequestPolicyId = policies.IdOf(OriginRequests(behavior, args)),
            ResponseHeadersPolicyId = policies.IdOf(behavior.ResponseHeadersPolicy),
            FunctionAssociations =
            [
                .. functions.For("default", behavior.Functions)
                    .Select(of => new DistributionDefaultCacheBehaviorFunctionAssociationArgs { EventType = of.EventType, FunctionArn = of.Arn }),
            ],
        };
    }

    private static DistributionOrderedCacheBehaviorArgs Ordered(
        OrderedCacheBehavior ordered, DistributionArgs args, DistributionPolicies policies, DistributionFunctions functions)
    {
        var behavior = ordered.Behavior;
        return new DistributionOrderedCacheBehaviorArgs
        {
            PathPattern = ordered.PathPattern,
            TargetOriginId = behavior.Origin,
            ViewerProtocolPolicy = Protocol(behavior),
            AllowedMethods = Methods(behavior.AllowedMethods),
            CachedMethods = Methods(behavior.CachedMethods),
            Compress = behavior.Compress,
            CachePolicyId = policies.IdOf(behavior.CachePolicy),
            OriginRequestPolicyId = policies.IdOf(OriginRequests(behavior, args)),
            ResponseHeadersPolicyId = policies.IdOf(behavior.ResponseHeadersPolicy),
            FunctionAssociations =
            [
                .. functions.For(ordered.Name, behavior.Functions)
                    .Select(of => new DistributionOrderedCacheBehaviorFunctionAssociationArgs { EventType = of.EventType, FunctionArn = of.Arn }),
            ],
        };
    }

    private static Output<string> WebAcl(string name, Input<string> webAclArn, AwsAccount account) => webAclArn.Apply(arn =>
    {
        InvalidArgsException.ThrowIfAny($"Distribution '{name}'", DistributionArgs.WebAclProblems(name, arn, account));
        return arn;
    });

    private static OriginRequestPolicy OriginRequests(CacheBehavior behavior, DistributionArgs args) =>
        behavior.OriginRequestPolicyFor(args.Origins.First(origin => origin.Name == behavior.Origin));

    private static string Protocol(CacheBehavior behavior) =>
        behavior.ViewerProtocol == ViewerProtocol.HttpsOnly ? "https-only" : "redirect-to-https";

    private static InputList<string> Methods(ViewerMethods methods) => methods switch
    {
        ViewerMethods.GetHead => ["GET", "HEAD"],
        ViewerMethods.GetHeadOptions => ["GET", "HEAD", "OPTIONS"],
        _ => ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
    };

    private static DistributionCustomErrorResponseArgs Error(ErrorResponse response) => new()
    {
        ErrorCode = response.ErrorCode,
        ErrorCachingMinTtl = response.CachingSeconds,
        ResponseCode = response.Page is { } page ? (Input<int>)page.Status : null,
        ResponsePagePath = response.Page is { } shown ? (Input<string>)shown.Path : null,
    };

    private static DistributionRestrictionsGeoRestrictionArgs Geo(GeoRestriction restriction) => new()
    {
        RestrictionType = restriction switch { GeoRestriction.Only => "whitelist", GeoRestriction.AllExcept => "blacklist", _ => "none" },
        Locations = [.. restriction.Countries.Order(StringComparer.Ordinal)],
    };
}
