using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Preview;
using EcsPlatform.Stacks;

namespace EcsPlatform.Cli;

/// <summary>A stack of the project around the current folder, and what its program registers.</summary>
/// <param name="Configured">What its file says.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Repositories">The repositories of its pinned images, by the images' names.</param>
/// <param name="Jars">The keys of its pinned JARs, by the JARs' names.</param>
internal sealed record PlannedStack(
    ConfiguredStack Configured, Plan Plan, ImmutableSortedDictionary<string, string> Repositories, ImmutableSortedDictionary<string, string> Jars)
{
    /// <summary>The stack and its file, for headings.</summary>
    public string Source => $"{Plan.Stack} ({Configured.File.FileName})";

    /// <summary>Runs a stack's program.</summary>
    /// <param name="configured">The stack.</param>
    /// <returns>The stack, planned.</returns>
    /// <exception cref="PreviewException">The program is wrong.</exception>
    public static async Task<PlannedStack> OfAsync(ConfiguredStack configured)
    {
        var (project, file, _, settings) = configured;
        var plan = await PreviewRun.RunAsync(new PreviewRequest
        {
            Project = project.Name,
            Stack = settings.Stack,
            Config = file.Config,
            Program = () => StackPrograms.Deploy(settings),
        });
        return new PlannedStack(
            configured,
            plan,
            settings.Images.ByName.ToImmutableSortedDictionary(image => image.Key, image => image.Value.Repository, StringComparer.Ordinal),
            settings.Jars.ToImmutableSortedDictionary(jar => jar.Key, jar => jar.Value.Key, StringComparer.Ordinal));
    }
}
