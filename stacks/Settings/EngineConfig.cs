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
    public static StackConfig Read()
    {
        var values = Json<Dictionary<string, JsonElement>>("PULUMI_CONFIG") ?? [];
        return new StackConfig(
            values.ToImmutableSortedDictionary(
                entry => entry.Key,
                entry => entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : entry.Value.GetRawText(),
                StringComparer.Ordinal),
            (Json<string[]>("PULUMI_CONFIG_SECRET_KEYS") ?? []).ToImmutableSortedSet(StringComparer.Ordinal));
    }

    private static T? Json<T>(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } json ? JsonSerializer.Deserialize<T>(json) : default;
}
