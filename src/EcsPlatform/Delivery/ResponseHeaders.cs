using Pulumi.Aws.CloudFront.Inputs;

namespace EcsPlatform.Delivery;

/// <summary>Makes response headers policies.</summary>
internal static class ResponseHeaders
{
    /// <summary>Adds a policy.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="policy">The policy, without problems.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The policy.</returns>
    public static CloudFront.ResponseHeadersPolicy Add(string name, ResponseHeadersPolicy.Own policy, CustomResourceOptions options) => new(
        name,
        new CloudFront.ResponseHeadersPolicyArgs
        {
            Comment = $"Headers of {name}",
            SecurityHeadersConfig = Security(policy),
            CorsConfig = policy.Cors is { } cors ? (Input<ResponseHeadersPolicyCorsConfigArgs>)CorsOf(cors) : null,
            CustomHeadersConfig = policy.Headers.IsEmpty
                ? null
                : (Input<ResponseHeadersPolicyCustomHeadersConfigArgs>)new ResponseHeadersPolicyCustomHeadersConfigArgs
                {
                    Items =
                    [
                        .. policy.Headers.Select(header => new ResponseHeadersPolicyCustomHeadersConfigItemArgs
                        {
                            Header = header.Key,
                            Value = header.Value,
                            Override = true,
                        }),
                    ],
                },
            RemoveHeadersConfig = policy.RemovedHeaders.IsEmpty
                ? null
                : (Input<ResponseHeadersPolicyRemoveHeadersConfigArgs>)new ResponseHeadersPolicyRemoveHeadersConfigArgs
                {
                    Items =
                    [
                        .. policy.RemovedHeaders.Order(StringComparer.Ordinal)
                            .Select(header => new ResponseHeadersPolicyRemoveHeadersConfigItemArgs { Header = header }),
                    ],
                },
        },
        options);

    private static ResponseHeadersPolicySecurityHeadersConfigArgs Security(ResponseHeadersPolicy.Own policy) => new()
    {
        StrictTransportSecurity = new ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs
        {
            AccessControlMaxAgeSec = policy.HstsSeconds,
            IncludeSubdomains = policy.HstsSubdomains,
            Preload = policy.HstsPreload,
            Override = true,
        },
        ContentTypeOptions = new ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs { Override = true },
        FrameOptions = policy.Frames == FrameOptions.AsOriginSays
            ? null
            : (Input<ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs>)new ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs
            {
                FrameOption = policy.Frames == FrameOptions.Deny ? "DENY" : "SAMEORIGIN",
                Override = true,
            },
        ReferrerPolicy = new ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs { ReferrerPolicy = policy.ReferrerPolicy, Override = true },
        ContentSecurityPolicy = policy.ContentSecurityPolicy is { } content
            ? (Input<ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs>)
                new ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs { ContentSecurityPolicy = content, Override = true }
            : null,
    };

    private static ResponseHeadersPolicyCorsConfigArgs CorsOf(Cors cors) => new()
    {
        AccessControlAllowOrigins = new ResponseHeadersPolicyCorsConfigAccessControlAllowOriginsArgs
        {
            Items = cors.Sites is CorsSites.Only only ? [.. only.Origins.Order(StringComparer.Ordinal)] : ["*"],
        },
        AccessControlAllowMethods = new ResponseHeadersPolicyCorsConfigAccessControlAllowMethodsArgs
        {
            Items = [.. cors.Methods.Order(StringComparer.Ordinal)],
        },
        AccessControlAllowHeaders = new ResponseHeadersPolicyCorsConfigAccessControlAllowHeadersArgs
        {
            Items = [.. cors.AllowedHeaders.Order(StringComparer.Ordinal)],
        },
        AccessControlExposeHeaders = cors.ExposedHeaders.IsEmpty
            ? null
            : (Input<ResponseHeadersPolicyCorsConfigAccessControlExposeHeadersArgs>)
                new ResponseHeadersPolicyCorsConfigAccessControlExposeHeadersArgs { Items = [.. cors.ExposedHeaders.Order(StringComparer.Ordinal)] },
        AccessControlAllowCredentials = cors.AllowCredentials,
        AccessControlMaxAgeSec = cors.MaxAgeSeconds,
        OriginOverride = cors.OverridesOrigin,
    };
}
