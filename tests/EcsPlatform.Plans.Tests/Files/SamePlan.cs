using System.Collections.Immutable;

namespace EcsPlatform.Plans.Tests.Files;

/// <summary>Compares plans by content; records compare their arrays by identity.</summary>
internal static class SamePlan
{
    public static void Check(Plan found, Plan expected)
    {
        found.Project.ShouldBe(expected.Project);
        found.Stack.ShouldBe(expected.Stack);
        found.PendingOperations.ShouldBe(expected.PendingOperations);
        found.Resources.Length.ShouldBe(expected.Resources.Length);
        foreach (var (one, other) in found.Resources.Zip(expected.Resources))
        {
            Lists(one).ShouldBe(Lists(other));
            WithoutLists(one).ShouldBe(WithoutLists(other));
        }
    }

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> None = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    private static PlannedResource WithoutLists(PlannedResource resource) => resource with
    {
        Dependencies = [],
        PropertyDependencies = None,
        Aliases = [],
        IgnoreChanges = [],
        ReplaceOnChanges = [],
        AdditionalSecretOutputs = [],
    };

    private static string[][] Lists(PlannedResource resource) =>
    [
        [.. resource.Dependencies],
        [.. resource.PropertyDependencies.Keys],
        [.. resource.PropertyDependencies.Values.SelectMany(urns => urns)],
        [.. resource.Aliases],
        [.. resource.IgnoreChanges],
        [.. resource.ReplaceOnChanges],
        [.. resource.AdditionalSecretOutputs],
    ];
}
