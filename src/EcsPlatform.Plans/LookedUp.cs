namespace EcsPlatform.Plans;

/// <summary>
/// Values that only AWS knows and that a preview offline does not ask for: texts that say where the value comes from, or that hold such
/// a text in its place.
/// </summary>
public static class LookedUp
{
    /// <summary>What a placeholder begins with; it ends with a closing bracket.</summary>
    public const string Mark = "[looked up: ";

    /// <summary>Whether a text may stand for another one: it holds a placeholder, the other one does not, and around it both are the same.</summary>
    /// <param name="text">The text with a placeholder.</param>
    /// <param name="value">The other one.</param>
    /// <returns>True when the placeholder may stand for what the other one has there.</returns>
    public static bool MayBe(string text, string value)
    {
        var start = text.IndexOf(Mark, StringComparison.Ordinal);
        if (start < 0 || value.Contains(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        var end = text.LastIndexOf(']') + 1;
        return value.Length > start + text.Length - end
            && value.StartsWith(text[..start], StringComparison.Ordinal)
            && value.EndsWith(text[end..], StringComparison.Ordinal);
    }
}
