using System.Collections.Immutable;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Scopes;

/// <summary>A difference, as the rules of scopes look at it.</summary>
internal sealed class ScopeContext(PlanDifference difference, Func<ResourceChange, bool> isAllowed)
{
    private readonly Dictionary<string, ResourceChange> _byUrn =
        difference.Changes.GroupBy(change => change.Urn, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);

    /// <summary>Whether a new value is that of a resource whose own change is allowed.</summary>
    public bool FollowsFromAllowed(PropertyChange value) => AllowedSource(value) is not null;

    /// <summary>Whether an input keeps referring to the same resource, whose own change is allowed.</summary>
    public bool FollowsFromAllowed(ResourceChange change, PropertyChange input) =>
        AllowedSource(input) is { Old: { } source } && change.Old is { } old && RefersTo(old, input.Path.Property).Contains(source.Urn);

    /// <summary>Whether a resource is a component or stands under it.</summary>
    public bool IsWithin(PlannedResource resource, string componentUrn)
    {
        // A file by hand may hold parents in a circle.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var urn = resource.Urn;
        for (var parent = resource.Parent; urn != componentUrn && parent is not null && seen.Add(parent); parent = _byUrn.GetValueOrDefault(parent)?.Resource.Parent)
        {
            urn = parent;
        }

        return urn == componentUrn;
    }

    /// <summary>Whether a listener or rule belongs to a component, or an input of it leads requests to something in the component.</summary>
    public bool Leads(ResourceChange change, PropertyChange input, string componentUrn) =>
        IsWithin(change.Resource, componentUrn)
        || RefersTo(change.Resource, input.Path.Property).Any(urn => _byUrn.GetValueOrDefault(urn) is { } target
            && target.Resource.Type == "aws:lb/targetGroup:TargetGroup" && IsWithin(target.Resource, componentUrn));

    private ResourceChange? AllowedSource(PropertyChange value) =>
        value.FollowsFrom is { } urn && _byUrn.GetValueOrDefault(urn) is { } source && source.Operation != Operation.Same && isAllowed(source) ? source : null;

    // A state may say only what the resource as a whole depends on.
    private static ImmutableArray<string> RefersTo(PlannedResource resource, string property) =>
        resource.PropertyDependencies.TryGetValue(property, out var urns) ? urns : resource.Dependencies;
}
