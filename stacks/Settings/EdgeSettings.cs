using System.Collections.Immutable;
using EcsPlatform.Delivery;
using EcsPlatform.Foundations;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks.Settings;

/// <summary>What a stack does with the requests of a service that it offers to the internet, before they reach the service.</summary>
/// <param name="BasicAuth">Who is asked for when somebody enters. Default: null, everybody enters.</param>
/// <param name="Redirects">The redirects; the first that fits counts. Default: none.</param>
/// <param name="Cors">Whether pages of every site may read the answers. Default: false.</param>
/// <param name="Apex">Whether the zone's own domain leads to the service as well. Default: false.</param>
/// <param name="Methods">The methods that reach the service. Default: those that it needs.</param>
/// <param name="WebAcl">The service's own web ACL; null for the one that all distributions share.</param>
public sealed record EdgeSettings(
    BasicAuthSettings? BasicAuth, ImmutableArray<RedirectRule> Redirects, bool Cors, bool Apex, ViewerMethods Methods, WebAclSettings? WebAcl)
{
    /// <summary>For how long CloudFront waits for an answer, in seconds. Default: what the service needs, 60 for most.</summary>
    public int ReadTimeout { get; init; } = new ServiceEdge().ReadTimeoutSeconds;

    /// <summary>How long the account's quota lets it wait, in seconds. Default: 120, what every account has.</summary>
    public int ReadTimeoutQuota { get; init; } = UsualQuota;

    private const int UsualQuota = 120;

    private static readonly ConfigFormat Rules = new(
        "a path, where to, and perhaps a status, with a space between them, such as '/old /new 301'", "^ *[^ ]+ +[^ ]+( +[+-]?[0-9]+)? *$");

    private static ImmutableSortedDictionary<string, ViewerMethods> MethodWords { get; } = new Dictionary<string, ViewerMethods>
    {
        ["all"] = ViewerMethods.All,
        ["read"] = ViewerMethods.GetHeadOptions,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What is done: nothing.</summary>
    public static EdgeSettings Nothing { get; } = new(null, [], Cors: false, Apex: false, ViewerMethods.GetHeadOptions, null);

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The service's config key.</param>
    /// <param name="account">Where the stack lives; null when that is not known.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where, AwsAccount? account) =>
    [
        .. account is null || BasicAuth is null ? [] : BasicAuth.Problems($"{where}.basicAuth", account),
        .. WebAcl?.Problems($"{where}.{WebAclSettings.Part}") ?? [],
        .. WithTimeouts(new Origin.LoadBalancer("tasks", "")).Problems(where),
        .. RedirectFunctions.SelectMany(function => EdgeFunction.Problems(where, [function])).Select(problem => problem with { Where = $"{where}.redirects" }),
    ];

    /// <summary>An origin that may take as long for an answer as the stack says.</summary>
    /// <param name="origin">The origin.</param>
    /// <returns>The origin.</returns>
    internal Origin WithTimeouts(Origin origin) => origin with { ReadTimeoutSeconds = ReadTimeout, ReadTimeoutQuotaSeconds = ReadTimeoutQuota };

    /// <summary>The redirects as distributions take them.</summary>
    internal ImmutableArray<EdgeFunction> RedirectFunctions => Redirects.IsEmpty ? [] : [new EdgeFunction.Redirects(Redirects)];

    /// <summary>Reads them from a service's section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="edge">How the service is offered wherever it runs.</param>
    internal static EdgeSettings Read(ConfigSection section, ServiceEdge edge) => new(
        section.PartOrNull("basicAuth", BasicAuthSettings.Read, "The user whose name and password readers are asked for; left out, everybody enters"),
        section.OptionalList<RedirectRule>("redirects", TryParse, Rules, "The redirects, of which the first that fits counts", "none")?
            .Where(rule => rule is not null).ToImmutableArray() ?? [],
        section.OptionalFlag("cors", false, "Whether pages of every site may read the answers"),
        section.OptionalFlag("apex", false, "Whether the zone's own domain leads here as well"),
        section.OptionalOneOf(
            "methods", MethodWords, edge.Methods == ViewerMethods.All ? "all" : "read", "Which requests reach the service: those that read (GET, HEAD, OPTIONS), or all"),
        edge.WebAcl is { } usual
            ? section.OptionalPart(WebAclSettings.Part, part => WebAclSettings.Read(part, usual), "The service's own web ACL")
            : section.PartOrNull(
                WebAclSettings.Part,
                part => WebAclSettings.Read(part, new WebAclSettings()),
                "A web ACL of the service's own; left out, it has the one that distributions share"))
    {
        ReadTimeout = section.OptionalNumber("readTimeout", edge.ReadTimeoutSeconds, "For how long CloudFront waits for an answer, in seconds"),
        ReadTimeoutQuota = section.OptionalNumber(
            "readTimeoutQuota", UsualQuota, "How long the account's quota lets CloudFront wait, in seconds; more than 120 only where AWS has raised it"),
    };

    private static bool TryParse(string? text, out RedirectRule rule)
    {
        var parts = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        rule = null!;
        if (parts.Length is not (2 or 3))
        {
            return false;
        }

        rule = new RedirectRule(parts[0], parts[1]);
        if (parts.Length == 2)
        {
            return true;
        }

        var known = int.TryParse(parts[2], out var status);
        rule = rule with { Status = status };
        return known;
    }
}

/// <summary>The user whose name and password browsers ask for.</summary>
/// <param name="UserName">The ARN of the parameter in Parameter Store that holds the name.</param>
/// <param name="Password">The ARN of the parameter that holds the password.</param>
public sealed record BasicAuthSettings(string UserName, string Password)
{
    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="account">Where the stack lives.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where, AwsAccount account) =>
    [
        .. VariableSettings.SecretProblems($"{where}.password", Password, account),
        .. VariableSettings.SecretProblems($"{where}.userName", UserName, account),
    ];

    /// <summary>Reads the part of a service's section.</summary>
    internal static BasicAuthSettings Read(ConfigSection section) => new(
        section.Text("userName", "The parameter in Parameter Store that holds the name", VariableSettings.ParameterArn),
        section.Text("password", "The parameter in Parameter Store that holds the password", VariableSettings.ParameterArn));
}
