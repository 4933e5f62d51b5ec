using System.Collections.Immutable;

namespace EcsPlatform.Preview.Aws;

/// <summary>Short forms for the values that resources exchange: strings, booleans, doubles, lists and maps.</summary>
internal static class PlainValues
{
    public static ImmutableArray<object> NoItems { get; } = [];

    public static ImmutableDictionary<string, object> NoEntries { get; } = ImmutableDictionary<string, object>.Empty;

    public static ImmutableArray<object> List(IEnumerable<object> items) => [.. items];

    public static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>The text under a key, or "" when it is absent, unknown or no text.</summary>
    public static string Text(this ImmutableDictionary<string, object> values, string key) =>
        values.TryGetValue(key, out var value) && value is string text ? text : "";

    public static bool Flag(this ImmutableDictionary<string, object> values, string key) =>
        values.TryGetValue(key, out var value) && value is true;

    public static ImmutableArray<object> Items(this ImmutableDictionary<string, object> values, string key) =>
        values.TryGetValue(key, out var value) && value is ImmutableArray<object> { IsDefault: false } items ? items : NoItems;

    public static IEnumerable<string> Texts(this ImmutableDictionary<string, object> values, string key) =>
        values.Items(key).OfType<string>();

    public static ImmutableDictionary<string, object> Entries(this ImmutableDictionary<string, object> values, string key) =>
        values.TryGetValue(key, out var value) && value is ImmutableDictionary<string, object> entries ? entries : NoEntries;
}
