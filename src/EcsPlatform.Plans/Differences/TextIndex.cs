namespace EcsPlatform.Plans.Differences;

/// <summary>Texts with a value each, found wherever they begin inside another text.</summary>
internal sealed class TextIndex<T>
{
    // Shorter texts, and numbers, turn up in others by chance: they are found only as a whole.
    private const int ShortestPart = 5;

    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _byText;
    private readonly Dictionary<string, SortedSet<int>> _lengthsByBeginning = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<int>>.AlternateLookup<ReadOnlySpan<char>> _byBeginning;

    public TextIndex()
    {
        _byText = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        _byBeginning = _lengthsByBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All values.</summary>
    public IEnumerable<T> Values => _values.Values;

    /// <summary>The value of a text; the default when it has none.</summary>
    public T? this[string text]
    {
        get => _values.GetValueOrDefault(text);
        set
        {
            _values[text] = value!;
            if (IsPart(text))
            {
                var beginning = text[..ShortestPart];
                (_lengthsByBeginning.TryGetValue(beginning, out var lengths) ? lengths : _lengthsByBeginning[beginning] = []).Add(text.Length);
            }
        }
    }

    /// <summary>Whether a text is found inside others.</summary>
    public static bool IsPart(string text) => text.Length >= ShortestPart && !text.All(char.IsAsciiDigit);

    /// <summary>The texts that begin at a position of another text, shortest first.</summary>
    public IEnumerable<(int Length, T Value)> At(string text, int position)
    {
        if (position + ShortestPart > text.Length || !_byBeginning.TryGetValue(text.AsSpan(position, ShortestPart), out var lengths))
        {
            yield break;
        }

        foreach (var length in lengths)
        {
            if (position + length <= text.Length && _byText.TryGetValue(text.AsSpan(position, length), out var value))
            {
                yield return (length, value);
            }
        }
    }
}
