using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>How the items of a list tell themselves apart: by a field that all of them have, with a text of its own each.</summary>
public static class ItemKeys
{
    // AWS's names for it: of containers, environment variables, secrets, volumes and limits; of what refers to a container; of mount points,
    // port mappings, hosts and kernel settings; of statements; of tags.
    private static readonly ImmutableArray<string> Fields =
    [
        "name", "Name", "containerName", "sourceVolume", "containerPath", "sourceContainer", "containerPort", "hostname", "namespace",
        "Sid", "sid", "key", "Key",
    ];

    /// <summary>The items by their keys.</summary>
    /// <param name="list">The list.</param>
    /// <returns>The items, sorted by key; null when they have only a position.</returns>
    public static ImmutableSortedDictionary<string, PropertyValue>? Of(PropertyValue.List list) =>
        list.Items.IsEmpty || list.Items[0] is not PropertyValue.Map ? null : Fields.Select(field => By(list, field)).FirstOrDefault(items => items is not null);

    /// <summary>The items of two lists by the same key; null when they have only a position.</summary>
    internal static (ImmutableSortedDictionary<string, PropertyValue> Old, ImmutableSortedDictionary<string, PropertyValue> New)? Of(
        PropertyValue.List old, PropertyValue.List @new) => old.Items.IsEmpty && @new.Items.IsEmpty
            ? null
            : Fields.Select(field => (Old: By(old, field), New: By(@new, field)))
                .Where(items => items is { Old: not null, New: not null })
                .Select(items => ((ImmutableSortedDictionary<string, PropertyValue>, ImmutableSortedDictionary<string, PropertyValue>)?)(items.Old!, items.New!))
                .FirstOrDefault();

    /// <summary>The list in the order of its items' keys, if they have any.</summary>
    internal static PropertyValue.List Sorted(PropertyValue.List list) => Of(list) is { } items ? new PropertyValue.List([.. items.Values]) : list;

    /// <summary>The position of the item with a key; -1 when there is none.</summary>
    internal static int PositionOf(PropertyValue.List list, string key) => Enumerable.Range(0, list.Items.Length)
        .FirstOrDefault(i => list.Items[i] is PropertyValue.Map map && Fields.Any(field => Key(map.Entries.GetValueOrDefault(field)) == key), -1);

    private static ImmutableSortedDictionary<string, PropertyValue>? By(PropertyValue.List list, string field)
    {
        var items = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not PropertyValue.Map map || Key(map.Entries.GetValueOrDefault(field)) is not { } key || items.ContainsKey(key))
            {
                return null;
            }

            items.Add(key, item);
        }

        return items.ToImmutable();
    }

    private static string? Key(PropertyValue? value) => value switch
    {
        PropertyValue.Text { Value.Length: > 0 } text => text.Value,
        PropertyValue.Number => Scalar.Text(value),
        _ => null,
    };
}
