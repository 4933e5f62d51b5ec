using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using EcsPlatform.Cli.Pins;
using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Cli;

/// <summary><c>pin &lt;stack&gt; (&lt;name&gt; &lt;pin&gt;)…</c>: changes pins in a stack's file, and nothing else there.</summary>
internal static class PinCommand
{
    /// <summary>What commands say at the end when files stay as they are.</summary>
    public const string NothingWritten = "Nothing was written: --dry-run.";

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where changes are shown.</param>
    /// <param name="errors">Where reasons for failing go.</param>
    /// <returns>The command.</returns>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var stack = new Argument<string>("stack") { Description = "The stack whose pins change." };
        var pins = new Argument<string[]>("name pin")
        {
            Description =
                "A name that the stack's program uses, and what it is pinned to; several of them in turns. An image: repository@sha256:HEX, " +
                "or sha256:HEX alone, which keeps the pinned repository. A JAR: key?versionId=VERSION@sha256:HEX, all three parts.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        StacksArgument.RefuseOptions(pins);
        var remove = new Option<string[]>("--remove")
        {
            Description = "Removes the pins of these names.",
            HelpName = "NAME…",
            AllowMultipleArgumentsPerToken = true,
        };
        var removeAll = new Option<string?>("--remove-all")
        {
            Description = "Removes all pins but those given in the same command, or all of one map: --remove-all images, --remove-all jars. " +
                "For stacks that may lack pins (unpinnedImages: allowed).",
            HelpName = "images|jars",
            Arity = ArgumentArity.ZeroOrOne,
        };
        removeAll.AcceptOnlyFromAmong([.. PinMap.All.Select(map => map.Section)]);
        var dryRun = DryRunOption();
        var command = new Command(
            "pin",
            "Pins images and JARs in Pulumi.<stack>.yaml. Only pins change there: comments, order, quotes and secrets keep their bytes. " +
            "Shows old and new and what an update would do; writes nothing when the config or the program would be wrong.")
        {
            stack, pins, remove, removeAll, dryRun,
        };
        command.SetAction(async (result, _) => (int)await Failures.ReportAsync(errors, () => RunAsync(
            result.GetRequiredValue(stack),
            new PinArguments(
                [.. result.GetValue(pins) ?? []],
                [.. result.GetValue(remove) ?? []],
                Emptied(result.GetResult(removeAll), result.GetValue(removeAll))),
            result.GetValue(dryRun),
            output)));
        return command;
    }

    /// <summary>The option that leaves files as they are.</summary>
    public static Option<bool> DryRunOption() => new("--dry-run") { Description = "Shows what would change, and writes nothing." };

    private static ImmutableArray<PinMap> Emptied(OptionResult? option, string? section) =>
        option is null ? [] : [.. PinMap.All.Where(map => section is null || map.Section == section)];

    private static Task<ExitCode> RunAsync(string stack, PinArguments arguments, bool dryRun, TextWriter output)
    {
        var project = ProjectFile.Find(Directory.GetCurrentDirectory());
        var target = PinTarget.Read(project, stack);
        var (edits, problems) = arguments.Read(stack, target.Names, target.Pins);
        PinTarget.Refuse([.. target.Problems(dryRun), .. problems]);
        return new PinUpdate(project, stack, target.Text!, dryRun).RunAsync(edits, [], output);
    }
}
