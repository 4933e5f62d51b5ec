using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;
using EcsPlatform.Stacks;

namespace EcsPlatform.Cli;

/// <summary>A stack of the project around the current folder, and what its program registers.</summary>
/// <param name="Project">The project.</param>
/// <param name="File">The stack's file.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Repositories">The repositories of its pinned images, by the images' names.</param>
/// <param name="Jars">The keys of its pinned JARs, by the JARs' names.</param>
internal sealed record PlannedStack(
    ProjectFile Project, StackFile File, Plan Plan, ImmutableSortedDictionary<string, string> Repositories, ImmutableSortedDictionary<string, string> Jars)
{
    /// <summary>The stack and its file, for headings.</summary>
    public string Source => $"{Plan.Stack} ({File.FileName})";

    /// <summary>The file with the stack's accepted plan, by its path from the project's folder.</summary>
    public string AcceptedPlanName => $"stacks/plans/{Plan.Stack}.json";

    /// <summary>The file with the stack's accepted plan.</summary>
    public string AcceptedPlanPath => Path.Combine(Project.Folder, AcceptedPlanName);

    /// <summary>Reads a stack's file and runs its program.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The stack.</returns>
    /// <exception cref="PreviewException">The file, the config or the program is wrong.</exception>
    public static Task<PlannedStack> OfAsync(string stack) => OfAsync(ConfiguredStack.Read(stack));

    /// <summary>Runs the program of a stack.</summary>
    /// <param name="configured">The stack.</param>
    /// <returns>The stack with its plan.</returns>
    /// <exception cref="PreviewException">The program is wrong.</exception>
    public static async Task<PlannedStack> OfAsync(ConfiguredStack configured)
    {
        var (project, file, config, settings) = configured;
        var plan = await PreviewRun.RunAsync(new PreviewRequest
        {
            Project = project.Name,
            Stack = settings.Stack,
            Config = file.Config,
            Program = () => StackPrograms.Deploy(settings.Stack, config),
        });
        return new PlannedStack(
            project,
            file,
            plan,
            settings.Images.ByName.ToImmutableSortedDictionary(image => image.Key, image => image.Value.Repository, StringComparer.Ordinal),
            settings.Jars.ToImmutableSortedDictionary(jar => jar.Key, jar => jar.Value.Key, StringComparer.Ordinal));
    }
}
