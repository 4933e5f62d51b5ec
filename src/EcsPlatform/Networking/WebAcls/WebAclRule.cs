namespace EcsPlatform.Networking;

/// <summary>
/// A rule of a web ACL. Rules are tried in their order; a request that one of them allows or blocks is decided and meets no later one.
/// </summary>
public abstract record WebAclRule
{
    private WebAclRule()
    {
    }

    /// <summary>The rule's name, which its metric has as well: 1 to 100 letters, digits, hyphens and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>True for a rule that lets requests through past all later rules.</summary>
    internal virtual bool Allows => false;

    /// <summary>The address ranges that the rule names, which lie in an IP set of its own.</summary>
    internal virtual ImmutableArray<CidrBlock> Addresses => [];

    /// <summary>A managed rule group: it blocks what its rules find.</summary>
    public sealed record ManagedRuleGroup : WebAclRule
    {
        /// <summary>The group's name, for example <c>AWSManagedRulesCommonRuleSet</c>.</summary>
        public required string Group { get; init; }

        /// <summary>Whose group it is. Default: AWS.</summary>
        public string Vendor { get; init; } = "AWS";

        /// <summary>The version; null follows the vendor's default. Default: null.</summary>
        public string? Version { get; init; }

        /// <summary>
        /// Rules of the group that only count and label what they find, so that later rules still judge it. To block such a request
        /// in most cases and not in all, follow with <see cref="BlockLabelled"/>. Default: none.
        /// </summary>
        public ImmutableArray<string> CountedRules { get; init; } = [];
    }

    /// <summary>AWS's bot control, a managed rule group that costs extra.</summary>
    public sealed record BotControl : WebAclRule
    {
        /// <summary>True also judges how clients behave (TARGETED), false only what they say they are (COMMON). Default: false.</summary>
        public bool Targeted { get; init; }

        /// <summary>True lets AWS learn from the site's traffic; only with <see cref="Targeted"/>. Default: false.</summary>
        public bool MachineLearning { get; init; }

        /// <summary>Rules of the group that challenge the browser in place of their own action. Default: none.</summary>
        public ImmutableArray<string> ChallengedRules { get; init; } = [];

        /// <summary>Requests that it does not judge: those that match any of these, one or more. Default: null, it judges all.</summary>
        public ImmutableArray<RequestMatch>? Exclusions { get; init; }
    }

    /// <summary>Blocks clients that send too many requests, for as long as they do.</summary>
    public sealed record RateLimit : WebAclRule
    {
        /// <summary>How many requests a client may send in a window, 10 to 2,000,000,000.</summary>
        public required int Limit { get; init; }

        /// <summary>The window, in seconds: 60, 120, 300 or 600. Default: 300.</summary>
        public int WindowSeconds { get; init; } = 300;

        /// <summary>The header with the client's address, where a proxy stands before the web ACL; null counts by the connecting address. Default: null.</summary>
        public string? ForwardedIpHeader { get; init; }

        /// <summary>Requests that are not counted: those that match any of these, one or more. Default: null, all are.</summary>
        public ImmutableArray<RequestMatch>? Exclusions { get; init; }
    }

    /// <summary>Lets clients of some address ranges through.</summary>
    public sealed record AllowAddresses : WebAclRule
    {
        /// <summary>IPv4 ranges in CIDR notation. At least one.</summary>
        public required ImmutableArray<CidrBlock> Ranges { get; init; }

        /// <summary>
        /// True for ranges that are trusted, such as one's own VPN's: no rule after this one judges their clients. Default: false, all rules
        /// that block must come before this one.
        /// </summary>
        public bool Trusted { get; init; }

        internal override bool Allows => true;

        internal override ImmutableArray<CidrBlock> Addresses => Ranges;
    }

    /// <summary>Blocks clients outside of some address ranges; those inside go on to the later rules.</summary>
    public sealed record BlockOtherAddresses : WebAclRule
    {
        /// <summary>IPv4 ranges in CIDR notation. At least one.</summary>
        public required ImmutableArray<CidrBlock> Ranges { get; init; }

        internal override ImmutableArray<CidrBlock> Addresses => Ranges;
    }

    /// <summary>Lets requests for some paths through.</summary>
    public sealed record AllowPaths : WebAclRule
    {
        /// <summary>What the paths begin with, each with a leading slash. At least one.</summary>
        public required ImmutableArray<string> Prefixes { get; init; }

        internal override bool Allows => true;
    }

    /// <summary>Lets clients of some countries through.</summary>
    public sealed record AllowCountries : WebAclRule
    {
        /// <summary>Countries, as two capital letters (ISO 3166-1). At least one.</summary>
        public required ImmutableArray<string> Countries { get; init; }

        internal override bool Allows => true;
    }

    /// <summary>Blocks clients of some countries.</summary>
    public sealed record BlockCountries : WebAclRule
    {
        /// <summary>Countries, as two capital letters (ISO 3166-1). At least one.</summary>
        public required ImmutableArray<string> Countries { get; init; }
    }

    /// <summary>Blocks clients whose <c>User-Agent</c> contains some text.</summary>
    public sealed record BlockUserAgents : WebAclRule
    {
        /// <summary>The texts, without regard to case. At least one.</summary>
        public required ImmutableArray<string> Containing { get; init; }
    }

    /// <summary>Blocks requests that an earlier rule labelled, for example a counted rule of a managed group.</summary>
    public sealed record BlockLabelled : WebAclRule
    {
        /// <summary>The label with its prefix, for example <c>awswaf:managed:aws:core-rule-set:SizeRestrictions_Body</c>.</summary>
        public required string Label { get; init; }

        /// <summary>Labelled requests that go on all the same: those that match any of these, one or more. Default: null, none do.</summary>
        public ImmutableArray<RequestMatch>? Unless { get; init; }
    }
}
