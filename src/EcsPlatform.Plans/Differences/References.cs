using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>The outputs that a value may refer to: tells whether a text of the new plan says the same as one of the old.</summary>
/// <param name="indexes">What the texts of each resource mean.</param>
internal sealed class References(ImmutableArray<TextIndex<Translation.Meaning>> indexes)
{
    /// <summary>Whether a new text says the same as an old one.</summary>
    public bool Same(string oldText, string newText) =>
        !IsAnew(newText) && (oldText == newText || (!indexes.IsEmpty && (IsWhole(oldText, newText) || Matches(oldText, newText))));

    /// <summary>Whether values may differ although their texts are the same.</summary>
    public bool HasAnew { get; } = indexes.Any(index => index.Values.Any(meaning => meaning.IsAnew));

    /// <summary>The resource whose new value stands in a text; null when none does.</summary>
    public string? Source(string newText) => MeaningsIn(newText).Select(meaning => meaning.Source).FirstOrDefault(source => source is not null);

    private bool IsWhole(string oldText, string newText) => indexes.Any(index => index[newText]?.Olds.Contains(oldText) ?? false);

    private bool IsAnew(string text) => HasAnew && MeaningsIn(text).Any(meaning => meaning.IsAnew);

    private IEnumerable<Translation.Meaning> MeaningsIn(string text) => indexes.Select(index => index[text]).OfType<Translation.Meaning>()
        .Concat(indexes.SelectMany(index => Enumerable.Range(0, text.Length).SelectMany(i => index.At(text, i))).Select(found => found.Value));

    // Walks both texts at once: either the next characters are the same, or a known text stands in the one where its old form does in the other.
    private bool Matches(string oldText, string newText)
    {
        var tried = new HashSet<(int Old, int New)>();
        var open = new Stack<(int Old, int New)>([(0, 0)]);
        while (open.TryPop(out var at))
        {
            if (at == (oldText.Length, newText.Length))
            {
                return true;
            }

            if (!tried.Add(at))
            {
                continue;
            }

            if (at.Old < oldText.Length && at.New < newText.Length && oldText[at.Old] == newText[at.New])
            {
                open.Push((at.Old + 1, at.New + 1));
            }

            foreach (var (length, meaning) in indexes.SelectMany(index => index.At(newText, at.New)))
            {
                foreach (var old in meaning.Olds.Where(old => string.CompareOrdinal(oldText, at.Old, old, 0, old.Length) == 0))
                {
                    open.Push((at.Old + old.Length, at.New + length));
                }
            }
        }

        return false;
    }
}
