using System.Collections.Immutable;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;
using EcsPlatform.Stacks;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli.Pins;

/// <summary>A stack whose pins change, as far as it can be read.</summary>
/// <param name="Text">The text of its file; null when there is none.</param>
/// <param name="Names">The names that its program pins; null when it has none.</param>
/// <param name="Pins">Its pins now; null when they cannot be read.</param>
/// <param name="Reasons">Why something is null.</param>
internal sealed record PinTarget(StackText? Text, PinNames? Names, StackPins? Pins, ImmutableArray<string> Reasons)
{
    private static readonly StackConfig NoConfig = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>Reads a stack.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack's name.</param>
    public static PinTarget Read(ProjectFile project, string stack)
    {
        var target = new PinTarget(null, StackPrograms.PinNamesOf(stack), null, []);
        try
        {
            target = target with { Text = StackText.Read(project, stack) };
            target = target with { Pins = StackPins.Of(StackFile.Parse(project, stack, target.Text.Text)) };
        }
        catch (PreviewException exception)
        {
            target = target with { Reasons = exception.Reasons };
        }

        // A stack without a file is unknown for that reason already.
        var unknown = target.Names is not null || target.Text is null ? [] : StackPrograms.Problems(stack, NoConfig);
        return target with { Reasons = [.. target.Reasons, .. unknown.Select(problem => problem.ToString())] };
    }

    /// <summary>Why the stack's pins cannot change.</summary>
    /// <param name="dryRun">Whether nothing is written anyway.</param>
    public IEnumerable<string> Problems(bool dryRun) =>
        !dryRun && Text?.Obstacle() is { } obstacle ? [.. Reasons, obstacle] : Reasons;

    /// <summary>Gives up when something is wrong.</summary>
    /// <param name="problems">All that is wrong.</param>
    /// <exception cref="PreviewException">Something is.</exception>
    public static void Refuse(ImmutableArray<string> problems)
    {
        if (!problems.IsEmpty)
        {
            throw new PreviewException(problems);
        }
    }
}
