using System.Text.Json;

namespace EcsPlatform.Plans.Differences;

/// <summary>Texts that hold a JSON list or map.</summary>
internal static class ParsedJson
{
    private const int MaxDepth = 64;

    // Beyond it, neighbouring integers are the same double.
    private const double LargestExact = 1L << 53;

    /// <summary>What a text says as JSON; null when it is none, or a JSON scalar.</summary>
    public static PropertyValue? Of(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
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
        JsonValueKind.Number when Math.Abs(element.GetDouble()) < LargestExact => new PropertyValue.Number(element.GetDouble()),
        JsonValueKind.Number => new PropertyValue.Text(element.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new PropertyValue.Boolean(element.GetBoolean()),
        _ => PropertyValue.Null.Value,
    };
}
