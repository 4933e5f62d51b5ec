using System.Collections.Immutable;
using System.Text;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>One stack's part of a document.</summary>
internal sealed class MarkdownSection
{
    private const int LongestName = 200;
    private const int LongestSentence = 600;
    private const int FirstResource = 10;

    private readonly string _head;

    /// <summary>Makes the part, still empty but for its head.</summary>
    public MarkdownSection(DifferenceReport report)
    {
        var (header, difference) = report;
        var blocks = new MarkdownBlocks(difference);
        var changes = ChangeKinds.Listed
            .SelectMany(kind => ChangeKinds.Listing(difference.Changes, kind).Select(change => (Kind: kind, Change: change))).ToList();
        var outputs = difference.Changes.Where(change => change.Resource.Type == Plan.StackType && !change.Outputs.IsEmpty).ToList();
        _head = $"""
            {MarkdownText.Marker(LineText.Bounded(difference.New.Stack, LongestName))}
            ## Preview of {MarkdownText.Code(LineText.Bounded(difference.New.Stack, LongestName))}

            **{Prose(Tally.Of(difference).Sentence(header.Against))}**

            {Prose(header.Source)} compared with {Prose(header.Against)}; Pulumi packages: {Prose(header.Packages)}.

            """;
        Groups =
        [
            .. new[]
            {
                Group("\n", "image", 0, ImageChanges.Of(difference), Prose),
                Group("\n### Findings\n\n", "finding", 1, report.Findings, Line),
                Group("\n### Outside the expected scopes\n\n", "change", 2, report.Violations, violation =>
                    $"{Name(violation.Urn)}: {Prose(violation.Reason)}"),
                Group("\n### Unfinished operations of an interrupted update\n\n", "operation", 3, difference.Old.PendingOperations, operation =>
                    $"{Prose(operation.Kind)} {Name(operation.Urn)}: whether it took place is not known"),
                new MarkdownGroup("\n### Changes\n\n", "change",
                [
                    .. changes.Select(entry => Item(FirstResource + (int)entry.Kind, () => Line(entry.Kind, entry.Change))),
                    .. outputs.Select(stack => Item(FirstResource + (int)ChangeKind.Outputs, () => "**outputs** of the stack")),
                ]),
                new MarkdownGroup("\n", "block",
                [
                    .. changes.Select(entry => (Title: ChangeKinds.Word(entry.Kind), entry.Change)).Concat(outputs.Select(stack => (Title: "outputs", Change: stack)))
                        .Where(entry => MarkdownBlocks.HasLines(entry.Change))
                        .Select(entry => new MarkdownItem(MarkdownItem.Details, () => blocks.Of(entry.Title, entry.Change))),
                ]),
            }.Where(group => !group.Items.IsEmpty),
        ];
    }

    /// <summary>What the part is made of, in order.</summary>
    public ImmutableArray<MarkdownGroup> Groups { get; }

    /// <summary>How much room it takes without any item, in UTF-16 units.</summary>
    public int Needed => _head.Length + 1 + Groups.Sum(group => group.Needed);

    /// <summary>The part with what was taken into its groups.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(_head);
        foreach (var group in Groups)
        {
            group.AppendTo(text);
        }

        return text.ToString();
    }

    private static MarkdownGroup Group<T>(string title, string noun, int rank, ImmutableArray<T> items, Func<T, string> line) =>
        new(title, noun, [.. items.Select(item => Item(rank, () => line(item)))]);

    private static MarkdownItem Item(int rank, Func<string> line) => new(rank, () => $"- {line()}\n");

    private static string Line(Finding finding) =>
        $"**{Prose(finding.Id)}** {Name(finding.Urn)}: {Prose(finding.Found)}; required: {Prose(finding.Required)}. {Prose(finding.Change.TrimEnd('.'))}.";

    private static string Line(ChangeKind kind, ResourceChange change) =>
        $"**{ChangeKinds.Word(kind)}** {MarkdownText.Code(LineText.Bounded(ResourceName.Long(change.Resource), LongestName))}"
        + Prose($"{(Reasons.Of(change) is { } reason ? $": {reason}" : "")}{(change.MovedFrom is { } urn ? $", was {ResourceName.Qualified(urn)}" : "")}{ResourceMarks.Suffix(change)}");

    private static string Name(string urn) => MarkdownText.Code(LineText.Bounded(ResourceName.Short(urn), LongestName));

    private static string Prose(string text) => MarkdownText.Prose(LineText.Bounded(text, LongestSentence));
}
