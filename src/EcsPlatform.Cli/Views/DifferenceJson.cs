using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>A difference for programs; docs/diff.md describes every field. The same difference gives the same bytes.</summary>
internal static class DifferenceJson
{
    /// <summary>The version of the format.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a difference.</summary>
    /// <param name="report">What to write.</param>
    /// <returns>JSON, indented, ending in a line feed.</returns>
    public static string Write(DifferenceReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(json, report);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, DifferenceReport report)
    {
        var difference = report.Difference;
        json.WriteStartObject();
        json.WriteNumber("version", FormatVersion);
        json.WriteString("project", difference.New.Project);
        json.WriteString("stack", difference.New.Stack);
        json.WriteString("against", report.Header.Against);
        json.WriteBoolean("isEmpty", difference.IsEmpty);
        WriteTally(json, Tally.Of(difference));
        json.WriteStartArray("images");
        foreach (var line in ImageChanges.Of(difference))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        WriteList(json, "changes", [.. difference.Changes.Where(change => !change.IsQuiet || !change.Ignored.IsEmpty)], WriteChange);
        WriteList(json, "steps", difference.Steps, static (json, step) => WriteTexts(json, ("kind", Word(step.Kind.ToString())), ("urn", step.Urn)));
        WriteList(json, "findings", report.Findings, static (json, finding) => WriteTexts(
            json, ("id", finding.Id), ("urn", finding.Urn), ("found", finding.Found), ("required", finding.Required), ("change", finding.Change)));
        WriteList(json, "violations", report.Violations, static (json, violation) => WriteTexts(json, ("urn", violation.Urn), ("reason", violation.Reason)));
        WriteList(json, "pendingOperations", difference.Old.PendingOperations, static (json, operation) =>
            WriteTexts(json, ("kind", operation.Kind), ("urn", operation.Urn)));
        json.WriteEndObject();
    }

    private static void WriteTally(Utf8JsonWriter json, Tally tally)
    {
        json.WriteStartObject("tally");
        foreach (var kind in ChangeKinds.Listed)
        {
            json.WriteNumber(ChangeKinds.Word(kind), tally[kind]);
        }

        json.WriteNumber("unchanged", tally.Unchanged);
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, ResourceChange change)
    {
        WriteTexts(json, ("urn", change.Urn), ("type", change.Resource.Type), ("name", change.Resource.Name), ("operation", Word(change.Operation.ToString())));
        WriteTexts(json, change.MovedFrom is { } from ? [("movedFrom", from)] : []);
        WriteTexts(json, Reasons.Of(change) is { } reason ? [("reason", reason)] : []);
        WriteFlag(json, "component", !change.Resource.Custom);
        WriteFlag(json, "read", change.Resource.External);
        WriteFlag(json, "protect", (change.Old ?? change.Resource).Protect);
        WriteFlag(json, "retainOnDelete", (change.Old ?? change.Resource).RetainOnDelete);
        WriteFlag(json, "deleteBeforeReplace", change.DeleteBeforeReplace);
        var inputs = change.Operation == Operation.Create ? PropertyLeaves.OfNew(change.Resource) : change.Inputs;
        WriteProperties(json, "inputs", change, inputs);
        WriteProperties(json, "ignored", change, change.Ignored);
        WriteProperties(json, "outputs", change, change.Outputs);
        if (!change.Options.IsEmpty)
        {
            WriteList(json, "options", change.Options, static (json, option) => WriteTexts(json, ("name", option.Name), ("old", option.Old), ("new", option.New)));
        }
    }

    private static void WriteProperties(Utf8JsonWriter json, string name, ResourceChange resource, ImmutableArray<PropertyChange> changes)
    {
        if (!changes.IsEmpty)
        {
            WriteList(json, name, changes, (writer, change) => WriteProperty(writer, resource, change));
        }
    }

    private static void WriteProperty(Utf8JsonWriter json, ResourceChange resource, PropertyChange change)
    {
        json.WriteString("path", change.Path.ToString());
        WriteValue(json, "old", resource, change, change.Old);
        WriteValue(json, "new", resource, change, change.New);
        WriteFlag(json, "replaces", change.Replaces);
        WriteTexts(json, change.FollowsFrom is { } urn ? [("followsFrom", urn)] : []);
    }

    private static void WriteValue(Utf8JsonWriter json, string name, ResourceChange resource, PropertyChange change, PropertyValue? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            JsonValue.Write(json, value, Secrets.Covers(resource, change) && value is not PropertyValue.Unknown);
        }
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        foreach (var (name, value) in fields)
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

    private static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
