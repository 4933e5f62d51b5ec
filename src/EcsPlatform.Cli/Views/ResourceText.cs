using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>The lines of one resource's change.</summary>
internal sealed class ResourceText(PlanDifference difference, bool full)
{
    private readonly PropertyLines _properties = new(difference);

    /// <summary>The lines: what happens to the resource, then each value, option and output that differs.</summary>
    public IEnumerable<TextLine> Of(ResourceChange change)
    {
        var kind = ChangeKinds.Of(change);
        var reason = Reasons.Of(change) is { } why ? $": {why}" : "";
        return Details(change, kind).Prepend(new TextLine(
            $"  {Symbol(change, kind),-2} {ResourceName.Long(change.Resource)}{reason}{ResourceMarks.Suffix(change)}", ToneOf(kind)));
    }

    /// <summary>The lines of a resource's outputs only.</summary>
    public IEnumerable<TextLine> OutputsOf(ResourceChange change) =>
        _properties.Of(change, change.Outputs).Select(line => new TextLine($"  {line.Path}: {line.Change}", Tone.Change));

    private IEnumerable<TextLine> Details(ResourceChange change, ChangeKind kind)
    {
        var isNew = change.Operation == Operation.Create;
        var from = change.MovedFrom is { } urn ? Detail($"was {ResourceName.Qualified(urn)}") : [];
        var inputs = isNew
            ? _properties.OfNew(change).SelectMany(line => Detail($"{line.Path}: {line.Value}"))
            : change.Inputs.SelectMany(input => _properties.Of(change, [input]).SelectMany(line => Detail($"{line.Path}: {line.Change}{(input.Replaces ? " (replaces)" : "")}")));
        var options = change.Options.SelectMany(option => Detail(OptionText.Of(option)));
        var ignored = full ? _properties.Of(change, change.Ignored).SelectMany(line => Detail($"{line.Path}: {line.Change} (ignored)")) : [];
        var outputs = kind == ChangeKind.Outputs ? _properties.Of(change, change.Outputs).SelectMany(line => Detail($"{line.Path}: {line.Change}")) : [];
        return from.Concat(inputs).Concat(options).Concat(ignored).Concat(outputs);
    }

    private static IEnumerable<TextLine> Detail(string text) => [new($"       {text}", Tone.Detail)];

    private static string Symbol(ResourceChange change, ChangeKind kind) => kind switch
    {
        ChangeKind.Replace => change.DeleteBeforeReplace ? "-+" : "+-",
        ChangeKind.Delete => "-",
        ChangeKind.Update or ChangeKind.Outputs => "~",
        ChangeKind.Create => "+",
        ChangeKind.Move => "→",
        ChangeKind.Options => "*",
        ChangeKind.Read => ">",
        _ => "",
    };

    private static Tone ToneOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Replace or ChangeKind.Delete => Tone.Removal,
        ChangeKind.Update => Tone.Change,
        ChangeKind.Create => Tone.Addition,
        ChangeKind.None => Tone.Plain,
        _ => Tone.Notice,
    };
}
