using System.Text.RegularExpressions;

namespace EcsPlatform.Routing;

/// <summary>
/// Which requests a listener rule takes: those for one of its hosts and, when it has paths, one of its paths, with all of its headers
/// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html).
/// In all, <c>*</c> stands for any number of characters and <c>?</c> for one.
/// </summary>
public sealed partial record RuleMatch
{
    /// <summary>
    /// How many hosts, paths and values of headers a rule has at most together, and how many wildcards
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html).
    /// </summary>
    public const int MostValues = 5;

    /// <summary>How long a host or a path is at most.</summary>
    public const int LongestValue = 128;

    /// <summary>The hosts, in lower case: at least one, for example <c>viewer.library.example.org</c> or <c>*.library.example.org</c>.</summary>
    public required ImmutableArray<string> Hosts { get; init; }

    /// <summary>The paths, for example <c>/api/*</c>, which does not match <c>/api</c>. Default: none, all paths.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>The headers that a request must have, all of them. Default: none, requests with any headers.</summary>
    public ImmutableArray<HeaderMatch> Headers { get; init; } = [];

    /// <summary>Whether a host has a wildcard.</summary>
    internal bool HasWildcardHost => Hosts.Any(host => WildcardPattern.Wildcards(host) > 0);

    private ImmutableArray<string> PathsOrAll => Paths.IsEmpty ? ["*"] : Paths;

    /// <summary>Finds what is wrong with this match.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. Hosts.SelectMany(host => HostProblems($"{where}.hosts", host)),
        .. Paths.SelectMany(path => PathProblems($"{where}.paths", path)),
        .. Headers.SelectMany(header => header.Problems($"{where}.headers")),
        .. SizeProblems(where),
    ];

    /// <summary>Finds what is wrong with the number of this match's values.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> SizeProblems(string where)
    {
        if (Hosts.IsEmpty)
        {
            yield return new Problem($"{where}.hosts", "none", "one host or more", "Name the hosts: a rule without one takes the requests of all others");
        }

        var headerValues = Headers.Sum(header => header.Values.Length);
        if (Hosts.Length + Paths.Length + headerValues > MostValues)
        {
            yield return new Problem(
                $"{where}.paths",
                $"{Hosts.Length} hosts and {Paths.Length} paths{(headerValues == 0 ? "" : $" and {headerValues} values of headers")}",
                $"at most {MostValues} together",
                "Use wildcards, or a second workload's route");
        }

        if (Hosts.Concat(Paths).Concat(Headers.SelectMany(header => header.Values)).Sum(WildcardPattern.Wildcards) is > MostValues and var wildcards)
        {
            yield return new Problem($"{where}.paths", $"{wildcards} wildcards", $"at most {MostValues} in all hosts{(Headers.IsEmpty ? " and paths" : ", paths and headers")}", "Use fewer");
        }

        foreach (var problem in Repeated($"{where}.hosts", Hosts).Concat(Repeated($"{where}.paths", Paths)))
        {
            yield return problem;
        }
    }

    /// <summary>Finds what is wrong with a host.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="host">The host or the pattern of hosts.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> HostProblems(string where, string host)
    {
        if (host.Length > LongestValue)
        {
            yield return new Problem(where, $"'{host}', {host.Length} characters", $"at most {LongestValue}", "Choose a shorter host name: a listener rule takes no longer one");
        }
        else if (!HostPattern().IsMatch(host))
        {
            yield return new Problem(where, $"'{host}'", "lower-case letters, digits, -, _, *, ? and dots, with letters only after the last dot", "Give a whole host name");
        }
    }

    /// <summary>Finds what is wrong with a path.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="path">The path or the pattern of paths.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> PathProblems(string where, string path)
    {
        if (path.Length > LongestValue)
        {
            yield return new Problem(where, $"'{path}', {path.Length} characters", $"at most {LongestValue}", "Use a wildcard");
        }
        else if (!PathPattern().IsMatch(path))
        {
            yield return new Problem(where, $"'{path}'", "/ and then letters, digits, wildcards and _-.$/~\"'@:+&", "Begin with /, and leave out the query");
        }
    }

    /// <summary>The first part of another match that never gets a request, because this one comes before it.</summary>
    /// <param name="later">The match of a rule of lower precedence.</param>
    /// <returns>What is shadowed, for messages; null when every value of the other can match.</returns>
    internal string? Shadowed(RuleMatch later)
    {
        // A request that lacks one of these headers passes on to the other.
        if (!Headers.All(header => later.Headers.Any(header.Covers)))
        {
            return null;
        }

        var hosts = later.Hosts.Where(host => Hosts.Any(mine => WildcardPattern.Covers(mine, host))).ToList();
        var paths = later.PathsOrAll.Where(path => PathsOrAll.Any(mine => WildcardPattern.Covers(mine, path))).ToList();
        return (hosts.Count == later.Hosts.Length, paths.Count == later.PathsOrAll.Length) switch
        {
            (true, true) => later.ToString(),
            (true, false) when paths.Count > 0 => $"path {paths[0]}",
            (false, true) when hosts.Count > 0 => $"host {hosts[0]}",
            _ => null,
        };
    }

    /// <summary>The match in one line.</summary>
    /// <returns>For example <c>viewer.library.example.org, path /api/* or /health</c>.</returns>
    public override string ToString() => $"{string.Join(" or ", Hosts)}{(Paths.IsEmpty ? "" : $", path {string.Join(" or ", Paths)}")}{string.Concat(Headers.Select(header => $", {header}"))}";

    private static IEnumerable<Problem> Repeated(string where, ImmutableArray<string> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < values.Length; j++)
            {
                if (i != j && WildcardPattern.Covers(values[j], values[i]) && (j < i || !WildcardPattern.Covers(values[i], values[j])))
                {
                    yield return new Problem(where, $"'{values[i]}', which '{values[j]}' matches already", "values that add something", "Leave it out");
                    break;
                }
            }
        }
    }

    [GeneratedRegex(@"\A[a-z0-9*?_.-]*\.[a-z]+\z")]
    private static partial Regex HostPattern();

    [GeneratedRegex("""\A/[A-Za-z0-9_.$/~"'@:+&*?-]*\z""")]
    private static partial Regex PathPattern();
}
