using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>IAM policies, in which one text is the same as a list of it, and the order of lists means nothing.</summary>
internal static class PolicyForm
{
    private const string Statement = "Statement";

    // Lists of texts, or maps of such lists.
    private static readonly ImmutableHashSet<string> Sets =
        ["Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition"];

    /// <summary>Whether a value is a policy.</summary>
    public static bool Is(PropertyValue value) => value is PropertyValue.Map policy && policy.Entries.ContainsKey(Statement);

    /// <summary>Whether a list in a policy is a set: its statements, and their fields.</summary>
    public static bool IsSet(PropertyPath path) => IsStatements(path)
        || (path.Segments.OfType<PathSegment.Field>().SkipWhile(field => field.Name != Statement).Skip(1).FirstOrDefault() is { } field && Sets.Contains(field.Name));

    /// <summary>Whether a list is a policy's statements.</summary>
    public static bool IsStatements(PropertyPath path) => path.Segments[^1] is PathSegment.Field { Name: Statement };

    /// <summary>A policy with lists wherever IAM allows them; anything else as it is.</summary>
    public static PropertyValue Of(PropertyValue value)
    {
        if (value is not PropertyValue.Map policy || !policy.Entries.TryGetValue(Statement, out var statements))
        {
            return value;
        }

        var list = statements as PropertyValue.List ?? new PropertyValue.List([statements]);
        return new PropertyValue.Map(policy.Entries.SetItem(Statement, ItemKeys.Sorted(new PropertyValue.List([.. list.Items.Select(OfStatement)]))));
    }

    private static PropertyValue OfStatement(PropertyValue statement) => statement is PropertyValue.Map map
        ? PropertyValue.Map.Of(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Sets.Contains(entry.Key) ? Lists(entry.Value) : entry.Value)))
        : statement;

    private static PropertyValue Lists(PropertyValue value) => value switch
    {
        PropertyValue.Map map => PropertyValue.Map.Of(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Lists(entry.Value)))),
        PropertyValue.List list => new PropertyValue.List([.. list.Items.OrderBy(item => Scalar.Text(item), StringComparer.Ordinal)]),
        _ => new PropertyValue.List([value]),
    };
}
