using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EcsPlatform.Cli.Views;

/// <summary>Texts of plans made fit for a line: no character that a terminal obeys, nothing too long, and what differs stays visible.</summary>
internal static partial class LineText
{
    private const int Longest = 100;
    private const int End = 36;
    private const int Around = 8;
    private const int MostOfDifference = 40;
    private const int Digest = 12;
    private const string Cut = "…";

    /// <summary>A text in one line, with control characters and invisible ones written out.</summary>
    public static string Printable(string text)
    {
        if (text.All(c => c is >= ' ' and < '\u007f'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.Value switch
            {
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ when IsVisible(rune) => rune.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}"),
            });
        }

        return result.ToString();
    }

    /// <summary>A text in one line of bounded length, both ends kept.</summary>
    public static string Short(string text) => Quoted(Printable(Shortened(WithShortDigests(text, Digest), 0, 0)));

    /// <summary>Two texts that differ, each in one line of bounded length, both ends and the difference kept.</summary>
    public static (string Old, string New) Short(string old, string @new)
    {
        var digest = DigestLength(old, @new);
        var (before, after) = (WithShortDigests(old, digest), WithShortDigests(@new, digest));
        var start = CommonStart(before, after);
        var end = CommonEnd(before, after, Math.Min(before.Length, after.Length) - start);
        var result = (Old: Quoted(Printable(Shortened(before, start, before.Length - end))), New: Quoted(Printable(Shortened(after, start, after.Length - end))));
        return result.Old != result.New || old == @new
            ? result
            : ($"{result.Old} ({Length(old)})", $"{result.New} ({Length(@new)})");
    }

    /// <summary>A text in one line, cut in the middle where it is longer than a bound.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The bound, in UTF-16 units.</param>
    /// <returns>The text, both ends kept.</returns>
    public static string Bounded(string text, int longest)
    {
        var half = (longest - Cut.Length) / 2;
        // What is cut away need not be made printable.
        var line = Printable(text.Length <= 4 * longest ? text : $"{text[..Whole(text, 2 * longest)]}{text[Whole(text, text.Length - (2 * longest))..]}");
        return line.Length <= longest ? line : $"{line[..Whole(line, half)]}{Cut}{line[Whole(line, line.Length - half + 1)..]}";
    }

    /// <summary>How many characters two texts have in common from their beginnings on.</summary>
    public static int CommonStart(string a, string b) => a.AsSpan().CommonPrefixLength(b);

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);

    private static string Length(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters");

    private static string Quoted(string text) => text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) ? $"\"{text}\"" : text;

    private static int CommonEnd(string a, string b, int most)
    {
        var count = 0;
        while (count < most && a[^(count + 1)] == b[^(count + 1)])
        {
            count++;
        }

        return count;
    }

    // Digests are shown as far as it takes to tell them apart.
    private static int DigestLength(string old, string @new) => Digests().Matches(old).Zip(Digests().Matches(@new))
        .Select(pair => CommonStart(pair.First.Groups[1].Value, pair.Second.Groups[1].Value))
        .Where(common => common is >= Digest - 1 and < 64)
        .Select(common => common + 4)
        .DefaultIfEmpty(Digest).Max();

    private static string WithShortDigests(string text, int length) =>
        Digests().Replace(text, match => $"sha256:{match.Groups[1].ValueSpan[..Math.Min(64, length)]}{(length < 64 ? Cut : "")}");

    private static string Shortened(string text, int from, int to)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        var result = new StringBuilder();
        var shown = 0;
        foreach (var (start, end) in new[] { (0, End), (Math.Min(from - Around, text.Length - End), Math.Min(to, from + MostOfDifference) + Around), (text.Length - End, text.Length) })
        {
            var begin = Whole(text, Math.Clamp(start, shown, text.Length));
            var stop = Whole(text, Math.Clamp(end, begin, text.Length));
            result.Append(begin > shown && begin < stop ? Cut : "").Append(text, begin, stop - begin);
            shown = Math.Max(shown, stop);
        }

        return result.ToString();
    }

    // Never between the halves of a character.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    [GeneratedRegex("sha256:([0-9a-f]{64})(?![0-9a-f])", RegexOptions.CultureInvariant)]
    private static partial Regex Digests();
}
