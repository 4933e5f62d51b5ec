namespace EcsPlatform.Plans.Differences;

/// <summary>
/// What goes before a resource that is deleted before it is replaced: every resource that the old plan makes of it and that cannot follow in
/// place. It is replaced as well, even where its inputs stay the same: while the other is away, nobody knows that they will.
/// </summary>
/// <param name="old">The old plan's resources.</param>
/// <param name="pairs">Where they have gone.</param>
/// <param name="tree">The new plan's resources.</param>
/// <param name="rules">How providers react to changes.</param>
internal sealed class DeletedFirst(IReadOnlyCollection<PlannedResource> old, ResourcePairs pairs, ResourceTree tree, IResourceRules rules)
{
    private readonly Dictionary<string, SortedDictionary<string, string>> _reasons = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, PlannedResource>> _users = new(() => old
        .SelectMany(resource => Used(resource).Distinct(StringComparer.Ordinal).Select(urn => (urn, resource)))
        .ToLookup(pair => pair.urn, pair => pair.resource, StringComparer.Ordinal));

    /// <summary>Whether a resource of the old plan goes with another.</summary>
    public bool Contains(string oldUrn) => _reasons.ContainsKey(oldUrn);

    /// <summary>The inputs for which a resource of the old plan goes, each with the new URN of the resource that it goes with.</summary>
    public IReadOnlyDictionary<string, string> ReasonsOf(string oldUrn) =>
        _reasons.TryGetValue(oldUrn, out var reasons) ? reasons : new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Adds what goes with a resource of the old plan that is deleted before it is replaced.</summary>
    public void Add(PlannedResource root)
    {
        var open = new Queue<PlannedResource>([root]);
        while (open.TryDequeue(out var gone))
        {
            foreach (var user in _users.Value[gone.Urn].Where(user => user is { Custom: true, External: false } && StillUses(user, gone)))
            {
                var inputs = Inputs(user, gone).ToList();
                if (inputs.Count == 0 && Providers.UrnOf(user) != gone.Urn)
                {
                    continue;
                }

                if (_reasons.TryAdd(user.Urn, new SortedDictionary<string, string>(StringComparer.Ordinal)))
                {
                    open.Enqueue(user);
                }

                foreach (var input in inputs)
                {
                    _reasons[user.Urn].TryAdd(input, pairs.NewUrnOf(gone.Urn));
                }
            }
        }
    }

    /// <summary>What goes with a resource of the old plan because it uses it.</summary>
    public IEnumerable<PlannedResource> UsersOf(string oldUrn) => _users.Value[oldUrn].Where(user => Contains(user.Urn));

    private IEnumerable<string> Inputs(PlannedResource user, PlannedResource gone) =>
        from input in user.PropertyDependencies
        where input.Value.Contains(gone.Urn) && user.Inputs.Entries.ContainsKey(input.Key)
        let change = new PropertyChange(PropertyPath.Of(input.Key), user.Inputs.Entries[input.Key], PropertyValue.Unknown.Value)
        where !PropertyPattern.AnyCovers(user.IgnoreChanges, change.Path, user.Inputs, user.Inputs)
            && (PropertyPattern.AnyCovers(user.ReplaceOnChanges, change.Path, user.Inputs, user.Inputs) || rules.Replaces(user, user, change))
        select input.Key;

    // One that uses the other no more is registered whenever it comes, and by then it is no user.
    private bool StillUses(PlannedResource user, PlannedResource gone) =>
        tree[pairs.NewUrnOf(user.Urn)] is not { } now || ResourceOrder.NeededBy(now).Contains(pairs.NewUrnOf(gone.Urn));

    private static IEnumerable<string> Used(PlannedResource resource) =>
        resource.PropertyDependencies.Values.SelectMany(urns => urns).Concat(Providers.UrnOf(resource) is { } provider ? [provider] : []);
}
