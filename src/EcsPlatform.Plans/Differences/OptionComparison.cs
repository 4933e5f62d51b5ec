using System.Collections.Immutable;
using System.Globalization;

namespace EcsPlatform.Plans.Differences;

/// <summary>Finds the resource options that differ: those that a stack's state records.</summary>
internal static class OptionComparison
{
    /// <summary>The options that differ, by name.</summary>
    public static ImmutableArray<OptionChange> Of(PlannedResource old, PlannedResource @new, ResourcePairs pairs) =>
    [
        .. new OptionChange[]
        {
            new("customTimeouts", Timeouts(old.CustomTimeouts), Timeouts(@new.CustomTimeouts)),
            new("deletedWith", old.DeletedWith is { } with ? pairs.NewUrnOf(with) : "", @new.DeletedWith ?? ""),
            new("parent", old.Parent is { } parent ? pairs.NewUrnOf(parent) : "", @new.Parent ?? ""),
            new("protect", Flag(old.Protect), Flag(@new.Protect)),
            new("provider", Provider(old, pairs), ResourceOrder.ProviderUrn(@new) ?? ""),
            new("retainOnDelete", Flag(old.RetainOnDelete), Flag(@new.RetainOnDelete)),
        }.Where(option => option.Old != option.New),
    ];

    // The engine writes the default provider's URN into the state; a preview knows only explicit ones.
    private static string Provider(PlannedResource resource, ResourcePairs pairs) =>
        ResourceOrder.ProviderUrn(resource) is { } urn && !urn.Split("::")[^1].StartsWith("default", StringComparison.Ordinal) ? pairs.NewUrnOf(urn) : "";

    private static string Flag(bool value) => value ? "true" : "";

    private static string Timeouts(PlannedTimeouts? timeouts) => timeouts is null
        ? ""
        : string.Join(", ", new[] { ("create", timeouts.Create), ("update", timeouts.Update), ("delete", timeouts.Delete) }
            .Where(entry => entry.Item2 is not null)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Item1} {entry.Item2!.Value.TotalSeconds} s")));
}
