using System.Collections.Immutable;
using EcsPlatform.Cli.Pins;
using EcsPlatform.Foundations;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;
using EcsPlatform.Stacks;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli;

/// <summary>A stack of the project around the current folder, and what its file says.</summary>
/// <param name="Project">The project.</param>
/// <param name="File">The stack's file.</param>
/// <param name="Config">The stack's config.</param>
/// <param name="Settings">The config, read.</param>
internal sealed record ConfiguredStack(ProjectFile Project, StackFile File, StackConfig Config, PlatformSettings Settings)
{
    /// <summary>The file with the stack's accepted plan, by its path from the project's folder.</summary>
    public string AcceptedPlanName => $"stacks/plans/{Settings.Stack}.json";

    /// <summary>The file with the stack's accepted plan.</summary>
    public string AcceptedPlanPath => Path.Combine(Project.Folder, AcceptedPlanName);

    /// <summary>Reads a stack's file.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The stack.</returns>
    /// <exception cref="PreviewException">The file or the config is wrong.</exception>
    public static ConfiguredStack Read(string stack)
    {
        var project = ProjectFile.Find(Directory.GetCurrentDirectory());
        return Of(project, stack, StackFile.Read(project, stack));
    }

    /// <summary>Reads what a stack's file, or a text in its place, says.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="file">The file.</param>
    /// <returns>The stack.</returns>
    /// <exception cref="PreviewException">The config is wrong.</exception>
    public static ConfiguredStack Of(ProjectFile project, string stack, StackFile file)
    {
        var config = new StackConfig(
            file.Config.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal),
            file.Config.Where(entry => entry.Value.Secret).Select(entry => entry.Key).ToImmutableSortedSet(StringComparer.Ordinal));
        try
        {
            return new ConfiguredStack(project, file, config, StackPrograms.Read(stack, config));
        }
        catch (InvalidArgsException exception)
        {
            throw new PreviewException([.. exception.Problems.Select(problem => FilePlace.Of(file, problem))]);
        }
    }
}
