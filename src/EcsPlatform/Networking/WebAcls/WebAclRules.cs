using Pulumi.Aws.WafV2.Inputs;

namespace EcsPlatform.Networking;

/// <summary>
/// The rules of a web ACL as AWS has them. What a rule excludes is labelled by counting rules before it, one for each exclusion: so one
/// exclusion is written like ten (AWS refuses an OR of one), and nothing is let past the rules that follow.
/// </summary>
internal static class WebAclRules
{
    private static readonly WebAclRuleActionArgs Allow = new() { Allow = new WebAclRuleActionAllowArgs() };
    private static readonly WebAclRuleActionArgs Block = new() { Block = new WebAclRuleActionBlockArgs() };
    private static readonly WebAclRuleActionArgs Count = new() { Count = new WebAclRuleActionCountArgs() };

    /// <summary>The rules, with priorities in their order, from 0.</summary>
    /// <param name="rules">The typed rules.</param>
    /// <param name="ipSetArns">The IP sets of the rules that name addresses, by the rules' names.</param>
    public static InputList<WebAclRuleArgs> Of(ImmutableArray<WebAclRule> rules, IReadOnlyDictionary<string, Output<string>> ipSetArns)
    {
        var result = new InputList<WebAclRuleArgs>();
        foreach (var (rule, priority) in rules.SelectMany(rule => Parts(rule, ipSetArns)).Select((rule, i) => (rule, i)))
        {
            rule.Priority = priority;
            result.Add(rule);
        }

        return result;
    }

    private static IEnumerable<WebAclRuleArgs> Parts(WebAclRule rule, IReadOnlyDictionary<string, Output<string>> ipSetArns) => rule switch
    {
        WebAclRule.ManagedRuleGroup group => [Group(group.Name, GroupStatement(group))],
        WebAclRule.BotControl bots => [.. Labelling(bots.Name, bots.Exclusions), Group(bots.Name, BotStatement(bots))],
        WebAclRule.RateLimit rate => [.. Labelling(rate.Name, rate.Exclusions), Decide(rate.Name, Block, new() { RateBasedStatement = Rate(rate) })],
        WebAclRule.AllowAddresses addresses => [Decide(addresses.Name, Allow, IpSet(ipSetArns[addresses.Name]))],
        WebAclRule.BlockOtherAddresses addresses =>
        [
            Decide(addresses.Name, Block, new() { NotStatement = new WebAclRuleStatementNotStatementArgs { Statement = IpSet(ipSetArns[addresses.Name]) } }),
        ],
        WebAclRule.AllowPaths paths => Each(paths.Name, paths.Prefixes, Allow, prefix => RequestMatch.Path(MatchPosition.StartsWith, prefix)),
        WebAclRule.AllowCountries countries => [Decide(countries.Name, Allow, Countries(countries.Countries))],
        WebAclRule.BlockCountries countries => [Decide(countries.Name, Block, Countries(countries.Countries))],
        WebAclRule.BlockUserAgents agents => Each(agents.Name, agents.Containing, Block, text => new RequestMatch("user-agent", MatchPosition.Contains, text)),
        WebAclRule.BlockLabelled labelled => [.. Labelling(labelled.Name, labelled.Unless), Decide(labelled.Name, Block, Labelled(labelled))],
        _ => throw new InvalidOperationException($"No statement for {rule.GetType().Name}."),
    };

    private static WebAclRuleArgs Decide(string name, WebAclRuleActionArgs action, WebAclRuleStatementArgs statement) =>
        new() { Name = name, Action = action, Statement = statement, VisibilityConfig = Visibility(name) };

    // The group's own actions hold: AWS wants that said.
    private static WebAclRuleArgs Group(string name, WebAclRuleStatementManagedRuleGroupStatementArgs group) => new()
    {
        Name = name,
        OverrideAction = new WebAclRuleOverrideActionArgs { None = new WebAclRuleOverrideActionNoneArgs() },
        Statement = new WebAclRuleStatementArgs { ManagedRuleGroupStatement = group },
        VisibilityConfig = Visibility(name),
    };

    private static IEnumerable<WebAclRuleArgs> Each(
        string name, ImmutableArray<string> texts, WebAclRuleActionArgs action, Func<string, RequestMatch> match) =>
        texts.Select((text, i) => Decide(texts.Length == 1 ? name : $"{name}-{i + 1}", action, new() { ByteMatchStatement = Match(match(text)) }));

    private static IEnumerable<WebAclRuleArgs> Labelling(string name, ImmutableArray<RequestMatch>? exclusions) => (exclusions ?? []).Select((match, i) =>
    {
        var rule = Decide($"{name}-not-{i + 1}", Count, new() { ByteMatchStatement = Match(match) });
        rule.RuleLabels.Add(new WebAclRuleRuleLabelArgs { Name = ExcludedFrom(name) });
        return rule;
    });

    // A label without a prefix is one of this web ACL: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-label-match.html
    private static string ExcludedFrom(string name) => $"not:{name}";

    private static WebAclRuleStatementArgs HasLabel(string label) =>
        new() { LabelMatchStatement = new WebAclRuleStatementLabelMatchStatementArgs { Scope = "LABEL", Key = label } };

    private static WebAclRuleStatementArgs Labelled(WebAclRule.BlockLabelled rule) => rule.Unless is null
        ? HasLabel(rule.Label)
        : new()
        {
            AndStatement = new WebAclRuleStatementAndStatementArgs
            {
                Statements =
                {
                    HasLabel(rule.Label),
                    new WebAclRuleStatementArgs { NotStatement = new WebAclRuleStatementNotStatementArgs { Statement = HasLabel(ExcludedFrom(rule.Name)) } },
                },
            },
        };

    private static WebAclRuleStatementArgs IpSet(Output<string> arn) =>
        new() { IpSetReferenceStatement = new WebAclRuleStatementIpSetReferenceStatementArgs { Arn = arn } };

    private static WebAclRuleStatementArgs Countries(ImmutableArray<string> countries) =>
        new() { GeoMatchStatement = new WebAclRuleStatementGeoMatchStatementArgs { CountryCodes = [.. countries.Order(StringComparer.Ordinal)] } };

    private static WebAclRuleStatementByteMatchStatementArgs Match(RequestMatch match) => new()
    {
        SearchString = match.Text.ToLowerInvariant(),
        PositionalConstraint = match.Position switch
        {
            MatchPosition.Contains => "CONTAINS",
            MatchPosition.StartsWith => "STARTS_WITH",
            MatchPosition.EndsWith => "ENDS_WITH",
            _ => "EXACTLY",
        },
        FieldToMatch = match.Header is null
            ? new WebAclRuleStatementByteMatchStatementFieldToMatchArgs { UriPath = new WebAclRuleStatementByteMatchStatementFieldToMatchUriPathArgs() }
            : new WebAclRuleStatementByteMatchStatementFieldToMatchArgs { SingleHeader = new WebAclRuleStatementByteMatchStatementFieldToMatchSingleHeaderArgs { Name = match.Header.ToLowerInvariant() } },
        TextTransformations = { new WebAclRuleStatementByteMatchStatementTextTransformationArgs { Priority = 0, Type = "LOWERCASE" } },
    };

    private static WebAclRuleStatementManagedRuleGroupStatementArgs GroupStatement(WebAclRule.ManagedRuleGroup rule)
    {
        var group = new WebAclRuleStatementManagedRuleGroupStatementArgs { VendorName = rule.Vendor, Name = rule.Group };
        if (rule.Version is { } version)
        {
            group.Version = version;
        }

        foreach (var counted in rule.CountedRules)
        {
            group.RuleActionOverrides.Add(new WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs
            {
                Name = counted,
                ActionToUse = new WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs { Count = new WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs() },
            });
        }

        return group;
    }

    private static WebAclRuleStatementManagedRuleGroupStatementArgs BotStatement(WebAclRule.BotControl rule)
    {
        var level = new WebAclRuleStatementManagedRuleGroupStatementManagedRuleGroupConfigAwsManagedRulesBotControlRuleSetArgs
        {
            InspectionLevel = rule.Targeted ? "TARGETED" : "COMMON",
        };
        if (rule.Targeted)
        {
            level.EnableMachineLearning = rule.MachineLearning;
        }

        var group = new WebAclRuleStatementManagedRuleGroupStatementArgs
        {
            VendorName = "AWS",
            Name = "AWSManagedRulesBotControlRuleSet",
            ManagedRuleGroupConfigs =
            {
                new WebAclRuleStatementManagedRuleGroupStatementManagedRuleGroupConfigArgs { AwsManagedRulesBotControlRuleSet = level },
            },
        };
        foreach (var challenged in rule.ChallengedRules)
        {
            group.RuleActionOverrides.Add(new WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs
            {
                Name = challenged,
                ActionToUse = new WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs { Challenge = new WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseChallengeArgs() },
            });
        }

        if (rule.Exclusions is not null)
        {
            group.ScopeDownStatement = new WebAclRuleStatementManagedRuleGroupStatementScopeDownStatementArgs
            {
                NotStatement = new WebAclRuleStatementManagedRuleGroupStatementScopeDownStatementNotStatementArgs
                {
                    Statement = new WebAclRuleStatementManagedRuleGroupStatementScopeDownStatementArgs
                    {
                        LabelMatchStatement = new WebAclRuleStatementManagedRuleGroupStatementScopeDownStatementLabelMatchStatementArgs { Scope = "LABEL", Key = ExcludedFrom(rule.Name) },
                    },
                },
            };
        }

        return group;
    }

    private static WebAclRuleStatementRateBasedStatementArgs Rate(WebAclRule.RateLimit rule)
    {
        var rate = new WebAclRuleStatementRateBasedStatementArgs
        {
            AggregateKeyType = rule.ForwardedIpHeader is null ? "IP" : "FORWARDED_IP",
            EvaluationWindowSec = rule.WindowSeconds,
            Limit = rule.Limit,
        };
        if (rule.ForwardedIpHeader is { } header)
        {
            // Without the header there is no client to count; the other rules judge the request all the same.
            rate.ForwardedIpConfig = new WebAclRuleStatementRateBasedStatementForwardedIpConfigArgs { HeaderName = header, FallbackBehavior = "NO_MATCH" };
        }

        if (rule.Exclusions is not null)
        {
            rate.ScopeDownStatement = new WebAclRuleStatementRateBasedStatementScopeDownStatementArgs
            {
                NotStatement = new WebAclRuleStatementRateBasedStatementScopeDownStatementNotStatementArgs
                {
                    Statement = new WebAclRuleStatementRateBasedStatementScopeDownStatementArgs
                    {
                        LabelMatchStatement = new WebAclRuleStatementRateBasedStatementScopeDownStatementLabelMatchStatementArgs { Scope = "LABEL", Key = ExcludedFrom(rule.Name) },
                    },
                },
            };
        }

        return rate;
    }

    private static WebAclRuleVisibilityConfigArgs Visibility(string name) =>
        new() { CloudwatchMetricsEnabled = true, SampledRequestsEnabled = true, MetricName = name };
}
