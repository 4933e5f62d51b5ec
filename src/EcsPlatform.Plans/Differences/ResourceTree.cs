namespace EcsPlatform.Plans.Differences;

/// <summary>The resources of a plan below their parents.</summary>
internal sealed class ResourceTree
{
    private readonly Dictionary<string, PlannedResource> _byUrn;
    private readonly ILookup<string, PlannedResource> _children;

    public ResourceTree(IReadOnlyCollection<PlannedResource> resources)
    {
        _byUrn = resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        _children = resources.Where(resource => resource.Parent is not null).ToLookup(resource => resource.Parent!, StringComparer.Ordinal);
    }

    /// <summary>The resource with a URN; null when there is none.</summary>
    public PlannedResource? this[string urn] => _byUrn.GetValueOrDefault(urn);

    /// <summary>The URN itself of a custom resource; those of all custom resources below a component.</summary>
    public IEnumerable<string> CustomAt(string urn)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([urn]);
        while (open.TryPop(out var at))
        {
            if (_byUrn.GetValueOrDefault(at) is not { } resource || !seen.Add(at))
            {
                continue;
            }

            if (resource.Custom)
            {
                yield return at;
            }

            if (!resource.Custom || at != urn)
            {
                foreach (var child in _children[at])
                {
                    open.Push(child.Urn);
                }
            }
        }
    }

    /// <summary>The children of a resource.</summary>
    public IEnumerable<PlannedResource> ChildrenOf(string urn) => _children[urn];

    /// <summary>Whether a resource stands below another.</summary>
    public bool IsBelow(PlannedResource resource, string urn)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = resource.Parent; at is not null && seen.Add(at); at = this[at]?.Parent)
        {
            if (at == urn)
            {
                return true;
            }
        }

        return false;
    }
}
