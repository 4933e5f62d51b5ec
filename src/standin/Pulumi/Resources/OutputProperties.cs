using System.Reflection;

namespace Pulumi;

/// <summary>The values of a resource's properties that carry <see cref="OutputAttribute"/>.</summary>
internal static class OutputProperties
{
    /// <summary>By name; without the URN and without null values.</summary>
    public static IDictionary<string, object?> Of(Resource resource)
    {
        var outputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, property) in All(resource.GetType()))
        {
            if (property.Name != nameof(Resource.Urn) && property.GetValue(resource) is { } value)
            {
                outputs[name] = value;
            }
        }

        return outputs;
    }

    public static IEnumerable<(string Name, PropertyInfo Property)> All(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(property => (property.GetCustomAttribute<OutputAttribute>(), property))
        .Where(entry => entry.Item1 is not null)
        .Select(entry => (entry.Item1!.Name ?? entry.property.Name, entry.property));
}
