using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcsPlatform.Preview;

namespace EcsPlatform.Cli.Pins;

/// <summary>What a config is to be after changes to its pins. A text that was changed is read again and held against it.</summary>
internal static class PinnedConfig
{
    /// <summary>Whether a config is another one with changes to its pins.</summary>
    /// <param name="before">The config before.</param>
    /// <param name="edits">The changes.</param>
    /// <param name="after">The config that came of it.</param>
    public static bool IsResult(
        ImmutableSortedDictionary<string, ConfigValue> before, IEnumerable<PinEdit> edits, ImmutableSortedDictionary<string, ConfigValue> after)
    {
        string[] maps = [.. edits.Select(edit => edit.Name.Map.Key).Distinct(StringComparer.Ordinal)];
        return Others(before, maps).SequenceEqual(Others(after, maps))
            && maps.All(map => JsonNode.DeepEquals(Expected(before, edits.Where(edit => edit.Name.Map.Key == map), map), Pins(after, map)));
    }

    private static IEnumerable<KeyValuePair<string, ConfigValue>> Others(ImmutableSortedDictionary<string, ConfigValue> config, string[] maps) =>
        config.Where(entry => !maps.Contains(entry.Key));

    private static JsonObject Expected(ImmutableSortedDictionary<string, ConfigValue> config, IEnumerable<PinEdit> edits, string map)
    {
        var pins = Pins(config, map);
        foreach (var edit in edits)
        {
            if (edit is PinEdit.Set { Pin: Pin.Jar { Object: var jar } })
            {
                var fields = pins[edit.Name.Name] as JsonObject ?? [];
                (fields["key"], fields["version"], fields["sha256"]) = (jar.Key, jar.Version, jar.Sha256);
                pins[edit.Name.Name] = fields.DeepClone();
            }
            else if (edit is PinEdit.Set { Pin: var pin })
            {
                pins[edit.Name.Name] = pin.ToString();
            }
            else
            {
                pins.Remove(edit.Name.Name);
            }
        }

        return pins;
    }

    private static JsonObject Pins(ImmutableSortedDictionary<string, ConfigValue> config, string map)
    {
        try
        {
            return config.TryGetValue(map, out var value) && value.Text.Length > 0 ? JsonNode.Parse(value.Text) as JsonObject ?? [] : [];
        }
        catch (JsonException)
        {
            // The text of a null is no JSON.
            return [];
        }
    }
}
