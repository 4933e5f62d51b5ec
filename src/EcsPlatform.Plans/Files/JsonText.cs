using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcsPlatform.Plans.Files;

/// <summary>JSON inside texts, in its compact form: no blanks, and only those characters escaped that must be.</summary>
internal static class JsonText
{
    /// <summary>The encoder of plan files and of the JSON in their texts.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    // What a file may nest (see PlanReader) must hold the text's resource around it.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Parses the object or list that a text holds.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The JSON; null when the text is none, or not in the compact form.</returns>
    public static JsonDocument? Parse(string text)
    {
        if (text.Length <= 2 || text[0] is not ('{' or '['))
        {
            return null;
        }

        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(text, Options);
            if (Of(document.RootElement) == text)
            {
                return document;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // No JSON, or half a character in it.
        }

        document?.Dispose();
        return null;
    }

    /// <summary>Writes JSON compactly.</summary>
    /// <param name="element">The JSON.</param>
    /// <returns>The text.</returns>
    public static string Of(JsonElement element) => Written(element.WriteTo);

    /// <summary>Writes a value compactly.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public static string Of(PropertyValue value) => Written(json => ValueWriter.Write(json, value, layOutJson: false));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
