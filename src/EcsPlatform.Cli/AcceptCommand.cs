using System.CommandLine;
using EcsPlatform.Plans.Files;

namespace EcsPlatform.Cli;

/// <summary><c>accept &lt;stack&gt;…</c>: makes what stacks would deploy the plan that previews compare with.</summary>
internal static class AcceptCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where it says what it wrote.</param>
    /// <param name="errors">Where reasons for failing go.</param>
    /// <returns>The command.</returns>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var stacks = StacksArgument.Create("accept");
        var dryRun = PinCommand.DryRunOption();
        var command = new Command("accept", "Writes the accepted plans of stacks, stacks/plans/<stack>.json: previews compare with them.") { stacks, dryRun };
        command.SetAction(async (result, _) => (int)await Failures.ReportAsync(
            errors, () => RunAsync(result.GetRequiredValue(stacks), result.GetValue(dryRun) ? Show : Write, output)));
        return command;
    }

    // All stacks are planned before the first file is written: a wrong one leaves all of them as they were.
    private static async Task<ExitCode> RunAsync(string[] stacks, Action<PlannedStack, TextWriter> each, TextWriter output)
    {
        var planned = new List<PlannedStack>();
        foreach (var stack in stacks.Distinct(StringComparer.Ordinal))
        {
            planned.Add(await PlannedStack.OfAsync(ConfiguredStack.Read(stack)));
        }

        foreach (var stack in planned)
        {
            each(stack, output);
        }

        return ExitCode.Fine;
    }

    private static void Write(PlannedStack stack, TextWriter output)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(stack.Configured.AcceptedPlanPath)!);
        AtomicFile.Write(stack.Configured.AcceptedPlanPath, file => AcceptedPlan.Write(stack.Plan, file));
        output.WriteLine($"{stack.Configured.AcceptedPlanName}: {stack.Plan.Resources.Length} resources accepted.");
    }

    private static void Show(PlannedStack stack, TextWriter output)
    {
        if (Accepted(stack.Configured) is { } accepted)
        {
            PreviewCommand.ShowText(StackReport.Compare(stack, accepted), full: false, output);
        }

        output.WriteLine($"{stack.Configured.AcceptedPlanName}: {stack.Plan.Resources.Length} resources would be accepted. {PinCommand.NothingWritten}");
    }

    // What cannot be read, or is another stack's, is written over as well.
    private static Baseline? Accepted(ConfiguredStack stack)
    {
        try
        {
            return Baseline.Of(stack, null);
        }
        catch (PlanFileException)
        {
            return null;
        }
    }
}
