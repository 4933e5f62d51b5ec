using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcsPlatform.Cli.Configuration;

namespace EcsPlatform.Cli.Views;

/// <summary>The settings of a stack, for a person and as data.</summary>
internal static class SettingsView
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a line for each value: its key, where it comes from, and what it is.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="output">Where to write. The last column is the value, so that no line has to be cut.</param>
    public static void WriteText(ImmutableArray<EffectiveSetting> settings, TextWriter output)
    {
        List<(string Key, string From, string Value)> lines = [("key", "from", "value"), .. settings.Select(setting => (setting.Key, setting.From, Shown(setting)))];
        var (key, from) = (lines.Max(line => line.Key.Length), lines.Max(line => line.From.Length));
        foreach (var line in lines)
        {
            output.WriteLine($"{line.Key.PadRight(key)}  {line.From.PadRight(from)}  {line.Value}");
        }
    }

    /// <summary>Writes the settings as JSON.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="settings">The settings.</param>
    /// <returns>JSON, indented, ending in a line feed: the same settings give the same bytes.</returns>
    public static string ToJson(string stack, ImmutableArray<EffectiveSetting> settings) => new JsonObject
    {
        ["stack"] = stack,
        ["settings"] = new JsonArray([.. settings.Select(setting => new JsonObject
        {
            ["key"] = setting.Key,
            ["value"] = setting.Value?.DeepClone(),
            ["from"] = setting.From,
        })]),
    }.ToJsonString(Options) + "\n";

    private static string Shown(EffectiveSetting setting) => setting.Value switch
    {
        null => setting.Otherwise is { } words and not "none" ? $"({words})" : PropertyLine.Nothing,
        JsonArray => PropertyLine.Nothing,
        var value => LineText.Printable(value.ToString()),
    };
}
