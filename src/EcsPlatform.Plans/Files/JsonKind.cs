using System.Text.Json;

namespace EcsPlatform.Plans.Files;

/// <summary>JSON's values in words.</summary>
internal static class JsonKind
{
    /// <summary>What a value is, for people.</summary>
    public static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
