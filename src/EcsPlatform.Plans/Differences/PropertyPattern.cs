using System.Collections.Immutable;
using System.Globalization;

namespace EcsPlatform.Plans.Differences;

/// <summary>A property path as <c>ignoreChanges</c> and <c>replaceOnChanges</c> have it: <c>a.b</c>, <c>a[0].b</c>, <c>a["b.c"]</c>, <c>a[*]</c>, <c>*</c>.</summary>
/// <remarks>To the engine it means values as the program gives them: items by position, and nothing inside a text that holds JSON.</remarks>
internal sealed class PropertyPattern
{
    private const string Any = "*";

    private readonly ImmutableArray<string> _segments;

    private PropertyPattern(ImmutableArray<string> segments) => _segments = segments;

    /// <summary>Reads a pattern.</summary>
    public static PropertyPattern Parse(string text)
    {
        var segments = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '[')
            {
                var quoted = i + 1 < text.Length && text[i + 1] == '"';
                var end = text.IndexOf(quoted ? "\"]" : "]", i + (quoted ? 2 : 1), StringComparison.Ordinal);
                end = end < 0 ? text.Length : end;
                segments.Add(text[(i + (quoted ? 2 : 1))..end]);
                i = Math.Min(text.Length, end + (quoted ? 2 : 1));
            }
            else
            {
                var start = text[i] == '.' ? i + 1 : i;
                var end = text.AsSpan(start).IndexOfAny('.', '[') is >= 0 and var length ? start + length : text.Length;
                segments.Add(text[start..end]);
                i = Math.Max(end, i + 1);
            }
        }

        return new PropertyPattern(segments.ToImmutable());
    }

    /// <summary>Whether a path is at or below the pattern as both are written: items by their keys, and what is inside JSON as well.</summary>
    public bool Covers(PropertyPath path) => _segments.Length > 0 && _segments.Length <= path.Segments.Length
        && _segments.Zip(path.Segments).All(pair => pair.First == Any || pair.First == Name(pair.Second));

    /// <summary>Whether a change is at or below what one of some patterns means to the engine.</summary>
    public static bool AnyCovers(ImmutableArray<string> patterns, PropertyPath path, PropertyValue.Map old, PropertyValue.Map @new) =>
        patterns.Any(pattern => Parse(pattern).Covers(path, old, @new));

    /// <summary>Whether a change is at or below what the pattern means to the engine.</summary>
    /// <param name="path">Where the change is.</param>
    /// <param name="old">The properties as they were, by which items are counted.</param>
    /// <param name="new">As they are to be.</param>
    public bool Covers(PropertyPath path, PropertyValue.Map old, PropertyValue.Map @new) =>
        _segments.Length > 0 && _segments.Length <= path.Segments.Length && Covers(0, path, old, @new);

    /// <summary>The new properties with what the pattern means as it was in the old ones. Where one of them lacks the way to it, nothing is reset.</summary>
    public PropertyValue.Map Reset(PropertyValue.Map old, PropertyValue.Map @new) =>
        _segments.IsEmpty ? @new : Reset(0, old, @new) as PropertyValue.Map ?? @new;

    private bool Covers(int at, PropertyPath path, PropertyValue? old, PropertyValue? @new)
    {
        if (at == _segments.Length)
        {
            return true;
        }

        var (inside, matches) = path.Segments[at] switch
        {
            PathSegment.Field field when old is PropertyValue.Map or null && @new is PropertyValue.Map or null =>
                ((Entry(old, field.Name), Entry(@new, field.Name)), field.Name == _segments[at]),
            PathSegment.Index index => ((Item(old, index.Position), Item(@new, index.Position)), IsPosition(at, index.Position)),
            PathSegment.Item item when Position(old, item.Key) is var before && Position(@new, item.Key) is var after =>
                ((Item(old, before), Item(@new, after)), IsPosition(at, before) || IsPosition(at, after)),
            _ => ((null, null), false),
        };
        return (matches || (_segments[at] == Any && (old ?? @new) is PropertyValue.Map or PropertyValue.List))
            && Covers(at + 1, path, inside.Item1, inside.Item2);
    }

    // Null where a way leads to a value in one of both only.
    private PropertyValue? Reset(int at, PropertyValue old, PropertyValue @new) => (_segments[at], old, @new) switch
    {
        (Any, PropertyValue.Map before, PropertyValue.Map) when at == _segments.Length - 1 => before,
        (Any, PropertyValue.List before, PropertyValue.List after) when at == _segments.Length - 1 => before.Items.Length == after.Items.Length ? before : null,
        (Any, PropertyValue.Map before, PropertyValue.Map after) =>
            before.Entries.Keys.Aggregate((PropertyValue.Map?)after, (map, key) => map is null ? null : ResetEntry(at, key, before, map)),
        (Any, PropertyValue.List before, PropertyValue.List after) when before.Items.Length == after.Items.Length =>
            Enumerable.Range(0, after.Items.Length).Aggregate((PropertyValue.List?)after, (list, i) => list is null ? null : ResetItem(at, i, before, list)),
        (Any, _, _) => null,
        (var key, PropertyValue.List before, PropertyValue.List after) when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var i) =>
            i < before.Items.Length && i < after.Items.Length ? ResetItem(at, i, before, after) : null,
        (var key, _, PropertyValue.Map after) => ResetEntry(at, key, old as PropertyValue.Map ?? PropertyValue.Map.Empty, after),
        _ => null,
    };

    private PropertyValue.Map? ResetEntry(int at, string key, PropertyValue.Map old, PropertyValue.Map @new)
    {
        var before = old.Entries.GetValueOrDefault(key);
        var after = @new.Entries.GetValueOrDefault(key);
        if (at == _segments.Length - 1)
        {
            return new PropertyValue.Map(before is null ? @new.Entries.Remove(key) : @new.Entries.SetItem(key, before));
        }

        return after is null
            ? before is null ? @new : null
            : Reset(at + 1, before ?? PropertyValue.Null.Value, after) is { } value ? new PropertyValue.Map(@new.Entries.SetItem(key, value)) : null;
    }

    private PropertyValue.List? ResetItem(int at, int i, PropertyValue.List old, PropertyValue.List @new) =>
        (at == _segments.Length - 1 ? old.Items[i] : Reset(at + 1, old.Items[i], @new.Items[i])) is { } value
            ? new PropertyValue.List(@new.Items.SetItem(i, value))
            : null;

    private bool IsPosition(int at, int position) => position >= 0 && _segments[at] == position.ToString(CultureInfo.InvariantCulture);

    private static string Name(PathSegment segment) => segment switch
    {
        PathSegment.Field field => field.Name,
        PathSegment.Item item => item.Key,
        PathSegment.Index index => index.Position.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static PropertyValue? Entry(PropertyValue? value, string name) => (value as PropertyValue.Map)?.Entries.GetValueOrDefault(name);

    private static PropertyValue? Item(PropertyValue? value, int position) =>
        position >= 0 ? (value as PropertyValue.List)?.Items.ElementAtOrDefault(position) : null;

    private static int Position(PropertyValue? value, string key) => value is PropertyValue.List list ? ItemKeys.PositionOf(list, key) : -1;
}
