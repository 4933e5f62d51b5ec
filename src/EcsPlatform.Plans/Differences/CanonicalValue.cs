using System.Collections.Immutable;
using System.Text.Json;

namespace EcsPlatform.Plans.Differences;

/// <summary>
/// The form in which values are compared: texts that hold JSON are parsed, nulls and empty lists and maps are left out of maps, statements of
/// policies are lists, and lists whose items tell themselves apart by a key are sorted by it. Idempotent.
/// </summary>
public static class CanonicalValue
{
    private const int MaxDepth = 64;

    // Inputs that providers add by themselves and that no program gives.
    private static readonly ImmutableHashSet<string> ReadOnly = ["__internal", "__meta", "id", "tagsAll"];

    /// <summary>The canonical form of a resource's properties.</summary>
    /// <param name="properties">The inputs or outputs.</param>
    /// <returns>The form; without what no program gives.</returns>
    public static PropertyValue.Map OfProperties(PropertyValue.Map properties) =>
        OfMap(new PropertyValue.Map(properties.Entries.RemoveRange(properties.Entries.Keys.Where(ReadOnly.Contains))));

    /// <summary>The canonical form of a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The form.</returns>
    public static PropertyValue Of(PropertyValue value) => value switch
    {
        PropertyValue.Map map => OfMap(map),
        PropertyValue.List list => ItemKeys.Sorted(new PropertyValue.List([.. list.Items.Select(Of)])),
        PropertyValue.Json json => new PropertyValue.Json(PolicyForm.Of(Of(json.Content))),
        PropertyValue.Text text when Parsed(text.Value) is { } content => new PropertyValue.Json(PolicyForm.Of(Of(content))),
        _ => value,
    };

    /// <summary>Whether a value says no more than its absence would.</summary>
    internal static bool IsEmpty(PropertyValue value) => value switch
    {
        PropertyValue.Null => true,
        PropertyValue.List list => list.Items.IsEmpty,
        PropertyValue.Map map => map.Entries.IsEmpty,
        _ => false,
    };

    private static PropertyValue.Map OfMap(PropertyValue.Map map) => PropertyValue.Map.Of(
        map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value))).Where(entry => !IsEmpty(entry.Value)));

    private static PropertyValue? Parsed(string text)
    {
        if (text.Length < 2 || text[0] is not ('{' or '['))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Value(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or half a character in it.
            return null;
        }
    }

    private static PropertyValue Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => PropertyValue.Map.Of(element.EnumerateObject()
            .GroupBy(member => member.Name, StringComparer.Ordinal).Select(same => KeyValuePair.Create(same.Key, Value(same.Last().Value)))),
        JsonValueKind.Array => new PropertyValue.List([.. element.EnumerateArray().Select(Value)]),
        JsonValueKind.String => new PropertyValue.Text(element.GetString()!),
        JsonValueKind.Number => new PropertyValue.Number(element.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => new PropertyValue.Boolean(element.GetBoolean()),
        _ => PropertyValue.Null.Value,
    };
}
