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

    // What replaces as a block replaces when it comes or goes; of its fields, each speaks for itself.
    private static PropertyValue? Part(string token, PropertyFacts property, PropertyValue value)
    {
        var replaces = property.Replaces is Replacing.Always or Replacing.Region or Replacing.ByDocumentation;
        return (property.Type, value) switch
        {
            ({ Kind: "type" }, PropertyValue.Map map) => Fields(token, property.Type, map) ?? (replaces ? PropertyValue.Map.Empty : null),
            ({ Kind: "list", Item: { Kind: "type" } item }, PropertyValue.List list) => Items(token, item, list, replaces),
            _ => replaces ? value : null,
        };
    }

    private static PropertyValue.Map? Fields(string token, FactsType type, PropertyValue.Map map)
    {
        var parts = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var property in KnownTypes.Nested(token, type.Name)?.Inputs ?? [])
        {
            if (map.Entries.TryGetValue(property.Name, out var value) && Part(token, property, value) is { } part)
            {
                parts.Add(KeyValuePair.Create(property.Name, part));
            }
        }

        return parts.Count == 0 ? null : PropertyValue.Map.Of(parts);
    }

    private static PropertyValue.List? Items(string token, FactsType type, PropertyValue.List list, bool replaces)
    {
        var parts = list.Items.Select(item => item is PropertyValue.Map map ? Fields(token, type, map) : null).ToList();
        return replaces || parts.Exists(part => part is not null)
            ? new PropertyValue.List([.. parts.Select(part => part ?? PropertyValue.Map.Empty)])
            : null;
    }
}
