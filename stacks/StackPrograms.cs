using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Stacks.Functions;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks;

/// <summary>Which program describes which stack.</summary>
public static class StackPrograms
{
    private static readonly ImmutableSortedDictionary<string, StackProgram> Programs =
        new Dictionary<string, StackProgram>
        {
            ["staging"] = new(StagingStack.Services, StagingStack.Functions, StagingStack.Deploy),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The stacks' names, sorted.</summary>
    public static IEnumerable<string> Names => Programs.Keys;

    /// <summary>Registers the resources of a stack.</summary>
    /// <param name="stack">The stack's name, one of <see cref="Names"/>.</param>
    /// <param name="config">The stack's config.</param>
    /// <returns>The stack's outputs.</returns>
    /// <exception cref="InvalidArgsException">There is no such stack, or its settings are wrong; the message names every problem.</exception>
    public static IDictionary<string, object?> Deploy(string stack, StackConfig config) =>
        Programs.TryGetValue(stack, out var program)
            ? program.Deploy(PlatformSettings.Read(stack, config))
            : throw new InvalidArgsException("Stack", [Unknown(stack)]);

    /// <summary>Finds what is wrong with a stack's config before anything runs.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="config">The stack's config.</param>
    /// <returns>The problems, none when the config is right.</returns>
    public static ImmutableArray<Problem> Problems(string stack, StackConfig config)
    {
        if (!Programs.ContainsKey(stack))
        {
            return [Unknown(stack)];
        }

        try
        {
            PlatformSettings.Read(stack, config);
            return [];
        }
        catch (InvalidArgsException exception)
        {
            return exception.Problems;
        }
    }

    /// <summary>The services of a stack, whose settings its config has.</summary>
    /// <param name="stack">The stack's name, one of <see cref="Names"/>.</param>
    /// <returns>The services.</returns>
    internal static ImmutableArray<IService> ServicesOf(string stack) => Programs[stack].Services;

    /// <summary>The functions of a stack, whose pins and settings its config has.</summary>
    /// <param name="stack">The stack's name, one of <see cref="Names"/>.</param>
    /// <returns>The functions.</returns>
    internal static ImmutableArray<DataFunction> FunctionsOf(string stack) => Programs[stack].Functions;

    private static Problem Unknown(string stack) => new(
        $"stack '{stack}'", "no program of this name", string.Join(", ", Names), "Name another stack, or add its program to stacks/StackPrograms.cs");

    private sealed record StackProgram(
        ImmutableArray<IService> Services, ImmutableArray<DataFunction> Functions, Func<PlatformSettings, IDictionary<string, object?>> Deploy);
}
