using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using EcsPlatform.Shared;
using YamlDotNet.RepresentationModel;

namespace EcsPlatform.Preview.Configuration;

/// <summary>The config of a stack, <c>Pulumi.&lt;stack&gt;.yaml</c>, as a program would get it. Secrets stay encrypted: they become placeholders.</summary>
public sealed class StackFile
{
    /// <summary>What a program gets in place of a secret.</summary>
    public const string SecretPlaceholder = "[secret]";

    private const string SecureKey = "secure";

    // What the Pulumi CLI keeps in a stack's file besides the config.
    private static readonly ImmutableArray<string> KnownKeys =
        ["backend", "config", "encryptedkey", "encryptionsalt", "environment", "secretsprovider"];

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    private StackFile(string fileName) => FileName = fileName;

    /// <summary>The file's name, for messages.</summary>
    public string FileName { get; }

    /// <summary>The config: full keys and their texts.</summary>
    public ImmutableSortedDictionary<string, ConfigValue> Config { get; private set; } =
        ImmutableSortedDictionary.Create<string, ConfigValue>(StringComparer.Ordinal);

    /// <summary>Reads the file of a stack.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The file.</returns>
    /// <exception cref="PreviewException">There is no such file, or it cannot be read.</exception>
    public static StackFile Read(ProjectFile project, string stack)
    {
        var path = project.StackPath(stack);
        var name = Path.GetFileName(path);
        if (!Path.Exists(path))
        {
            throw new PreviewException(
                stack.Contains('/', StringComparison.Ordinal) || stack.EndsWith(".yaml", StringComparison.Ordinal)
                    ? $"'{stack}' is no name of a stack. Stacks with a file: {Known(project)}. Give the name alone."
                    : $"Stack '{stack}' has no file {name}. Stacks with a file: {Known(project)}. {Nearest.Advice(stack, project.Stacks, "")}".TrimEnd());
        }

        return Of(project, name, YamlText.ReadMapping(path, name));
    }

    /// <summary>Reads a text that a stack's file could have.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="text">The text.</param>
    /// <returns>The file, as if it had that text.</returns>
    /// <exception cref="PreviewException">The text cannot be read.</exception>
    public static StackFile Parse(ProjectFile project, string stack, string text)
    {
        var name = Path.GetFileName(project.StackPath(stack));
        return Of(project, name, YamlText.ParseMapping(text, name));
    }

    /// <summary>The line where a config key or a value inside it stands.</summary>
    /// <param name="path">For example <c>ecs-platform:network.zones[1]</c>.</param>
    /// <returns>The line, from 1; that of the nearest enclosing value when there is none of this path; null when there is none at all.</returns>
    public int? LineOf(string path)
    {
        for (var candidate = path; candidate.Length > 0; candidate = candidate[..Math.Max(0, candidate.LastIndexOfAny(['.', '[']))])
        {
            if (_lines.TryGetValue(candidate, out var line))
            {
                return line;
            }
        }

        return null;
    }

    private static StackFile Of(ProjectFile project, string name, YamlMappingNode root)
    {
        var file = new StackFile(name);
        var problems = root.Children.Keys.OfType<YamlScalarNode>()
            .Where(key => !KnownKeys.Contains(key.Value!))
            .Select(key => $"{file.FileName}:{key.Start.Line}: unknown key '{key.Value}'. Allowed: {string.Join(", ", KnownKeys)}. {Nearest.Advice(key.Value!, KnownKeys)}")
            .ToImmutableArray();
        if (!problems.IsEmpty)
        {
            throw new PreviewException(problems);
        }

        if (root.Children.TryGetValue("config", out var config))
        {
            file.Config = file.ReadConfig(project.Name, config);
        }

        return file;
    }

    private static string Known(ProjectFile project) => project.Stacks is { Count: > 0 } stacks ? string.Join(", ", stacks) : "none";

    private ImmutableSortedDictionary<string, ConfigValue> ReadConfig(string project, YamlNode config)
    {
        if (config is YamlScalarNode { Value: null or "" or "~" or "null" })
        {
            return Config;
        }

        if (config is not YamlMappingNode mapping)
        {
            throw new PreviewException($"{FileName}:{config.Start.Line}: 'config' must be a mapping of keys to values.");
        }

        var values = Config.ToBuilder();
        foreach (var (keyNode, value) in mapping.Children)
        {
            // A key without a namespace is the project's own.
            var key = ((YamlScalarNode)keyNode).Value!;
            var fullKey = key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";
            if (values.ContainsKey(fullKey))
            {
                throw new PreviewException(
                    $"{FileName}:{keyNode.Start.Line}: '{key}' is the '{fullKey}' of line {_lines[fullKey]} a second time. Keep one of the two.");
            }

            _lines[fullKey] = (int)keyNode.Start.Line;
            values[fullKey] = ReadValue(fullKey, value);
        }

        return values.ToImmutable();
    }

    private ConfigValue ReadValue(string path, YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                return new ConfigValue(scalar.Value ?? "");
            case YamlMappingNode mapping when IsSecure(mapping):
                return new ConfigValue(SecretPlaceholder, Secret: true);
        }

        using var stream = new MemoryStream();
        bool secret;
        using (var json = new Utf8JsonWriter(stream))
        {
            secret = Write(json, path, node);
        }

        return new ConfigValue(Encoding.UTF8.GetString(stream.ToArray()), secret);
    }

    // Returns whether a secret is in the value.
    private bool Write(Utf8JsonWriter json, string path, YamlNode node)
    {
        var secret = false;
        switch (node)
        {
            case YamlMappingNode mapping when IsSecure(mapping):
                json.WriteStringValue(SecretPlaceholder);
                return true;
            case YamlMappingNode mapping:
                json.WriteStartObject();
                foreach (var (keyNode, value) in mapping.Children)
                {
                    var key = ((YamlScalarNode)keyNode).Value!;
                    _lines[$"{path}.{key}"] = (int)keyNode.Start.Line;
                    json.WritePropertyName(key);
                    secret |= Write(json, $"{path}.{key}", value);
                }

                json.WriteEndObject();
                return secret;
            case YamlSequenceNode sequence:
                json.WriteStartArray();
                for (var i = 0; i < sequence.Children.Count; i++)
                {
                    _lines[$"{path}[{i}]"] = (int)sequence.Children[i].Start.Line;
                    secret |= Write(json, $"{path}[{i}]", sequence.Children[i]);
                }

                json.WriteEndArray();
                return secret;
            default:
                YamlScalar.Write(json, (YamlScalarNode)node);
                return false;
        }
    }

    private static bool IsSecure(YamlMappingNode mapping) =>
        mapping.Children.Count == 1 && mapping.Children.ContainsKey(SecureKey);
}
