using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcsPlatform.Plans;

/// <summary>
/// Writes a plan in the format of <c>pulumi stack export</c> (version 3). The same plan always gives the same bytes:
/// resources by URN, properties by name, fields in a fixed order, no time.
/// </summary>
public static class PlanFile
{
    /// <summary>The version of the export format.</summary>
    public const int FormatVersion = 3;

    // The marks by which the export format tells special values from maps and texts (Pulumi's resource property format).
    private const string SignatureKey = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    private const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>JSON, indented, ending in a line feed.</returns>
    public static string Write(Plan plan)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteStartObject("deployment");
            json.WriteStartObject("manifest");
            json.WriteString("time", "0001-01-01T00:00:00Z");
            json.WriteString("magic", "");
            json.WriteString("version", "");
            json.WriteEndObject();
            json.WriteStartArray("resources");
            foreach (var resource in plan.Resources)
            {
                Write(json, resource);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, PlannedResource resource)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteBoolean("custom", resource.Custom);
        WriteText(json, "id", resource.Id);
        json.WriteString("type", resource.Type);
        WriteMap(json, "inputs", resource.Inputs);
        WriteMap(json, "outputs", resource.Outputs);
        WriteText(json, "parent", resource.Parent);
        WriteFlag(json, "protect", resource.Protect);
        WriteFlag(json, "external", resource.External);
        WriteTexts(json, "dependencies", resource.Dependencies);
        WriteText(json, "provider", resource.Provider);
        if (!resource.PropertyDependencies.IsEmpty)
        {
            json.WriteStartObject("propertyDependencies");
            foreach (var (property, urns) in resource.PropertyDependencies)
            {
                WriteTexts(json, property, urns);
            }

            json.WriteEndObject();
        }

        WriteTexts(json, "additionalSecretOutputs", resource.AdditionalSecretOutputs);
        WriteTexts(json, "aliases", resource.Aliases);
        WriteTimeouts(json, resource.CustomTimeouts);
        WriteText(json, "importID", resource.ImportId);
        WriteFlag(json, "retainOnDelete", resource.RetainOnDelete);
        WriteText(json, "deletedWith", resource.DeletedWith);
        WriteTexts(json, "ignoreChanges", resource.IgnoreChanges);
        WriteTexts(json, "replaceOnChanges", resource.ReplaceOnChanges);
        WriteFlag(json, "deleteBeforeReplace", resource.DeleteBeforeReplace);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteTimeouts(Utf8JsonWriter json, PlannedTimeouts? timeouts)
    {
        if (timeouts is null)
        {
            return;
        }

        json.WriteStartObject("customTimeouts");
        WriteSeconds(json, "create", timeouts.Create);
        WriteSeconds(json, "update", timeouts.Update);
        WriteSeconds(json, "delete", timeouts.Delete);
        json.WriteEndObject();
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? value)
    {
        if (value is { } time)
        {
            json.WriteNumber(name, time.TotalSeconds);
        }
    }

    private static void WriteMap(Utf8JsonWriter json, string name, PropertyValue.Map map)
    {
        if (!map.Entries.IsEmpty)
        {
            json.WritePropertyName(name);
            Write(json, map);
        }
    }

    private static void Write(Utf8JsonWriter json, PropertyValue value)
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
                json.WriteStringValue(text.Value);
                break;
            case PropertyValue.Unknown:
                json.WriteStringValue(UnknownText);
                break;
            case PropertyValue.Secret secret:
                WriteSigned(json, SecretSignature, "ciphertext", secret.Mark);
                break;
            case PropertyValue.Asset asset:
                WriteSigned(json, AssetSignature, "kind", asset.Kind);
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
                    json.WritePropertyName(key);
                    Write(json, entry);
                }

                json.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"No JSON form for {value.GetType().Name}.");
        }
    }

    private static void WriteSigned(Utf8JsonWriter json, string signature, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString(SignatureKey, signature);
        json.WriteString(name, value);
        json.WriteEndObject();
    }
}
