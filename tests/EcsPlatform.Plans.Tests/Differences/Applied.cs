using System.Collections.Immutable;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>Carries out a difference on the old plan's inputs, value by value.</summary>
internal static class Applied
{
    /// <summary>The inputs that the new plan must have, in canonical form, by URN.</summary>
    public static SortedDictionary<string, PropertyValue> To(PlanDifference difference)
    {
        var result = new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var resource in difference.Old.Resources)
        {
            result[resource.Urn] = CanonicalValue.OfProperties(resource.Inputs);
        }

        foreach (var change in difference.Changes)
        {
            var old = change.Old is null ? null : result[change.Old.Urn];
            if (change.Old is not null)
            {
                result.Remove(change.Old.Urn);
            }

            if (change.New is not null)
            {
                result[change.Urn] = old is null
                    ? CanonicalValue.OfProperties(change.New.Inputs)
                    : CanonicalValue.Of(change.Inputs.Concat(change.Ignored).Reverse().Aggregate(old, (value, input) => Set(value, [.. input.Path.Segments], input.New)!));
            }
        }

        return result;
    }

    private static PropertyValue? Set(PropertyValue? at, ImmutableArray<PathSegment> path, PropertyValue? value)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        var rest = path[1..];
        switch (at, path[0])
        {
            case (PropertyValue.Json json, _):
                return new PropertyValue.Json(Set(json.Content, path, value)!);
            case (_, PathSegment.Field field):
                var map = (at as PropertyValue.Map ?? PropertyValue.Map.Empty).Entries;
                var entry = Set(map.GetValueOrDefault(field.Name), rest, value);
                return new PropertyValue.Map(entry is null ? map.Remove(field.Name) : map.SetItem(field.Name, entry));
            case (PropertyValue.List list, PathSegment.Index index):
                var item = Set(index.Position < list.Items.Length ? list.Items[index.Position] : null, rest, value);
                return new PropertyValue.List(
                    item is null ? list.Items.RemoveAt(index.Position)
                    : index.Position < list.Items.Length ? list.Items.SetItem(index.Position, item)
                    : list.Items.Add(item));
            default:
                throw new InvalidOperationException($"No {path[0]} in {at}.");
        }
    }
}
