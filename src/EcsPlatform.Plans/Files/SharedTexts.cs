namespace EcsPlatform.Plans.Files;

/// <summary>Keeps one copy of each text. A stack's resources name the same properties, and each other, over and over.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The first copy of a text.</summary>
    public string Of(string text)
    {
        if (_texts.TryGetValue(text, out var first))
        {
            return first;
        }

        _texts.Add(text, text);
        return text;
    }
}
