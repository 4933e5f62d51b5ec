using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>Folded blocks that show what differs in a resource, line by line.</summary>
internal sealed class MarkdownBlocks(PlanDifference difference)
{
    private const int LongestName = 200;
    private const int LongestLine = 400;

    // One large resource must not take the room of all others.
    private const int LongestBlock = 12_000;

    private readonly PropertyLines _properties = new(difference);

    /// <summary>Whether there is anything to show.</summary>
    public static bool HasLines(ResourceChange change) =>
        change.MovedFrom is not null || !(change.Inputs.IsEmpty && change.Outputs.IsEmpty && change.Options.IsEmpty) || HasNewInputs(change);

    /// <summary>The block.</summary>
    /// <param name="title">What happens to the resource, one word.</param>
    /// <param name="change">The resource's change.</param>
    /// <returns>A <c>details</c> element around a block of <c>diff</c>.</returns>
    public string Of(string title, ResourceChange change)
    {
        var lines = new List<string>();
        var room = LongestBlock;
        foreach (var line in Lines(change).Select(line => LineText.Bounded(line, LongestLine)))
        {
            room -= line.Length + 1;
            if (room < 0)
            {
                lines.Add("  … more values left out for length");
                break;
            }

            lines.Add(line);
        }

        var name = MarkdownText.HtmlCode(LineText.Bounded(ResourceName.Long(change.Resource), LongestName));
        return $"<details><summary>{title} {name}</summary>\n\n{MarkdownText.Diff(lines)}\n</details>\n";
    }

    private IEnumerable<string> Lines(ResourceChange change)
    {
        var from = change.MovedFrom is { } urn ? [$"  was {ResourceName.Qualified(urn)}"] : Enumerable.Empty<string>();
        var created = HasNewInputs(change) ? _properties.OfNew(change).Select(line => $"+ {line.Path}: {line.Value}") : [];
        return from
            .Concat(created)
            .Concat(change.Inputs.SelectMany(input => _properties.Of(change, [input]).SelectMany(line => Values(line, input.Replaces ? " (replaces)" : ""))))
            .Concat(change.Options.SelectMany(option => Sides($"option {option.Name}", Value(option.Old), Value(option.New), "")))
            .Concat(_properties.Of(change, change.Outputs).SelectMany(line => Values(line, "")));
    }

    private static bool HasNewInputs(ResourceChange change) => change is { Operation: Operation.Create, New.Inputs.Entries.IsEmpty: false };

    private static IEnumerable<string> Values(PropertyLine line, string mark) => line is { Old: null, New: null }
        ? [$"! {line.Path}: ← {line.From}{mark}"]
        : Sides(line.Path, line.Old, line.New, (line.From is { } from ? $" (← {from})" : "") + mark);

    private static IEnumerable<string> Sides(string name, string? old, string? @new, string mark)
    {
        if (old is not null)
        {
            yield return $"- {name}: {old}{(@new is null ? mark : "")}";
        }

        if (@new is not null)
        {
            yield return $"+ {name}: {@new}{mark}";
        }
    }

    private static string? Value(string option) => option.Length == 0 ? null : OptionText.Value(option);
}
