using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>What an update does, in plain lines.</summary>
internal static class DifferenceText
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report; it has a difference.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(StackReport report, TextWriter output)
    {
        var difference = report.Difference!;
        output.WriteLine($"Stack {report.Stack.Plan.Stack}, compared with {report.Baseline!.Name}");
        foreach (var operation in new[] { Operation.Replace, Operation.Delete, Operation.Update, Operation.Create, Operation.Same })
        {
            foreach (var change in difference.Of(operation).Where(change => !change.IsQuiet))
            {
                output.WriteLine($"{operation} {change.Resource.Type} {change.Resource.Name}");
                foreach (var input in change.Inputs.Concat(change.Outputs))
                {
                    output.WriteLine($"  {input.Path}: {Shown(input.Old)} → {Shown(input.New)}");
                }
            }
        }

        foreach (var finding in report.Findings)
        {
            output.WriteLine($"{finding.Id} {finding.Urn}: {finding.Found}. Required: {finding.Required}. {finding.Change}.");
        }

        foreach (var violation in report.Violations)
        {
            output.WriteLine($"{violation.Urn}: {violation.Reason}");
        }
    }

    private static string? Shown(Plans.PropertyValue? value) => value is Plans.PropertyValue.Text text ? text.Value : value?.ToString();
}
