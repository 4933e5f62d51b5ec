using System.Collections.Immutable;

namespace EcsPlatform.Preview.Aws;

/// <summary>WAF: web ACLs and what they refer to.</summary>
internal static class WebAclAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:wafv2/webAcl:WebAcl"] = acl =>
        {
            Named(acl, "webacl");
            acl.Set("capacity", Capacity(acl)).Empty("applicationIntegrationUrl");
        },
        ["aws:wafv2/ipSet:IpSet"] = set => Named(set, "ipset"),
        ["aws:wafv2/ruleGroup:RuleGroup"] = group => Named(group, "rulegroup"),
        ["aws:wafv2/regexPatternSet:RegexPatternSet"] = set => Named(set, "regexpatternset"),
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = association => association
            .Identify($"{association.Text("webAclArn")},{association.Text("resourceArn")}"),
        ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"] = configuration => configuration
            .Identify(configuration.Text("resourceArn")),
        ["aws:wafv2/webAclRule:WebAclRule"] = rule => rule.Named(128).Identify($"{rule.Text("webAclArn")},{rule.Text("name")}"),
        ["aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation"] = association => association
            .Identify($"{association.Text("webAclArn")},{association.Text("ruleName")}"),
    };

    // Published capacity units of the managed groups; a group that is missing here counts as one rule.
    private static readonly Dictionary<string, double> ManagedGroups = new()
    {
        ["AWSManagedRulesCommonRuleSet"] = 700,
        ["AWSManagedRulesAdminProtectionRuleSet"] = 100,
        ["AWSManagedRulesKnownBadInputsRuleSet"] = 200,
        ["AWSManagedRulesSQLiRuleSet"] = 200,
        ["AWSManagedRulesLinuxRuleSet"] = 200,
        ["AWSManagedRulesUnixRuleSet"] = 100,
        ["AWSManagedRulesWindowsRuleSet"] = 200,
        ["AWSManagedRulesPHPRuleSet"] = 100,
        ["AWSManagedRulesWordPressRuleSet"] = 100,
        ["AWSManagedRulesAmazonIpReputationList"] = 25,
        ["AWSManagedRulesAnonymousIpList"] = 50,
        ["AWSManagedRulesBotControlRuleSet"] = 50,
        ["AWSManagedRulesATPRuleSet"] = 50,
        ["AWSManagedRulesACFPRuleSet"] = 50,
    };

    private static void Named(AnswerDraft draft, string kind)
    {
        draft.Named(128).Identify(FakeIdentifiers.Uuid(draft.Seed()));
        var global = draft.Text("scope") == "CLOUDFRONT";
        var scope = global ? draft.Scope with { Region = "us-east-1" } : draft.Scope;
        draft
            .Set("arn", scope.Arn("wafv2", $"{(global ? "global" : "regional")}/{kind}/{draft.Text("name")}/{draft.Id}")).Tags()
            .Set("lockToken", FakeIdentifiers.Uuid(draft.ContentSeed("tags"))).Empty("namePrefix");
    }

    // A lower bound: statements of one's own are counted as one unit each.
    private static double Capacity(AnswerDraft acl) => acl.Inputs.Items("rules")
        .OfType<ImmutableDictionary<string, object>>()
        .Sum(rule => ManagedGroups.GetValueOrDefault(
            rule.Entries("statement").Entries("managedRuleGroupStatement").Text("name"), 1));
}
