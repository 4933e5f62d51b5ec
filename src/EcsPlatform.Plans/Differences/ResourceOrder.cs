using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>An order in which everything that a resource needs comes before it.</summary>
internal sealed class ResourceOrder
{
    private readonly ResourceTree _tree;
    private readonly Dictionary<Node, int> _missing = [];
    private readonly Dictionary<Node, List<Node>> _dependents = [];

    private ResourceOrder(ResourceTree tree) => _tree = tree;

    /// <summary>The resources so that what a resource depends on comes first; by URN where that leaves a choice.</summary>
    public static ImmutableArray<PlannedResource> Of(IReadOnlyCollection<PlannedResource> resources, ResourceTree tree)
    {
        var order = new ResourceOrder(tree);
        foreach (var resource in resources)
        {
            order.Add(new Node(resource.Urn, 0), order.NodesNeededBy(resource));
            order.Add(new Node(resource.Urn, 1), tree.ChildrenOf(resource.Urn).Select(EndOf).Append(new Node(resource.Urn, 0)));
        }

        return order.Sorted();
    }

    /// <summary>The URNs of everything that must be there before a resource.</summary>
    public static IEnumerable<string> NeededBy(PlannedResource resource) =>
    [
        .. resource.Dependencies,
        .. resource.PropertyDependencies.Values.SelectMany(urns => urns),
        .. resource.Parent is { } parent ? [parent] : ImmutableArray<string>.Empty,
        .. Providers.UrnOf(resource) is { } provider ? [provider] : ImmutableArray<string>.Empty,
        .. resource.DeletedWith is { } with ? [with] : ImmutableArray<string>.Empty,
    ];

    // What needs a component needs everything below it, unless it stands there itself.
    private IEnumerable<Node> NodesNeededBy(PlannedResource resource) =>
        from urn in NeededBy(resource)
        let needed = _tree[urn]
        where needed is not null
        select needed.Custom || _tree.IsBelow(resource, urn) ? new Node(urn, 0) : EndOf(needed);

    private static Node EndOf(PlannedResource resource) => new(resource.Urn, 1);

    private void Add(Node node, IEnumerable<Node> needed)
    {
        var distinct = needed.ToHashSet();
        _missing[node] = distinct.Count;
        foreach (var other in distinct)
        {
            (_dependents.TryGetValue(other, out var list) ? list : _dependents[other] = []).Add(node);
        }
    }

    private ImmutableArray<PlannedResource> Sorted()
    {
        var order = ImmutableArray.CreateBuilder<PlannedResource>();
        var ready = new PriorityQueue<Node, Node>(_missing.Where(entry => entry.Value == 0).Select(entry => (entry.Key, entry.Key)));
        while (ready.TryDequeue(out var node, out _))
        {
            _missing.Remove(node);
            if (node.Part == 0)
            {
                order.Add(_tree[node.Urn]!);
            }

            foreach (var dependent in _dependents.GetValueOrDefault(node, []).Where(dependent => --_missing[dependent] == 0))
            {
                ready.Enqueue(dependent, dependent);
            }
        }

        // No engine makes a cycle; a file by hand may hold one.
        order.AddRange(_missing.Keys.Where(node => node.Part == 0).Order().Select(node => _tree[node.Urn]!));
        return order.ToImmutable();
    }

    /// <summary>A resource (part 0), or the moment when everything below it is done as well (part 1).</summary>
    private readonly record struct Node(string Urn, int Part) : IComparable<Node>
    {
        public int CompareTo(Node other) => string.CompareOrdinal(Urn, other.Urn) is not 0 and var order ? order : Part.CompareTo(other.Part);
    }
}
