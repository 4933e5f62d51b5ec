using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Foundations;
using EcsPlatform.Shared;

namespace EcsPlatform.Stacks.Settings;

/// <summary>One object in the config. Each of its methods reads a field, or notes what is wrong with it and returns a stand-in.</summary>
internal sealed class ConfigSection
{
    private const string Missing = "missing";

    private readonly string _path;

    // Null for a section that could not be read: what it lacks is not noted a second time, field by field.
    private readonly JsonElement? _fields;
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    private ConfigSection(string name, string path, JsonElement? fields) => (Name, _path, _fields) = (name, path, fields);

    /// <summary>A reader of text into a value type.</summary>
    public delegate bool TryParse<T>(string? text, out T value);

    /// <summary>The section's name.</summary>
    public string Name { get; }

    /// <summary>What is wrong with the section.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>A section with the fields of a value.</summary>
    public static ConfigSection Of(string name, string path, JsonElement value)
    {
        if (ConfigKind.Fields.Convert(value, out var fields))
        {
            return new ConfigSection(name, path, fields);
        }

        return Wrong(name, path, new Problem(path, Shown(value), ConfigKind.Fields.Name, ConfigKind.Fields.Advice(value)));
    }

    /// <summary>A section without fields.</summary>
    public static ConfigSection Empty(string name, string path)
    {
        using var json = JsonDocument.Parse("{}");
        return new ConfigSection(name, path, json.RootElement.Clone());
    }

    /// <summary>A section that cannot be read, with the reason.</summary>
    public static ConfigSection Wrong(string name, string path, Problem reason)
    {
        var section = new ConfigSection(name, path, null);
        section.Problems.Add(reason);
        return section;
    }

    /// <summary>Whether a field is there, for what may be left out.</summary>
    public bool Has(string field) => Find(field) is not null;

    /// <summary>Reads required text.</summary>
    public string Text(string field) => Read(field, ConfigKind.Text) ?? "";

    /// <summary>Reads a required whole number.</summary>
    public int Number(string field) => Read(field, ConfigKind.WholeNumber);

    /// <summary>Reads a required yes or no.</summary>
    public bool Flag(string field) => Read(field, ConfigKind.Flag);

    /// <summary>Reads text that may be left out.</summary>
    public string OptionalText(string field, string missing) => Has(field) ? Text(field) : missing;

    /// <summary>Reads a whole number that may be left out.</summary>
    public int OptionalNumber(string field, int missing) => Has(field) ? Number(field) : missing;

    /// <summary>Reads a yes or no that may be left out.</summary>
    public bool OptionalFlag(string field, bool missing) => Has(field) ? Flag(field) : missing;

    /// <summary>Reads a required list of texts.</summary>
    public ImmutableArray<string> Texts(string field) => Read(field, ConfigKind.Texts) is { IsDefault: false } texts ? texts : [];

    /// <summary>Reads a required object.</summary>
    public ConfigSection Section(string field)
    {
        var fields = Read(field, ConfigKind.Fields);
        return new ConfigSection(field, $"{_path}.{field}", fields.ValueKind == JsonValueKind.Object ? fields : null);
    }

    /// <summary>Reads an object that may be left out, which is as if it had no fields, with its problems.</summary>
    public T OptionalPart<T>(string field, Func<ConfigSection, T> read)
    {
        var part = Has(field) || _fields is null ? Section(field) : Empty(field, $"{_path}.{field}");
        var value = read(part);
        Include(part);
        return value;
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
        return text.Length == 0 ? default! : Parse($"{_path}.{field}", text, tryParse, validValues);
    }

    /// <summary>Reads a list whose texts must parse; null when the field is left out.</summary>
    public ImmutableArray<T>? OptionalList<T>(string field, TryParse<T> tryParse, string validValues) => Find(field) is not null
        ? [.. Texts(field).Select((text, i) => Parse($"{_path}.{field}[{i}]", text, tryParse, validValues))]
        : null;

    /// <summary>Reads one of some words.</summary>
    public T OneOf<T>(string field, ImmutableSortedDictionary<string, T> words) =>
        Parsed(field, (string? text, out T value) => words.TryGetValue(text ?? "", out value!), string.Join(", ", words.Keys));

    /// <summary>Notes the fields that nothing has read. A missing field that one of them is a misspelling of is not noted as well.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var field in _fields?.EnumerateObject().Select(member => member.Name).Where(field => !_known.Contains(field)) ?? [])
        {
            var meant = Nearest.Of(field, _known);
            Problems.RemoveAll(problem => problem.Found == Missing && problem.Where == $"{_path}.{meant}");
            Problems.Add(new Problem($"{_path}.{field}", "an unknown key", string.Join(", ", _known), Nearest.Advice(field, _known)));
        }
    }

    /// <summary>Notes that a field is wrong.</summary>
    public void Refuse(string field, string found, string allowed, string change) =>
        Problems.Add(new Problem($"{_path}.{field}", found, allowed, change));

    /// <summary>Notes that a field is missing.</summary>
    public void RefuseMissing(string field, string allowed)
    {
        // What a section that could not be read lacks is nobody's fault but the section's.
        if (_fields is not null)
        {
            Refuse(field, Missing, allowed, "Add it");
        }
    }

    private static string Shown(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? $"'{element.GetString()}'" : element.GetRawText();

    private JsonElement? Find(string field)
    {
        _known.Add(field);
        return _fields is { } fields && fields.TryGetProperty(field, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;
    }

    private T? Read<T>(string field, ConfigKind<T> kind)
    {
        if (Find(field) is not { } element)
        {
            RefuseMissing(field, kind.Name);
            return default;
        }

        if (kind.Convert(element, out var value))
        {
            return value;
        }

        Refuse(field, Shown(element), kind.Name, kind.Advice(element));
        return default;
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
