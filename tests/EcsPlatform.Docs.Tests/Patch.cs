using System.Collections.Immutable;

namespace EcsPlatform.Docs.Tests;

/// <summary>A block in <c>diff</c>: what a reader changes in a file.</summary>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Hunks">The changed places: lines before and after, each with its line break.</param>
internal sealed record Patch(string File, ImmutableArray<(string Before, string After)> Hunks)
{
    /// <summary>Reads a block.</summary>
    /// <param name="block">The block: <c>--- file</c>, <c>+++ file</c>, then lines after a space, a minus or a plus; <c>@@</c> begins a further place.</param>
    /// <returns>The change.</returns>
    public static Patch Of(CodeBlock block)
    {
        var file = block.Lines[0]["--- ".Length..];
        block.Lines[1].ShouldBe($"+++ {file}", $"{block.Place}: the block begins with --- and +++ and the same file.");
        var hunks = new List<(string Before, string After)>();
        foreach (var line in block.Lines.Skip(2))
        {
            if (hunks.Count == 0 || line == "@@")
            {
                hunks.Add(("", ""));
            }

            var (before, after) = hunks[^1];
            var text = line.Length == 0 ? "\n" : $"{line[1..]}\n";
            hunks[^1] = line switch
            {
                "@@" => (before, after),
                ['-', ..] => (before + text, after),
                ['+', ..] => (before, after + text),
                _ => (before + text, after + text),
            };
        }

        return new Patch(file, [.. hunks]);
    }

    /// <summary>Changes a text, in which each place stands once, unless somebody has changed it there already.</summary>
    /// <param name="text">The text of the file.</param>
    /// <returns>The new text.</returns>
    public string Apply(string text)
    {
        foreach (var (before, after) in Hunks.Where(hunk => !IsDone(text, hunk.Before, hunk.After)))
        {
            text.Split(before).Length.ShouldBe(2, $"This stands once in {File}, or the page that shows it has to change as well:\n{before}");
            text = text.Replace(before, after, StringComparison.Ordinal);
        }

        return text;
    }

    // What is left when lines go may stand there before as well.
    private static bool IsDone(string text, string before, string after) =>
        after.Length > 0 && text.Split(after).Length == 2 && (!before.Contains(after, StringComparison.Ordinal) || !text.Contains(before, StringComparison.Ordinal));
}
