using EcsPlatform.Plans;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Tests;

/// <summary>Plans of the repository's stacks.</summary>
internal static class StackPlans
{
    private static readonly Lazy<Task<Plan>> StagingAsItIs = new(() => OfAsync("staging"));

    /// <summary>Staging's plan, made once for all tests.</summary>
    public static Task<Plan> Staging => StagingAsItIs.Value;

    /// <summary>The plan of a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="config">Its config. Default: null, as its file has it.</param>
    /// <returns>The plan.</returns>
    public static Task<Plan> OfAsync(string stack, StackConfig? config = null) => PreviewRun.RunAsync(new PreviewRequest
    {
        Project = "ecs-platform",
        Stack = stack,
        Config = StackFile.Read(ProjectFile.Find(ConfigOf.Root), stack).Config,
        Program = () => StackPrograms.Deploy(stack, config ?? ConfigOf.Stack(stack)),
    });
}
