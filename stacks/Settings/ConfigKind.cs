using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace EcsPlatform.Stacks.Settings;

/// <summary>A kind of value in the config.</summary>
/// <typeparam name="T">What it is read into.</typeparam>
/// <param name="Kind">Which one.</param>
/// <param name="Name">How messages call it.</param>
/// <param name="Convert">Reads a value; false when it is of another kind.</param>
/// <param name="Advice">What to change about a value of another kind.</param>
internal sealed record ConfigKind<T>(SettingKind Kind, string Name, ConfigKind.TryConvert<T> Convert, Func<JsonElement, string> Advice);

/// <summary>The kinds of values in the config.</summary>
internal static class ConfigKind
{
    /// <summary>A reader of a JSON value.</summary>
    public delegate bool TryConvert<T>(JsonElement element, out T value);

    /// <summary>Text that is not empty.</summary>
    public static ConfigKind<string> Text { get; } = new(
        SettingKind.Text,
        "text",
        (JsonElement element, out string value) => (value = element.ValueKind == JsonValueKind.String ? element.GetString()! : "").Length > 0,
        element => element.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? "Put it in quotes" : "Write text");

    /// <summary>A whole number.</summary>
    public static ConfigKind<int> WholeNumber { get; } = new(
        SettingKind.WholeNumber,
        "a whole number",
        (JsonElement element, out int value) =>
        {
            value = 0;
            return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out value);
        },
        element => element.ValueKind == JsonValueKind.String && int.TryParse(element.GetString(), CultureInfo.InvariantCulture, out _)
            ? "Take the quotes away"
            : $"Write a number without a fraction, at most {int.MaxValue}");

    /// <summary>Yes or no.</summary>
    public static ConfigKind<bool> Flag { get; } = new(
        SettingKind.Flag,
        "true or false",
        (JsonElement element, out bool value) =>
        {
            value = element.ValueKind == JsonValueKind.True;
            return element.ValueKind is JsonValueKind.True or JsonValueKind.False;
        },
        element => element.ValueKind == JsonValueKind.String && bool.TryParse(element.GetString(), out _) ? "Take the quotes away" : "Write one of the two");

    /// <summary>A list of texts.</summary>
    public static ConfigKind<ImmutableArray<string>> Texts { get; } = new(
        SettingKind.Texts,
        "a list of texts",
        (JsonElement element, out ImmutableArray<string> value) =>
        {
            var texts = element.ValueKind == JsonValueKind.Array && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
            value = texts ? [.. element.EnumerateArray().Select(item => item.GetString()!)] : [];
            return texts;
        },
        element => element.ValueKind == JsonValueKind.Array ? "Put its items in quotes" : "Write a list: [first, second]");

    /// <summary>Texts that are not empty by names of any kind, sorted by name.</summary>
    public static ConfigKind<ImmutableSortedDictionary<string, string>> TextsByName { get; } = new(
        SettingKind.TextsByName,
        "texts by name",
        (JsonElement element, out ImmutableSortedDictionary<string, string> value) =>
        {
            var texts = element.ValueKind == JsonValueKind.Object && element.EnumerateObject().All(member => Text!.Convert(member.Value, out _));
            value = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
            value = texts ? value.AddRange(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.GetString()!))) : value;
            return texts;
        },
        element => element.ValueKind == JsonValueKind.Object
            ? "Put its values in quotes, and leave none empty"
            : "Write a name and a text below it, each pair in a line of its own");

    /// <summary>An object.</summary>
    public static ConfigKind<JsonElement> Fields { get; } = new(
        SettingKind.Fields,
        "an object",
        (JsonElement element, out JsonElement value) =>
        {
            value = element;
            return element.ValueKind == JsonValueKind.Object;
        },
        _ => "Write its fields below it, each in a line of its own");
}
