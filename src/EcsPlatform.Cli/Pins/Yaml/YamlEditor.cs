using System.Collections.Immutable;
using YamlDotNet.Core;

namespace EcsPlatform.Cli.Pins.Yaml;

/// <summary>
/// Changes values of a YAML text and leaves everything else as it stands, byte for byte: what is replaced keeps its quotes, what is new takes
/// the look of its neighbours. Pure functions; each reads the text anew, for places move with every change.
/// </summary>
internal static class YamlEditor
{
    /// <summary>Gives a value to a path, where one may stand already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The keys that lead to the value; all but the last one lead to mappings, and are added where they are missing.</param>
    /// <param name="value">The value.</param>
    /// <returns>The new text.</returns>
    /// <exception cref="YamlEditException">The text is written in a way that cannot be changed.</exception>
    public static string Set(string text, ImmutableArray<string> path, YamlValue value)
    {
        var (owner, entry, depth) = Walk(text, path);
        if (depth < path.Length)
        {
            return YamlInsertion.Into(text, owner, path[depth], Wrapped(value, path[(depth + 1)..]), isLike: depth == path.Length - 1);
        }

        return (entry!.Value, value) switch
        {
            (YamlPart.Scalar { IsNull: false, Value: var old }, YamlValue.Text { Value: var same }) when old == same => text,
            (YamlPart.Scalar { IsNull: false } scalar, YamlValue.Text { Value: var now }) =>
                Splice(text, scalar.Start, scalar.End, YamlToken.Replace(text[scalar.Start..scalar.End], scalar.Value, scalar.Style, now)),
            (YamlPart.Alias alias, YamlValue.Text { Value: var now }) =>
                Splice(text, alias.Start, alias.End, YamlToken.Of(now, ScalarStyle.Plain)),
            (YamlPart.Mapping { Entries.IsEmpty: false }, YamlValue.Fields fields) =>
                fields.Entries.Aggregate(text, (result, field) => Set(result, [.. path, field.Key], field.Value)),
            _ => Set(Remove(text, path), path, value),
        };
    }

    /// <summary>Takes a value away, with its key.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The keys that lead to the value.</param>
    /// <returns>The new text; the old one when there is no such value.</returns>
    /// <exception cref="YamlEditException">The text is written in a way that cannot be changed.</exception>
    public static string Remove(string text, ImmutableArray<string> path)
    {
        var (owner, entry, depth) = Walk(text, path);
        return depth < path.Length ? text : YamlRemoval.From(text, owner, entry!);
    }

    /// <summary>Replaces a part of a text.</summary>
    internal static string Splice(string text, int start, int end, string with) => string.Concat(text.AsSpan(0, start), with, text.AsSpan(end));

    // Follows the path as far as it leads: the entry whose value is the mapping that the rest lacks, or that holds the last entry.
    private static (YamlEntry? Owner, YamlEntry? Entry, int Depth) Walk(string text, ImmutableArray<string> path)
    {
        var part = YamlPlaces.Of(text);
        YamlEntry? owner = null;
        for (var depth = 0; ; depth++)
        {
            if (part is not (YamlPart.Mapping or YamlPart.Scalar { IsNull: true }))
            {
                throw new YamlEditException(owner?.Key.Start is { } start ? YamlLines.Number(text, start) : 1, part is YamlPart.Alias
                    ? $"'{owner?.Key.Value}' is an alias. Write its mapping out"
                    : $"'{owner?.Key.Value}' is no mapping of keys to values. Write one");
            }

            if ((part as YamlPart.Mapping)?.Find(path[depth]) is not { } entry)
            {
                return (owner, null, depth);
            }

            if (depth == path.Length - 1)
            {
                return (owner, entry, path.Length);
            }

            (owner, part) = (entry, entry.Value);
        }
    }

    private static YamlValue Wrapped(YamlValue value, ImmutableArray<string> keys) =>
        keys.Reverse().Aggregate(value, (inner, key) => new YamlValue.Fields([KeyValuePair.Create(key, inner)]));
}

/// <summary>A YAML text is written in a way that cannot be changed at one place alone.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="reason">What stands there, and what to write instead.</param>
internal sealed class YamlEditException(int line, string reason) : Exception(reason)
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
}
