using System.Text.Json;
using EcsPlatform.Plans;

namespace EcsPlatform.Cli.Views;

/// <summary>
/// Values of properties in a difference's JSON. What JSON has no form for is a map with one key that begins with <c>$</c>; keys of the plan's
/// own maps that begin with <c>$</c> have it twice.
/// </summary>
internal static class JsonValue
{
    /// <summary>Writes a value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="secret">True to hide it.</param>
    public static void Write(Utf8JsonWriter json, PropertyValue value, bool secret = false)
    {
        switch (value)
        {
            case PropertyValue.Secret:
            case var _ when secret:
                WriteMark(json, "$secret");
                break;
            case PropertyValue.Unknown:
                WriteMark(json, "$unknown");
                break;
            case PropertyValue.Asset asset:
                json.WriteStartObject();
                json.WriteString("$asset", asset.Kind);
                json.WriteEndObject();
                break;
            case PropertyValue.Json text:
                json.WriteStartObject();
                json.WritePropertyName("$json");
                Write(json, text.Content);
                json.WriteEndObject();
                break;
            case PropertyValue.Null:
                json.WriteNullValue();
                break;
            case PropertyValue.Boolean boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case PropertyValue.Number number when double.IsFinite(number.Value):
                json.WriteNumberValue(number.Value);
                break;
            case PropertyValue.Number number:
                json.WriteStringValue(References.Scalar(number));
                break;
            case PropertyValue.Text text:
                json.WriteStringValue(text.Value);
                break;
            case PropertyValue.List list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case PropertyValue.Map map:
                json.WriteStartObject();
                foreach (var (key, entry) in map.Entries)
                {
                    json.WritePropertyName(key.StartsWith('$') ? $"${key}" : key);
                    Write(json, entry);
                }

                json.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"No JSON form for {value.GetType().Name}.");
        }
    }

    private static void WriteMark(Utf8JsonWriter json, string key)
    {
        json.WriteStartObject();
        json.WriteBoolean(key, true);
        json.WriteEndObject();
    }
}
