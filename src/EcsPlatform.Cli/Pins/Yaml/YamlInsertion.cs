using System.Text;
using YamlDotNet.Core;

namespace EcsPlatform.Cli.Pins.Yaml;

/// <summary>Puts entries into mappings, after those that are there and in their look.</summary>
internal static class YamlInsertion
{
    private const int UsualStep = 2;

    /// <summary>Puts an entry into a mapping.</summary>
    /// <param name="text">The text.</param>
    /// <param name="owner">The entry whose value is the mapping, or nothing.</param>
    /// <param name="key">The new entry's key.</param>
    /// <param name="value">The new entry's value.</param>
    /// <param name="isLike">Whether it is of the same kind as the others there, and so takes their look.</param>
    /// <exception cref="YamlEditException">There is no mapping that could hold it.</exception>
    public static string Into(string text, YamlEntry? owner, string key, YamlValue value, bool isLike)
    {
        if (owner is null)
        {
            throw new YamlEditException(1, $"there is no '{key}'. Write the stack's settings first");
        }

        return owner.Value switch
        {
            YamlPart.Mapping { IsFlow: false } block => AfterBlock(text, block, key, value, isLike),
            YamlPart.Mapping { Entries.IsEmpty: false } flow => AfterFlow(text, flow, key, value, isLike),
            var empty => IntoEmpty(text, owner, empty, key, value),
        };
    }

    private static string AfterBlock(string text, YamlPart.Mapping block, string key, YamlValue value, bool isLike)
    {
        var last = block.Entries[^1];
        return Lines(text, last.End, YamlLines.Column(text, last.Key.Start), key, value, isLike ? last : null);
    }

    private static string AfterFlow(string text, YamlPart.Mapping flow, string key, YamlValue value, bool isLike)
    {
        var last = flow.Entries[^1];
        var entry = Flow(key, value, isLike ? last : null);
        if (!YamlLines.IsFirst(text, last.Key.Start))
        {
            return YamlEditor.Splice(text, last.End, last.End, $", {entry}");
        }

        var line = $"{YamlLines.Break(text, last.Key.Start)}{new string(' ', YamlLines.Column(text, last.Key.Start))}{entry}";
        var lineEnd = YamlLines.End(text, last.End);
        var rest = text[last.End..lineEnd].TrimStart();
        return rest switch
        {
            // The brace, or nothing that is of this mapping any more.
            ['}', ..] => YamlEditor.Splice(text, last.End, last.End, $",{line}"),
            [',', .. var after] when after.TrimStart() is "" or ['#', ..] => YamlEditor.Splice(text, lineEnd, lineEnd, $"{line},"),
            "" or ['#', ..] when !Continues(text, last.End) => YamlEditor.Splice(
                YamlEditor.Splice(text, lineEnd, lineEnd, line), last.End, last.End, ","),
            _ => YamlEditor.Splice(text, last.End, last.End, $", {entry}"),
        };
    }

    // A comma may stand on a line further down.
    private static bool Continues(string text, int end) => text[end..].TrimStart().StartsWith(',');

    private static string IntoEmpty(string text, YamlEntry owner, YamlPart empty, string key, YamlValue value)
    {
        var oneLine = !text[empty.Start..empty.End].Contains('\n', StringComparison.Ordinal) && YamlLines.IsFirst(text, owner.Key.Start);
        if (!oneLine)
        {
            return empty is YamlPart.Mapping
                ? YamlEditor.Splice(text, empty.End - 1, empty.End - 1, Flow(key, value, null))
                : throw new YamlEditException(YamlLines.Number(text, owner.Key.Start), $"'{owner.Key.Value}' has no value. Write {{}} there");
        }

        // In place of the braces come lines below the key; a comment after them stays on the key's line.
        var column = YamlLines.Column(text, owner.Key.Start);
        var start = empty.Start;
        while (empty.End > empty.Start && text[start - 1] == ' ')
        {
            start--;
        }

        return Lines(YamlEditor.Splice(text, start, empty.End, ""), owner.Key.End, column + Step(text), key, value, null);
    }

    private static string Lines(string text, int end, int column, string key, YamlValue value, YamlEntry? model)
    {
        var lineBreak = YamlLines.Break(text, end);
        var lines = new StringBuilder();
        Write(lines, (column, InnerStep(text, model)), lineBreak, key, value, model);

        // A block of text ends at the beginning of the line after it.
        var place = end > 0 && YamlLines.Start(text, end) == end ? end : YamlLines.Next(text, end);
        if (place > 0 && text[place - 1] is not ('\n' or '\r'))
        {
            return YamlEditor.Splice(text, place, place, lineBreak + lines.ToString(0, lines.Length - lineBreak.Length));
        }

        return YamlEditor.Splice(text, place, place, lines.ToString());
    }

    // How far the first mapping in the text, or in a neighbour, stands to the right of its key.
    private static int Step(string text) => YamlPlaces.Of(text) is YamlPart.Mapping root
        ? root.Entries.Select(entry => OwnStep(text, entry)).FirstOrDefault(step => step > 0, UsualStep)
        : UsualStep;

    private static int InnerStep(string text, YamlEntry? model) => OwnStep(text, model) is > 0 and var step ? step : Step(text);

    private static int OwnStep(string text, YamlEntry? entry) => entry?.Value is YamlPart.Mapping { IsFlow: false } inner
        ? YamlLines.Column(text, inner.Entries[0].Key.Start) - YamlLines.Column(text, entry.Key.Start)
        : 0;

    private static void Write(StringBuilder lines, (int Column, int Step) place, string lineBreak, string key, YamlValue value, YamlEntry? model)
    {
        lines.Append(' ', place.Column);
        if (value is YamlValue.Fields { Entries: var fields } && model?.Value is not YamlPart.Mapping { IsFlow: true })
        {
            lines.Append(YamlToken.Of(key, model?.Key.Style ?? ScalarStyle.Plain)).Append(':').Append(lineBreak);
            var inner = (model?.Value as YamlPart.Mapping)?.Entries;
            foreach (var (field, part) in fields)
            {
                Write(lines, (place.Column + place.Step, place.Step), lineBreak, field, part, Model(inner, field));
            }
        }
        else
        {
            lines.Append(Flow(key, value, model)).Append(lineBreak);
        }
    }

    private static string Flow(string key, YamlValue value, YamlEntry? model)
    {
        var inner = (model?.Value as YamlPart.Mapping)?.Entries;
        var written = value switch
        {
            YamlValue.Text { Value: var text } => YamlToken.Of(text, (model?.Value as YamlPart.Scalar)?.Style ?? ScalarStyle.Plain),
            YamlValue.Fields { Entries: var fields } => $"{{ {string.Join(", ", fields.Select(field => Flow(field.Key, field.Value, Model(inner, field.Key))))} }}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return $"{YamlToken.Of(key, model?.Key.Style ?? ScalarStyle.Plain)}: {written}";
    }

    // A new field looks like that of the same name next door, or else like the first one there.
    private static YamlEntry? Model(System.Collections.Immutable.ImmutableArray<YamlEntry>? entries, string field) =>
        entries is { IsEmpty: false } known ? known.FirstOrDefault(entry => entry.Key.Value == field) ?? known[0] : null;
}
