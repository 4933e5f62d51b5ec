namespace EcsPlatform.Plans.Differences;

/// <summary>
/// Which texts of the new plan mean the same as which of the old one. Of a resource that stays, an id, ARN or generated name differs between
/// a preview and a real stack; whatever refers to it differs with it and still says the same.
/// </summary>
internal sealed class Translation
{
    private readonly TextIndex<List<string>> _oldTexts = new();
    private readonly TextIndex<string> _sources = new();

    /// <summary>Notes that a text of the new plan stands for one of the old.</summary>
    public void Add(string newText, string oldText)
    {
        if (newText == oldText)
        {
            return;
        }

        if (_oldTexts[newText] is not { } known)
        {
            _oldTexts.TryAdd(newText, [oldText]);
        }
        else if (!known.Contains(oldText))
        {
            known.Add(oldText);
        }
    }

    /// <summary>Notes that a text of the new plan is a new value of a resource: what refers to it changes for that reason.</summary>
    public void AddChanged(string newText, string urn) => _sources.TryAdd(newText, urn);

    /// <summary>Whether a new text says the same as an old one.</summary>
    public bool Same(string oldText, string newText) =>
        oldText == newText || (_oldTexts[newText]?.Contains(oldText) ?? false) || Matches(oldText, newText);

    /// <summary>The resource whose new value stands in a text; null when none does.</summary>
    public string? Source(string newText) =>
        _sources[newText] ?? Enumerable.Range(0, newText.Length).SelectMany(i => _sources.At(newText, i)).Select(found => found.Value).FirstOrDefault();

    // Walks both texts at once: either the next characters are the same, or a known part stands in the one where its old value does in the other.
    private bool Matches(string oldText, string newText)
    {
        var tried = new HashSet<(int Old, int New)>();
        var open = new Stack<(int Old, int New)>();
        open.Push((0, 0));
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

            foreach (var (length, olds) in _oldTexts.At(newText, at.New))
            {
                foreach (var old in olds.Where(old => string.CompareOrdinal(oldText, at.Old, old, 0, old.Length) == 0))
                {
                    open.Push((at.Old + old.Length, at.New + length));
                }
            }
        }

        return false;
    }
}
