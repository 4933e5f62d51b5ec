using System.Collections.Immutable;
using EcsPlatform.Foundations;

namespace EcsPlatform.Stacks.Settings;

/// <summary>What a stack says of a web ACL.</summary>
public sealed record WebAclSettings
{
    /// <summary>The config key of what all distributions share, without the namespace.</summary>
    internal const string Section = "web-acl";

    /// <summary>The part of a service's section with what its own web ACL does.</summary>
    internal const string Part = "webAcl";

    /// <summary>The ranges that clients must come from, whatever other rules say; of the whole stack only. Default: null, from everywhere.</summary>
    public ImmutableArray<CidrBlock>? Addresses { get; init; }

    /// <summary>What paths must begin with, everything else is blocked; of a service only. Default: null, all paths.</summary>
    public ImmutableArray<string>? Paths { get; init; }

    /// <summary>The countries that clients must come from, everything else is blocked; of a service only. Default: null, all countries.</summary>
    public ImmutableArray<string>? Countries { get; init; }

    /// <summary>The ranges whose clients are judged by AWS's rule groups alone, and by nothing after them. Default: null, none.</summary>
    public ImmutableArray<CidrBlock>? Trusted { get; init; }

    /// <summary>Texts in <c>User-Agent</c> that are blocked. Default: null, none.</summary>
    public ImmutableArray<string>? BlockedUserAgents { get; init; }

    /// <summary>How many requests a client may send within <see cref="RateWindow"/>. Default: null, any number.</summary>
    public int? RateLimit { get; init; }

    /// <summary>The window of the limit, in seconds: 60, 120, 300 or 600. Default: 300.</summary>
    public int RateWindow { get; init; } = 300;

    /// <summary>Whether AWS's bot control judges clients. Default: it does not.</summary>
    public BotControlLevel BotControl { get; init; }

    /// <summary>For how long a client that passed a challenge is not asked again, in seconds. Default: 300.</summary>
    public int Immunity { get; init; } = 300;

    /// <summary>The rules of AWS's common group that count only. Default: those on the sizes of bodies and queries.</summary>
    internal ImmutableArray<string> Counted { get; init; } = ["SizeRestrictions_QUERYSTRING", "SizeRestrictions_BODY"];

    private static ConfigFormat Any { get; } = new("text");

    private static ImmutableSortedDictionary<string, BotControlLevel> Levels { get; } = new Dictionary<string, BotControlLevel>
    {
        ["none"] = BotControlLevel.None,
        ["common"] = BotControlLevel.Common,
        ["targeted"] = BotControlLevel.Targeted,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in WebAcls.Of(this, this).Problems(where))
        {
            yield return problem;
        }

        if (Paths is not null && Countries is not null)
        {
            yield return new Problem(where, "paths and countries", "one of them", "Leave one out: a request that fits either would be let through");
        }
    }

    /// <summary>Reads the web ACL that all distributions share.</summary>
    internal static WebAclSettings Read(ConfigSection section) => new WebAclSettings().ReadRules(section) with
    {
        Addresses = section.OptionalList<CidrBlock>(
            "addresses", CidrBlock.TryParse, ConfigFormat.Cidr, "The ranges that clients of all distributions must come from", "from everywhere"),
    };

    /// <summary>Reads a service's own web ACL.</summary>
    /// <param name="section">The part of the service's section.</param>
    /// <param name="usual">What holds where the stack says nothing else.</param>
    internal static WebAclSettings Read(ConfigSection section, WebAclSettings usual) => usual.ReadRules(section) with
    {
        Paths = Texts(section, "paths", "What paths must begin with; all others are blocked", usual.Paths),
        Countries = Texts(section, "countries", "The countries that clients must come from, as two capital letters; [] for all", usual.Countries) is { IsEmpty: false } some
            ? some
            : null,
    };

    private WebAclSettings ReadRules(ConfigSection section) => this with
    {
        Trusted = section.OptionalList<CidrBlock>(
            "trusted", CidrBlock.TryParse, ConfigFormat.Cidr, "Ranges such as a VPN's: of the rules that follow AWS's groups none judges their clients", "none"),
        BlockedUserAgents = Texts(section, "blockedUserAgents", "Texts in the header User-Agent that are blocked", BlockedUserAgents),
        RateLimit = section.NumberOrNull("rateLimit", RateLimit, "How many requests a client may send within the window", "any number"),
        RateWindow = section.OptionalNumber("rateWindow", RateWindow, "The window of the limit, in seconds: 60, 120, 300 or 600"),
        BotControl = section.OptionalOneOf("botControl", Levels, "none", "Whether AWS's bot control, which costs extra, judges clients"),
        Immunity = section.OptionalNumber("immunity", Immunity, "For how long a client that passed a challenge is not asked again, in seconds"),
    };

    private static ImmutableArray<string>? Texts(ConfigSection section, string field, string description, ImmutableArray<string>? usual) =>
        section.OptionalList<string>(field, TryParse, Any, description, usual is { } some ? string.Join(", ", some) : "any") ?? usual;

    private static bool TryParse(string? text, out string value)
    {
        value = text ?? "";
        return value.Length > 0;
    }
}

/// <summary>How AWS's bot control, which costs extra, judges clients.</summary>
public enum BotControlLevel
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By what they say they are.</summary>
    Common,

    /// <summary>Also by how they behave; AWS learns from the site's traffic.</summary>
    Targeted,
}
