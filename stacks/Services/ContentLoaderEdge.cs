using EcsPlatform.Delivery;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Services;

/// <summary>How editors reach the content loader: from the country that they work in, with uploads of any size.</summary>
internal static class ContentLoaderEdge
{
    /// <summary>The distribution's options.</summary>
    public static ServiceEdge Value { get; } = new()
    {
        Methods = ViewerMethods.All,
        // Publishing takes minutes; CloudFront waits no longer where AWS has not raised the quota.
        ReadTimeoutSeconds = 120,
        // Editors upload large files, and texts with markup in them: these rules count only, and the rules after them still judge.
        WebAcl = new WebAclSettings
        {
            Countries = ["GB"],
            Counted = ["CrossSiteScripting_BODY", "GenericLFI_BODY", "SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"],
        },
    };
}
