using System.Collections.Immutable;
using System.Text;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli.Configuration;

/// <summary>The page that describes every setting.</summary>
internal static class SettingsReference
{
    /// <summary>The page's file, by its path from the project's folder.</summary>
    public const string File = "docs/configuration.md";

    /// <summary>Writes the page.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>Markdown, ending in a line feed.</returns>
    public static string Write(ImmutableArray<Setting> settings)
    {
        var page = new StringBuilder();
        page.Append(
            $"""
            # Configuration

            Every setting of a stack, written by `schema` from what the programs read: do not edit this page. A stack's settings stand in its `Pulumi.<stack>.yaml`
            under `config`, each key after `{PlatformSettings.Namespace}:`. Editors check them by [{StackSchema.File}](../{StackSchema.File}), to which the first line of
            every such file leads them. Of the services and functions a stack has the sections and names that its own program asks for.

                schema                           # writes this page, the editors' schema and the block config of Pulumi.yaml
                config staging                   # the settings of a stack, those left out included, and where each comes from
                config staging --format json

            `Pulumi.yaml` declares those alone that every stack requires, for [Pulumi refuses](https://github.com/pulumi/pulumi/issues/21797) a stack whose file lacks
            a key that is declared there without a value. Beside the settings every stack's file has `{StackSchema.DefaultProviders}: [aws]`: a resource that
            names no provider of the stack's own is refused.

            Secrets have no place in these settings: they name the parameters and the secrets of AWS that hold them.

            | key | | what it says |
            | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var setting in settings)
        {
            var name = setting.Kind == SettingKind.Fields ? $"[`{setting.Name}`](#{setting.Name.ToLowerInvariant()})" : $"`{setting.Name}`";
            var kind = setting.Kind == SettingKind.Fields ? "" : $"; {Values(setting)}";
            page.Append($"| {name} | {(setting.MustBeGiven ? "required" : LeftOut(setting))} | {Cell(setting.Description + kind)} |\n");
        }

        foreach (var setting in settings.Where(setting => setting.Kind == SettingKind.Fields))
        {
            page.Append($"\n## {setting.Name}\n\n{setting.Description}.\n\n| field | kind | left out | allowed | what it means |\n| --- | --- | --- | --- | --- |\n");
            foreach (var (path, field) in setting.Fields.SelectMany(field => Flat(field.Name, field)))
            {
                page.Append(
                    $"| `{path}` | {Kind(field.Kind)} | {(field.MustBeGiven ? "required" : LeftOut(field))} | {Cell(Values(field))} | {Cell(field.Description)} |\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<(string Path, Setting Setting)> Flat(string path, Setting setting) =>
        setting.Fields.SelectMany(field => Flat($"{path}.{field.Name}", field)).Prepend((path, setting));

    private static string Kind(SettingKind kind) => kind switch
    {
        SettingKind.WholeNumber => "whole number",
        SettingKind.Flag => "true or false",
        SettingKind.Texts => "list of texts",
        SettingKind.TextsByName => "texts by name",
        SettingKind.Fields => "object",
        _ => "text",
    };

    private static string Values(Setting setting) => setting switch
    {
        { Words.IsEmpty: false } => string.Join(", ", setting.Words.Select(word => $"`{word}`")),
        { Kind: SettingKind.Fields } => "",
        _ => setting.Allowed ?? "",
    };

    private static string LeftOut(Setting setting) => Cell(
        setting.Otherwise ?? (setting.Default is { } value ? $"`{value}`" : setting.Kind == SettingKind.Fields && !setting.Absent ? "" : "none"));

    private static string Cell(string text) => text.Replace("|", @"\|", StringComparison.Ordinal);
}
