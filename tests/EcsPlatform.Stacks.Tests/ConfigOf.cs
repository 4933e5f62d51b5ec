using System.Collections.Immutable;
using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Stacks.Tests;

/// <summary>Staging's config, which tests vary.</summary>
internal static class ConfigOf
{
    /// <summary>The repository's root: the folder with the project's file.</summary>
    public static string Root { get; } = ProjectFile.Find(AppContext.BaseDirectory).Folder;

    /// <summary>The config of a stack as its file has it.</summary>
    public static ImmutableSortedDictionary<string, string> Stack(string stack) =>
        StackFile.Read(ProjectFile.Find(Root), stack).Config.ToImmutableSortedDictionary(
            entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal);
}
