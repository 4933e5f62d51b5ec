using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Cli.Pins;

/// <summary>The pins in a stack's file, whatever its program thinks of them.</summary>
/// <param name="Pins">The pins, in the order of the file.</param>
/// <param name="Names">The names in the maps, also of pins that are wrong.</param>
/// <param name="Problems">What is wrong with others, with its place in the file.</param>
internal sealed record StackPins(
    ImmutableArray<KeyValuePair<PinName, Pin>> Pins, ImmutableArray<PinName> Names, ImmutableArray<string> Problems)
{
    /// <summary>Finds a pin.</summary>
    /// <param name="name">Which.</param>
    /// <returns>The pin; null when there is none that is right.</returns>
    public Pin? Find(PinName name) => Pins.FirstOrDefault(pin => pin.Key == name).Value;

    /// <summary>Reads the pins of a file.</summary>
    /// <param name="file">The file.</param>
    public static StackPins Of(StackFile file)
    {
        var pins = ImmutableArray.CreateBuilder<KeyValuePair<PinName, Pin>>();
        var names = ImmutableArray.CreateBuilder<PinName>();
        var problems = new List<Problem>();
        foreach (var map in PinMap.All)
        {
            foreach (var (name, value) in Entries(file, map, problems))
            {
                names.Add(name);
                if (Read(name, value, problems) is { } pin)
                {
                    pins.Add(KeyValuePair.Create(name, pin));
                }
            }
        }

        return new StackPins(pins.ToImmutable(), names.ToImmutable(), [.. problems.Select(problem => FilePlace.Of(file, problem))]);
    }

    private static IEnumerable<(PinName Name, JsonElement Value)> Entries(StackFile file, PinMap map, List<Problem> problems)
    {
        if (!file.Config.TryGetValue(map.Key, out var config) || config.Text.Length == 0)
        {
            return [];
        }

        if (config.Secret)
        {
            problems.Add(new Problem(map.Key, "a secret, or an object with one", "plain values", "Write the values without 'secure:'"));
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(config.Text);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return [.. json.RootElement.Clone().EnumerateObject().Select(entry => (new PinName(map, entry.Name), entry.Value))];
            }
        }
        catch (JsonException)
        {
            // Text is no mapping either.
        }

        problems.Add(new Problem(map.Key, $"'{config.Text}'", "an object", "Write its pins below it, each in a line of its own"));
        return [];
    }

    private static Pin? Read(PinName name, JsonElement value, List<Problem> problems)
    {
        if (name.Map == PinMap.Images)
        {
            if (value.ValueKind != JsonValueKind.String)
            {
                problems.Add(new Problem(name.Key, value.GetRawText(), ImageReference.ValidValues, "Pin the image, or take the key away until there is one"));
                return null;
            }

            var (image, wrong) = PinText.Image(name.Key, value.GetString()!, null);
            problems.AddRange(wrong);
            return image;
        }

        string[] fields = ["key", "version", "sha256"];
        if (value.ValueKind != JsonValueKind.Object
            || !fields.All(field => value.TryGetProperty(field, out var part) && part.ValueKind == JsonValueKind.String))
        {
            problems.Add(new Problem(
                name.Key, value.GetRawText(), "an object with key, version and sha256, each of them text", "Give all three, in quotes where one is a number"));
            return null;
        }

        var jar = new JarPin(Field("key"), Field("version"), Field("sha256"));
        var count = problems.Count;
        problems.AddRange(jar.Problems(name.Key));
        return problems.Count == count ? new Pin.Jar(jar) : null;

        string Field(string field) => value.GetProperty(field).GetString()!;
    }
}
