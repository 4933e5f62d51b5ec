using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>What an update from one plan to another does.</summary>
/// <param name="Old">The plan that holds now.</param>
/// <param name="New">The plan that is to hold.</param>
/// <param name="Changes">A change for every resource of either plan, unchanged ones included, by URN.</param>
/// <param name="Steps">What is done to custom resources, in an order in which the engine could do it.</param>
public sealed record PlanDifference(Plan Old, Plan New, ImmutableArray<ResourceChange> Changes, ImmutableArray<PlanStep> Steps)
{
    /// <summary>True when nothing differs.</summary>
    public bool IsEmpty => Changes.All(change => change.IsQuiet);

    /// <summary>The changes of one kind, by URN.</summary>
    /// <param name="operation">The kind.</param>
    /// <returns>The changes.</returns>
    public IEnumerable<ResourceChange> Of(Operation operation) => Changes.Where(change => change.Operation == operation);
}
