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
        var command = new Command("accept", "Writes the accepted plans of stacks, stacks/plans/<stack>.json: previews compare with them.") { stacks };
        command.SetAction(async (result, _) => (int)await Failures.ReportAsync(errors, () => RunAsync(result.GetRequiredValue(stacks), output)));
        return command;
    }

    // All stacks are planned before the first file is written: a wrong one leaves all of them as they were.
    private static async Task<ExitCode> RunAsync(string[] stacks, TextWriter output)
    {
        var planned = new List<PlannedStack>();
        foreach (var stack in stacks.Distinct(StringComparer.Ordinal))
        {
            planned.Add(await PlannedStack.OfAsync(ConfiguredStack.Read(stack)));
        }

        foreach (var stack in planned)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(stack.Configured.AcceptedPlanPath)!);
            AtomicFile.Write(stack.Configured.AcceptedPlanPath, file => AcceptedPlan.Write(stack.Plan, file));
            output.WriteLine($"{stack.Configured.AcceptedPlanName}: {stack.Plan.Resources.Length} resources accepted.");
        }

        return ExitCode.Fine;
    }
}
