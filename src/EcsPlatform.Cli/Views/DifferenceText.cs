using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>A difference for a person: what is replaced or deleted first, the tally last.</summary>
internal static class DifferenceText
{
    /// <summary>The lines.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="full">True to list unchanged resources, ignored changes and the components' outputs as well.</param>
    /// <returns>The lines, in order.</returns>
    public static IEnumerable<TextLine> Lines(DifferenceReport report, bool full) =>
        Header(report.Header)
            .Concat(Section("Unfinished operations of an interrupted update", report.Difference.Old.PendingOperations.SelectMany(Pending)))
            .Concat(Section("Images", ImageChanges.Of(report.Difference).Select(line => new TextLine($"  {line}", Tone.Heading))))
            .Concat(Changes(report.Difference, full))
            .Concat(Section("Findings", report.Findings.SelectMany(Finding)))
            .Concat(Section("Outside the expected scopes", report.Violations.Select(violation =>
                new TextLine($"  {ResourceName.Short(violation.Urn)}: {LineText.Printable(violation.Reason)}", Tone.Problem))))
            .Append(new TextLine(""))
            .Append(new TextLine(Tally.Of(report.Difference).Sentence(report.Header.Against), Tone.Heading));

    /// <summary>The lines as plain text.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="full">As for <see cref="Lines"/>.</param>
    /// <returns>The text, ending in a line feed.</returns>
    public static string Plain(DifferenceReport report, bool full) => string.Concat(Lines(report, full).Select(line => $"{line.Text}\n"));

    private static IEnumerable<TextLine> Header(ReportHeader header) =>
    [
        new($"Stack     {LineText.Printable(header.Source)}"),
        new($"Packages  {LineText.Printable(header.Packages)}"),
        new($"Against   {LineText.Printable(header.Against)}"),
    ];

    private static IEnumerable<TextLine> Changes(PlanDifference difference, bool full)
    {
        var lines = new ResourceText(difference, full);
        IEnumerable<TextLine> Of(ChangeKind kind) => ChangeKinds.Listing(difference.Changes, kind).SelectMany(lines.Of);
        return Section("To replace or delete", Of(ChangeKind.Replace).Concat(Of(ChangeKind.Delete)))
            .Concat(Section("To update", Of(ChangeKind.Update)))
            .Concat(Section("To create", Of(ChangeKind.Create)))
            .Concat(Section("To move", Of(ChangeKind.Move)))
            .Concat(Section("With other options", Of(ChangeKind.Options)))
            .Concat(Section("To read", Of(ChangeKind.Read)))
            .Concat(Section("Outputs of the stack", difference.Changes.Where(change => change.Resource.Type == Plan.StackType).SelectMany(lines.OutputsOf)))
            .Concat(full ? Section("Outputs of components", Components(difference).SelectMany(lines.Of)) : [])
            .Concat(full ? Section("Unchanged", Of(ChangeKind.None)) : []);
    }

    private static IEnumerable<ResourceChange> Components(PlanDifference difference) =>
        ChangeKinds.Listing(difference.Changes, ChangeKind.Outputs).Where(change => change.Resource.Type != Plan.StackType);

    private static IEnumerable<TextLine> Section(string title, IEnumerable<TextLine> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first)
            {
                yield return new TextLine("");
                yield return new TextLine(title, Tone.Heading);
                first = false;
            }

            yield return line;
        }
    }

    private static IEnumerable<TextLine> Pending(PendingOperation operation) =>
        [new($"  {LineText.Printable(operation.Kind)} {ResourceName.Short(operation.Urn)}: whether it took place is not known", Tone.Problem)];

    private static IEnumerable<TextLine> Finding(Finding finding) =>
    [
        new($"  {LineText.Printable(finding.Id)} {ResourceName.Short(finding.Urn)}: {LineText.Printable(finding.Found)}", Tone.Problem),
        new($"      required: {LineText.Printable(finding.Required)}. {LineText.Printable(finding.Change.TrimEnd('.'))}."),
    ];
}
