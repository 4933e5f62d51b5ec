using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Scopes;

/// <summary>A difference, as the rules of scopes look at it.</summary>
internal sealed class ScopeContext(PlanDifference difference, Func<ResourceChange, bool> isAllowed)
{
    private readonly Dictionary<string, ResourceChange> _byUrn =
        difference.Changes.GroupBy(change => change.Urn, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);

    /// <summary>Whether a new value is that of a resource whose own change is allowed.</summary>
    public bool FollowsFromAllowed(PropertyChange input) =>
        input.FollowsFrom is { } urn && _byUrn.GetValueOrDefault(urn) is { } source && source.Operation != Operation.Same && isAllowed(source);

    /// <summary>Whether a resource is a component or stands under it.</summary>
    public bool IsWithin(PlannedResource resource, string componentUrn)
    {
        var urn = resource.Urn;
        for (var parent = resource.Parent; urn != componentUrn && parent is not null; parent = _byUrn.GetValueOrDefault(parent)?.Resource.Parent)
        {
            urn = parent;
        }

        return urn == componentUrn;
    }

    /// <summary>Whether a listener or rule belongs to a component, or leads requests to something in it.</summary>
    public bool Leads(ResourceChange change, string componentUrn) =>
        IsWithin(change.Resource, componentUrn)
        || change.Resource.Dependencies.Any(urn => _byUrn.GetValueOrDefault(urn) is { } target
            && target.Resource.Type == "aws:lb/targetGroup:TargetGroup" && IsWithin(target.Resource, componentUrn));
}
