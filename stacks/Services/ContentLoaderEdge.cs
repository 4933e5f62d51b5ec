using EcsPlatform.Delivery;
using EcsPlatform.Networking;

namespace EcsPlatform.Stacks.Services;

/// <summary>How editors reach the content loader: from the country that they work in, with uploads of any size.</summary>
internal static class ContentLoaderEdge
{
    /// <summary>The distribution's options.</summary>
    public static ServiceEdge Value { get; } = new()
    {
        Methods = ViewerMethods.All,
        // Publishing takes minutes; CloudFront waits no longer unless AWS raises the quota.
        ReadTimeoutSeconds = 120,
        WebAcl = new WebAclArgs
        {
            Scope = WebAclScope.CloudFront,
            BlockByDefault = true,
            Rules =
            [
                new WebAclRule.ManagedRuleGroup { Name = "ip-reputation", Group = "AWSManagedRulesAmazonIpReputationList" },
                new WebAclRule.ManagedRuleGroup
                {
                    Name = "common",
                    Group = "AWSManagedRulesCommonRuleSet",
                    // Editors upload large files, and texts with markup in them: these rules count only, and the rules after them still judge.
                    CountedRules = ["CrossSiteScripting_BODY", "GenericLFI_BODY", "SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"],
                },
                new WebAclRule.ManagedRuleGroup { Name = "known-bad-inputs", Group = "AWSManagedRulesKnownBadInputsRuleSet" },
                new WebAclRule.AllowCountries { Name = "editors", Countries = ["GB"] },
            ],
        },
    };
}
