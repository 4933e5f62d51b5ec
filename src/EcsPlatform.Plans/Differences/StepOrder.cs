using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>
/// Puts an update's steps into an order: what is made or changed after what it needs, what goes after everything that needs it.
/// </summary>
internal sealed class StepOrder
{
    private readonly DeletedFirst _deletedFirst;
    private readonly Dictionary<string, ResourceChange> _byOldUrn;
    private readonly Dictionary<string, int> _oldPositions = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PlannedResource> _oldOrder;
    private readonly List<PlanStep> _steps = [];
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);

    private StepOrder(ImmutableArray<ResourceChange> changes, Plan old, DeletedFirst deletedFirst)
    {
        _deletedFirst = deletedFirst;
        _byOldUrn = changes.Where(change => change.Operation is Operation.Replace or Operation.Delete)
            .ToDictionary(change => change.Old!.Urn, StringComparer.Ordinal);
        _oldOrder = _byOldUrn.Count == 0 ? [] : ResourceOrder.Of(old.Resources, new ResourceTree(old.Resources));
        foreach (var resource in _oldOrder)
        {
            _oldPositions[resource.Urn] = _oldPositions.Count;
        }
    }

    /// <summary>The steps of some changes.</summary>
    /// <param name="changes">A change for every resource.</param>
    /// <param name="newOrder">The new resources, each after what it needs.</param>
    /// <param name="old">The old plan.</param>
    /// <param name="deletedFirst">What goes before what it uses is made anew.</param>
    public static ImmutableArray<PlanStep> Of(
        ImmutableArray<ResourceChange> changes, ImmutableArray<PlannedResource> newOrder, Plan old, DeletedFirst deletedFirst)
    {
        var order = new StepOrder(changes, old, deletedFirst);
        var byNewUrn = changes.Where(change => change.New is not null).ToDictionary(change => change.Urn, StringComparer.Ordinal);
        foreach (var resource in newOrder.Where(resource => resource is { Custom: true }))
        {
            order.Make(byNewUrn[resource.Urn]);
        }

        foreach (var resource in order._oldOrder.Reverse())
        {
            order.Remove(resource.Urn);
        }

        return [.. order._steps];
    }

    private void Make(ResourceChange change)
    {
        if (change is { Operation: Operation.Replace, DeleteBeforeReplace: true })
        {
            RemoveWithUsers(change.Old!.Urn);
        }

        // Reading an external resource changes nothing.
        StepKind? kind = change switch
        {
            { New.External: true } => null,
            { Operation: Operation.Create } => StepKind.Create,
            { Operation: Operation.Update } => StepKind.Update,
            { Operation: Operation.Replace } => StepKind.CreateReplacement,
            _ => null,
        };
        if (kind is { } made)
        {
            _steps.Add(new PlanStep(made, change.Urn));
        }
    }

    private void RemoveWithUsers(string urn)
    {
        var found = new HashSet<string>([urn], StringComparer.Ordinal);
        var open = new Queue<string>([urn]);
        while (open.TryDequeue(out var used))
        {
            foreach (var user in _deletedFirst.UsersOf(used).Where(user => !_gone.Contains(user.Urn) && found.Add(user.Urn)))
            {
                open.Enqueue(user.Urn);
            }
        }

        foreach (var user in found.OrderByDescending(user => _oldPositions[user]))
        {
            Remove(user);
        }
    }

    private void Remove(string oldUrn)
    {
        if (_byOldUrn.GetValueOrDefault(oldUrn) is not { Old: { Custom: true, External: false } old } change || !_gone.Add(oldUrn))
        {
            return;
        }

        var kind = old.RetainOnDelete ? StepKind.Retain : change.Operation == Operation.Delete ? StepKind.Delete : StepKind.DeleteReplaced;
        _steps.Add(new PlanStep(kind, change.Urn));
    }
}
