using System.Numerics;

namespace EcsPlatform.Routing;

/// <summary>
/// Patterns of listener rules: <c>*</c> stands for any number of characters, none included, and <c>?</c> for exactly one
/// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html).
/// </summary>
public static class WildcardPattern
{
    private const char Any = '*';
    private const char One = '?';

    // Stands for all characters that neither pattern names: such are alike.
    private const char Other = '\0';

    /// <summary>How many wildcards a pattern has.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>The number of <c>*</c> and <c>?</c>.</returns>
    public static int Wildcards(string pattern) => pattern.Count(character => character is Any or One);

    /// <summary>Tells whether one pattern matches all that another matches.</summary>
    /// <param name="wide">The pattern that may be wider.</param>
    /// <param name="narrow">The pattern that may be narrower.</param>
    /// <returns>True when nothing matches the narrow one alone; equal patterns cover each other.</returns>
    public static bool Covers(string wide, string narrow)
    {
        if (Wildcards(wide) == 0)
        {
            return wide == narrow;
        }

        // Both patterns read the same text, one character after the other; the narrow one must not end where the wide one cannot.
        char[] alphabet = [.. (wide + narrow).Where(character => character is not (Any or One)).Append(Other).Distinct()];
        var seen = new HashSet<(int Narrow, BigInteger Wide)>();
        var open = new Stack<(int Narrow, BigInteger Wide)>([(0, Closed(wide, BigInteger.One))]);
        while (open.TryPop(out var place))
        {
            if (!seen.Add(place))
            {
                continue;
            }

            if (place.Narrow == narrow.Length)
            {
                if (!Holds(place.Wide, wide.Length))
                {
                    return false;
                }

                continue;
            }

            var at = narrow[place.Narrow];
            if (at == Any)
            {
                open.Push((place.Narrow + 1, place.Wide));
            }

            foreach (var character in at is Any or One ? alphabet : [at])
            {
                open.Push((at == Any ? place.Narrow : place.Narrow + 1, After(wide, place.Wide, character)));
            }
        }

        return true;
    }

    // The positions that a pattern may have reached are the bits of a number.
    private static BigInteger After(string pattern, BigInteger positions, char character)
    {
        var reached = BigInteger.Zero;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (Holds(positions, i) && (pattern[i] is Any or One || pattern[i] == character))
            {
                reached |= BigInteger.One << (pattern[i] == Any ? i : i + 1);
            }
        }

        return Closed(pattern, reached);
    }

    private static BigInteger Closed(string pattern, BigInteger positions)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == Any && Holds(positions, i))
            {
                positions |= BigInteger.One << (i + 1);
            }
        }

        return positions;
    }

    private static bool Holds(BigInteger positions, int position) => !((positions >> position) & BigInteger.One).IsZero;
}
