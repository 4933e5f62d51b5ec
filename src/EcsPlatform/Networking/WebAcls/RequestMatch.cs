namespace EcsPlatform.Networking;

/// <summary>Which requests are meant: by their path or by one of their headers.</summary>
/// <param name="Header">The header's name; null looks at the path.</param>
/// <param name="Position">Where the text stands.</param>
/// <param name="Text">The text, 1 to 200 characters, without regard to case.</param>
public sealed record RequestMatch(string? Header, MatchPosition Position, string Text)
{
    private const int LongestText = 200;

    /// <summary>Requests by their path.</summary>
    /// <param name="position">Where the text stands in the path.</param>
    /// <param name="text">The text.</param>
    /// <returns>The match.</returns>
    public static RequestMatch Path(MatchPosition position, string text) => new(null, position, text);

    /// <summary>Finds what is wrong with this match.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where)
    {
        // https://docs.aws.amazon.com/waf/latest/APIReference/API_ByteMatchStatement.html
        if (Text.Length is 0 or > LongestText)
        {
            yield return new Problem(where, $"a text of {Text.Length} characters", $"1 to {LongestText} characters", "Give the text to look for");
        }

        if (Header is { Length: 0 })
        {
            yield return new Problem(where, "a header without a name", "a header's name, or none for the path", "Name the header");
        }
    }
}

/// <summary>Where in a path or header a text stands.</summary>
public enum MatchPosition
{
    /// <summary>Anywhere.</summary>
    Contains,

    /// <summary>At the beginning.</summary>
    StartsWith,

    /// <summary>At the end.</summary>
    EndsWith,

    /// <summary>It is the whole.</summary>
    Exactly,
}
