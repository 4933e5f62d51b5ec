using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;
using EcsPlatform.Stacks;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli;

/// <summary>A stack of the project around the current folder, and what its program registers.</summary>
/// <param name="Project">The project.</param>
/// <param name="File">The stack's file.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Repositories">The repositories of its pinned images, by the images' names.</param>
internal sealed record PlannedStack(ProjectFile Project, StackFile File, Plan Plan, ImmutableSortedDictionary<string, string> Repositories)
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
    public static async Task<PlannedStack> OfAsync(string stack)
    {
        var project = ProjectFile.Find(Directory.GetCurrentDirectory());
        var file = StackFile.Read(project, stack);
        var config = new StackConfig(
            file.Config.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal),
            file.Config.Where(entry => entry.Value.Secret).Select(entry => entry.Key).ToImmutableSortedSet(StringComparer.Ordinal));
        var problems = StackPrograms.Problems(stack, config);
        if (!problems.IsEmpty)
        {
            throw new PreviewException([.. problems.Select(problem => $"{Place(file, problem.Where)}{problem}")]);
        }

        var plan = await PreviewRun.RunAsync(new PreviewRequest
        {
            Project = project.Name,
            Stack = stack,
            Config = file.Config,
            Program = () => StackPrograms.Deploy(stack, config),
        });
        var images = PlatformSettings.Read(stack, config).Images.ByName;
        return new PlannedStack(
            project, file, plan, images.ToImmutableSortedDictionary(image => image.Key, image => image.Value.Repository, StringComparer.Ordinal));
    }

    // What is no config key has no place in the file.
    private static string Place(StackFile file, string key) =>
        !key.Contains(':', StringComparison.Ordinal) ? ""
        : file.LineOf(key) is { } line ? $"{file.FileName}:{line}: "
        : $"{file.FileName}: ";
}
