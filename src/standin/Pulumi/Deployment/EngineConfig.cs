using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>The config of the process, as the engine hands it over.</summary>
internal static class EngineConfig
{
    private const string OldInfix = "config:";

    public static ImmutableDictionary<string, string> Read()
    {
        var json = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        if (string.IsNullOrEmpty(json))
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToImmutableDictionary(entry => Normalised(entry.Name), entry => Text(entry.Value));
    }

    // project:config:key is the old way to write project:key.
    private static string Normalised(string key) =>
        key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && key.AsSpan(colon + 1).StartsWith(OldInfix, StringComparison.Ordinal)
            ? $"{key[..colon]}:{key[(colon + 1 + OldInfix.Length)..]}"
            : key;

    private static string Text(JsonElement value) => value.ToString();
}
