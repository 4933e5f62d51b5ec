using System.Collections.Immutable;
using System.Globalization;

namespace EcsPlatform.Plans.Differences;

/// <summary>Where in a resource's properties a value stands, for example <c>containerDefinitions[viewer].image</c>.</summary>
/// <param name="Segments">The way from the properties to the value; the first one is a field.</param>
public sealed record PropertyPath(ImmutableArray<PathSegment> Segments)
{
    /// <summary>The name of the property in which the value stands.</summary>
    public string Property => ((PathSegment.Field)Segments[0]).Name;

    /// <summary>Makes the path of a property.</summary>
    /// <param name="property">Its name.</param>
    /// <returns>The path.</returns>
    public static PropertyPath Of(string property) => new([new PathSegment.Field(property)]);

    /// <summary>The path of what stands inside this one's value.</summary>
    /// <param name="segment">Where it stands.</param>
    /// <returns>The longer path.</returns>
    public PropertyPath Then(PathSegment segment) => new(Segments.Add(segment));

    /// <inheritdoc />
    public bool Equals(PropertyPath? other) => other is not null && Segments.SequenceEqual(other.Segments);

    /// <inheritdoc />
    public override int GetHashCode() => Segments.Aggregate(Segments.Length, HashCode.Combine);

    /// <summary>The path as people write it.</summary>
    /// <returns>Fields joined by dots, items in brackets.</returns>
    public override string ToString() => string.Concat(Segments.Select((segment, i) => segment switch
    {
        PathSegment.Field field when i == 0 => field.Name,
        PathSegment.Field field => $".{field.Name}",
        PathSegment.Item item => $"[{item.Key}]",
        PathSegment.Index index => string.Create(CultureInfo.InvariantCulture, $"[{index.Position}]"),
        _ => throw new InvalidOperationException($"No text for {segment.GetType().Name}."),
    }));
}

/// <summary>One step into a value.</summary>
public abstract record PathSegment
{
    private PathSegment()
    {
    }

    /// <summary>A field of a map.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record Field(string Name) : PathSegment;

    /// <summary>An item of a list whose items tell themselves apart by a key, for example containers by their names.</summary>
    /// <param name="Key">The item's key.</param>
    public sealed record Item(string Key) : PathSegment;

    /// <summary>An item of a list whose items have only a position.</summary>
    /// <param name="Position">The position, from 0.</param>
    public sealed record Index(int Position) : PathSegment;
}
