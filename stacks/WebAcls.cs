using System.Collections.Immutable;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks;

/// <summary>The web ACLs of this organisation's environments.</summary>
internal static class WebAcls
{
    // Monitors, and clients of interfaces, which have no browser that could answer a challenge.
    private static readonly ImmutableArray<RequestMatch> Machines =
    [
        new RequestMatch("user-agent", MatchPosition.Contains, "StatusCake"),
        RequestMatch.Path(MatchPosition.Contains, "/iiif/"),
        RequestMatch.Path(MatchPosition.StartsWith, "/embed"),
        RequestMatch.Path(MatchPosition.StartsWith, "/v1/"),
        RequestMatch.Path(MatchPosition.EndsWith, ".json"),
        RequestMatch.Path(MatchPosition.EndsWith, "itemJSON"),
        RequestMatch.Path(MatchPosition.StartsWith, "/rti/"),
    ];

    // A reader who looks like a machine is asked, not blocked.
    private static readonly ImmutableArray<string> Challenged =
        ["TGT_SignalAutomatedBrowser", "TGT_SignalBrowserInconsistency", "TGT_VolumetricIpTokenAbsent", "TGT_VolumetricSession"];

    /// <summary>
    /// A web ACL: clients from elsewhere are blocked first, then what AWS's rule groups and the settings find; where paths or countries are
    /// named, all else is blocked as well. Trusted clients are judged by the addresses and by AWS's first groups alone.
    /// </summary>
    /// <param name="own">What the web ACL does.</param>
    /// <param name="stack">What the stack says of all its web ACLs: the addresses.</param>
    /// <returns>The web ACL, of the scope CloudFront.</returns>
    public static WebAclArgs Of(WebAclSettings own, WebAclSettings stack) => new()
    {
        Scope = WebAclScope.CloudFront,
        BlockByDefault = own.Paths is not null || own.Countries is not null,
        ImmunitySeconds = own.Immunity,
        Rules =
        [
            .. One(stack.Addresses, ranges => new WebAclRule.BlockOtherAddresses { Name = "elsewhere", Ranges = ranges }),
            new WebAclRule.ManagedRuleGroup { Name = "ip-reputation", Group = "AWSManagedRulesAmazonIpReputationList" },
            new WebAclRule.ManagedRuleGroup { Name = "common", Group = "AWSManagedRulesCommonRuleSet", CountedRules = own.Counted },
            new WebAclRule.ManagedRuleGroup { Name = "known-bad-inputs", Group = "AWSManagedRulesKnownBadInputsRuleSet" },
            .. One(own.Trusted, ranges => new WebAclRule.AllowAddresses { Name = "trusted", Ranges = ranges, Trusted = true }),
            .. One(own.BlockedUserAgents, texts => new WebAclRule.BlockUserAgents { Name = "user-agents", Containing = texts }),
            .. One(own.RateLimit, limit => new WebAclRule.RateLimit { Name = "rate", Limit = limit, WindowSeconds = own.RateWindow }),
            .. Bots(own.BotControl),
            .. One(own.Paths, prefixes => new WebAclRule.AllowPaths { Name = "questions", Prefixes = prefixes }),
            .. One(own.Countries, countries => new WebAclRule.AllowCountries { Name = "editors", Countries = countries }),
        ],
    };

    private static IEnumerable<WebAclRule> Bots(BotControlLevel level) => level == BotControlLevel.None
        ? []
        :
        [
            new WebAclRule.BotControl
            {
                Name = "bots",
                Targeted = level == BotControlLevel.Targeted,
                MachineLearning = level == BotControlLevel.Targeted,
                ChallengedRules = level == BotControlLevel.Targeted ? Challenged : [],
                Exclusions = Machines,
            },
        ];

    private static IEnumerable<WebAclRule> One<T>(T? value, Func<T, WebAclRule> rule)
        where T : struct => value is { } some ? [rule(some)] : [];
}
