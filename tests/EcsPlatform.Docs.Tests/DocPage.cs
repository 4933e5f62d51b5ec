using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EcsPlatform.Tests;

namespace EcsPlatform.Docs.Tests;

/// <summary>A page of the documentation.</summary>
/// <param name="Name">Its path from the repository's root.</param>
/// <param name="Text">What it says, in Markdown.</param>
internal sealed partial record DocPage(string Name, string Text)
{
    /// <summary>README.md and all pages below docs, sorted.</summary>
    public static ImmutableArray<DocPage> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(RepositoryFolder.Path, "README.md"))
            .Select(file => new DocPage(Path.GetRelativePath(RepositoryFolder.Path, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(page => page.Name, StringComparer.Ordinal),
    ];

    /// <summary>Its code, fenced or indented, in order.</summary>
    public ImmutableArray<CodeBlock> Blocks { get; } = [.. Read(Name, Text)];

    /// <summary>Its lines outside of code, with their numbers.</summary>
    public IEnumerable<(int Number, string Line)> Prose =>
        Text.Split('\n').Select((line, i) => (i + 1, line)).Where(line => !Blocks.Any(block => block.Covers(line.Item1)));

    /// <summary>What headings are linked by: <c>## A page's parts</c> by <c>a-pages-parts</c>.</summary>
    public IEnumerable<string> Anchors => Prose
        .Where(line => line.Line.StartsWith('#'))
        .Select(line => Unlinked().Replace(line.Line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static IEnumerable<CodeBlock> Read(string page, string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var start = i + 1;
            if (Fence().Match(lines[i]) is { Success: true } fence)
            {
                var end = Array.FindIndex(lines, start, line => line.TrimEnd() == "```");
                end = end < 0 ? lines.Length : end;
                yield return new CodeBlock(page, start + 1, fence.Groups[1].Value, [.. lines[start..end]]);
                i = end;
            }
            else if (lines[i].StartsWith("    ", StringComparison.Ordinal) && (i == 0 || lines[i - 1].Trim().Length == 0))
            {
                var end = Array.FindIndex(lines, start, line => !line.StartsWith("    ", StringComparison.Ordinal));
                end = end < 0 ? lines.Length : end;
                yield return new CodeBlock(page, start, "", [.. lines[i..end].Select(line => line[4..])]);
                i = end;
            }
        }
    }

    [GeneratedRegex("^```(\\S*)")]
    private static partial Regex Fence();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex Unlinked();
}

/// <summary>A piece of code on a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="FirstLine">The page's line that the code begins on.</param>
/// <param name="Language">What stands behind the fence; empty for indented code.</param>
/// <param name="Lines">The code.</param>
internal sealed record CodeBlock(string Page, int FirstLine, string Language, ImmutableArray<string> Lines)
{
    /// <summary>The code in one text.</summary>
    public string Code => string.Join('\n', Lines);

    /// <summary>Where it is, for messages and for the names of tests.</summary>
    public string Place => $"{Page}:{FirstLine}";

    /// <summary>Tells whether a line of the page belongs to the code; a fence does.</summary>
    public bool Covers(int line) => line >= FirstLine - (Language.Length > 0 ? 1 : 0) && line <= FirstLine + Lines.Length - (Language.Length > 0 ? 0 : 1);
}
