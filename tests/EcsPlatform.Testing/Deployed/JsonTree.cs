using System.Text.Json.Nodes;

namespace EcsPlatform.Testing.Deployed;

/// <summary>Makes new JSON of old.</summary>
internal static class JsonTree
{
    /// <summary>The key by which the export format marks special values.</summary>
    public const string SignatureKey = "4dabf18193072939515e22adb298388d";

    /// <summary>The same JSON with other texts, numbers and booleans.</summary>
    public static JsonNode Map(JsonNode node, Func<JsonNode, JsonNode> leaf) => node switch
    {
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null : Map(entry.Value, leaf)))),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Map(item, leaf))]),
        _ => leaf(node),
    };

    /// <summary>The same JSON with other special values; each is told where it stands.</summary>
    public static JsonNode MapSigned(JsonNode node, Func<JsonObject, string, JsonNode> signed, string place = "") => node switch
    {
        JsonObject map when map.ContainsKey(SignatureKey) => signed(map.DeepClone().AsObject(), place),
        JsonObject map => new JsonObject(map.Select(entry =>
            KeyValuePair.Create(entry.Key, entry.Value is null ? null : MapSigned(entry.Value, signed, $"{place}.{entry.Key}")))),
        JsonArray list => new JsonArray([.. list.Select((item, i) => item is null ? null : MapSigned(item, signed, $"{place}[{i}]"))]),
        _ => node.DeepClone(),
    };
}
