using System.Collections.Immutable;
using EcsPlatform.Networking;

namespace EcsPlatform.Stacks;

/// <summary>The web ACLs of this organisation's environments.</summary>
internal static class WebAcls
{
    /// <summary>
    /// What distributions share: AWS's rule groups block what is known to be bad. Long queries and large bodies are counted and let
    /// through, for searches and forms send them.
    /// </summary>
    public static WebAclArgs Shared { get; } = new()
    {
        Scope = WebAclScope.CloudFront,
        BlockByDefault = false,
        Rules = ManagedGroups("SizeRestrictions_QUERYSTRING", "SizeRestrictions_BODY"),
    };

    /// <summary>A web ACL that blocks what AWS's rule groups find, and all else that one last rule does not let through.</summary>
    /// <param name="allowed">The last rule.</param>
    /// <param name="counted">The rules of AWS's common group that count only; what they find goes on to the rules after them.</param>
    /// <returns>The web ACL, of the scope CloudFront.</returns>
    public static WebAclArgs Only(WebAclRule allowed, params ImmutableArray<string> counted) => new()
    {
        Scope = WebAclScope.CloudFront,
        BlockByDefault = true,
        Rules = ManagedGroups(counted).Add(allowed),
    };

    private static ImmutableArray<WebAclRule> ManagedGroups(params ImmutableArray<string> counted) =>
    [
        new WebAclRule.ManagedRuleGroup { Name = "ip-reputation", Group = "AWSManagedRulesAmazonIpReputationList" },
        new WebAclRule.ManagedRuleGroup { Name = "common", Group = "AWSManagedRulesCommonRuleSet", CountedRules = counted },
        new WebAclRule.ManagedRuleGroup { Name = "known-bad-inputs", Group = "AWSManagedRulesKnownBadInputsRuleSet" },
    ];
}
