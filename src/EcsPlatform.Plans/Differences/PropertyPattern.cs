using System.Collections.Immutable;
using System.Globalization;

namespace EcsPlatform.Plans.Differences;

/// <summary>A property path as <c>ignoreChanges</c> and <c>replaceOnChanges</c> have it: <c>a.b</c>, <c>a[0].b</c>, <c>a["b.c"]</c>, <c>a[*]</c>, <c>*</c>.</summary>
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

    /// <summary>Whether a value stands at or below what the pattern means.</summary>
    public bool Covers(PropertyPath path) =>
        _segments.Length > 0 && _segments.Length <= path.Segments.Length
        && _segments.Zip(path.Segments).All(pair => pair.First == Any || pair.First == Name(pair.Second));

    // Items with a key have a position as well, which the pattern may give; it is not known here, and any then serves.
    private static string Name(PathSegment segment) => segment switch
    {
        PathSegment.Field field => field.Name,
        PathSegment.Item item => item.Key,
        PathSegment.Index index => index.Position.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}
