using System.Collections.Immutable;
using System.Text;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli.Configuration;

/// <summary>
/// The block <c>config:</c> of <c>Pulumi.yaml</c>, by which the Pulumi program checks the types of keys. A key stands there when every
/// stack's program requires it: one that is declared without a value has to stand in every stack's file, whether or not a program reads it
/// (https://github.com/pulumi/pulumi/issues/21797).
/// </summary>
internal static class ProjectSchema
{
    /// <summary>The file, by its path from the project's folder.</summary>
    public const string File = "Pulumi.yaml";

    private const string Key = "config:";

    /// <summary>The settings that the block declares.</summary>
    /// <param name="settings">The settings of all stacks.</param>
    /// <returns>Those that every stack requires.</returns>
    public static IEnumerable<Setting> Declared(ImmutableArray<Setting> settings) => settings.Where(setting => setting.Required);

    /// <summary>Puts the block into a project's file, in place of the one that is there.</summary>
    /// <param name="settings">The settings of all stacks.</param>
    /// <param name="project">The file's text.</param>
    /// <returns>The text with the block, at the end when there was none.</returns>
    public static string Write(ImmutableArray<Setting> settings, string project)
    {
        var lines = project.TrimEnd('\n').Split('\n');
        var start = Array.FindIndex(lines, line => line.TrimEnd() == Key);
        start = start < 0 ? lines.Length : start;
        var end = Array.FindIndex(lines, Math.Min(start + 1, lines.Length), line => line.Length > 0 && line[0] is not ' ');
        end = end < 0 ? lines.Length : end;
        return string.Join('\n', [.. lines[..start], .. Block(settings), .. lines[end..]]) + "\n";
    }

    private static IEnumerable<string> Block(ImmutableArray<Setting> settings)
    {
        yield return Key;
        yield return "  # Only what every stack requires: a key that stands here without a value Pulumi wants in every stack's file, read or not";
        yield return $"  # (https://github.com/pulumi/pulumi/issues/21797). All keys: {StackSchema.File} and {SettingsReference.File}.";
        foreach (var setting in Declared(settings))
        {
            yield return $"  {setting.Name}:";
            yield return $"    type: {(setting.Kind == SettingKind.Fields ? "object" : "string")}";
            yield return $"    description: {Quoted(setting.Description)}";
        }
    }

    // As it stands where YAML reads it as the same text.
    private static string Quoted(string text) =>
        text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal) || text[^1] == ':' || !char.IsLetterOrDigit(text[0])
            ? new StringBuilder(text).Replace("\\", @"\\").Replace("\"", "\\\"").Insert(0, '"').Append('"').ToString()
            : text;
}
