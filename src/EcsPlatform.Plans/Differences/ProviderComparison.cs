namespace EcsPlatform.Plans.Differences;

/// <summary>What a changed provider does to the resources that it manages.</summary>
internal sealed class ProviderComparison(
    Plan old, ResourceTree tree, ResourcePairs pairs, IReadOnlyDictionary<string, ResourceChange> changes, PlanInputs inputs, IResourceRules rules)
{
    private const string TagsAll = "tagsAll";
    private const string DefaultTags = "defaultTags";
    private const string Region = "region";

    private readonly Lazy<ResourceTree> _old = new(() => new ResourceTree(old.Resources));

    /// <summary>
    /// Whether a resource is replaced because of its provider: its own is, or another takes its place whose settings differ so that it would
    /// be. A default provider's settings are not in a preview: nothing is known then.
    /// </summary>
    public bool Replaces(PlannedResource before, PlannedResource resource) => (Providers.UrnOf(before), Providers.UrnOf(resource)) switch
    {
        (null, _) or (_, null) => false,
        (var was, var now) when pairs.NewUrnOf(was) == now => changes.GetValueOrDefault(now) is { Operation: Operation.Replace },
        (var was, var now) => _old.Value[was] is { } oldProvider && tree[now] is { } newProvider
            && inputs.Differing(oldProvider, newProvider).Any(change => rules.Replaces(oldProvider, newProvider, change)),
    };

    /// <summary>The change of a resource's region: it is its provider's where the program gives none.</summary>
    public IEnumerable<PropertyChange> Regions(PlannedResource before, PlannedResource resource)
    {
        if (before.Inputs.Entries.ContainsKey(Region) || resource.Inputs.Entries.ContainsKey(Region)
            || RegionOf(before, _old.Value) is not { } was || RegionOf(resource, tree) is not { } now || was.Equals(now))
        {
            return [];
        }

        var change = new PropertyChange(PropertyPath.Of(Region), was, now) { FollowsFrom = Providers.UrnOf(resource) };
        return rules.Replaces(before, resource, change) ? [change] : [];
    }

    /// <summary>The change of a resource's tags: the provider puts its default tags on everything that can have tags.</summary>
    public IEnumerable<PropertyChange> Tags(PlannedResource before, PlannedResource resource) =>
        Providers.UrnOf(resource) is { } urn && changes.GetValueOrDefault(urn) is { Operation: Operation.Update } provider
        && provider.Inputs.Any(change => change.Path.Property == DefaultTags)
        && (before.Outputs.Entries.ContainsKey(TagsAll) || resource.Outputs.Entries.ContainsKey(TagsAll))
            ? [new PropertyChange(PropertyPath.Of(TagsAll), before.Outputs.Entries.GetValueOrDefault(TagsAll), PropertyValue.Unknown.Value) { FollowsFrom = urn }]
            : [];

    private static PropertyValue? RegionOf(PlannedResource resource, ResourceTree plan) =>
        Providers.UrnOf(resource) is { } urn ? plan[urn]?.Inputs.Entries.GetValueOrDefault(Region) : null;
}
