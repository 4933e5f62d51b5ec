using System.Text.RegularExpressions;
using EcsPlatform.Routing;

namespace EcsPlatform.Delivery;

/// <content>What can be wrong with functions.</content>
public abstract partial record EdgeFunction
{
    private static readonly ImmutableSortedSet<int> Statuses = [301, 302, 307, 308];

    /// <summary>Finds what is wrong with what a behaviour does.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="functions">All that the behaviour does.</param>
    /// <returns>The problems, none when they are right.</returns>
    public static IEnumerable<Problem> Problems(string where, ImmutableArray<EdgeFunction> functions) =>
    [
        .. functions.SelectMany(function => function.OwnProblems($"{where}.{function.GetType().Name}")),
        .. Enum.GetValues<ViewerEvent>().SelectMany(on => EventProblems($"{where}.{on}", [.. functions.Where(function => function.Event == on)])),
    ];

    private static IEnumerable<Problem> EventProblems(string where, ImmutableArray<EdgeFunction> functions)
    {
        if (functions.Length > 1 && functions.Any(function => function is Existing))
        {
            yield return new Problem(
                where,
                $"an existing function and {functions.Length - 1} more",
                "an existing function alone",
                "Leave the others out: CloudFront runs one function for an event");
        }

        foreach (var same in functions.GroupBy(function => function.GetType()).Where(same => same.Count() > 1 && same.Key != typeof(Existing)))
        {
            yield return new Problem(where, $"{same.Key.Name} {same.Count()} times", "each kind once", "Put them together into one");
        }

        var size = EdgeCode.Of(functions)?.Length ?? 0;
        if (size > EdgeCode.MostBytes)
        {
            yield return new Problem(
                where, $"{size} bytes of code", $"at most {EdgeCode.MostBytes}", "Shorten the lists of redirects or sites");
        }
    }

    private IEnumerable<Problem> OwnProblems(string where) => this switch
    {
        BasicAuth auth => Unless(
            RealmPattern().IsMatch(auth.Realm),
            $"{where}.realm",
            $"'{auth.Realm}'",
            "1 to 100 printable ASCII characters but no quotes and backslashes",
            "Choose another text"),
        Redirects redirects => Some(where, "rules", redirects.Rules.Length).Concat(redirects.Rules.SelectMany(rule => RuleProblems(where, rule))),
        IndexDocument index => Unless(
            FilePattern().IsMatch(index.Name),
            $"{where}.name",
            $"'{index.Name}'",
            "a file name of letters, digits, dots, hyphens and underscores",
            "Give the name alone"),
        CorsHeaders cors => SiteProblems(where, cors.Sites),
        _ => [],
    };

    private static IEnumerable<Problem> RuleProblems(string where, RedirectRule rule)
    {
        if (!FromPattern().IsMatch(rule.From))
        {
            yield return new Problem(
                $"{where}.from", $"'{rule.From}'", "a path with a leading slash, and /* at its end or no wildcard", "Correct the path");
        }

        if (!ToPattern().IsMatch(rule.To))
        {
            yield return new Problem(
                $"{where}.to",
                $"'{rule.To}'",
                "a path or an address with https://, and /* at its end or no wildcard; no query string, no fragment",
                "Correct where the redirect leads");
        }

        if (rule.To.EndsWith('*') && !rule.From.EndsWith('*'))
        {
            yield return new Problem(
                $"{where}.to",
                $"'{rule.To}' for '{rule.From}'",
                "/* only when the rule's path has it",
                "Leave the wildcard out of both or of none");
        }

        if (rule.To.StartsWith('/') && WildcardPattern.Covers(rule.From, rule.To))
        {
            yield return new Problem(
                $"{where}.to",
                $"'{rule.To}' for '{rule.From}'",
                "a path that the rule itself does not redirect",
                "Lead elsewhere: this one never ends");
        }

        if (!Statuses.Contains(rule.Status))
        {
            yield return new Problem($"{where}.status", $"{rule.Status}", string.Join(", ", Statuses), "Choose one of these");
        }
    }

    /// <summary>Finds what is wrong with sites.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="sites">The sites.</param>
    /// <returns>The problems, none when they are right.</returns>
    internal static IEnumerable<Problem> SiteProblems(string where, CorsSites sites) => sites is CorsSites.Only only
        ? Some(where, "origins", only.Origins.Length).Concat(only.Origins
            .Where(origin => !OriginPattern().IsMatch(origin))
            .Select(origin => new Problem(
                $"{where}.origins", $"'{origin}'", "https://, a host in lower case and perhaps a port", "Give the origin as browsers send it")))
        : [];

    private static IEnumerable<Problem> Some(string where, string what, int count) =>
        Unless(count > 0, $"{where}.{what}", "none", "one or more", "Name them, or leave the function out");

    private static IEnumerable<Problem> Unless(bool right, string where, string found, string allowed, string change) =>
        right ? [] : [new Problem(where, found, allowed, change)];

    [GeneratedRegex(@"\A[ !#-\[\]-~]{1,100}\z")]
    private static partial Regex RealmPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_-][A-Za-z0-9._-]*\z")]
    private static partial Regex FilePattern();

    [GeneratedRegex(@"\A/[!-~-[*?#]]*((?<=/)\*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex FromPattern();

    // Two slashes at the beginning of a path would be another host.
    [GeneratedRegex(@"\A(https://[a-z0-9.-]+(:[0-9]+)?(/[!-~-[*?#]]*)?|/(?![/\\])[!-~-[*?#]]*)((?<=/)\*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ToPattern();

    [GeneratedRegex(@"\Ahttps://[a-z0-9.-]+(:[0-9]+)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OriginPattern();
}
