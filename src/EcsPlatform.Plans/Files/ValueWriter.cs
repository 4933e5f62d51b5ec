using System.Text.Json;

namespace EcsPlatform.Plans.Files;

/// <summary>Writes property values in the export format.</summary>
internal static class ValueWriter
{
    /// <summary>Writes a value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="layOutJson">Whether texts that hold JSON are laid out.</param>
    public static void Write(Utf8JsonWriter json, PropertyValue value, bool layOutJson)
    {
        switch (value)
        {
            case PropertyValue.Null:
                json.WriteNullValue();
                break;
            case PropertyValue.Boolean boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case PropertyValue.Number number:
                json.WriteNumberValue(number.Value);
                break;
            case PropertyValue.Text text:
                WriteText(json, text.Value, layOutJson);
                break;
            case PropertyValue.Json text:
                WriteText(json, JsonText.Of(text.Content), layOutJson);
                break;
            case PropertyValue.Unknown:
                json.WriteStringValue(Signatures.Unknown);
                break;
            case PropertyValue.Secret secret:
                WriteSigned(json, Signatures.Secret, "ciphertext", secret.Mark);
                break;
            case PropertyValue.Asset asset:
                WriteSigned(json, Signatures.Asset, "kind", asset.Kind);
                break;
            case PropertyValue.List list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item, layOutJson);
                }

                json.WriteEndArray();
                break;
            case PropertyValue.Map map:
                json.WriteStartObject();
                foreach (var (key, entry) in map.Entries)
                {
                    json.WritePropertyName(key);
                    Write(json, entry, layOutJson);
                }

                json.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"No JSON form for {value.GetType().Name}.");
        }
    }

    private static void WriteText(Utf8JsonWriter json, string text, bool layOutJson)
    {
        using var content = layOutJson ? JsonText.Parse(text) : null;
        if (content is null)
        {
            json.WriteStringValue(text);
            return;
        }

        json.WriteStartObject();
        json.WriteString(Signatures.Key, Signatures.LaidOutJson);
        json.WritePropertyName("value");
        content.RootElement.WriteTo(json);
        json.WriteEndObject();
    }

    private static void WriteSigned(Utf8JsonWriter json, string signature, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString(Signatures.Key, signature);
        json.WriteString(name, value);
        json.WriteEndObject();
    }
}
