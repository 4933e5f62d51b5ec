using System.Globalization;
using System.Numerics;

namespace EcsPlatform.Preview.Aws;

/// <summary>The shapes of AWS identifiers, each filled with characters that follow from a seed.</summary>
internal static class FakeIdentifiers
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The moment that stands for every moment at which AWS would have created or changed something.</summary>
    public const string Timestamp = "2000-01-01T00:00:00Z";

    /// <summary>An EC2-style id: the prefix, a dash and 17 hex digits, the first of which is zero.</summary>
    public static string Ec2(string prefix, string seed) => $"{prefix}-0{Hex(16, seed)}";

    public static string Hex(int length, string seed) => ContentDigest.OfText(seed)[..length];

    public static string Uuid(string seed)
    {
        var hex = Hex(32, seed);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-a{hex[17..20]}-{hex[20..]}";
    }

    public static string Digits(int length, string seed)
    {
        var digits = Number(seed).ToString(CultureInfo.InvariantCulture);
        return digits[^length..];
    }

    public static string LowerAlphanumeric(int length, string seed) => Spell(length, seed, Lower);

    public static string UpperAlphanumeric(int length, string seed) => Spell(length, seed, Upper);

    public static string MixedLetters(int length, string seed) => Spell(length, seed, Letters);

    /// <summary>A counter such as a revision: large enough that two different seeds practically never meet.</summary>
    public static double Counter(string seed) => 1 + (int)(Number(seed) % 999_999);

    private static string Spell(int length, string seed, string alphabet)
    {
        var rest = Number(seed);
        return string.Create(length, (rest, alphabet), static (characters, state) =>
        {
            var (number, alphabet) = state;
            for (var i = 0; i < characters.Length; i++)
            {
                number = BigInteger.DivRem(number, alphabet.Length, out var digit);
                characters[i] = alphabet[(int)digit];
            }
        });
    }

    private static BigInteger Number(string seed) =>
        BigInteger.Parse("0" + ContentDigest.OfText(seed), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
