using System.Collections.Immutable;

namespace EcsPlatform.Plans.Scopes;

/// <summary>What the scopes of a stack may name.</summary>
/// <param name="Images">The repositories of the pinned images, by the images' names.</param>
/// <param name="Jars">The keys of the pinned JARs in their bucket, by the JARs' names.</param>
/// <param name="Workloads">The URNs of the workloads, by their names: with and without the stack's name in front.</param>
public sealed record ScopeNames(
    ImmutableSortedDictionary<string, string> Images,
    ImmutableSortedDictionary<string, string> Jars,
    ImmutableSortedDictionary<string, string> Workloads)
{
    private static readonly ImmutableArray<string> WorkloadTypes = ["ecs-platform:workloads:EcsWorkload", "ecs-platform:workloads:VersionedWorkload"];

    /// <summary>Finds the workloads of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>Their URNs, by their names: <c>staging-viewer</c> is <c>viewer</c> in the stack <c>staging</c> as well.</returns>
    public static ImmutableSortedDictionary<string, string> WorkloadsOf(Plan plan)
    {
        var workloads = plan.Resources.Where(resource => WorkloadTypes.Contains(resource.Type)).ToList();
        // A name in full goes before the same name without the stack's.
        return workloads.Select(workload => KeyValuePair.Create(workload.Name, workload.Urn))
            .Concat(workloads.Select(workload => KeyValuePair.Create(Short(workload.Name, plan.Stack), workload.Urn)))
            .DistinctBy(entry => entry.Key)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static string Short(string name, string stack) =>
        name.StartsWith($"{stack}-", StringComparison.Ordinal) ? name[(stack.Length + 1)..] : name;
}
