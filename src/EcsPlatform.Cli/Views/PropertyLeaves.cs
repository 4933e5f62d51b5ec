using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>Takes changed values with parts apart, down to those without: JSON is never shown as one text.</summary>
internal static class PropertyLeaves
{
    /// <summary>Every property of a resource that is created, as a change from nothing.</summary>
    public static ImmutableArray<PropertyChange> OfNew(PlannedResource resource) =>
        [.. CanonicalValue.OfProperties(resource.Inputs).Entries.Select(entry => new PropertyChange(PropertyPath.Of(entry.Key), null, entry.Value))];

    /// <summary>The changes of values without parts that a change consists of, in order.</summary>
    public static IEnumerable<PropertyChange> Of(PropertyChange change)
    {
        var (old, @new) = (Content(change.Old), Content(change.New));
        // Where one side is secret, the other one may be the same in the clear; what is not known cannot be compared part by part.
        if (old is PropertyValue.Secret || @new is PropertyValue.Secret or PropertyValue.Unknown)
        {
            return [change with { Old = old, New = @new }];
        }

        return (Parts(old), Parts(@new)) switch
        {
            (null, null) => Equals(old, @new) ? [] : [change with { Old = old, New = @new }],
            ({ } before, { } after) when before.Keyed && after.Keyed => Both(change, before, after),
            ({ } before, { } after) when !before.Keyed && !after.Keyed => Sets(change, before, after),
            var (before, after) => Side(change, old, before, value => change with { Old = value, New = null })
                .Concat(Side(change, @new, after, value => change with { Old = null, New = value })),
        };
    }

    private static IEnumerable<PropertyChange> Both(PropertyChange change, ValueParts old, ValueParts @new) =>
        old.Items.Select(item => item.Segment).Union(@new.Items.Select(item => item.Segment))
            .SelectMany(segment => Of(change with { Path = change.Path.Then(segment), Old = old.At(segment), New = @new.At(segment) }));

    // Lists without keys are compared whole only where their order means nothing.
    private static IEnumerable<PropertyChange> Sets(PropertyChange change, ValueParts old, ValueParts @new)
    {
        var path = change.Path.Then(new PathSegment.Item(""));
        var (before, after) = (old.Items.Select(item => item.Value).ToList(), @new.Items.Select(item => item.Value).ToList());
        var (removed, added) = (Without(before, after), Without(after, before));
        return removed.Count + added.Count == 0
            ? Both(change, old, @new)
            : removed.SelectMany(value => Of(change with { Path = path, Old = value, New = null }))
                .Concat(added.SelectMany(value => Of(change with { Path = path, Old = null, New = value })));
    }

    private static List<PropertyValue> Without(IEnumerable<PropertyValue> values, IEnumerable<PropertyValue> others)
    {
        var counts = others.GroupBy(other => other).ToDictionary(same => same.Key, same => same.Count());
        return [.. values.Where(value => !counts.TryGetValue(value, out var count) || (counts[value] = count - 1) < 0)];
    }

    private static IEnumerable<PropertyChange> Side(PropertyChange change, PropertyValue? value, ValueParts? parts, Func<PropertyValue, PropertyChange> of) =>
        value is null ? []
        : parts is null ? [of(value)]
        : parts.Items.SelectMany(item => Of(of(item.Value) with { Path = change.Path.Then(item.Segment) }));

    private static PropertyValue? Content(PropertyValue? value) => value is PropertyValue.Json json ? Content(json.Content) : value;

    private static ValueParts? Parts(PropertyValue? value) => value switch
    {
        PropertyValue.Map { Entries.IsEmpty: false } map =>
            new ValueParts(true, [.. map.Entries.Select(entry => ((PathSegment)new PathSegment.Field(entry.Key), entry.Value))]),
        PropertyValue.List { Items.IsEmpty: false } list => ItemKeys.Of(list) is { } items
            ? new ValueParts(true, [.. items.Select(item => ((PathSegment)new PathSegment.Item(item.Key), item.Value))])
            : new ValueParts(false, [.. list.Items.Select((item, i) => ((PathSegment)new PathSegment.Index(i), item))]),
        _ => null,
    };

    private sealed record ValueParts(bool Keyed, ImmutableArray<(PathSegment Segment, PropertyValue Value)> Items)
    {
        public PropertyValue? At(PathSegment segment) => Items.FirstOrDefault(item => item.Segment == segment).Value;
    }
}
