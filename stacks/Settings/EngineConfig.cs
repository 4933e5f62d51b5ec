using System.Collections.Immutable;
using System.Text.Json;

namespace EcsPlatform.Stacks.Settings;

/// <summary>
/// The config that Pulumi hands to a program: full keys and their texts. The SDK's own <see cref="Pulumi.Config"/> answers only for
/// keys that it is asked for, and so could not find a misspelt one.
/// </summary>
internal static class EngineConfig
{
    /// <summary>Reads the config.</summary>
    /// <returns>The config; empty when there is none.</returns>
    public static ImmutableSortedDictionary<string, string> Read()
    {
        var json = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        var values = string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [];
        return values.ToImmutableSortedDictionary(
            entry => entry.Key,
            entry => entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : entry.Value.GetRawText(),
            StringComparer.Ordinal);
    }
}
