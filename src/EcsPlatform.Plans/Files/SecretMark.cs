using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EcsPlatform.Plans.Files;

/// <summary>
/// The marks of <see cref="PropertyValue.Secret"/>. Only an export with <c>--show-secrets</c> tells one secret from another: its marks carry
/// 32 bits of a slow hash, enough to see a change, too few to find the secret. A ciphertext differs with every encryption and tells nothing.
/// </summary>
public static partial class SecretMark
{
    /// <summary>The mark of a secret of which nothing is known; it may equal every other secret.</summary>
    public const string Generic = "[secret]";

    private const int Iterations = 10_000;

    private static readonly byte[] Salt = "ecs-platform plan secrets"u8.ToArray();

    /// <summary>The mark of a secret's value.</summary>
    /// <param name="plaintext">The value, as JSON.</param>
    /// <returns>For example <c>[secret 1f3a09bc]</c>; the same for the same value.</returns>
    internal static string OfPlaintext(string plaintext)
    {
        var hash = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(plaintext), Salt, Iterations, HashAlgorithmName.SHA256, 4);
        return string.Create(CultureInfo.InvariantCulture, $"[secret {Convert.ToHexStringLower(hash)}]");
    }

    /// <summary>The mark of what stands in place of a secret: a mark, or a ciphertext.</summary>
    internal static string OfCiphertext(string text) => Mark.IsMatch(text) ? text : Generic;

    [GeneratedRegex(@"\A\[secret [0-9a-f]{8}\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mark { get; }
}
