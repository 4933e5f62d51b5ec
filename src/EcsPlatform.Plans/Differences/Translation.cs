using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>
/// What the texts among a new plan's outputs were in the old plan, resource by resource. Of a resource that stays, an id, ARN or generated name
/// differs between a preview and a real stack; what refers to it differs with it and still says the same.
/// </summary>
internal sealed class Translation(ResourceTree tree)
{
    private static readonly TextIndex<Meaning> Nothing = new();

    private readonly Dictionary<string, List<(string Text, Meaning Meaning)>> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _anew = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextIndex<Meaning>> _indexes = new(StringComparer.Ordinal);
    private TextIndex<Meaning>? _all;

    /// <summary>Notes that a resource's text of the new plan stands for one of the old.</summary>
    public void Add(string urn, string newText, string oldText)
    {
        if (newText != oldText)
        {
            Note(urn, newText, new Meaning([oldText], null));
        }
    }

    /// <summary>Notes that a text is a new value among a resource's outputs: what refers to it changes because of the resource that it comes from.</summary>
    public void AddNew(string urn, string newText, string source) => Note(urn, newText, new Meaning([], source));

    /// <summary>Notes that a text stands for a value that will be another, though neither plan knows which.</summary>
    public void AddAnew(string urn, string text)
    {
        _anew.Add(urn);
        Note(urn, text, new Meaning([], urn) { IsAnew = true });
    }

    /// <summary>What a value may mean that refers to some resources; a component stands for everything below it.</summary>
    /// <param name="urns">Sorted. Everything that they need has been noted.</param>
    public References Of(ImmutableArray<string> urns) => new([.. urns.Select(IndexOf).Where(index => index != Nothing)]);

    /// <summary>Whether values that refer to some resources may change although their texts are the same.</summary>
    public bool IsAnew(IEnumerable<string> urns) => _anew.Count > 0 && urns.SelectMany(tree.CustomAt).Any(_anew.Contains);

    /// <summary>What a value may mean of which it is not known to what it refers. Everything has been noted.</summary>
    public References OfAny() => new([_all ??= Index(_texts.Keys.Order(StringComparer.Ordinal), unmistakable: true)]);

    private void Note(string urn, string text, Meaning meaning) =>
        (_texts.TryGetValue(urn, out var texts) ? texts : _texts[urn] = []).Add((text, meaning));

    private TextIndex<Meaning> IndexOf(string urn)
    {
        if (!_indexes.TryGetValue(urn, out var index))
        {
            var noted = tree.CustomAt(urn).Where(_texts.ContainsKey).Order(StringComparer.Ordinal).ToList();
            _indexes[urn] = index = noted.Count == 0 ? Nothing : Index(noted);
        }

        return index;
    }

    private TextIndex<Meaning> Index(IEnumerable<string> urns, bool unmistakable = false)
    {
        var index = new TextIndex<Meaning>();
        foreach (var (text, meaning) in urns.SelectMany(urn => _texts[urn]).Where(entry => !unmistakable || TextIndex<Meaning>.IsPart(entry.Text)))
        {
            index[text] = index[text] is { } known ? known.Or(meaning) : meaning;
        }

        return index;
    }

    /// <summary>What a text of the new plan means.</summary>
    /// <param name="Olds">What it was in the old plan; more than one where outputs share a text in the new one only.</param>
    /// <param name="Source">The resource of which it is a new value; null for none.</param>
    internal sealed record Meaning(ImmutableArray<string> Olds, string? Source)
    {
        /// <summary>Whether it will be another value even where both plans have the same text.</summary>
        public bool IsAnew { get; init; }

        /// <summary>Either meaning.</summary>
        public Meaning Or(Meaning other) => new([.. Olds.Union(other.Olds, StringComparer.Ordinal)], Source ?? other.Source) { IsAnew = IsAnew || other.IsAnew };
    }
}
