using System.Text.RegularExpressions;

namespace EcsPlatform.Networking;

/// <summary>What a <see cref="WebAcl"/> is made of.</summary>
public sealed partial record WebAclArgs
{
    private static readonly ImmutableSortedSet<int> Windows = [60, 120, 300, 600];

    /// <summary>What the web ACL protects.</summary>
    public required WebAclScope Scope { get; init; }

    /// <summary>True blocks what no rule decides, false lets it through.</summary>
    public required bool BlockByDefault { get; init; }

    /// <summary>The rules, in their order. At least one.</summary>
    public required ImmutableArray<WebAclRule> Rules { get; init; }

    /// <summary>How long the log of requests is kept, in days, one of CloudWatch's retention periods. Default: 90.</summary>
    public int LogRetentionDays { get; init; } = 90;

    /// <summary>Headers that the log leaves out, in lower case. Default: <c>authorization</c> and <c>cookie</c>.</summary>
    public ImmutableArray<string> RedactedHeaders { get; init; } = ["authorization", "cookie"];

    /// <summary>For how long a client that passed a challenge or a CAPTCHA is not asked again, in seconds, 60 to 259,200. Default: 300, AWS's own.</summary>
    public int ImmunitySeconds { get; init; } = 300;

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. OwnProblems(where),
        .. Rules.SelectMany(rule => RuleProblems($"{where}.{rule.Name}", rule)),
        .. OrderProblems(where),
    ];

    private IEnumerable<Problem> OwnProblems(string where)
    {
        if (Rules.IsEmpty)
        {
            yield return new Problem($"{where}.rules", "none", "one rule or more", "Add rules, or leave the web ACL out");
        }

        foreach (var name in Rules.GroupBy(rule => rule.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.{name.Key}", $"{name.Count()} rules of this name", "one", "Give each rule a name of its own");
        }

        if (!LogRetention.Allowed.Contains(LogRetentionDays))
        {
            yield return LogRetention.Problem($"{where}.logRetentionDays", LogRetentionDays);
        }

        // https://docs.aws.amazon.com/waf/latest/APIReference/API_ImmunityTimeProperty.html
        if (ImmunitySeconds is < 60 or > 259_200)
        {
            yield return new Problem($"{where}.immunity", $"{ImmunitySeconds} s", "60 to 259200 s", "Choose a time that AWS allows");
        }
    }

    // A rule that lets requests through makes every later one blind for them.
    private IEnumerable<Problem> OrderProblems(string where)
    {
        var last = Rules.Select((rule, i) => rule.Allows ? -1 : i).DefaultIfEmpty(-1).Max();
        foreach (var rule in Rules.Take(Math.Max(0, last)).Where(rule => rule.Allows && rule is not WebAclRule.AllowAddresses { Trusted: true }))
        {
            yield return new Problem(
                $"{where}.{rule.Name}",
                $"lets requests through before '{Rules[last].Name}' sees them",
                "rules that allow after all that block, but for trusted addresses",
                "Move it to the end, or exclude the requests from the rule that they must not meet");
        }
    }

    private static IEnumerable<Problem> RuleProblems(string where, WebAclRule rule)
    {
        if (!NamePattern().IsMatch(rule.Name))
        {
            yield return new Problem(where, $"'{rule.Name}'", "1 to 100 letters, digits, hyphens and underscores", "Choose a name that AWS WAF allows");
        }

        foreach (var problem in rule switch
        {
            WebAclRule.RateLimit rate => RateProblems(where, rate).Concat(Matches($"{where}.exclusions", rate.Exclusions)),
            WebAclRule.BotControl bots => BotProblems(where, bots).Concat(Matches($"{where}.exclusions", bots.Exclusions)),
            WebAclRule.BlockLabelled labelled => Matches($"{where}.unless", labelled.Unless),
            WebAclRule.AllowAddresses addresses => Some(where, addresses.Ranges.Length, "ranges"),
            WebAclRule.BlockOtherAddresses addresses => Some(where, addresses.Ranges.Length, "ranges"),
            WebAclRule.AllowPaths paths => Some(where, paths.Prefixes.Length, "prefixes").Concat(PathProblems(where, paths.Prefixes)),
            WebAclRule.AllowCountries countries => Some(where, countries.Countries.Length, "countries").Concat(CountryProblems(where, countries.Countries)),
            WebAclRule.BlockCountries countries => Some(where, countries.Countries.Length, "countries").Concat(CountryProblems(where, countries.Countries)),
            WebAclRule.BlockUserAgents agents => Some(where, agents.Containing.Length, "texts"),
            _ => [],
        })
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> RateProblems(string where, WebAclRule.RateLimit rate)
    {
        // https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html
        if (rate.Limit is < 10 or > 2_000_000_000)
        {
            yield return new Problem($"{where}.limit", $"{rate.Limit}", "10 to 2000000000 requests", "Choose a limit that AWS allows");
        }

        if (!Windows.Contains(rate.WindowSeconds))
        {
            yield return new Problem($"{where}.window", $"{rate.WindowSeconds} s", $"{string.Join(", ", Windows)} s", "Choose one of these windows");
        }
    }

    private static IEnumerable<Problem> BotProblems(string where, WebAclRule.BotControl bots)
    {
        if (bots is { MachineLearning: true, Targeted: false })
        {
            yield return new Problem($"{where}.machineLearning", "on without targeted bot control", "on only with it", "Set Targeted, or leave machine learning off");
        }
    }

    private static IEnumerable<Problem> Matches(string where, ImmutableArray<RequestMatch>? matches) => matches switch
    {
        null => [],
        { IsEmpty: true } => [new Problem(where, "an empty list", "one or more requests", "Name the requests, or leave the list out")],
        { } some => some.SelectMany((match, i) => match.Problems($"{where}[{i}]")),
    };

    private static IEnumerable<Problem> Some(string where, int count, string what) =>
        count > 0 ? [] : [new Problem($"{where}.{what}", "none", "one or more", "Name what the rule is for, or leave it out")];

    private static IEnumerable<Problem> PathProblems(string where, ImmutableArray<string> prefixes) => prefixes
        .Where(prefix => !prefix.StartsWith('/'))
        .Select(prefix => new Problem($"{where}.prefixes", $"'{prefix}'", "a path with a leading slash", "Begin with /"));

    private static IEnumerable<Problem> CountryProblems(string where, ImmutableArray<string> countries) => countries
        .Where(country => country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
        .Select(country => new Problem($"{where}.countries", $"'{country}'", "two capital letters, such as GB", "Give the country's ISO 3166-1 code"));

    // 128 in all (https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html), with room for what tells a rule's parts apart.
    [GeneratedRegex(@"\A[0-9A-Za-z_-]{1,100}\z")]
    private static partial Regex NamePattern();
}

/// <summary>What a web ACL protects.</summary>
public enum WebAclScope
{
    /// <summary>CloudFront distributions. Such a web ACL lives in us-east-1: hand the component a provider of that region.</summary>
    CloudFront,

    /// <summary>Load balancers and other things of the provider's region.</summary>
    Regional,
}
