namespace EcsPlatform.Cli.Pins.Yaml;

/// <summary>Takes entries out of mappings: whole lines where they have lines of their own.</summary>
internal static class YamlRemoval
{
    /// <summary>Takes an entry out of the mapping that holds it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="owner">The entry whose value is the mapping.</param>
    /// <param name="entry">The entry to take out.</param>
    /// <exception cref="YamlEditException">The entry cannot be taken out alone.</exception>
    public static string From(string text, YamlEntry? owner, YamlEntry entry)
    {
        if (owner?.Value is not YamlPart.Mapping mapping)
        {
            throw new YamlEditException(YamlLines.Number(text, entry.Key.Start), $"'{entry.Key.Value}' stands outside of every mapping");
        }

        return mapping.IsFlow ? FromFlow(text, mapping, entry) : FromBlock(text, owner, mapping, entry);
    }

    private static string FromBlock(string text, YamlEntry owner, YamlPart.Mapping mapping, YamlEntry entry)
    {
        var start = YamlLines.Start(text, entry.Key.Start);
        if (!YamlLines.IsFirst(text, entry.Key.Start))
        {
            throw new YamlEditException(YamlLines.Number(text, start), $"'{entry.Key.Value}' does not begin its line. Write it on a line of its own");
        }

        // A block of text ends at the beginning of the line after it.
        var end = YamlLines.Start(text, entry.End) == entry.End && entry.End > start ? entry.End : YamlLines.Next(text, entry.End);
        var without = YamlEditor.Splice(text, start, end, "");
        if (mapping.Entries.Length > 1)
        {
            return without;
        }

        // A key without a value is null; an empty mapping is written in braces.
        var colon = text.IndexOf(':', owner.Key.End);
        return YamlEditor.Splice(without, colon + 1, colon + 1, " {}");
    }

    private static string FromFlow(string text, YamlPart.Mapping mapping, YamlEntry entry)
    {
        var braces = text.LastIndexOf('{', entry.Key.Start);
        if (mapping.Entries.Length == 1 && text[braces..mapping.End].IndexOfAny(['\n', '\r']) < 0)
        {
            return YamlEditor.Splice(text, braces, mapping.End, "{}");
        }

        var (start, end) = (entry.Key.Start, entry.End);
        var comma = Comma(text, end, mapping.End - 1);
        var tail = comma ?? end;
        var lineEnd = YamlLines.End(text, tail);
        if (YamlLines.IsFirst(text, start) && lineEnd < mapping.End && IsBlankOrComment(text[tail..lineEnd]))
        {
            return YamlEditor.Splice(text, YamlLines.Start(text, start), YamlLines.Next(text, tail), "");
        }

        if (comma is { } following)
        {
            while (following < mapping.End - 1 && text[following] == ' ')
            {
                following++;
            }

            return YamlEditor.Splice(text, start, following, "");
        }

        // The last one: the comma before it goes too, unless a comment or a line break stands between.
        var index = mapping.Entries.IndexOf(entry);
        var before = index == 0 ? start : mapping.Entries[index - 1].End;
        var between = text[before..start];
        return YamlEditor.Splice(text, between.Trim() == "," && !between.Contains('\n', StringComparison.Ordinal) ? before : start, end, "");
    }

    // The place after the comma that follows; null when none does.
    private static int? Comma(string text, int end, int limit)
    {
        while (end < limit && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end < limit && text[end] == ',' ? end + 1 : null;
    }

    private static bool IsBlankOrComment(string rest) => rest.TrimStart() is "" or ['#', ..];
}
