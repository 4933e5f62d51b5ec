using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>
/// Finds what an update from one plan to another does. The old plan may be a real stack's state: a value that is another resource's output
/// counts as a reference to that output, whatever it is in either plan.
/// </summary>
public sealed class PlanComparison
{
    private const string Tags = "tagsAll";
    private const string DefaultTags = "defaultTags";

    private readonly IResourceRules _rules;
    private readonly ResourcePairs _pairs;
    private readonly Translation _translation = new();
    private readonly ValueComparison _values;
    private readonly Dictionary<string, ResourceChange> _changes = new(StringComparer.Ordinal);

    private PlanComparison(Plan old, Plan @new, IResourceRules rules)
    {
        _rules = rules;
        _pairs = new ResourcePairs(old, @new);
        _values = new ValueComparison(_translation);
    }

    /// <summary>Compares two plans of the same stack.</summary>
    /// <param name="old">The plan that holds now.</param>
    /// <param name="new">The plan that is to hold.</param>
    /// <param name="rules">How providers react to changes.</param>
    /// <returns>The difference.</returns>
    public static PlanDifference Compare(Plan old, Plan @new, IResourceRules rules)
    {
        var comparison = new PlanComparison(old, @new, rules);
        var order = ResourceOrder.Of(@new.Resources);
        // Components and the stack only pass on what others have: they come when everything else is known.
        foreach (var resource in order.Where(resource => resource.Custom).Concat(order.Where(resource => !resource.Custom)))
        {
            comparison.Add(resource);
        }

        var changes = comparison._changes.Values
            .Concat(comparison._pairs.Gone.Select(gone => new ResourceChange { Operation = Operation.Delete, Old = gone }))
            .OrderBy(change => change.Urn, StringComparer.Ordinal).ThenBy(change => change.Operation)
            .ToImmutableArray();
        return new PlanDifference(old, @new, changes, StepOrder.Of(changes, order));
    }

    private void Add(PlannedResource resource)
    {
        var change = _pairs.OldOf(resource) is { } old ? Compare(old, resource) : new ResourceChange { Operation = Operation.Create, New = resource };
        _changes[resource.Urn] = change;
        Note(change);
    }

    private ResourceChange Compare(PlannedResource old, PlannedResource resource)
    {
        var options = OptionComparison.Of(old, resource, _pairs);
        if (!resource.Custom)
        {
            return new ResourceChange
            {
                Operation = Operation.Same,
                Old = old,
                New = resource,
                Outputs = Differing(old.Outputs, resource.Outputs),
                Options = options,
            };
        }

        var all = Differing(Given(old), Given(resource)).AddRange(TagsOfProvider(old, resource));
        var ignored = all.Where(change => Covered(resource.IgnoreChanges, change)).ToImmutableArray();
        var inputs = all.Except(ignored)
            .Select(change => change with { Replaces = Covered(resource.ReplaceOnChanges, change) || _rules.Replaces(old, resource, change) })
            .ToImmutableArray();
        var replaces = !resource.External && (inputs.Any(change => change.Replaces) || old.Type != resource.Type || ProviderIsReplaced(resource));
        return new ResourceChange
        {
            Operation = replaces ? Operation.Replace : inputs.IsEmpty ? Operation.Same : Operation.Update,
            Old = old,
            New = resource,
            Inputs = inputs,
            Ignored = ignored,
            Options = options,
            DeleteBeforeReplace = replaces && (resource.DeleteBeforeReplace || _rules.DeletesBeforeReplace(old, resource) || inputs.Any(FollowsFromDeleted)),
        };
    }

    // The engine writes the plugin's version into a provider's state; the program gives it as an option.
    private static PropertyValue.Map Given(PlannedResource resource) =>
        resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) ? new PropertyValue.Map(resource.Inputs.Entries.Remove("version")) : resource.Inputs;

    // Within preview plans equal inputs are equal bytes, and nearly all of them are.
    private ImmutableArray<PropertyChange> Differing(PropertyValue.Map old, PropertyValue.Map @new) =>
        old.Equals(@new) ? [] : _values.Properties(CanonicalValue.OfProperties(old), CanonicalValue.OfProperties(@new));

    // The provider puts its default tags on everything that can have tags.
    private IEnumerable<PropertyChange> TagsOfProvider(PlannedResource old, PlannedResource resource) =>
        ProviderChange(resource) is { Operation: Operation.Update } provider
        && provider.Inputs.Any(change => change.Path.Property == DefaultTags)
        && (old.Outputs.Entries.ContainsKey(Tags) || resource.Outputs.Entries.ContainsKey(Tags))
            ? [new PropertyChange(PropertyPath.Of(Tags), old.Outputs.Entries.GetValueOrDefault(Tags), PropertyValue.Unknown.Value) { FollowsFrom = provider.Urn }]
            : [];

    private bool ProviderIsReplaced(PlannedResource resource) => ProviderChange(resource) is { Operation: Operation.Replace };

    private ResourceChange? ProviderChange(PlannedResource resource) =>
        ResourceOrder.ProviderUrn(resource) is { } urn ? _changes.GetValueOrDefault(urn) : null;

    // Before a resource is deleted to be made anew, everything goes that its going replaces.
    private bool FollowsFromDeleted(PropertyChange change) =>
        change is { Replaces: true, FollowsFrom: { } urn } && _changes.GetValueOrDefault(urn) is { Operation: Operation.Replace, DeleteBeforeReplace: true };

    private static bool Covered(ImmutableArray<string> patterns, PropertyChange change) =>
        patterns.Any(pattern => PropertyPattern.Parse(pattern).Covers(change.Path));

    // What later resources may refer to: values that stay, and values that are new.
    private void Note(ResourceChange change)
    {
        if (change.New is not { Custom: true } resource)
        {
            return;
        }

        var stays = change.Operation is Operation.Same or Operation.Update;
        var olds = change.Old is null ? null : Texts(change.Old).ToLookup(entry => entry.Path, entry => entry.Text, StringComparer.Ordinal);
        foreach (var (path, text) in Texts(resource))
        {
            var before = olds?[path].FirstOrDefault();
            if (stays && !IsNew(change, path))
            {
                _translation.Add(text, before ?? text);
            }
            else if (before != text)
            {
                _translation.AddChanged(text, resource.Urn);
            }
        }
    }

    // Of an updated resource, what mirrors a changed input is new, and what every update changes. Where the id is the same in both plans,
    // both come from the preview, and what differs is new.
    private bool IsNew(ResourceChange change, string path)
    {
        if (change.Operation == Operation.Same)
        {
            return false;
        }

        var output = path.TrimStart('.').Split('.', '[')[0];
        return change.Old!.Id == change.New!.Id
            || change.Inputs.Any(input => input.Path.Property == output)
            || _rules.ChangesWithUpdate(change.New.Type, output);
    }

    private static IEnumerable<(string Path, string Text)> Texts(PlannedResource resource) =>
        Scalar.Texts(resource.Outputs).Concat(resource.Id is { } id ? [(".id", id)] : []);
}
