using System.CommandLine;
using System.Globalization;
using EcsPlatform.Cli.Views;
using EcsPlatform.Plans.Files;

namespace EcsPlatform.Cli;

/// <summary><c>preview &lt;stack&gt;…</c>: shows what stacks would deploy, and what of it changes.</summary>
internal static class PreviewCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where previews go.</param>
    /// <param name="errors">Where reasons for failing go.</param>
    /// <returns>The command.</returns>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var stacks = StacksArgument.Create("preview");
        var command = new Command("preview", "Shows what an update of stacks would do.") { stacks };
        foreach (var option in PreviewOptions.All)
        {
            command.Add(option);
        }

        command.SetAction(async (result, _) =>
        {
            string[] names = [.. result.GetRequiredValue(stacks).Distinct(StringComparer.Ordinal)];
            return (int)await Failures.ReportAsync(errors, () => RunAsync(names, PreviewOptions.Of(result, names.Length), output, errors));
        });
        return command;
    }

    // A stack that is wrong does not keep the others from being shown.
    private static async Task<ExitCode> RunAsync(string[] names, PreviewOptions options, TextWriter output, TextWriter errors)
    {
        var code = ExitCode.Fine;
        var reports = new List<StackReport>();
        // One after the other of them is shown, in the order of the command line; they are run and compared together.
        foreach (var running in names.Select(name => Task.Run(() => StackReport.OfAsync(name, options))).ToList())
        {
            var outcome = await Failures.ReportAsync(errors, async () =>
            {
                var report = await running;
                reports.Add(report);
                return report.ExitCode;
            });
            code = outcome == ExitCode.Wrong || code == ExitCode.Fine ? outcome : code;
        }

        if (options.Out is null)
        {
            Show(reports, options, output);
        }
        else if (code != ExitCode.Wrong)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            Show(reports, options, text);
            AtomicFile.Write(options.Out, text.ToString());
        }

        return code;
    }

    private static void Show(List<StackReport> reports, PreviewOptions options, TextWriter output)
    {
        switch (options.Format)
        {
            case PreviewFormat.Plan:
                output.Write(string.Concat(reports.Select(report => PlanFile.Write(report.Stack.Plan))));
                break;
            case PreviewFormat.Differences:
                output.Write(string.Concat(reports.Select(report => DifferenceJson.Write(report.ToView()))));
                break;
            case PreviewFormat.Markdown when reports.Count > 0:
                output.Write(DifferenceMarkdown.Write([.. reports.Select(report => report.ToView())]));
                break;
            case PreviewFormat.Text:
                foreach (var report in reports)
                {
                    ShowText(report, options.Full, output);
                }

                break;
        }
    }

    /// <summary>Shows a stack to a person.</summary>
    /// <param name="report">What was found out about it.</param>
    /// <param name="full">True shows unchanged resources as well.</param>
    /// <param name="output">Where to.</param>
    internal static void ShowText(StackReport report, bool full, TextWriter output)
    {
        if (report.Difference is null)
        {
            PlanView.Write(report.Stack.Plan, report.Stack.Source, PulumiPackages.Description, output);
        }
        else
        {
            DifferenceView.Write(report.ToView(), full, Terminal.On(output));
        }
    }
}
