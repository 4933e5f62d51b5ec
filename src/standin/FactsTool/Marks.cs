using System.Text.RegularExpressions;

namespace Pulumi.Facts.Tool;

/// <summary>What a person or the documentation says of a property beyond its name and type.</summary>
internal static partial class Marks
{
    /// <summary>The marks of a new property: those that its comment tells.</summary>
    public static string FromComment(string comment) => string.Join(
        ' ', new[] { IsDeprecated(comment) ? "deprecated" : "", ForcesNew().IsMatch(comment) ? "replaces-by-docs" : "" }
            .Where(mark => mark.Length > 0));

    /// <summary>True when the documentation calls what stands behind the comment deprecated.</summary>
    public static bool IsDeprecated(string comment) => comment.Contains("@deprecated", StringComparison.Ordinal);

    [GeneratedRegex(@"forces?(?: the creation of)? (?:a )?new resource|forces replacement", RegexOptions.IgnoreCase)]
    private static partial Regex ForcesNew();
}
