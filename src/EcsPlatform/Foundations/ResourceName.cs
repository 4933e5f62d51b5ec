using System.Security.Cryptography;
using System.Text;

namespace EcsPlatform.Foundations;

/// <summary>
/// Makes names fit what AWS allows. A name that fits stays as it is; any other keeps its end, in which names of one environment differ,
/// and gets a hash of the whole, so that two names never become one.
/// </summary>
public static class ResourceName
{
    /// <summary>What Pulumi's auto-naming adds to a logical name: a hyphen and seven hexadecimal digits (https://www.pulumi.com/docs/iac/concepts/resources/names/).</summary>
    public const int AutoNamingLength = 8;

    // 35 bits: among a thousand names with the same end, two are alike once in 70,000 times.
    private const int HashLength = 7;
    private const string HashDigits = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>A name for a resource that is named explicitly.</summary>
    /// <param name="name">The name wished for.</param>
    /// <param name="kind">What is named.</param>
    /// <returns>A name of at most the kind's length.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static string Explicit(string name, ResourceNameKind kind) => Fit(name, kind, kind.Longest);

    /// <summary>A logical name to which auto-naming can still add its part.</summary>
    /// <param name="name">The name wished for.</param>
    /// <param name="kind">What is named.</param>
    /// <returns>A name of at most the kind's length without <see cref="AutoNamingLength"/>.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static string AutoNamed(string name, ResourceNameKind kind) => Fit(name, kind, kind.Longest - AutoNamingLength);

    /// <summary>A name of at most so many characters, all of them allowed, that neither begins nor ends with a hyphen.</summary>
    /// <param name="name">The name wished for.</param>
    /// <param name="kind">What is named.</param>
    /// <param name="length">How many characters it may have, at least 9.</param>
    /// <returns>The name itself when it fits, else its end, a hyphen and a hash of the whole name.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length leaves no room for anything but the hash.</exception>
    public static string Fit(string name, ResourceNameKind kind, int length)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, HashLength + 2);
        var clean = WithoutReservedStart(Clean(name, kind), kind);
        if (clean == name && name.Length >= kind.Shortest && name.Length <= length)
        {
            return name;
        }

        var room = length - HashLength - 1;
        var end = WithoutReservedStart(clean.Length > room ? clean[^room..] : clean, kind);
        var hash = HashOf(name);
        return WithoutReservedStart(end.Length == 0 ? hash : $"{end}-{hash}", kind);
    }

    private static string Clean(string name, ResourceNameKind kind) =>
        string.Concat(name.Select(character => kind.LowerCase ? char.ToLowerInvariant(character) : character)
            .Select(character => kind.Allows(character) ? character : '-'));

    // Cutting may bring forth another one.
    private static string WithoutReservedStart(string name, ResourceNameKind kind)
    {
        var rest = name.Trim('-');
        while (kind.ReservedStarts.FirstOrDefault(start => rest.StartsWith(start, StringComparison.OrdinalIgnoreCase)) is { } start)
        {
            rest = rest[start.Length..].Trim('-');
        }

        return rest;
    }

    private static string HashOf(string name) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(name)).Take(HashLength).Select(part => HashDigits[part % HashDigits.Length]));
}
