using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcsPlatform.Foundations;
using EcsPlatform.Shared;

namespace EcsPlatform.Stacks.Settings;

/// <summary>
/// Reads the config of one namespace, section by section, and collects what is wrong: missing and misspelt keys, values of a wrong
/// type, values that do not parse. Reading goes on after a problem, so that all of them are found at once.
/// </summary>
internal sealed class ConfigReader
{
    // Keys of Pulumi itself, of providers and of other programs are none of our business.
    private readonly string _namespace;
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (Setting Setting, ConfigSection? Section)> _asked = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private readonly List<ConfigSection> _sections = [];
    private readonly HashSet<string> _misspelt = new(StringComparer.Ordinal);

    private ConfigReader(string @namespace) => _namespace = @namespace;

    /// <summary>What is wrong, in the order of the config.</summary>
    public IEnumerable<Problem> Problems => [.. _sections.SelectMany(section => section.Problems), .. _problems];

    /// <summary>The names of the sections that are missing or in which something is wrong.</summary>
    public IReadOnlySet<string> SectionsWithProblems =>
        _sections.Where(section => section.Problems.Count > 0).Select(section => section.Name).Concat(_misspelt).ToHashSet(StringComparer.Ordinal);

    /// <summary>The settings that were asked for, sorted by name.</summary>
    public ImmutableArray<Setting> Settings => [.. _asked.Values.Select(asked => asked.Section is { } section
        ? asked.Setting with { Fields = section.Settings, Given = _texts.ContainsKey(section.Name) ? section.Value : null }
        : asked.Setting)];

    /// <summary>Makes a reader.</summary>
    /// <param name="namespace">The namespace, the project's name.</param>
    /// <param name="config">The stack's config.</param>
    public static ConfigReader Of(string @namespace, StackConfig config)
    {
        var reader = new ConfigReader(@namespace);
        foreach (var (key, text) in config.Values.Where(entry => entry.Key.StartsWith($"{@namespace}:", StringComparison.Ordinal)))
        {
            var name = key[(@namespace.Length + 1)..];
            reader._texts[name] = text;
            if (config.SecretKeys.Contains(key))
            {
                reader._secrets.Add(name);
            }
        }

        return reader;
    }

    /// <summary>Begins to read a key whose value is an object.</summary>
    /// <param name="name">The key, without the namespace.</param>
    /// <param name="description">What it means.</param>
    /// <returns>The section; empty, with a problem, when the key is missing or holds something else.</returns>
    public ConfigSection Section(string name, string description) => Add(Parse(name), new Setting(name, SettingKind.Fields, description) { Required = true });

    /// <summary>Begins to read a key whose value is an object and that may be left out, which is as if it had no fields.</summary>
    /// <param name="name">The key, without the namespace.</param>
    /// <param name="description">What it means.</param>
    /// <returns>The section; empty, with a problem, when the key holds something else.</returns>
    public ConfigSection OptionalSection(string name, string description) => Add(
        _texts.ContainsKey(name) ? Parse(name) : ConfigSection.Empty(name, $"{_namespace}:{name}"), new Setting(name, SettingKind.Fields, description));

    /// <summary>Reads a key whose value is one of some words.</summary>
    /// <param name="name">The key, without the namespace.</param>
    /// <param name="words">The words and what they mean.</param>
    /// <param name="missing">The word that it is when the key is left out.</param>
    /// <param name="description">What it means.</param>
    /// <returns>The meaning; that of a missing key, with a problem, for any other value.</returns>
    public T OptionalWord<T>(string name, ImmutableSortedDictionary<string, T> words, string missing, string description)
    {
        var setting = new Setting(name, SettingKind.Text, description) { Default = missing, Words = [.. words.Keys] };
        _asked[name] = (setting, null);
        if (!_texts.TryGetValue(name, out var text))
        {
            return words[missing];
        }

        var isSecret = _secrets.Contains(name);
        if (!isSecret && words.TryGetValue(text, out var meaning))
        {
            _asked[name] = (setting with { Given = JsonSerializer.SerializeToElement(text) }, null);
            return meaning;
        }

        _problems.Add(new Problem(
            $"{_namespace}:{name}",
            isSecret ? "a secret" : $"'{text}'",
            string.Join(", ", words.Keys),
            isSecret ? "Write the value without 'secure:'" : "Correct the value"));
        return words[missing];
    }

    /// <summary>Reads a key whose value is text.</summary>
    /// <param name="name">The key, without the namespace.</param>
    /// <param name="format">What the text looks like.</param>
    /// <param name="description">What it means.</param>
    /// <returns>The text; empty, with a problem, when it is missing or wrong.</returns>
    public string Text(string name, ConfigFormat format, string description)
    {
        var setting = new Setting(name, SettingKind.Text, description) { Required = true, Allowed = format.Allowed, Pattern = format.Pattern };
        _asked[name] = (setting, null);
        var (given, isSecret) = (_texts.TryGetValue(name, out var text), _secrets.Contains(name));
        if (given && !isSecret && Regex.IsMatch(text!, format.Pattern!) && !text!.EndsWith('\n'))
        {
            _asked[name] = (setting with { Given = JsonSerializer.SerializeToElement(text) }, null);
            return text!;
        }

        _problems.Add(new Problem(
            $"{_namespace}:{name}",
            isSecret ? "a secret" : given ? $"'{text}'" : "missing",
            format.Allowed,
            isSecret ? "Write the value without 'secure:'" : given ? "Correct the value" : "Add it"));
        return "";
    }

    /// <summary>Finds the keys that nothing has read. To be called last. A missing key that one of them is a misspelling of is not noted as well.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var section in _sections)
        {
            section.RefuseUnknownKeys();
        }

        foreach (var key in _texts.Keys.Where(key => !_asked.ContainsKey(key)))
        {
            _problems.Add(new Problem($"{_namespace}:{key}", "an unknown key", string.Join(", ", _asked.Keys), Nearest.Advice(key, _asked.Keys)));
            if (Nearest.Of(key, _asked.Keys) is { } meant && !_texts.ContainsKey(meant))
            {
                _sections.SingleOrDefault(section => section.Name == meant)?.Problems.Clear();
                _misspelt.Add(meant);
            }
        }
    }

    private ConfigSection Add(ConfigSection section, Setting setting)
    {
        _asked[section.Name] = (setting, section);
        _sections.Add(section);
        return section;
    }

    private ConfigSection Parse(string name)
    {
        var path = $"{_namespace}:{name}";
        if (!_texts.TryGetValue(name, out var text))
        {
            return ConfigSection.Wrong(name, path, new Problem(path, "missing", "an object", "Add it with its fields"));
        }

        if (_secrets.Contains(name))
        {
            return ConfigSection.Wrong(name, path, new Problem(path, "a secret, or an object with one", "plain values", "Write the values without 'secure:'"));
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return ConfigSection.Of(name, path, json.RootElement.Clone());
        }
        catch (JsonException)
        {
            return ConfigSection.Wrong(name, path, new Problem(path, $"'{text}'", "an object", "Write its fields below it, each in a line of its own"));
        }
    }
}
