using System.Text.RegularExpressions;

namespace EcsPlatform.Foundations;

/// <summary>Names as DNS allows them: labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all (RFC 1035, section 2.3).</summary>
public static partial class DnsName
{
    /// <summary>What a label may be, for messages.</summary>
    public const string ValidLabels = "1 to 63 lower-case letters, digits and inner hyphens";

    /// <summary>What a domain may be, for messages.</summary>
    public const string ValidDomains = "labels of lower-case letters, digits and inner hyphens, joined by dots";

    private const int LongestDomain = 253;

    /// <summary>Whether a text is one label.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it is.</returns>
    public static bool IsLabel(string text) => LabelPattern().IsMatch(text);

    /// <summary>Whether a text is a domain of two labels or more.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it is.</returns>
    public static bool IsDomain(string text) =>
        text.Length <= LongestDomain && text.Split('.') is { Length: > 1 } labels && labels.All(IsLabel);

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex LabelPattern();
}
