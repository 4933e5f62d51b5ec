using System.Collections.Immutable;
using System.Text.Json;

namespace EcsPlatform.Plans.Files;

/// <summary>An object's fields, by the kinds of value that they must have. What has another kind is a problem and counts as absent, as null does.</summary>
/// <param name="element">The object.</param>
/// <param name="where">Where it stands.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="texts">Keeps the texts and the names.</param>
internal sealed class Fields(JsonElement element, string where, PlanProblems problems, SharedTexts texts)
{
    /// <summary>Where the object stands.</summary>
    public string Where => where;

    /// <summary>A text; null when it is absent.</summary>
    public string? Text(string name) => Find(name, JsonValueKind.String, "a text") is { } value ? texts.Of(value.GetString()!) : null;

    /// <summary>A text that must be there; null when it is not, which is a problem.</summary>
    public string? RequiredText(string name)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null && !IsEmpty(value))
        {
            return Text(name);
        }

        problems.Add(where, $"has no {name}; it must have one");
        return null;
    }

    /// <summary>True or false; false when it is absent.</summary>
    public bool Flag(string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.False)
        {
            return false;
        }

        if (value.ValueKind != JsonValueKind.True)
        {
            Wrong(name, value, "true or false");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>Texts, sorted (ordinal); none when they are absent.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        if (Find(name, JsonValueKind.Array, "a list of texts") is not { } list)
        {
            return [];
        }

        var items = ImmutableArray.CreateBuilder<string>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                Wrong(name, item, "a list of texts", " in the list");
                return [];
            }

            items.Add(texts.Of(item.GetString()!));
        }

        items.Sort(StringComparer.Ordinal);
        return items.DrainToImmutable();
    }

    /// <summary>A duration given as a number of seconds; null when it is absent.</summary>
    public TimeSpan? Seconds(string name)
    {
        const double most = 1e9;
        if (Find(name, JsonValueKind.Number, "a number of seconds") is not { } value)
        {
            return null;
        }

        var seconds = value.GetDouble();
        if (seconds is >= 0 and <= most)
        {
            return TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
        }

        problems.Add($"{where}.{name}", $"found {value.GetRawText()}; it must be seconds from 0 to {most:F0}");
        return null;
    }

    /// <summary>An object; null when it is absent.</summary>
    public Fields? Object(string name) => Find(name, JsonValueKind.Object, "an object") is { } value ? new Fields(value, $"{where}.{name}", problems, texts) : null;

    /// <summary>The object's own fields, by name, each once.</summary>
    public IEnumerable<(string Name, JsonElement Value)> All()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var name = texts.Of(property.Name);
            if (names.Add(name))
            {
                yield return (name, property.Value);
            }
            else
            {
                problems.Add($"{where}.{name}", "is given twice; it must be given once");
            }
        }
    }

    private JsonElement? Find(string name, JsonValueKind kind, string allowed)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        Wrong(name, value, allowed);
        return null;
    }

    private void Wrong(string name, JsonElement value, string allowed, string place = "") =>
        problems.Add($"{where}.{name}", $"found {JsonKind.Of(value)}{place}; it must be {allowed}");

    private static bool IsEmpty(JsonElement value) => value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8);
}
