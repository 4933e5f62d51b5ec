using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Foundations;

namespace EcsPlatform.Stacks.Settings;

/// <summary>One object in the config. Each of its methods reads a field, or notes what is wrong with it and returns a stand-in.</summary>
internal sealed class ConfigSection(string name, string path, JsonElement fields)
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private bool _absent;

    /// <summary>A reader of text into a value type.</summary>
    public delegate bool TryParse<T>(string? text, out T value);

    /// <summary>The section's name.</summary>
    public string Name => name;

    /// <summary>What is wrong with the section.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>The names of the fields that are there.</summary>
    public IEnumerable<string> Fields => fields.EnumerateObject().Select(member => member.Name);

    /// <summary>A section that is missing or no object.</summary>
    public static ConfigSection Wrong(string name, string path, string found)
    {
        var section = new ConfigSection(name, path, Nothing) { _absent = true };
        section.Problems.Add(new Problem(path, found, "an object", "Give the section with its fields"));
        return section;
    }

    /// <summary>Reads required text.</summary>
    public string Text(string field) =>
        Read(field, "text", element => element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null) ?? "";

    /// <summary>Reads a required whole number.</summary>
    public int Number(string field) => Read(field, "a whole number", WholeNumber) ?? 0;

    /// <summary>Reads an optional whole number.</summary>
    public int? OptionalNumber(string field) => Has(field) ? Number(field) : null;

    /// <summary>Reads a required list of texts.</summary>
    public ImmutableArray<string> Texts(string field) => Read(field, "a list of texts", TextList) ?? [];

    /// <summary>Reads a required object.</summary>
    public ConfigSection Section(string field)
    {
        var found = Find(field);
        if (found is { ValueKind: JsonValueKind.Object } element)
        {
            return new ConfigSection(field, $"{path}.{field}", element);
        }

        var section = Wrong(field, $"{path}.{field}", found is null ? "nothing" : Shown(found.Value));
        section.Problems.Clear();
        Add(field, found, "an object");
        return section;
    }

    /// <summary>Takes over the problems of an object in this section.</summary>
    public void Include(ConfigSection section)
    {
        section.RefuseUnknownKeys();
        Problems.AddRange(section.Problems);
    }

    /// <summary>Reads required text that must parse.</summary>
    public T Parsed<T>(string field, TryParse<T> tryParse, string validValues)
    {
        var text = Text(field);
        return text.Length == 0 ? default! : Parse($"{path}.{field}", text, tryParse, validValues);
    }

    /// <summary>Reads a list whose texts must parse; null when the field is left out.</summary>
    public ImmutableArray<T>? OptionalList<T>(string field, TryParse<T> tryParse, string validValues) => Has(field)
        ? [.. Texts(field).Select((text, i) => Parse($"{path}.{field}[{i}]", text, tryParse, validValues))]
        : null;

    /// <summary>Reads one of some words.</summary>
    public T OneOf<T>(string field, ImmutableSortedDictionary<string, T> words) =>
        Parsed(field, (string? text, out T value) => words.TryGetValue(text ?? "", out value!), string.Join(", ", words.Keys));

    /// <summary>Notes the fields that nothing has read.</summary>
    public void RefuseUnknownKeys()
    {
        if (_absent)
        {
            return;
        }

        foreach (var field in Fields.Where(field => !_known.Contains(field)))
        {
            Problems.Add(new Problem($"{path}.{field}", "an unknown key", string.Join(", ", _known), Nearest.Advice(field, _known)));
        }
    }

    /// <summary>Notes that a field is wrong.</summary>
    public void Refuse(string field, string found, string allowed, string change) =>
        Problems.Add(new Problem($"{path}.{field}", found, allowed, change));

    private static string Shown(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? $"'{element.GetString()}'" : element.GetRawText();

    private static int? WholeNumber(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : null;

    private static ImmutableArray<string>? TextList(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. element.EnumerateArray().Select(item => item.GetString()!)]
            : null;

    private bool Has(string field) => Find(field) is not null;

    private JsonElement? Find(string field)
    {
        _known.Add(field);
        return fields.TryGetProperty(field, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;
    }

    private T? Read<T>(string field, string allowed, Func<JsonElement, T?> convert)
        where T : class
    {
        var found = Find(field);
        var value = found is { } element ? convert(element) : null;
        if (value is null)
        {
            Add(field, found, allowed);
        }

        return value;
    }

    private T? Read<T>(string field, string allowed, Func<JsonElement, T?> convert)
        where T : struct
    {
        var found = Find(field);
        var value = found is { } element ? convert(element) : null;
        if (value is null)
        {
            Add(field, found, allowed);
        }

        return value;
    }

    private void Add(string field, JsonElement? found, string allowed)
    {
        if (!_absent)
        {
            Refuse(
                field,
                found is { } element ? Shown(element) : "nothing",
                allowed,
                found is null ? "Give the field a value" : "Correct the value; text that looks like a number needs quotes");
        }
    }

    private T Parse<T>(string where, string text, TryParse<T> tryParse, string validValues)
    {
        if (tryParse(text, out var value))
        {
            return value;
        }

        Problems.Add(new Problem(where, $"'{text}'", validValues, "Correct the value"));
        return default!;
    }
}
