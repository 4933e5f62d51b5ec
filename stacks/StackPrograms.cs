using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks;

/// <summary>Which program describes which stack.</summary>
public static class StackPrograms
{
    private static readonly ImmutableSortedDictionary<string, StackProgram> Programs =
        new Dictionary<string, StackProgram>
        {
            ["live"] = LiveStack.Program,
            ["sandbox"] = SandboxStack.Program,
            ["staging"] = StagingStack.Program,
            ["test"] = TestStack.Program,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What a further sandbox's name begins with.</summary>
    private const string FurtherSandbox = "sandbox-";

    /// <summary>The stacks' names, sorted. Besides, every name that begins with <c>sandbox-</c> is one of a sandbox.</summary>
    public static IEnumerable<string> Names => Programs.Keys;

    /// <summary>Registers the resources of a stack.</summary>
    /// <param name="stack">The stack's name, one of <see cref="Names"/>.</param>
    /// <param name="config">The stack's config.</param>
    /// <returns>The stack's outputs.</returns>
    /// <exception cref="InvalidArgsException">There is no such stack, or its settings are wrong; the message names every problem.</exception>
    public static IDictionary<string, object?> Deploy(string stack, StackConfig config) =>
        Deploy(Read(stack, config));

    /// <summary>Registers the resources of a stack whose config is read.</summary>
    /// <param name="settings">What <see cref="Read"/> returns.</param>
    /// <returns>The stack's outputs.</returns>
    public static IDictionary<string, object?> Deploy(PlatformSettings settings) => Find(settings.Stack)!.Deploy(settings);

    /// <summary>Reads a stack's config.</summary>
    /// <param name="stack">The stack's name, one of <see cref="Names"/>.</param>
    /// <param name="config">The stack's config.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="InvalidArgsException">There is no such stack, or its settings are wrong; the message names every problem.</exception>
    public static PlatformSettings Read(string stack, StackConfig config) =>
        Find(stack) is null ? throw new InvalidArgsException("Stack", [Unknown(stack)]) : PlatformSettings.Read(stack, config);

    /// <summary>Finds what is wrong with a stack's config before anything runs.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="config">The stack's config.</param>
    /// <returns>The problems, none when the config is right.</returns>
    public static ImmutableArray<Problem> Problems(string stack, StackConfig config)
    {
        try
        {
            Read(stack, config);
            return [];
        }
        catch (InvalidArgsException exception)
        {
            return exception.Problems;
        }
    }

    /// <summary>The names that a stack's config pins.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The names that its program uses; null when there is none of the stack's name.</returns>
    public static PinNames? PinNamesOf(string stack) => Find(stack) is { } program ? PinNames.Of(program) : null;

    /// <summary>The settings that a stack's program asks for, sorted by name, with what its config says of them.</summary>
    /// <param name="stack">The stack's name, one of <see cref="Names"/>.</param>
    /// <param name="config">The stack's config; an empty one for what the program asks of any.</param>
    /// <returns>The settings.</returns>
    public static ImmutableArray<Setting> Settings(string stack, StackConfig config) => PlatformSettings.Asked(stack, config);

    /// <summary>The program of a stack.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The program; null when there is none of the name.</returns>
    internal static StackProgram? Find(string stack) => Programs.GetValueOrDefault(IsFurtherSandbox(stack) ? "sandbox" : stack);

    private static bool IsFurtherSandbox(string stack) =>
        stack.StartsWith(FurtherSandbox, StringComparison.Ordinal) && stack.Length > FurtherSandbox.Length;

    private static Problem Unknown(string stack) => new(
        $"stack '{stack}'", "no program of this name", $"{string.Join(", ", Names)}, {FurtherSandbox}…", "Name another stack, or add its program to stacks/StackPrograms.cs");
}
