using System.Text;
using System.Text.RegularExpressions;

namespace Pulumi.Facts.Tool;

/// <summary>A member of a TypeScript class or interface.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Optional">True when a question mark follows the name.</param>
/// <param name="Type">Its type, as written.</param>
/// <param name="Comment">What the comment before it says.</param>
internal sealed partial record Declaration(string Name, bool Optional, string Type, string Comment)
{
    /// <summary>The members of a class or interface; null when the text has none of this name.</summary>
    public static IReadOnlyList<Declaration>? Of(string text, string heading)
    {
        var start = text.IndexOf(heading, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var members = new List<Declaration>();
        var (code, comment, depth) = (new StringBuilder(), "", 0);
        for (var i = text.IndexOf('{', start); i < text.Length; i++)
        {
            if (text.AsSpan(i).StartsWith("/**"))
            {
                var end = text.IndexOf("*/", i, StringComparison.Ordinal);
                comment = text[(i + 3)..end];
                i = end + 1;
                continue;
            }

            var c = text[i];
            depth += c is '{' or '(' ? 1 : c is '}' or ')' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            if (c == ';' && depth == 1)
            {
                Add(members, code.ToString(), comment);
                (comment, _) = ("", code.Clear());
            }
            else if (depth > 1 || c != '{')
            {
                code.Append(c);
            }
        }

        return members;
    }

    private static void Add(List<Declaration> members, string code, string comment)
    {
        var match = Member().Match(code.Trim());
        if (match.Success)
        {
            members.Add(new Declaration(match.Groups["name"].Value, match.Groups["optional"].Success, match.Groups["type"].Value.Trim(), comment));
        }
    }

    // Methods have a parenthesis behind their names, static members a word before.
    [GeneratedRegex(@"\A(?:readonly )?(?<name>\w+)(?<optional>\?)?:(?<type>.+)\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Member();
}
