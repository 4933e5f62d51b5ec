using EcsPlatform.Networking;

namespace EcsPlatform.Stacks;

/// <summary>The web ACLs of this organisation's environments.</summary>
internal static class WebAcls
{
    /// <summary>
    /// What every distribution has: AWS's rule groups block what is known to be bad. Long queries and large bodies are counted and let
    /// through, for searches and forms send them.
    /// </summary>
    public static WebAclArgs ManagedRules { get; } = new()
    {
        Scope = WebAclScope.CloudFront,
        BlockByDefault = false,
        Rules =
        [
            new WebAclRule.ManagedRuleGroup { Name = "ip-reputation", Group = "AWSManagedRulesAmazonIpReputationList" },
            new WebAclRule.ManagedRuleGroup
            {
                Name = "common",
                Group = "AWSManagedRulesCommonRuleSet",
                CountedRules = ["SizeRestrictions_QUERYSTRING", "SizeRestrictions_BODY"],
            },
            new WebAclRule.ManagedRuleGroup { Name = "known-bad-inputs", Group = "AWSManagedRulesKnownBadInputsRuleSet" },
        ],
    };
}
