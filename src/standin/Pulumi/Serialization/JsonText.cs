using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Plain values as JSON, written with the spaces that the engine's protocol puts there.</summary>
internal static class JsonText
{
    public static string Write(object? value) => value switch
    {
        null => "null",
        bool boolean => boolean ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        ImmutableArray<object> { IsEmpty: true } => "[ ]",
        ImmutableArray<object> list => $"[ {string.Join(", ", list.Select(Write))} ]",
        ImmutableDictionary<string, object> { IsEmpty: true } => "{ }",
        ImmutableDictionary<string, object> map => $"{{ {string.Join(", ", Entries(map))} }}",
        _ => Quoted(value.ToString()!),
    };

    public static object? ToPlain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(item => ToPlain(item)!).ToImmutableArray(),
        _ => json.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null)
            .ToImmutableDictionary(property => property.Name, property => ToPlain(property.Value)!),
    };

    private static IEnumerable<string> Entries(ImmutableDictionary<string, object> map) => map
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => $"{Quoted(entry.Key)}: {Write(entry.Value)}");

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
