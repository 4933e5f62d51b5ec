using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>An order in which everything that a resource needs comes before it.</summary>
internal static class ResourceOrder
{
    /// <summary>The resources so that what a resource depends on comes first; by URN where that leaves a choice.</summary>
    public static ImmutableArray<PlannedResource> Of(IReadOnlyCollection<PlannedResource> resources)
    {
        var byUrn = resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var missing = new Dictionary<string, int>(StringComparer.Ordinal);
        var dependents = new Dictionary<string, List<PlannedResource>>(StringComparer.Ordinal);
        var ready = new PriorityQueue<PlannedResource, string>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            var needed = NeededBy(resource).Where(urn => byUrn.ContainsKey(urn)).ToHashSet(StringComparer.Ordinal);
            missing[resource.Urn] = needed.Count;
            foreach (var urn in needed)
            {
                (dependents.TryGetValue(urn, out var list) ? list : dependents[urn] = []).Add(resource);
            }

            if (needed.Count == 0)
            {
                ready.Enqueue(resource, resource.Urn);
            }
        }

        var order = ImmutableArray.CreateBuilder<PlannedResource>(resources.Count);
        while (ready.TryDequeue(out var resource, out _))
        {
            order.Add(resource);
            missing.Remove(resource.Urn);
            foreach (var dependent in dependents.GetValueOrDefault(resource.Urn, []).Where(dependent => --missing[dependent.Urn] == 0))
            {
                ready.Enqueue(dependent, dependent.Urn);
            }
        }

        // No engine makes a cycle; a file by hand may hold one.
        order.AddRange(missing.Keys.Order(StringComparer.Ordinal).Select(urn => byUrn[urn]));
        return order.ToImmutable();
    }

    /// <summary>The URNs of everything that must be there before a resource.</summary>
    public static IEnumerable<string> NeededBy(PlannedResource resource) =>
    [
        .. resource.Dependencies,
        .. resource.PropertyDependencies.Values.SelectMany(urns => urns),
        .. resource.Parent is { } parent ? [parent] : ImmutableArray<string>.Empty,
        .. ProviderUrn(resource) is { } provider ? [provider] : ImmutableArray<string>.Empty,
        .. resource.DeletedWith is { } with ? [with] : ImmutableArray<string>.Empty,
    ];

    /// <summary>The URN of a resource's explicit provider; null when it has none.</summary>
    public static string? ProviderUrn(PlannedResource resource) =>
        resource.Provider is { } provider && provider.LastIndexOf("::", StringComparison.Ordinal) is > 0 and var end ? provider[..end] : null;
}
