using System.Collections.Immutable;

namespace EcsPlatform.Plans;

/// <summary>
/// A value of a planned resource's property: null, boolean, number, text, list, map, secret, unknown, or a file or archive.
/// Two values are equal when they have the same kind and content, whatever the order in which a map was filled.
/// </summary>
public abstract record PropertyValue
{
    private PropertyValue()
    {
    }

    /// <summary>No value.</summary>
    public sealed record Null : PropertyValue
    {
        /// <summary>The only instance.</summary>
        public static Null Value { get; } = new();
    }

    /// <summary>True or false.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Boolean(bool Value) : PropertyValue;

    /// <summary>A number; Pulumi knows only doubles.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Number(double Value) : PropertyValue;

    /// <summary>Text.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Text(string Value) : PropertyValue;

    /// <summary>A value that is known only after an update.</summary>
    public sealed record Unknown : PropertyValue
    {
        /// <summary>The only instance.</summary>
        public static Unknown Value { get; } = new();
    }

    /// <summary>Text that holds JSON: what it says is compared, not how it is written.</summary>
    /// <param name="Content">The JSON's value, a list or a map.</param>
    public sealed record Json(PropertyValue Content) : PropertyValue;

    /// <summary>
    /// A secret. The plan never holds what it hides, only a mark that differs when the secret differs,
    /// as far as that can be told without reading it.
    /// </summary>
    /// <param name="Mark">What is shown in place of the value, for example <c>[secret]</c>.</param>
    public sealed record Secret(string Mark) : PropertyValue;

    /// <summary>A file, a text or an archive handed to the provider; the plan names its kind only.</summary>
    /// <param name="Kind">The class of the asset, for example <c>FileArchive</c>.</param>
    public sealed record Asset(string Kind) : PropertyValue;

    /// <summary>An ordered list.</summary>
    /// <param name="Items">The items, in order.</param>
    public sealed record List(ImmutableArray<PropertyValue> Items) : PropertyValue
    {
        /// <inheritdoc />
        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc />
        public override int GetHashCode() => Items.Aggregate(Items.Length, HashCode.Combine);
    }

    /// <summary>A map, sorted by key (ordinal).</summary>
    /// <param name="Entries">The entries.</param>
    public sealed record Map(ImmutableSortedDictionary<string, PropertyValue> Entries) : PropertyValue
    {
        /// <summary>A map without entries.</summary>
        public static Map Empty { get; } = new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

        /// <summary>Makes a map of entries in any order.</summary>
        /// <param name="entries">The entries; a key may occur once.</param>
        /// <returns>The map.</returns>
        public static Map Of(IEnumerable<KeyValuePair<string, PropertyValue>> entries) =>
            new(entries.ToImmutableSortedDictionary(StringComparer.Ordinal));

        /// <inheritdoc />
        public bool Equals(Map? other) =>
            other is not null && Entries.Count == other.Entries.Count && Entries.SequenceEqual(other.Entries);

        /// <inheritdoc />
        public override int GetHashCode() =>
            Entries.Aggregate(Entries.Count, (hash, entry) => HashCode.Combine(hash, entry.Key, entry.Value));
    }
}
