using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>
/// Finds what an update from one plan to another does. The old plan may be a real stack's state: a value that is another resource's output
/// counts as a reference to that output, whatever it is in either plan.
/// </summary>
public sealed class PlanComparison
{
    private readonly PlanInputs _inputs;
    private readonly IResourceRules _rules;
    private readonly ResourcePairs _pairs;
    private readonly OptionComparison _options;
    private readonly OutputNotes _notes;
    private readonly DeletedFirst _deletedFirst;
    private readonly ProviderComparison _providers;
    private readonly Dictionary<string, ResourceChange> _changes = new(StringComparer.Ordinal);

    private PlanComparison(Plan old, Plan @new, ResourceTree tree, IResourceRules rules)
    {
        var fromState = old.Resources.Any(IsState);
        var translation = new Translation(tree);
        _rules = rules;
        _pairs = new ResourcePairs(old, @new);
        _options = new OptionComparison(_pairs, fromState);
        _notes = new OutputNotes(translation, rules, fromState);
        _inputs = new PlanInputs(translation, _changes);
        _deletedFirst = new DeletedFirst(old.Resources, _pairs, tree, rules);
        _providers = new ProviderComparison(old, tree, _pairs, _changes, _inputs, rules);
    }

    /// <summary>Compares two plans of the same stack.</summary>
    /// <param name="old">The plan that holds now.</param>
    /// <param name="new">The plan that is to hold.</param>
    /// <param name="rules">How providers react to changes.</param>
    /// <returns>The difference. The providers that the engine makes by itself are in no change.</returns>
    public static PlanDifference Compare(Plan old, Plan @new, IResourceRules rules)
    {
        var tree = new ResourceTree(@new.Resources);
        var comparison = new PlanComparison(old, @new, tree, rules);
        var order = ResourceOrder.Of(@new.Resources, tree);
        // Components and the stack only pass on what others have: they come when everything else is known.
        foreach (var resource in order.Where(resource => resource.Custom).Concat(order.Where(resource => !resource.Custom)))
        {
            comparison.Add(resource);
        }

        var changes = comparison._changes.Values
            .Concat(comparison._pairs.Gone.Select(gone => new ResourceChange { Operation = Operation.Delete, Old = gone }))
            .OrderBy(change => change.Urn, StringComparer.Ordinal).ThenBy(change => change.Operation)
            .ToImmutableArray();
        return new PlanDifference(old, @new, changes, StepOrder.Of(changes, order, old, comparison._deletedFirst));
    }

    private void Add(PlannedResource resource)
    {
        var change = _pairs.OldOf(resource) is not { } old ? new ResourceChange { Operation = Operation.Create, New = resource }
            : resource.Custom ? Compared(old, resource)
            : ComparedComponent(old, resource);
        _changes[resource.Urn] = change;
        _notes.Add(change);
        if (change is { Operation: Operation.Replace, DeleteBeforeReplace: true, Old: { } gone })
        {
            _deletedFirst.Add(gone);
        }
    }

    private ResourceChange ComparedComponent(PlannedResource old, PlannedResource resource) => new()
    {
        Operation = Operation.Same,
        Old = old,
        New = resource,
        Outputs = _inputs.DifferingOutputs(old, resource),
        Options = _options.Of(old, resource),
    };

    private ResourceChange Compared(PlannedResource old, PlannedResource resource)
    {
        var kept = Kept(old, resource);
        var goes = _deletedFirst.ReasonsOf(old.Urn);
        var inputs = _inputs.Differing(old, kept)
            .Concat(_providers.Regions(old, resource))
            .Concat(_providers.Tags(old, resource))
            .Select(change => change with { Replaces = Replaces(old, kept, change) || goes.ContainsKey(change.Path.Property) })
            .ToImmutableArray();
        inputs =
        [
            .. inputs.Concat(goes.Where(reason => !inputs.Any(change => change.Path.Property == reason.Key)).Select(reason => Unchanged(old, resource, reason)))
                .OrderBy(change => change.Path, PathOrder.Instance),
        ];
        var first = _deletedFirst.Contains(old.Urn);
        var replaces = old.External != resource.External
            || (!resource.External
                && (first || inputs.Any(change => change.Replaces) || old.Type != resource.Type || _providers.Replaces(old, resource)));
        return new ResourceChange
        {
            Operation = replaces ? Operation.Replace : inputs.IsEmpty ? Operation.Same : Operation.Update,
            Old = old,
            New = resource,
            Inputs = inputs,
            Ignored = ReferenceEquals(kept, resource) ? [] : _inputs.Differing(kept, resource),
            Options = _options.Of(old, resource),
            DeleteBeforeReplace = replaces && (first || resource.DeleteBeforeReplace || _rules.DeletesBeforeReplace(old, resource)),
        };
    }

    private bool Replaces(PlannedResource old, PlannedResource resource, PropertyChange change) =>
        PropertyPattern.AnyCovers(resource.ReplaceOnChanges, change.Path, old.Inputs, resource.Inputs)
        || (old.Type == resource.Type && _rules.Replaces(old, resource, change));

    // The resource with those inputs as they were whose changes it ignores.
    private static PlannedResource Kept(PlannedResource old, PlannedResource resource) => resource.IgnoreChanges.IsEmpty
        ? resource
        : resource with
        {
            Inputs = resource.IgnoreChanges.Aggregate(resource.Inputs, (inputs, pattern) => PropertyPattern.Parse(pattern).Reset(old.Inputs, inputs)),
        };

    private static PropertyChange Unchanged(PlannedResource old, PlannedResource resource, KeyValuePair<string, string> reason) =>
        new(PropertyPath.Of(reason.Key), old.Inputs.Entries.GetValueOrDefault(reason.Key), resource.Inputs.Entries.GetValueOrDefault(reason.Key))
        {
            Replaces = true,
            FollowsFrom = reason.Value,
        };

    // Only the provider of a real resource says which inputs it filled in.
    private static bool IsState(PlannedResource resource) => resource.Inputs.Entries.ContainsKey("__defaults") || resource.Outputs.Entries.ContainsKey("__meta");
}
