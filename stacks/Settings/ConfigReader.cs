using System.Collections.Immutable;
using System.Text.Json;
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
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private readonly List<ConfigSection> _sections = [];
    private readonly HashSet<string> _misspelt = new(StringComparer.Ordinal);

    private ConfigReader(string @namespace) => _namespace = @namespace;

    /// <summary>What is wrong, in the order of the config.</summary>
    public IEnumerable<Problem> Problems => [.. _sections.SelectMany(section => section.Problems), .. _problems];

    /// <summary>The names of the sections that are missing or in which something is wrong.</summary>
    public IReadOnlySet<string> SectionsWithProblems =>
        _sections.Where(section => section.Problems.Count > 0).Select(section => section.Name).Concat(_misspelt).ToHashSet(StringComparer.Ordinal);

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

    /// <summary>Whether a key is there, for what may be left out.</summary>
    /// <param name="name">The key, without the namespace.</param>
    public bool Has(string name)
    {
        _known.Add(name);
        return _texts.ContainsKey(name);
    }

    /// <summary>Begins to read a key whose value is an object.</summary>
    /// <param name="name">The key, without the namespace.</param>
    /// <returns>The section; empty, with a problem, when the key is missing or holds something else.</returns>
    public ConfigSection Section(string name)
    {
        _known.Add(name);
        var section = Parse(name);
        _sections.Add(section);
        return section;
    }

    /// <summary>Begins to read a key whose value is an object and that may be left out, which is as if it had no fields.</summary>
    /// <param name="name">The key, without the namespace.</param>
    /// <returns>The section; empty, with a problem, when the key holds something else.</returns>
    public ConfigSection OptionalSection(string name)
    {
        if (_texts.ContainsKey(name))
        {
            return Section(name);
        }

        _known.Add(name);
        var section = ConfigSection.Empty(name, $"{_namespace}:{name}");
        _sections.Add(section);
        return section;
    }

    /// <summary>Reads a key whose value is one of some words.</summary>
    /// <param name="name">The key, without the namespace.</param>
    /// <param name="words">The words and what they mean.</param>
    /// <param name="missing">What it means to leave the key out.</param>
    /// <returns>The meaning; that of a missing key, with a problem, for any other value.</returns>
    public T OptionalWord<T>(string name, ImmutableSortedDictionary<string, T> words, T missing)
    {
        _known.Add(name);
        if (!_texts.TryGetValue(name, out var text))
        {
            return missing;
        }

        var isSecret = _secrets.Contains(name);
        if (!isSecret && words.TryGetValue(text, out var meaning))
        {
            return meaning;
        }

        _problems.Add(new Problem(
            $"{_namespace}:{name}",
            isSecret ? "a secret" : $"'{text}'",
            string.Join(", ", words.Keys),
            isSecret ? "Write the value without 'secure:'" : "Correct the value"));
        return missing;
    }

    /// <summary>Reads a key whose value is a text that has no other place.</summary>
    /// <param name="name">The key, without the namespace.</param>
    /// <param name="isValid">Which texts are right.</param>
    /// <param name="validValues">What they look like.</param>
    /// <returns>The text; empty, with a problem, when it is missing or wrong.</returns>
    public string Text(string name, Func<string, bool> isValid, string validValues)
    {
        _known.Add(name);
        var isSecret = _secrets.Contains(name);
        if (!isSecret && _texts.TryGetValue(name, out var text) && isValid(text))
        {
            return text;
        }

        _problems.Add(new Problem(
            $"{_namespace}:{name}",
            isSecret ? "a secret" : _texts.TryGetValue(name, out var wrong) ? $"'{wrong}'" : "missing",
            validValues,
            isSecret ? "Write the value without 'secure:'" : _texts.ContainsKey(name) ? "Correct the value" : "Add it"));
        return "";
    }

    /// <summary>Finds the keys that nothing has read. To be called last. A missing key that one of them is a misspelling of is not noted as well.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var section in _sections)
        {
            section.RefuseUnknownKeys();
        }

        foreach (var key in _texts.Keys.Where(key => !_known.Contains(key)))
        {
            _problems.Add(new Problem($"{_namespace}:{key}", "an unknown key", string.Join(", ", _known), Nearest.Advice(key, _known)));
            if (Nearest.Of(key, _known) is { } meant && !_texts.ContainsKey(meant))
            {
                _sections.SingleOrDefault(section => section.Name == meant)?.Problems.Clear();
                _misspelt.Add(meant);
            }
        }
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
