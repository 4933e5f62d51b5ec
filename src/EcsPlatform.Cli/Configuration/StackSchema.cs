using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli.Configuration;

/// <summary>
/// The JSON schema of a stack's file, for editors. It knows keys, kinds, words and the looks of pins; what needs knowledge of more than one
/// value the programs judge.
/// </summary>
internal static class StackSchema
{
    /// <summary>The first line of every stack's file, which leads editors to the schema.</summary>
    public const string Line = $"# yaml-language-server: $schema={File}";

    /// <summary>The schema's file, by its path from the project's folder.</summary>
    public const string File = "schemas/stack.schema.json";

    // Draft 7 is what editors' YAML servers take: https://github.com/redhat-developer/yaml-language-server
    private const string Draft = "http://json-schema.org/draft-07/schema#";

    /// <summary>The key by which Pulumi refuses resources that name no provider of the stack's own (https://www.pulumi.com/blog/disable-default-providers/).</summary>
    public const string DefaultProviders = "pulumi:disable-default-providers";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the schema.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>JSON, indented, ending in a line feed.</returns>
    public static string Write(ImmutableArray<Setting> settings)
    {
        var config = Object(settings, setting => $"{PlatformSettings.Namespace}:{setting.Name}");
        config["properties"]![DefaultProviders] = new JsonObject
        {
            ["description"] = "The packages whose default provider is switched off: a resource that names no provider of the stack's own, which refuses other accounts, " +
                "is refused. Allowed: a list with aws, or * for all.",
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            ["contains"] = new JsonObject { ["enum"] = new JsonArray("aws", "*") },
        };
        config["required"]!.AsArray().Add(DefaultProviders);
        // Keys of providers and of other programs are none of our business; one without a namespace is ours, and would not be looked at.
        config.Remove("additionalProperties");
        config["patternProperties"] = new JsonObject
        {
            [$"^{PlatformSettings.Namespace}:(?!(?:{string.Join('|', settings.Select(setting => setting.Name))})$)"] = false,
            ["^[^:]*$"] = false,
        };
        return new JsonObject
        {
            ["$schema"] = Draft,
            ["title"] = $"A stack of {PlatformSettings.Namespace}",
            ["description"] = "Pulumi.<stack>.yaml. Written by the command schema from the settings that programs read.",
            ["type"] = "object",
            ["properties"] = new JsonObject { ["config"] = config },
            ["required"] = new JsonArray("config"),
        }.ToJsonString(Options) + "\n";
    }

    private static JsonObject Object(ImmutableArray<Setting> fields, Func<Setting, string> name)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(name(field), Of(field)))),
            ["additionalProperties"] = false,
        };
        if (fields.Any(field => field.MustBeGiven))
        {
            schema["required"] = new JsonArray([.. fields.Where(field => field.MustBeGiven).Select(field => (JsonNode)name(field))]);
        }

        return schema;
    }

    private static JsonObject Of(Setting setting)
    {
        var schema = setting.Kind switch
        {
            SettingKind.Fields => Object(setting.Fields, field => field.Name),
            SettingKind.Texts => new JsonObject { ["type"] = "array", ["items"] = Text(setting) },
            SettingKind.TextsByName => new JsonObject { ["type"] = "object", ["additionalProperties"] = Text(setting) },
            SettingKind.WholeNumber => new JsonObject { ["type"] = "integer" },
            SettingKind.Flag => new JsonObject { ["type"] = "boolean" },
            _ => Text(setting),
        };
        schema.Insert(0, "description", Description(setting));
        if (setting is { Default: { } value, Otherwise: null })
        {
            schema["default"] = EffectiveSetting.ValueOf(setting.Kind, value);
        }

        return schema;
    }

    private static JsonObject Text(Setting setting)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (!setting.Words.IsEmpty)
        {
            schema["enum"] = new JsonArray([.. setting.Words.Select(word => (JsonNode)word)]);
        }
        else if (setting.Pattern is { } pattern)
        {
            schema["pattern"] = pattern;
        }
        else if (setting.Kind is SettingKind.Text or SettingKind.TextsByName)
        {
            schema["minLength"] = 1;
        }

        return schema;
    }

    private static string Description(Setting setting) =>
        $"{setting.Description}." +
        (setting.Words.IsEmpty && setting.Allowed is { } allowed ? $" Allowed: {allowed}." : "") +
        (setting.Otherwise is { } otherwise ? $" Left out: {otherwise}." : "");
}
