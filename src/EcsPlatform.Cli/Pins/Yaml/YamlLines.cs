namespace EcsPlatform.Cli.Pins.Yaml;

/// <summary>The lines of a text, found from a place in it.</summary>
internal static class YamlLines
{
    /// <summary>Where the line of a place begins.</summary>
    public static int Start(string text, int place)
    {
        var start = place;
        while (start > 0 && !IsBreak(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    /// <summary>Where the line of a place ends, without its line break.</summary>
    public static int End(string text, int place)
    {
        var end = place;
        while (end < text.Length && !IsBreak(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Where the line after that of a place begins.</summary>
    public static int Next(string text, int place)
    {
        var end = End(text, place);
        return end + BreakLength(text, end);
    }

    /// <summary>How far a place is from the beginning of its line.</summary>
    public static int Column(string text, int place) => place - Start(text, place);

    /// <summary>Whether nothing but spaces stands before a place in its line.</summary>
    public static bool IsFirst(string text, int place) => string.IsNullOrWhiteSpace(text[Start(text, place)..place]);

    /// <summary>The number of a place's line, from 1.</summary>
    public static int Number(string text, int place)
    {
        var number = 1;
        for (var next = Next(text, 0); next <= place && next > 0 && IsBreak(text[next - 1]); next = Next(text, next))
        {
            number++;
            if (next == text.Length)
            {
                break;
            }
        }

        return number;
    }

    /// <summary>The line break that lines around a place end with: that of its line, or else of the text's first one.</summary>
    public static string Break(string text, int place)
    {
        var end = End(text, place);
        if (BreakLength(text, end) is > 0 and var length)
        {
            return text.Substring(end, length);
        }

        var first = End(text, 0);
        return BreakLength(text, first) is > 0 and var other ? text.Substring(first, other) : "\n";
    }

    private static int BreakLength(string text, int end) =>
        end == text.Length ? 0 : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1;

    private static bool IsBreak(char c) => c is '\n' or '\r';
}
