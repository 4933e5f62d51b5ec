using System.Text.RegularExpressions;

namespace EcsPlatform.Routing;

/// <summary>Names of headers and of cookies (https://www.rfc-editor.org/rfc/rfc7230#section-3.2.6).</summary>
internal static partial class HeaderToken
{
    /// <summary>What a name may consist of, for messages.</summary>
    public const string Characters = "letters, digits and !#$%&'*+-.^_`|~";

    /// <summary>Tells whether a text can be a name.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it can.</returns>
    public static bool IsToken(string text) => Pattern().IsMatch(text);

    [GeneratedRegex("""\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\z""")]
    private static partial Regex Pattern();
}
