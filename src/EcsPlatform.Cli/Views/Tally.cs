using System.Collections.Immutable;
using System.Globalization;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>How many resources of each kind a difference has. Those that are only read, and the stack itself, count apart.</summary>
internal sealed class Tally
{
    private static readonly ImmutableArray<(ChangeKind Kind, string Words)> Words =
    [
        (ChangeKind.Replace, "to replace"), (ChangeKind.Delete, "to delete"), (ChangeKind.Update, "to update"), (ChangeKind.Create, "to create"),
        (ChangeKind.Move, "to move"), (ChangeKind.Options, "with other options"), (ChangeKind.Read, "to read"),
    ];

    private readonly ImmutableDictionary<ChangeKind, int> _resources;
    private readonly ImmutableDictionary<ChangeKind, int> _components;
    private readonly bool _isEmpty;

    private Tally(PlanDifference difference)
    {
        _isEmpty = difference.IsEmpty;
        _resources = Count(difference.Changes.Where(change => change.Resource is { Custom: true }));
        _components = Count(difference.Changes.Where(change => change.Resource is { Custom: false }));
        Unchanged = difference.Changes.Count(change => change.Resource is { Custom: true, External: false } && change.IsQuiet);
    }

    /// <summary>How many managed resources stay as they are.</summary>
    public int Unchanged { get; }

    /// <summary>Counts.</summary>
    public static Tally Of(PlanDifference difference) => new(difference);

    /// <summary>How many resources, components included, a kind has.</summary>
    public int this[ChangeKind kind] => _resources.GetValueOrDefault(kind) + _components.GetValueOrDefault(kind);

    /// <summary>The tally as a sentence.</summary>
    /// <param name="against">The name of the plan compared with.</param>
    /// <returns>For example <c>1 to replace, 1 to update, 68 unchanged.</c></returns>
    public string Sentence(string against)
    {
        var parts = Words.Where(entry => _resources.ContainsKey(entry.Kind)).Select(entry => $"{Number(_resources[entry.Kind])} {entry.Words}")
            .Concat(Words.Where(entry => _components.ContainsKey(entry.Kind)).Select(entry => $"{Counted(_components[entry.Kind], "component")} {entry.Words}"))
            .ToList();
        return parts.Count > 0 ? $"{string.Join(", ", parts)}, {Number(Unchanged)} unchanged."
            : $"{(_isEmpty ? "Nothing changes" : "Only outputs change")}: {Counted(Unchanged, "resource")} {(Unchanged == 1 ? "is" : "are")} as in {against}.";
    }

    private static ImmutableDictionary<ChangeKind, int> Count(IEnumerable<ResourceChange> changes) =>
        changes.Where(change => change.Resource.Type != Plan.StackType)
            .GroupBy(ChangeKinds.Of).ToImmutableDictionary(same => same.Key, same => same.Count());

    private static string Counted(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
