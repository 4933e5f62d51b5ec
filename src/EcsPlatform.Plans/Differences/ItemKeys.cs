using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>How the items of a list tell themselves apart: by a field that all of them have, with a text of its own each.</summary>
internal static class ItemKeys
{
    // AWS's names for it: containers, environment variables, secrets and volumes; statements; tags; mount points; port mappings.
    private static readonly ImmutableArray<string> Fields = ["name", "Name", "Sid", "sid", "key", "sourceVolume", "containerPort"];

    /// <summary>The items by their keys; null when they have only a position.</summary>
    public static ImmutableSortedDictionary<string, PropertyValue>? Of(PropertyValue.List list) =>
        list.Items.IsEmpty || list.Items.Any(item => item is not PropertyValue.Map)
            ? null
            : Fields.Select(field => By(list, field)).FirstOrDefault(items => items is not null);

    /// <summary>The list in the order of its items' keys, if they have any.</summary>
    public static PropertyValue.List Sorted(PropertyValue.List list) => Of(list) is { } items ? new PropertyValue.List([.. items.Values]) : list;

    private static ImmutableSortedDictionary<string, PropertyValue>? By(PropertyValue.List list, string field)
    {
        var items = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (Key(((PropertyValue.Map)item).Entries.GetValueOrDefault(field)) is not { } key || items.ContainsKey(key))
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
