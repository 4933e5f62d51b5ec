namespace EcsPlatform.Processing;

/// <summary>Keys of objects, told by what they begin and end with.</summary>
internal static class Keys
{
    /// <summary>Whether a key can match two filters.</summary>
    /// <param name="prefix">What the first wants keys to begin with.</param>
    /// <param name="suffix">What the first wants keys to end with.</param>
    /// <param name="otherPrefix">What the second wants keys to begin with.</param>
    /// <param name="otherSuffix">What the second wants keys to end with.</param>
    /// <returns>True when there may be such a key.</returns>
    public static bool Overlap(string prefix, string suffix, string otherPrefix, string otherSuffix) =>
        (prefix.StartsWith(otherPrefix, StringComparison.Ordinal) || otherPrefix.StartsWith(prefix, StringComparison.Ordinal)) &&
        (suffix.EndsWith(otherSuffix, StringComparison.Ordinal) || otherSuffix.EndsWith(suffix, StringComparison.Ordinal));
}
