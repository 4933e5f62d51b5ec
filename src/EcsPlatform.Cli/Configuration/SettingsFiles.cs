using System.Collections.Immutable;

namespace EcsPlatform.Cli.Configuration;

/// <summary>The files of a project that follow from the settings that programs read.</summary>
internal static class SettingsFiles
{
    /// <summary>The files as they should be.</summary>
    /// <param name="folder">The project's folder, with its <c>Pulumi.yaml</c>.</param>
    /// <returns>Their paths from that folder, and their texts.</returns>
    public static ImmutableArray<(string File, string Text)> Of(string folder) =>
    [
        (StackSchema.File, StackSchema.Write(EverySetting.All)),
        (ProjectSchema.File, ProjectSchema.Write(EverySetting.All, File.ReadAllText(Path.Combine(folder, ProjectSchema.File)))),
        (SettingsReference.File, SettingsReference.Write(EverySetting.All)),
    ];
}
