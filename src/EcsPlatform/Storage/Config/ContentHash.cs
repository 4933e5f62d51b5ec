using System.Security.Cryptography;
using System.Text;

namespace EcsPlatform.Storage;

/// <summary>Hashes of configuration: the same content always gives the same hash, another content another one.</summary>
public static class ContentHash
{
    // 40 bits: two contents of one object are alike once in a million million times.
    private const int ShortLength = 10;

    /// <summary>The hash of one content.</summary>
    /// <param name="content">The bytes.</param>
    /// <returns>SHA-256 as 64 lower-case hexadecimal digits.</returns>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The hash of a text.</summary>
    /// <param name="content">The text; its UTF-8 bytes count.</param>
    /// <returns>SHA-256 as 64 lower-case hexadecimal digits.</returns>
    public static string Of(string content) => Of(Encoding.UTF8.GetBytes(content));

    /// <summary>The hash of several contents under their names; their order does not matter.</summary>
    /// <param name="hashes">The hash of each content by its name.</param>
    /// <returns>SHA-256 as 64 lower-case hexadecimal digits.</returns>
    public static string OfAll(IEnumerable<KeyValuePair<string, string>> hashes) =>
        Of(string.Concat(hashes.OrderBy(hash => hash.Key, StringComparer.Ordinal).Select(hash => $"{hash.Key}\0{hash.Value}\n")));

    /// <summary>Puts the beginning of a hash into a key, before its extension: <c>web.env</c> becomes <c>web-3f2a9c51e0.env</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">The hash.</param>
    /// <returns>The key with the hash.</returns>
    internal static string InKey(string key, string hash)
    {
        var dot = key.LastIndexOf('.');
        var end = dot > key.LastIndexOf('/') + 1 ? dot : key.Length;
        return $"{key[..end]}-{hash[..ShortLength]}{key[end..]}";
    }
}
