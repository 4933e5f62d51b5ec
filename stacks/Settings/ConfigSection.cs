using System.Collections.Immutable;
using System.Globalization;
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
    private readonly SortedDictionary<string, (Setting Setting, ConfigSection? Part)> _asked = new(StringComparer.Ordinal);

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

    /// <summary>Whether the section's fields could be read, none of them perhaps.</summary>
    public bool IsRead => _fields is not null;

    /// <summary>What the config says, for a section that could be read.</summary>
    public JsonElement? Value => _fields;

    /// <summary>The fields that were asked for, sorted by name.</summary>
    public ImmutableArray<Setting> Settings => [.. _asked.Values.Select(asked => asked.Part is { } part ? asked.Setting with { Fields = part.Settings } : asked.Setting)];

    /// <summary>Reads required text.</summary>
    public string Text(string field, string description, ConfigFormat? format = null) =>
        Read(Asked(field, description, format) with { Required = true }, ConfigKind.Text) ?? "";

    /// <summary>Reads a required whole number.</summary>
    public int Number(string field, string description) =>
        Read(new Setting(field, SettingKind.WholeNumber, description) { Required = true }, ConfigKind.WholeNumber);

    /// <summary>Reads text that may be left out.</summary>
    /// <param name="field">The field.</param>
    /// <param name="missing">The text that it is then.</param>
    /// <param name="description">What it means.</param>
    /// <param name="otherwise">Where that text comes from, unless it is the same everywhere.</param>
    public string OptionalText(string field, string missing, string description, string? otherwise = null) =>
        TryRead(Asked(field, description) with { Default = missing, Otherwise = otherwise }, ConfigKind.Text, out var text) ? text ?? "" : missing;

    /// <summary>Reads text that may be left out; null then.</summary>
    public string? TextOrNull(string field, string description, ConfigFormat? format = null, string? otherwise = null) =>
        TryRead(Asked(field, description, format) with { Otherwise = otherwise }, ConfigKind.Text, out var text) ? text ?? "" : null;

    /// <summary>Reads a whole number that may be left out.</summary>
    /// <param name="field">The field.</param>
    /// <param name="missing">The number that it is then.</param>
    /// <param name="description">What it means.</param>
    /// <param name="otherwise">Where that number comes from, unless it is the same everywhere.</param>
    public int OptionalNumber(string field, int missing, string description, string? otherwise = null) => NumberOrNull(field, missing, description, otherwise) ?? missing;

    /// <summary>Reads a whole number that may be left out; what it is then, if anything.</summary>
    public int? NumberOrNull(string field, int? missing, string description, string? otherwise = null)
    {
        var setting = new Setting(field, SettingKind.WholeNumber, description) { Default = missing?.ToString(CultureInfo.InvariantCulture), Otherwise = otherwise };
        return TryRead(setting, ConfigKind.WholeNumber, out var number) ? number : missing;
    }

    /// <summary>Reads a yes or no that may be left out.</summary>
    public bool OptionalFlag(string field, bool missing, string description)
    {
        var setting = new Setting(field, SettingKind.Flag, description) { Default = missing ? "true" : "false" };
        return TryRead(setting, ConfigKind.Flag, out var flag) ? flag : missing;
    }

    /// <summary>Reads a required list of texts.</summary>
    public ImmutableArray<string> Texts(string field, string description) =>
        Read(new Setting(field, SettingKind.Texts, description) { Required = true }, ConfigKind.Texts) is { IsDefault: false } texts ? texts : [];

    /// <summary>Reads texts by names of any kind; none when they are left out.</summary>
    public ImmutableSortedDictionary<string, string> TextsByName(string field, string description) =>
        TryRead(Asked(field, description) with { Otherwise = "none" }, ConfigKind.TextsByName, out var texts) && texts is not null
            ? texts
            : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Reads a required object, whose problems are to be taken over with <see cref="Include"/>.</summary>
    public ConfigSection Section(string field, string description, string? allowed = null) =>
        Part(new Setting(field, SettingKind.Fields, description) { Required = true, Allowed = allowed });

    /// <summary>Reads an object that may be left out, which is as if it had no fields, with its problems.</summary>
    public T OptionalPart<T>(string field, Func<ConfigSection, T> read, string description)
    {
        var part = Part(new Setting(field, SettingKind.Fields, description));
        var value = read(part);
        Include(part);
        return value;
    }

    /// <summary>Reads an object that may be left out, with its problems; null then.</summary>
    public T? PartOrNull<T>(string field, Func<ConfigSection, T> read, string description)
        where T : class
    {
        // What is not there is read as well, so that its fields are known.
        if (_fields is null || Find(field) is null)
        {
            var absent = new ConfigSection(field, $"{_path}.{field}", null);
            Ask(new Setting(field, SettingKind.Fields, description) { Absent = true }, absent);
            read(absent);
            return null;
        }

        return OptionalPart(field, read, description);
    }

    /// <summary>Takes over the problems of an object in this section.</summary>
    public void Include(ConfigSection section)
    {
        section.RefuseUnknownKeys();
        Problems.AddRange(section.Problems);
    }

    /// <summary>Reads required text that must parse.</summary>
    public T Parsed<T>(string field, TryParse<T> tryParse, ConfigFormat format, string description)
    {
        var text = Text(field, description, format);
        return text.Length == 0 ? default! : Parse($"{_path}.{field}", text, tryParse, format.Allowed);
    }

    /// <summary>Reads a required list whose texts must parse.</summary>
    public ImmutableArray<T> List<T>(string field, TryParse<T> tryParse, ConfigFormat format, string description) =>
        Items(field, Read(Asked(field, description, format) with { Required = true }, ConfigKind.Texts), tryParse, format);

    /// <summary>Reads a list whose texts must parse; null when the field is left out.</summary>
    /// <param name="field">The field.</param>
    /// <param name="tryParse">Reads an item.</param>
    /// <param name="format">What an item looks like.</param>
    /// <param name="description">What the list means.</param>
    /// <param name="otherwise">What it means to leave it out.</param>
    public ImmutableArray<T>? OptionalList<T>(string field, TryParse<T> tryParse, ConfigFormat format, string description, string otherwise)
    {
        var setting = Asked(field, description, format) with { Otherwise = otherwise };
        return TryRead(setting, ConfigKind.Texts, out var texts) ? Items(field, texts, tryParse, format) : null;
    }

    /// <summary>Reads one of some words.</summary>
    public T OneOf<T>(string field, ImmutableSortedDictionary<string, T> words, string description) =>
        Parsed(field, (string? text, out T value) => words.TryGetValue(text ?? "", out value!), ConfigFormat.OneOf(words.Keys), description);

    /// <summary>Reads one of some words that may be left out.</summary>
    /// <param name="field">The field.</param>
    /// <param name="words">The words and what they mean.</param>
    /// <param name="missing">The word that it is then.</param>
    /// <param name="description">What it means.</param>
    public T OptionalOneOf<T>(string field, ImmutableSortedDictionary<string, T> words, string missing, string description)
    {
        var format = ConfigFormat.OneOf(words.Keys);
        return TryRead(Asked(field, description, format) with { Default = missing }, ConfigKind.Text, out var text) && text is not null
            ? Parse($"{_path}.{field}", text, (string? word, out T value) => words.TryGetValue(word ?? "", out value!), format.Allowed)
            : words[missing];
    }

    /// <summary>Notes the fields that nothing has read. A missing field that one of them is a misspelling of is not noted as well.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var field in _fields?.EnumerateObject().Select(member => member.Name).Where(field => !_asked.ContainsKey(field)) ?? [])
        {
            var meant = Nearest.Of(field, _asked.Keys);
            Problems.RemoveAll(problem => problem.Found == Missing && problem.Where == $"{_path}.{meant}");
            Problems.Add(new Problem($"{_path}.{field}", "an unknown key", string.Join(", ", _asked.Keys), Nearest.Advice(field, _asked.Keys)));
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

    // Read sets the kind.
    private static Setting Asked(string field, string description, ConfigFormat? format = null) =>
        new(field, SettingKind.Text, description) { Allowed = format?.Allowed, Pattern = format?.Pattern, Words = format?.Words ?? [] };

    private JsonElement? Find(string field) =>
        _fields is { } fields && fields.TryGetProperty(field, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;

    private void Ask(Setting setting, ConfigSection? part = null) => _asked[setting.Name] = (setting, part);

    // An object that is required, or not: one that may be left out has no fields then.
    private ConfigSection Part(Setting setting)
    {
        var path = $"{_path}.{setting.Name}";
        var part = _fields is not null && Find(setting.Name) is null && !setting.Required
            ? Empty(setting.Name, path)
            : new ConfigSection(setting.Name, path, Read(setting, ConfigKind.Fields) is { ValueKind: JsonValueKind.Object } fields ? fields : null);
        Ask(setting with { Given = Find(setting.Name) }, part);
        return part;
    }

    private bool TryRead<T>(Setting setting, ConfigKind<T> kind, out T? value)
    {
        value = default;
        if (Find(setting.Name) is null)
        {
            Ask(setting with { Kind = kind.Kind });
            return false;
        }

        value = Read(setting, kind);
        return true;
    }

    private T? Read<T>(Setting setting, ConfigKind<T> kind)
    {
        var given = Find(setting.Name);
        Ask(setting with { Kind = kind.Kind, Given = given });
        var allowed = kind.Kind == SettingKind.Fields ? setting.Allowed ?? kind.Name : kind.Name;
        if (given is not { } element)
        {
            RefuseMissing(setting.Name, allowed);
            return default;
        }

        if (kind.Convert(element, out var value))
        {
            return value;
        }

        Refuse(setting.Name, Shown(element), allowed, kind.Advice(element));
        return default;
    }

    private ImmutableArray<T> Items<T>(string field, ImmutableArray<string> texts, TryParse<T> tryParse, ConfigFormat format) =>
        [.. (texts.IsDefault ? [] : texts).Select((text, i) => Parse($"{_path}.{field}[{i}]", text, tryParse, format.Allowed))];

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
