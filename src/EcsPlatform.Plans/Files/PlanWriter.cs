using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace EcsPlatform.Plans.Files;

/// <summary>Writes plans in the export format.</summary>
internal sealed class PlanWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JsonText.Encoder };

    private readonly Utf8JsonWriter _json;
    private readonly bool _layOutJson;

    private PlanWriter(Utf8JsonWriter json, bool layOutJson)
    {
        _json = json;
        _layOutJson = layOutJson;
    }

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="layOutJson">Whether texts that hold JSON are laid out.</param>
    /// <returns>JSON, indented, ending in a line feed.</returns>
    public static string Text(Plan plan, bool layOutJson)
    {
        using var stream = new MemoryStream();
        Write(plan, stream, layOutJson);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes a plan as UTF-8.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stream">Takes JSON, indented, ending in a line feed.</param>
    /// <param name="layOutJson">Whether texts that hold JSON are laid out.</param>
    public static void Write(Plan plan, Stream stream, bool layOutJson)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            new PlanWriter(json, layOutJson).Write(plan);
        }

        stream.WriteByte((byte)'\n');
    }

    private void Write(Plan plan)
    {
        _json.WriteStartObject();
        _json.WriteNumber("version", PlanFile.FormatVersion);
        _json.WriteStartObject("deployment");
        _json.WriteStartObject("manifest");
        _json.WriteString("time", "0001-01-01T00:00:00Z");
        _json.WriteString("magic", "");
        _json.WriteString("version", "");
        _json.WriteEndObject();
        _json.WriteStartArray("resources");
        foreach (var resource in plan.Resources)
        {
            Write(resource);
            // Else the writer keeps the whole text.
            _json.Flush();
        }

        _json.WriteEndArray();
        WritePending(plan.PendingOperations);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Write(PlannedResource resource)
    {
        _json.WriteStartObject();
        _json.WriteString("urn", resource.Urn);
        _json.WriteBoolean("custom", resource.Custom);
        WriteText("id", resource.Id);
        _json.WriteString("type", resource.Type);
        WriteMap("inputs", resource.Inputs);
        WriteMap("outputs", resource.Outputs);
        WriteText("parent", resource.Parent);
        WriteFlag("protect", resource.Protect);
        WriteFlag("external", resource.External);
        WriteTexts("dependencies", resource.Dependencies);
        WriteText("provider", resource.Provider);
        if (!resource.PropertyDependencies.IsEmpty)
        {
            _json.WriteStartObject("propertyDependencies");
            foreach (var (property, urns) in resource.PropertyDependencies)
            {
                WriteTexts(property, urns);
            }

            _json.WriteEndObject();
        }

        WriteTexts("additionalSecretOutputs", resource.AdditionalSecretOutputs);
        WriteTexts("aliases", resource.Aliases);
        WriteTimeouts(resource.CustomTimeouts);
        WriteText("importID", resource.ImportId);
        WriteFlag("retainOnDelete", resource.RetainOnDelete);
        WriteText("deletedWith", resource.DeletedWith);
        WriteTexts("ignoreChanges", resource.IgnoreChanges);
        WriteTexts("replaceOnChanges", resource.ReplaceOnChanges);
        WriteFlag("deleteBeforeReplace", resource.DeleteBeforeReplace);
        _json.WriteEndObject();
    }

    private void WritePending(ImmutableArray<PendingOperation> operations)
    {
        if (operations.IsEmpty)
        {
            return;
        }

        _json.WriteStartArray("pending_operations");
        foreach (var operation in operations)
        {
            _json.WriteStartObject();
            _json.WriteStartObject("resource");
            _json.WriteString("urn", operation.Urn);
            _json.WriteEndObject();
            _json.WriteString("type", operation.Kind);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteText(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void WriteFlag(string name, bool value)
    {
        if (value)
        {
            _json.WriteBoolean(name, true);
        }
    }

    private void WriteTexts(string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void WriteTimeouts(PlannedTimeouts? timeouts)
    {
        if (timeouts is null)
        {
            return;
        }

        _json.WriteStartObject("customTimeouts");
        WriteSeconds("create", timeouts.Create);
        WriteSeconds("update", timeouts.Update);
        WriteSeconds("delete", timeouts.Delete);
        _json.WriteEndObject();
    }

    private void WriteSeconds(string name, TimeSpan? value)
    {
        if (value is { } time)
        {
            _json.WriteNumber(name, time.TotalSeconds);
        }
    }

    private void WriteMap(string name, PropertyValue.Map map)
    {
        if (!map.Entries.IsEmpty)
        {
            _json.WritePropertyName(name);
            ValueWriter.Write(_json, map, _layOutJson);
        }
    }
}
