using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>
/// Puts an update's steps into an order: what is made or changed after what it needs, what goes after everything that needs it.
/// </summary>
internal sealed class StepOrder
{
    private readonly Dictionary<string, ResourceChange> _byOldUrn;
    private readonly ImmutableArray<PlannedResource> _oldOrder;
    private readonly List<PlanStep> _steps = [];
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private ILookup<string, PlannedResource>? _dependents;

    private StepOrder(ImmutableArray<ResourceChange> changes)
    {
        _byOldUrn = changes.Where(change => change.Old is not null).ToDictionary(change => change.Old!.Urn, StringComparer.Ordinal);
        _oldOrder = ResourceOrder.Of([.. _byOldUrn.Values.Where(change => change.Operation is Operation.Replace or Operation.Delete).Select(change => change.Old!)]);
    }

    /// <summary>The steps of some changes.</summary>
    /// <param name="changes">A change for every resource.</param>
    /// <param name="newOrder">The new resources, each after what it needs.</param>
    public static ImmutableArray<PlanStep> Of(ImmutableArray<ResourceChange> changes, ImmutableArray<PlannedResource> newOrder)
    {
        var order = new StepOrder(changes);
        var byNewUrn = changes.Where(change => change.New is not null).ToDictionary(change => change.Urn, StringComparer.Ordinal);
        foreach (var resource in newOrder.Where(resource => resource is { Custom: true, External: false }))
        {
            order.Make(byNewUrn[resource.Urn]);
        }

        foreach (var resource in order._oldOrder.Reverse())
        {
            order.Remove(order._byOldUrn[resource.Urn]);
        }

        return [.. order._steps];
    }

    private void Make(ResourceChange change)
    {
        switch (change.Operation)
        {
            case Operation.Create:
                _steps.Add(new PlanStep(StepKind.Create, change.Urn));
                break;
            case Operation.Update:
                _steps.Add(new PlanStep(StepKind.Update, change.Urn));
                break;
            case Operation.Replace:
                if (change.DeleteBeforeReplace)
                {
                    RemoveWithDependents(change);
                }

                _steps.Add(new PlanStep(StepKind.CreateReplacement, change.Urn));
                break;
        }
    }

    private void RemoveWithDependents(ResourceChange change)
    {
        _dependents ??= _oldOrder.SelectMany(resource => ResourceOrder.NeededBy(resource).Distinct().Select(needed => (needed, resource)))
            .ToLookup(pair => pair.needed, pair => pair.resource, StringComparer.Ordinal);
        foreach (var dependent in _dependents[change.Old!.Urn].Select(resource => _byOldUrn[resource.Urn]).Where(dependent => dependent.DeleteBeforeReplace))
        {
            RemoveWithDependents(dependent);
        }

        Remove(change);
    }

    private void Remove(ResourceChange change)
    {
        if (change.Old is not { Custom: true, External: false } old || !_gone.Add(old.Urn))
        {
            return;
        }

        var kind = old.RetainOnDelete ? StepKind.Retain : change.Operation == Operation.Delete ? StepKind.Delete : StepKind.DeleteReplaced;
        _steps.Add(new PlanStep(kind, change.Urn));
    }
}
