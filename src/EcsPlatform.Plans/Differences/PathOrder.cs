namespace EcsPlatform.Plans.Differences;

/// <summary>Orders paths: positions as numbers, names and keys ordinal, what stands inside after what it stands in.</summary>
internal sealed class PathOrder : IComparer<PropertyPath>
{
    public static PathOrder Instance { get; } = new();

    public int Compare(PropertyPath? x, PropertyPath? y) => x!.Segments.Zip(y!.Segments, Compare)
        .Append(x.Segments.Length.CompareTo(y.Segments.Length)).FirstOrDefault(order => order != 0);

    private static int Compare(PathSegment x, PathSegment y) => (x, y) switch
    {
        (PathSegment.Index one, PathSegment.Index other) => one.Position.CompareTo(other.Position),
        _ => string.CompareOrdinal(Name(x), Name(y)),
    };

    private static string Name(PathSegment segment) => segment switch
    {
        PathSegment.Field field => field.Name,
        PathSegment.Item item => item.Key,
        _ => "",
    };
}
