using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using Pulumi.Facts;

namespace EcsPlatform.Preview.Rules;

/// <summary>Which part of an input replaces its resource when it changes, as the facts mark it, whatever the rest of the resource.</summary>
internal static class Replacement
{
    /// <summary>Whether a change is one of what the facts mark.</summary>
    /// <param name="token">The resource's type.</param>
    /// <param name="input">The input in which the change stands.</param>
    /// <param name="change">The change, at any depth.</param>
    public static bool Replaces(string token, PropertyFacts input, PropertyChange change)
    {
        if (At(token, new Place(input), change.Path.Segments.AsSpan()[1..]) is not { } place)
        {
            return false;
        }

        var (was, becomes) = (place.PartThatReplaces(token, change.Old), place.PartThatReplaces(token, change.New));
        // Of secrets, files and unknown values nothing but the change itself may tell the old from the new.
        return !Equals(was, becomes) || (was is not null && Equals(change.Old, change.New));
    }

    /// <summary>The part of an input's value whose change replaces the resource.</summary>
    /// <param name="token">The resource's type.</param>
    /// <param name="input">The input.</param>
    /// <param name="value">The input's value.</param>
    /// <returns>All of the value, the fields in it that replace, or null when the input is updated in place.</returns>
    public static PropertyValue? PartThatReplaces(string token, PropertyFacts input, PropertyValue value) =>
        new Place(input).PartThatReplaces(token, value);

    // Null for a field that the facts do not know.
    private static Place? At(string token, Place place, ReadOnlySpan<PathSegment> way)
    {
        if (way.IsEmpty)
        {
            return place;
        }

        return (place.Type.Kind, way[0]) switch
        {
            ("input", _) => At(token, place.Inside, way),
            ("type", PathSegment.Field field) => KnownTypes.Nested(token, place.Type.Name)?.Inputs
                .FirstOrDefault(property => property.Name == field.Name) is { } property ? At(token, new Place(property), way[1..]) : null,
            ("list", PathSegment.Item or PathSegment.Index) or ("map", PathSegment.Field) => At(token, place.Inside, way[1..]),
            // Inside of what the provider takes as a whole, for example a text that holds JSON.
            _ => place,
        };
    }

    /// <summary>Where a value stands.</summary>
    /// <param name="Type">What the facts say of its type.</param>
    /// <param name="Replaces">True when it is marked, or the list that it is in.</param>
    private readonly record struct Place(FactsType Type, bool Replaces)
    {
        public Place(PropertyFacts property)
            : this(property.Type, property.Replaces is Replacing.Always or Replacing.Region or Replacing.ByDocumentation)
        {
        }

        public Place Inside => this with { Type = Type.Item! };

        // What replaces as a block replaces when it comes or goes; of its fields, each speaks for itself.
        public PropertyValue? PartThatReplaces(string token, PropertyValue? value) => (Type.Kind, value) switch
        {
            (_, null or PropertyValue.Null) => null,
            ("input", _) => Inside.PartThatReplaces(token, value),
            ("type", PropertyValue.Map map) => Fields(token, map) ?? (Replaces ? PropertyValue.Map.Empty : null),
            // Providers do not tell an empty list from none.
            ("list", PropertyValue.List { Items.IsEmpty: true }) => null,
            ("list", PropertyValue.List list) when Type.Item!.Kind == "type" => Items(token, list),
            _ => Replaces ? value : null,
        };

        private PropertyValue.Map? Fields(string token, PropertyValue.Map map)
        {
            var parts = new List<KeyValuePair<string, PropertyValue>>();
            foreach (var property in KnownTypes.Nested(token, Type.Name)?.Inputs ?? [])
            {
                if (map.Entries.TryGetValue(property.Name, out var value) && new Place(property).PartThatReplaces(token, value) is { } part)
                {
                    parts.Add(KeyValuePair.Create(property.Name, part));
                }
            }

            return parts.Count == 0 ? null : PropertyValue.Map.Of(parts);
        }

        private PropertyValue.List? Items(string token, PropertyValue.List list)
        {
            var item = Inside;
            var parts = list.Items.Select(value => item.PartThatReplaces(token, value)).OfType<PropertyValue>().ToList();
            return parts.Count == 0 ? null : new PropertyValue.List([.. parts]);
        }
    }
}
