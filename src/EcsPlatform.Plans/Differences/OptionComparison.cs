using System.Collections.Immutable;
using System.Globalization;

namespace EcsPlatform.Plans.Differences;

/// <summary>Finds the resource options that differ.</summary>
/// <param name="pairs">Where resources of the old plan have gone.</param>
/// <param name="fromState">Whether the old plan is a real stack's state, which does not record every option.</param>
internal sealed class OptionComparison(ResourcePairs pairs, bool fromState)
{
    /// <summary>The options that differ, by name.</summary>
    public ImmutableArray<OptionChange> Of(PlannedResource old, PlannedResource @new) =>
    [
        .. Recorded(old, @new).Concat(fromState ? [] : Unrecorded(old, @new))
            .Where(option => option.Old != option.New)
            .OrderBy(option => option.Name, StringComparer.Ordinal),
    ];

    private IEnumerable<OptionChange> Recorded(PlannedResource old, PlannedResource @new) =>
    [
        new("customTimeouts", Timeouts(old.CustomTimeouts), Timeouts(@new.CustomTimeouts)),
        new("deletedWith", Moved(old.DeletedWith), @new.DeletedWith ?? ""),
        new("parent", Moved(old.Parent), @new.Parent ?? ""),
        new("protect", Flag(old.Protect), Flag(@new.Protect)),
        new("provider", Moved(Explicit(old)), Explicit(@new) ?? ""),
        new("retainOnDelete", Flag(old.RetainOnDelete), Flag(@new.RetainOnDelete)),
    ];

    private static IEnumerable<OptionChange> Unrecorded(PlannedResource old, PlannedResource @new) =>
    [
        new("additionalSecretOutputs", List(old.AdditionalSecretOutputs), List(@new.AdditionalSecretOutputs)),
        new("deleteBeforeReplace", Flag(old.DeleteBeforeReplace), Flag(@new.DeleteBeforeReplace)),
        new("ignoreChanges", List(old.IgnoreChanges), List(@new.IgnoreChanges)),
        new("replaceOnChanges", List(old.ReplaceOnChanges), List(@new.ReplaceOnChanges)),
    ];

    private string Moved(string? oldUrn) => oldUrn is null ? "" : pairs.NewUrnOf(oldUrn);

    private static string? Explicit(PlannedResource resource) => Providers.UrnOf(resource) is { } urn && !Providers.IsDefault(urn) ? urn : null;

    private static string Flag(bool value) => value ? "true" : "";

    private static string List(ImmutableArray<string> texts) => string.Join(", ", texts);

    private static string Timeouts(PlannedTimeouts? timeouts) => timeouts is null
        ? ""
        : string.Join(", ", new[] { ("create", timeouts.Create), ("update", timeouts.Update), ("delete", timeouts.Delete) }
            .Where(entry => entry.Item2 is not null)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Item1} {entry.Item2!.Value.TotalSeconds} s")));
}
