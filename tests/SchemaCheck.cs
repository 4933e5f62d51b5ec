using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EcsPlatform.Tests;

/// <summary>
/// Judges a value by a JSON schema, with those keywords of draft 7 that the stacks' schema has
/// (https://json-schema.org/draft-07/json-schema-validation); any other keyword is an error, so that none stays without effect.
/// </summary>
internal static class SchemaCheck
{
    private static readonly string[] Annotations = ["$schema", "title", "description", "default"];

    /// <summary>Finds what a schema says against a value.</summary>
    /// <returns>Where, and the keyword that is not met; none when the value is right.</returns>
    public static IEnumerable<string> Problems(JsonNode schema, JsonNode? value, string where = "") => schema switch
    {
        JsonValue boolean => boolean.GetValue<bool>() ? [] : [$"{where}: not allowed"],
        JsonObject keywords => keywords.SelectMany(keyword => Problems(keywords, keyword.Key, keyword.Value!, value, where)),
        _ => throw new InvalidOperationException("A schema is an object or a boolean."),
    };

    private static IEnumerable<string> Problems(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string where) => keyword switch
    {
        _ when Annotations.Contains(keyword) => [],
        "type" => IsOfType((string)rule!, value) ? [] : [$"{where}: type {rule}"],
        "enum" => rule.AsArray().Any(word => JsonNode.DeepEquals(word, value)) ? [] : [$"{where}: enum"],
        "pattern" => Text(value) is { } text && !Regex.IsMatch(text, (string)rule!, RegexOptions.ECMAScript) ? [$"{where}: pattern"] : [],
        "minLength" => Text(value) is { } text && text.Length < (int)rule ? [$"{where}: minLength"] : [],
        "items" => value is JsonArray items ? items.SelectMany((item, i) => Problems(rule, item, $"{where}[{i}]")) : [],
        "contains" => value is JsonArray among && among.All(item => Problems(rule, item).Any()) ? [$"{where}: contains"] : [],
        "required" => value is JsonObject fields
            ? rule.AsArray().Select(name => (string)name!).Where(name => !fields.ContainsKey(name)).Select(name => $"{where}.{name}: required")
            : [],
        "properties" => value is JsonObject fields
            ? rule.AsObject().Where(property => fields.ContainsKey(property.Key)).SelectMany(property => Problems(property.Value!, fields[property.Key], $"{where}.{property.Key}"))
            : [],
        "patternProperties" => value is JsonObject fields
            ? rule.AsObject().SelectMany(property => fields.Where(field => Regex.IsMatch(field.Key, property.Key))
                .SelectMany(field => Problems(property.Value!, field.Value, $"{where}.{field.Key}")))
            : [],
        "additionalProperties" when rule is JsonValue && !rule.GetValue<bool>() => value is JsonObject fields
            ? fields.Where(field => !schema["properties"]!.AsObject().ContainsKey(field.Key)).Select(field => $"{where}.{field.Key}: not allowed")
            : [],
        "additionalProperties" => value is JsonObject texts ? texts.SelectMany(text => Problems(rule, text.Value, $"{where}.{text.Key}")) : [],
        _ => throw new InvalidOperationException($"'{keyword}' is no keyword that is known here."),
    };

    private static bool IsOfType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "integer" => value is JsonValue number && number.TryGetValue<long>(out _),
        "boolean" => value is JsonValue flag && flag.TryGetValue<bool>(out _),
        _ => throw new InvalidOperationException($"'{type}' is no type that is known here."),
    };

    private static string? Text(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : null;
}
