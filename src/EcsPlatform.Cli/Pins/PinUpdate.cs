using System.Collections.Immutable;
using EcsPlatform.Cli.Pins.Yaml;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Cli.Pins;

/// <summary>Changes the pins of a stack: shows what changes, runs the stack's program with it, and writes the file when all of it is right.</summary>
/// <param name="Project">The project.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Before">The text of its file.</param>
/// <param name="DryRun">Whether the file stays as it is.</param>
internal sealed record PinUpdate(ProjectFile Project, string Stack, StackText Before, bool DryRun)
{
    /// <summary>Makes changes.</summary>
    /// <param name="edits">The changes.</param>
    /// <param name="notes">What else there is to know, a line each.</param>
    /// <param name="output">Where all of it is shown.</param>
    /// <returns>How the command ends: as a preview of the changed stack would.</returns>
    /// <exception cref="PreviewException">The changed config or the program is wrong, or the file was changed meanwhile. Nothing was written.</exception>
    public async Task<ExitCode> RunAsync(ImmutableArray<PinEdit> edits, ImmutableArray<string> notes, TextWriter output)
    {
        var text = Edited(edits);
        if (text == Before.Text)
        {
            Write(notes, output);
            output.WriteLine($"{Before.Name}: nothing changes.");
            return ExitCode.Fine;
        }

        var file = StackFile.Parse(Project, Stack, Before.Text);
        var stack = await PlannedAsync(file, edits, text);
        Write(notes, output);
        var changed = PinChanges.Write(file, edits, output);
        var code = await ShowAsync(file, stack, output);
        if (DryRun)
        {
            output.WriteLine($"{Before.Name}: {changed} would change. {PinCommand.NothingWritten}");
            return code;
        }

        Before.Write(text);
        output.WriteLine($"{Before.Name}: {changed} changed. To make the plan the accepted one: accept {Stack}");
        return code;
    }

    private static void Write(ImmutableArray<string> notes, TextWriter output)
    {
        foreach (var note in notes)
        {
            output.WriteLine(note);
        }
    }

    private string Edited(ImmutableArray<PinEdit> edits)
    {
        try
        {
            return PinEdit.Apply(Before.Text, edits);
        }
        catch (YamlEditException exception)
        {
            throw new PreviewException($"{Before.Name}:{exception.Line}: {exception.Message}. Nothing was written.");
        }
    }

    private async Task<PlannedStack> PlannedAsync(StackFile before, ImmutableArray<PinEdit> edits, string text)
    {
        try
        {
            var after = StackFile.Parse(Project, Stack, text);
            return PinnedConfig.IsResult(before.Config, edits, after.Config)
                ? await PlannedStack.OfAsync(ConfiguredStack.Of(Project, Stack, after))
                : throw new PreviewException(
                    $"{Before.Name}: the pins cannot be changed without changing something else. Write them out, without anchors and aliases.");
        }
        catch (PreviewException exception)
        {
            throw new PreviewException([.. exception.Reasons, $"{Before.Name} was not written. Lines above are those that it would have."]);
        }
    }

    private async Task<ExitCode> ShowAsync(StackFile before, PlannedStack stack, TextWriter output)
    {
        if (Baseline.Of(stack.Configured, null) is { } accepted)
        {
            return Show(StackReport.Compare(stack, accepted), output);
        }

        try
        {
            var current = await PlannedStack.OfAsync(ConfiguredStack.Of(Project, Stack, before));
            return Show(StackReport.Compare(stack, new Baseline(current.Plan, $"{Before.Name} as it stands")), output);
        }
        catch (PreviewException)
        {
            output.WriteLine($"There is no accepted plan, and {Before.Name} as it stands is wrong: nothing to compare with.");
            return ExitCode.Fine;
        }
    }

    private static ExitCode Show(StackReport report, TextWriter output)
    {
        PreviewCommand.ShowText(report, full: false, output);
        return report.ExitCode;
    }
}
