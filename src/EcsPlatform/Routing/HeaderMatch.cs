using System.Text.RegularExpressions;

namespace EcsPlatform.Routing;

/// <summary>
/// A header that a request must have for a listener rule to take it
/// (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html).
/// </summary>
/// <param name="Name">The header's name, at most 40 characters, in any case: for example <c>X-Preview</c>. Not Host, which is what hosts are for.</param>
/// <param name="Values">The values of which it has one, in any case, each at most 128 characters, with <c>*</c> and <c>?</c> as wildcards.</param>
public sealed partial record HeaderMatch(string Name, params ImmutableArray<string> Values)
{
    /// <summary>How long a header's name is at most.</summary>
    public const int LongestName = 40;

    /// <summary>Finds what is wrong with this match.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Name.Length > LongestName || !HeaderToken.IsToken(Name))
        {
            yield return new Problem(where, $"'{Name}'", $"a name of {HeaderToken.Characters}, at most {LongestName}", "Give a header's name");
        }

        if (Name.Equals("host", StringComparison.OrdinalIgnoreCase))
        {
            yield return new Problem(where, $"'{Name}'", "another header", "Name the host in the route's hosts");
        }

        if (Values.IsEmpty)
        {
            yield return new Problem($"{where}.{Name}", "no value", "one value or more", "Give *, if any value will do");
        }

        foreach (var value in Values.Where(value => value.Length > RuleMatch.LongestValue || !Text().IsMatch(value)))
        {
            yield return new Problem(
                $"{where}.{Name}", $"'{value}'", $"1 to {RuleMatch.LongestValue} printable characters but \\", "Use a wildcard for others");
        }
    }

    /// <summary>Whether every request that another match takes is taken by this one.</summary>
    /// <param name="other">The other match.</param>
    /// <returns>True when it has the same header, and this one's values cover all of the other's.</returns>
    internal bool Covers(HeaderMatch other) =>
        Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase)
        && other.Values.All(value => Values.Any(mine => WildcardPattern.Covers(Folded(mine), Folded(value))));

    /// <summary>The match in one line.</summary>
    /// <returns>For example <c>header X-Preview: yes or true</c>.</returns>
    public override string ToString() => $"header {Name}: {string.Join(" or ", Values)}";

    private static string Folded(string value) => value.ToUpperInvariant();

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html#http-header-conditions
    [GeneratedRegex(@"\A[ -\[\]-~]+\z")]
    private static partial Regex Text();
}
