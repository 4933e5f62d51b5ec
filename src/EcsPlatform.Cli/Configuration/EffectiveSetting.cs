using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcsPlatform.Preview.Configuration;
using EcsPlatform.Stacks;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli.Configuration;

/// <summary>A value that a stack's program works with, or that its file has for others.</summary>
/// <param name="Key">The config key, with the fields that lead to the value; an item of a list is one.</param>
/// <param name="Value">The value; null for none. What is a secret is <see cref="StackFile.SecretPlaceholder"/>.</param>
/// <param name="From">File and line, or <see cref="Default"/>.</param>
internal sealed record EffectiveSetting(string Key, JsonNode? Value, string From)
{
    /// <summary>Where values come from that the file leaves out.</summary>
    public const string Default = "default";

    /// <summary>What it means that there is no value, in words. Default: null, nothing but that.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The settings of a stack.</summary>
    /// <param name="stack">The stack, whose config is right.</param>
    /// <returns>The settings, sorted by key.</returns>
    public static ImmutableArray<EffectiveSetting> Of(ConfiguredStack stack)
    {
        var prefix = $"{PlatformSettings.Namespace}:";
        var others = stack.File.Config
            .Where(entry => !entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => new EffectiveSetting(
                entry.Key, entry.Value.Secret ? StackFile.SecretPlaceholder : entry.Value.Text, Place(stack.File, entry.Key)));
        return
        [
            .. StackPrograms.Settings(stack.Settings.Stack, stack.Config)
                .SelectMany(setting => Of(stack.File, prefix + setting.Name, setting))
                .Concat(others)
                .OrderBy(setting => setting.Key, StringComparer.Ordinal)
                .SelectMany(setting => Items(stack.File, setting)),
        ];
    }

    /// <summary>A default as a value.</summary>
    /// <param name="kind">The kind of the setting.</param>
    /// <param name="text">The default.</param>
    public static JsonNode ValueOf(SettingKind kind, string text) => kind switch
    {
        SettingKind.WholeNumber => int.Parse(text, CultureInfo.InvariantCulture),
        SettingKind.Flag => bool.Parse(text),
        _ => text,
    };

    private static IEnumerable<EffectiveSetting> Of(StackFile file, string key, Setting setting) => setting switch
    {
        { Kind: SettingKind.Fields, Absent: false } => setting.Fields.SelectMany(field => Of(file, $"{key}.{field.Name}", field)),
        { Kind: SettingKind.TextsByName, Given: { ValueKind: JsonValueKind.Object } texts } => texts.EnumerateObject()
            .Select(text => new EffectiveSetting($"{key}.{text.Name}", text.Value.GetString(), Place(file, $"{key}.{text.Name}"))),
        { Given: { } given } => [new EffectiveSetting(key, JsonNode.Parse(given.GetRawText()), Place(file, key))],
        _ => [new EffectiveSetting(key, setting.Default is { } text ? ValueOf(setting.Kind, text) : null, Default) { Otherwise = setting.Otherwise }],
    };

    // After sorting: the tenth item comes after the second.
    private static IEnumerable<EffectiveSetting> Items(StackFile file, EffectiveSetting setting) => setting.Value is JsonArray { Count: > 0 } items
        ? items.Select((item, i) => setting with { Key = $"{setting.Key}[{i}]", Value = item, From = Place(file, $"{setting.Key}[{i}]") })
        : [setting];

    private static string Place(StackFile file, string key) => $"{file.FileName}:{file.LineOf(key)}";
}
