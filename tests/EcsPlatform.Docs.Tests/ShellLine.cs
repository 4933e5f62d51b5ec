using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace EcsPlatform.Docs.Tests;

/// <summary>A command line of a page, as a shell reads it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Number">The page's line.</param>
/// <param name="Text">The command, without its comment.</param>
/// <param name="Comment">What stands behind it; empty for nothing.</param>
internal sealed partial record ShellLine(string Page, int Number, string Text, string Comment)
{
    /// <summary>How a program of this repository is started.</summary>
    public const string Run = "dotnet run --project ";

    /// <summary>The project with our commands.</summary>
    public const string Cli = "src/EcsPlatform.Cli";

    private static readonly ImmutableArray<string> OurCommands = ["accept", "ami", "config", "pin", "preview", "promote", "schema", "verify", "where"];

    /// <summary>What the lines of shells need that begin with another program, or with one of our commands that asks another program.</summary>
    private static readonly ImmutableSortedDictionary<string, string> Needed = new Dictionary<string, string>
    {
        ["ami"] = "AWS",
        ["aws"] = "AWS",
        ["curl"] = "AWS",
        ["docker"] = "a registry",
        ["dotnet"] = "a build",
        ["gh"] = "GitHub",
        ["git"] = "a repository",
        ["pulumi"] = "pulumi",
        ["verify"] = "AWS",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Where it is.</summary>
    public string Place => $"{Page}:{Number}";

    /// <summary>The words of one of our commands, for example <c>preview</c> and <c>staging</c>; null for every other line.</summary>
    public ImmutableArray<string>? Arguments =>
        Text.StartsWith($"{Run}{Cli} -- ", StringComparison.Ordinal) ? [.. Words(Text[$"{Run}{Cli} -- ".Length..])]
        : OurCommands.Contains(Text.Split(' ')[0]) ? [.. Words(Text)]
        : null;

    /// <summary>True for a line that copies a file.</summary>
    public bool Copies => Text.StartsWith("cp ", StringComparison.Ordinal);

    /// <summary>What the line needs that a test does not have; null for a line that a test runs.</summary>
    public string? Needs =>
        Arguments is { } arguments ? Needed.GetValueOrDefault(arguments[0])
        : Copies ? null
        : Assignment().IsMatch(Text) ? "a shell"
        : Needed.GetValueOrDefault(Text.Split(' ')[0]);

    /// <summary>Whether a rule says what becomes of the line: it is run, or needs what a test does not have.</summary>
    public bool IsKnown => Arguments is not null || Copies || Needs is not null;

    /// <summary>The exit code that the comment states, <c># exit code 2: …</c>, otherwise 0.</summary>
    public int ExitCode => Stated().Match(Comment) is { Success: true } match ? match.Groups[1].Value[0] - '0' : 0;

    /// <summary>The lines of a page, in order.</summary>
    /// <param name="page">The page.</param>
    /// <returns>Of blocks in <c>sh</c> all lines, of indented ones ours: those may show as well what a command prints.</returns>
    public static IEnumerable<ShellLine> Of(DocPage page) => page.Blocks.SelectMany(Of);

    /// <summary>The lines of a block.</summary>
    /// <param name="block">The block.</param>
    /// <returns>The lines: comments left out, those that end in a backslash joined with the next.</returns>
    public static IEnumerable<ShellLine> Of(CodeBlock block)
    {
        var joined = "";
        for (var i = 0; i < block.Lines.Length && block.Language is "sh" or ""; i++)
        {
            var parts = block.Lines[i].Split(" # ", 2);
            var line = joined + parts[0].Trim();
            joined = line.EndsWith('\\') ? line[..^1] : "";
            var shell = new ShellLine(block.Page, block.FirstLine + i, line, parts.ElementAtOrDefault(1)?.Trim() ?? "");
            if (line.Length > 0 && !line.StartsWith('#') && joined.Length == 0
                && (block.Language == "sh" || shell.Arguments is not null || line.StartsWith(Run, StringComparison.Ordinal)))
            {
                yield return shell;
            }
        }
    }

    // Quotes keep spaces; they do not belong to the word.
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        var quote = '\0';
        foreach (var character in text.Append(' '))
        {
            if (quote != '\0' ? character == quote : character is '\'' or '"')
            {
                quote = quote == '\0' ? character : '\0';
            }
            else if (character != ' ' || quote != '\0')
            {
                word.Append(character);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    [GeneratedRegex("^[a-z_]+=")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^exit code ([0-2])(?::|\z)")]
    private static partial Regex Stated();
}
