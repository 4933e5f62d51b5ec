using System.Collections.Immutable;
using System.CommandLine;
using EcsPlatform.Cli.Pins;
using EcsPlatform.Preview;
using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Cli;

/// <summary><c>promote &lt;from&gt; &lt;to&gt; [name…]</c>: pins in one stack what is pinned in another.</summary>
internal static class PromoteCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where changes are shown.</param>
    /// <param name="errors">Where reasons for failing go.</param>
    /// <returns>The command.</returns>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var from = new Argument<string>("from") { Description = "The stack whose pins move." };
        var to = new Argument<string>("to") { Description = "The stack whose pins change." };
        var names = new Argument<string[]>("name")
        {
            Description = "The names whose pins move. Default: all that the program of the second stack uses.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        StacksArgument.RefuseOptions(names);
        var prune = new Option<bool>("--prune")
        {
            Description = "Removes pins that only the second stack has, or that its program does not use. Default: they are kept and named.",
        };
        var dryRun = PinCommand.DryRunOption();
        var command = new Command(
            "promote",
            "Pins in a stack what is pinned in another: changes Pulumi.<to>.yaml like pin, all pins at once. Missing pins and maps are added. " +
            "A second time nothing changes.")
        {
            from, to, names, prune, dryRun,
        };
        command.SetAction(async (result, _) => (int)await Failures.ReportAsync(errors, () => RunAsync(
            result.GetRequiredValue(from),
            result.GetRequiredValue(to),
            [.. result.GetValue(names) ?? []],
            result.GetValue(prune),
            result.GetValue(dryRun),
            output)));
        return command;
    }

    private static Task<ExitCode> RunAsync(string from, string to, ImmutableArray<string> names, bool prune, bool dryRun, TextWriter output)
    {
        if (from == to)
        {
            throw new WrongOptionException([$"'{from}' is promoted to itself. Name two stacks."]);
        }

        if (prune && !names.IsEmpty)
        {
            throw new WrongOptionException(["--prune removes what is left over when all pins move, and names were given. Leave out one of them."]);
        }

        var project = ProjectFile.Find(Directory.GetCurrentDirectory());
        var target = PinTarget.Read(project, to);
        var (source, reasons) = Source(project, from);
        var promotion = source is not null && target is { Names: { } used, Pins: { } pins }
            ? Promotion.Of(from, source, to, used, pins, names, prune)
            : new Promotion([], [], source?.Problems ?? []);
        PinTarget.Refuse([.. reasons, .. target.Problems(dryRun), .. promotion.Problems]);
        return new PinUpdate(project, to, target.Text!, dryRun).RunAsync(promotion.Edits, promotion.Notes, output);
    }

    private static (StackPins? Pins, ImmutableArray<string> Reasons) Source(ProjectFile project, string stack)
    {
        try
        {
            return (StackPins.Of(StackFile.Parse(project, stack, StackText.Read(project, stack).Text)), []);
        }
        catch (PreviewException exception)
        {
            return (null, exception.Reasons);
        }
    }
}
