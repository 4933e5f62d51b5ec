using System.Text.Json;

namespace EcsPlatform.Workloads;

/// <summary>Properties that are written always, or only when there is something to write.</summary>
internal static class JsonWriting
{
    /// <summary>Writes a list of objects, empty or not.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a list of objects unless it is empty.</summary>
    public static void WriteObjectsIfAny<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        var all = items.ToList();
        if (all.Count > 0)
        {
            json.WriteObjects(name, all, write);
        }
    }

    /// <summary>Writes a list of texts unless it is empty.</summary>
    public static void WriteTextsIfAny(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        if (all.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        all.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    /// <summary>Writes a number unless there is none.</summary>
    public static void WriteNumberIfAny(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    /// <summary>Writes a text unless there is none.</summary>
    public static void WriteTextIfAny(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes true, and nothing for false.</summary>
    public static void WriteTrue(this Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }
}
