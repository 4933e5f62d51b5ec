using System.Collections;
using System.Globalization;
using System.Text.Json;
using EcsPlatform.Plans;
using Pulumi;

namespace EcsPlatform.Preview.Recording;

/// <summary>Plain values as the mocked engine gets them.</summary>
internal static class WireValues
{
    public static PropertyValue ToPropertyValue(object? value) => value switch
    {
        null => PropertyValue.Null.Value,
        string text => new PropertyValue.Text(text),
        bool boolean => new PropertyValue.Boolean(boolean),
        IDictionary map => PropertyValue.Map.Of(Entries(map)),
        AssetOrArchive asset => new PropertyValue.Asset(asset.GetType().Name),
        Resource resource => new PropertyValue.Text(resource.GetResourceName()),
        IEnumerable list => new PropertyValue.List([.. list.Cast<object?>().Select(ToPropertyValue)]),
        _ => new PropertyValue.Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
    };

    public static PropertyValue ToPropertyValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => PropertyValue.Null.Value,
        JsonValueKind.True or JsonValueKind.False => new PropertyValue.Boolean(json.GetBoolean()),
        JsonValueKind.Number => new PropertyValue.Number(json.GetDouble()),
        JsonValueKind.Array => new PropertyValue.List([.. json.EnumerateArray().Select(ToPropertyValue)]),
        JsonValueKind.Object => PropertyValue.Map.Of(
            json.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, ToPropertyValue(property.Value)))),
        _ => new PropertyValue.Text(json.GetString()!),
    };

    private static IEnumerable<KeyValuePair<string, PropertyValue>> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return KeyValuePair.Create((string)entry.Key, ToPropertyValue(entry.Value));
        }
    }
}
