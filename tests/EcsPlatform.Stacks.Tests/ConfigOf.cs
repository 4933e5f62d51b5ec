using System.Collections.Immutable;
using EcsPlatform.Preview.Configuration;
using EcsPlatform.Stacks.Settings;
using EcsPlatform.Tests;

namespace EcsPlatform.Stacks.Tests;

/// <summary>Staging's config, which tests vary.</summary>
internal static class ConfigOf
{
    /// <summary>The repository's root: the folder with the project's file.</summary>
    public static string Root { get; } = RepositoryFolder.Path;

    /// <summary>The config of a stack as its file has it.</summary>
    public static StackConfig Stack(string stack) => new(
        StackFile.Read(ProjectFile.Find(Root), stack).Config.ToImmutableSortedDictionary(
            entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal),
        []);

    /// <summary>The keys that a stack's program asks for, as messages list them.</summary>
    public static string Keys(string stack) => string.Join(", ", StackPrograms.Settings(stack, StackConfig.Empty).Select(setting => setting.Name));

    /// <summary>The config with another value for a section.</summary>
    public static StackConfig With(this StackConfig config, string section, string json) =>
        config with { Values = config.Values.SetItem($"{PlatformSettings.Namespace}:{section}", json) };

    /// <summary>The config without a section.</summary>
    public static StackConfig Without(this StackConfig config, string section) =>
        config with { Values = config.Values.Remove($"{PlatformSettings.Namespace}:{section}") };
}
