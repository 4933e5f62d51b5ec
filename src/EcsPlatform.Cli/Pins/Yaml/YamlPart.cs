using System.Collections.Immutable;
using YamlDotNet.Core;

namespace EcsPlatform.Cli.Pins.Yaml;

/// <summary>A value in a YAML text, and where it stands.</summary>
/// <param name="Start">Its first character, with its anchor and tag.</param>
/// <param name="End">The character after its last one.</param>
internal abstract record YamlPart(int Start, int End)
{
    /// <summary>A single value.</summary>
    /// <param name="Start">Its first character.</param>
    /// <param name="End">The character after its last one; of one that is left out, that after its key.</param>
    /// <param name="Value">What it says.</param>
    /// <param name="Style">How it is quoted.</param>
    public sealed record Scalar(int Start, int End, string Value, ScalarStyle Style) : YamlPart(Start, End)
    {
        /// <summary>Whether it says nothing: it is left out, or written as null.</summary>
        public bool IsNull => Style == ScalarStyle.Plain && Value is "" or "~" or "null" or "Null" or "NULL";
    }

    /// <summary>A reference to a value that stands elsewhere.</summary>
    /// <param name="Start">Its first character.</param>
    /// <param name="End">The character after its last one.</param>
    public sealed record Alias(int Start, int End) : YamlPart(Start, End);

    /// <summary>A list.</summary>
    /// <param name="Start">Its first character.</param>
    /// <param name="End">The character after its last one.</param>
    public sealed record Sequence(int Start, int End) : YamlPart(Start, End);

    /// <summary>A mapping.</summary>
    /// <param name="Start">Its first character.</param>
    /// <param name="End">The character after its last one.</param>
    /// <param name="IsFlow">Whether it stands in braces.</param>
    /// <param name="Entries">Its entries, as they stand.</param>
    public sealed record Mapping(int Start, int End, bool IsFlow, ImmutableArray<YamlEntry> Entries) : YamlPart(Start, End)
    {
        /// <summary>Finds an entry.</summary>
        /// <param name="key">Its key.</param>
        /// <returns>The entry; null when there is none.</returns>
        public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Value == key);
    }
}

/// <summary>An entry of a mapping.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
internal sealed record YamlEntry(YamlPart.Scalar Key, YamlPart Value)
{
    /// <summary>The character after its last one.</summary>
    public int End => Math.Max(Key.End, Value.End);
}
