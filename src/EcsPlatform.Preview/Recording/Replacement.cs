using EcsPlatform.Plans;
using Pulumi.Facts;

namespace EcsPlatform.Preview.Recording;

/// <summary>Which part of an input replaces its resource when it changes.</summary>
internal static class Replacement
{
    /// <summary>The part of an input's value whose change replaces the resource.</summary>
    /// <param name="token">The resource's type.</param>
    /// <param name="input">The input's name.</param>
    /// <param name="value">The input's value.</param>
    /// <returns>All of the value, the fields in it that replace, or null when the input is updated in place.</returns>
    public static PropertyValue? PartThatReplaces(string token, string input, PropertyValue value) =>
        KnownTypes.Resource(token)?.Inputs.FirstOrDefault(property => property.Name == input) is { } facts
            ? Part(token, facts, value)
            : null;

    private static PropertyValue? Part(string token, PropertyFacts property, PropertyValue value)
    {
        if (property.Replaces is Replacing.Always or Replacing.Region or Replacing.ByDocumentation)
        {
            return value;
        }

        return Part(token, property.Type, value);
    }

    private static PropertyValue? Part(string token, FactsType type, PropertyValue value) => (type.Kind, value) switch
    {
        ("type", PropertyValue.Map map) => Fields(token, type, map),
        ("list", PropertyValue.List list) when type.Item is { Kind: "type" } => Items(token, type.Item, list),
        _ => null,
    };

    private static PropertyValue.Map? Fields(string token, FactsType type, PropertyValue.Map map)
    {
        if (KnownTypes.Nested(token, type.Name) is not { } nested)
        {
            return null;
        }

        var parts = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var property in nested.Inputs)
        {
            if (map.Entries.TryGetValue(property.Name, out var value) && Part(token, property, value) is { } part)
            {
                parts.Add(KeyValuePair.Create(property.Name, part));
            }
        }

        return parts.Count == 0 ? null : PropertyValue.Map.Of(parts);
    }

    private static PropertyValue.List? Items(string token, FactsType type, PropertyValue.List list)
    {
        var parts = list.Items.Select(item => Part(token, type, item)).OfType<PropertyValue>().ToList();
        return parts.Count == 0 ? null : new PropertyValue.List([.. parts]);
    }
}
