using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>Which resource of the new plan is which of the old: by URN, or by an alias that nothing else claims.</summary>
internal sealed class ResourcePairs
{
    private readonly Dictionary<string, PlannedResource> _oldOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _newUrnOf = new(StringComparer.Ordinal);

    public ResourcePairs(Plan old, Plan @new)
    {
        var left = old.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        foreach (var resource in @new.Resources.Where(resource => left.ContainsKey(resource.Urn)))
        {
            Pair(resource, left);
        }

        foreach (var resource in @new.Resources.Where(resource => !_oldOf.ContainsKey(resource.Urn)))
        {
            if (resource.Aliases.FirstOrDefault(left.ContainsKey) is { } alias)
            {
                Pair(resource, left, alias);
            }
        }

        Gone = [.. left.Values.Where(resource => !Providers.IsDefault(resource.Urn)).OrderBy(resource => resource.Urn, StringComparer.Ordinal)];
    }

    /// <summary>The resources of the old plan that the new one lacks, by URN; without default providers, which no program registers.</summary>
    public ImmutableArray<PlannedResource> Gone { get; }

    /// <summary>The resource that a new one was; null for one that is created.</summary>
    public PlannedResource? OldOf(PlannedResource resource) => _oldOf.GetValueOrDefault(resource.Urn);

    /// <summary>The URN that a resource has in the new plan; the old one for one that is gone.</summary>
    public string NewUrnOf(string oldUrn) => _newUrnOf.GetValueOrDefault(oldUrn, oldUrn);

    private void Pair(PlannedResource resource, Dictionary<string, PlannedResource> left, string? alias = null)
    {
        _oldOf[resource.Urn] = left[alias ?? resource.Urn];
        _newUrnOf[alias ?? resource.Urn] = resource.Urn;
        left.Remove(alias ?? resource.Urn);
    }
}
