using System.Collections.Concurrent;
using EcsPlatform.Plans;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Tests;

/// <summary>Plans of the repository's stacks.</summary>
internal static class StackPlans
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Plan>>> AsTheyAre = new();

    /// <summary>Staging's plan, made once for all tests.</summary>
    public static Task<Plan> Staging => AsItIs("staging");

    /// <summary>The plan of a stack as its file has it, made once for all tests.</summary>
    /// <param name="stack">The stack.</param>
    /// <returns>The plan.</returns>
    public static Task<Plan> AsItIs(string stack) => AsTheyAre.GetOrAdd(stack, name => new(() => OfAsync(name))).Value;

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
