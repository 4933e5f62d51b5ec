using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EcsPlatform.Testing.Deployed;

/// <summary>Characters that follow from a seed, others than those that the preview makes of the same seed.</summary>
internal static class Digest
{
    public static string Hex(int length, string seed) => Convert.ToHexStringLower(Hash(seed))[..length];

    public static string Digits(int length, string seed)
    {
        var digits = string.Concat(Hash(seed).Select(value => value.ToString("D3", CultureInfo.InvariantCulture)[1..]));
        return digits[..length];
    }

    /// <summary>A small number, as of a thing of which there were few before.</summary>
    public static string Counter(string seed) => (2 + Hash(seed)[0] % 40).ToString(CultureInfo.InvariantCulture);

    public static string Upper(int length, string seed) => string.Concat(Hash(seed).Select(value => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[value % 32]))[..length];

    public static string Base64(string seed) => Convert.ToBase64String(Hash(seed));

    public static string Uuid(string seed)
    {
        var hex = Hex(32, seed);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-a{hex[17..20]}-{hex[20..]}";
    }

    /// <summary>A moment in March 2026.</summary>
    public static string Moment(string seed)
    {
        var hash = Hash(seed);
        return string.Create(
            CultureInfo.InvariantCulture, $"2026-03-{1 + hash[0] % 31:D2}T{hash[1] % 24:D2}:{hash[2] % 60:D2}:{hash[3] % 60:D2}Z");
    }

    private static byte[] Hash(string seed) => SHA256.HashData(Encoding.UTF8.GetBytes($"deployed {seed}"));
}
