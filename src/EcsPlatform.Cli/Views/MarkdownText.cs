using System.Text;

namespace EcsPlatform.Cli.Views;

/// <summary>Texts of plans as GitHub's Markdown: they say what they say, and mean nothing in the document's grammar.</summary>
internal static class MarkdownText
{
    private const string Special = @"\`*_[]|~$";
    private const char ZeroWidthSpace = '\u200b';

    /// <summary>A text as running text.</summary>
    /// <param name="text">Text in one line.</param>
    /// <returns>Without markup, links, mentions or references to issues.</returns>
    public static string Prose(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '&' => result.Append("&amp;"),
                // GitHub looks for mentions and issues after the Markdown has been read: only another character keeps it from finding them.
                '@' or '#' => result.Append(c == '#' ? @"\#" : "@").Append(ZeroWidthSpace),
                _ when Special.Contains(c, StringComparison.Ordinal) => result.Append('\\').Append(c),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    /// <summary>A text as code within a line.</summary>
    /// <param name="text">Text in one line.</param>
    /// <returns>The text between as many backticks as it takes.</returns>
    public static string Code(string text)
    {
        var fence = new string('`', LongestRun(text) + 1);
        var padding = text.Length == 0 || text[0] is '`' or ' ' || text[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{padding}{text}{padding}{fence}";
    }

    /// <summary>A text as code within HTML.</summary>
    /// <param name="text">Text in one line.</param>
    /// <returns>A <c>code</c> element.</returns>
    public static string HtmlCode(string text) => $"<code>{Html(text)}</code>";

    /// <summary>Lines as a block whose lines GitHub colours by their first character.</summary>
    /// <param name="lines">The lines.</param>
    /// <returns>The block, ending in a line feed.</returns>
    public static string Diff(IReadOnlyCollection<string> lines)
    {
        var fence = new string('`', Math.Max(3, lines.Select(LongestRun).DefaultIfEmpty().Max() + 1));
        return $"{fence}diff\n{string.Concat(lines.Select(line => $"{line}\n"))}{fence}\n";
    }

    /// <summary>A line that only programs see.</summary>
    /// <param name="name">What it names; characters that no stack's name may have become underscores.</param>
    /// <returns>A comment.</returns>
    public static string Marker(string name) =>
        $"<!-- ecs-platform:preview:{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'))} -->";

    private static string Html(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
