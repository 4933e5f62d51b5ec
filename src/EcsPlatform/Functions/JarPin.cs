using System.Text.RegularExpressions;

namespace EcsPlatform.Functions;

/// <summary>Which JAR of a bucket with versions a function runs: one that is built anew under the same key has another version and another hash.</summary>
/// <param name="Key">The object's key.</param>
/// <param name="Version">The object's version.</param>
/// <param name="Sha256">The SHA-256 of its content, 64 lower-case hexadecimal digits.</param>
public sealed partial record JarPin(string Key, string Version, string Sha256)
{
    /// <summary>Finds what is wrong with this pin.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a function.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Key.Length == 0 || Key[0] == '/')
        {
            yield return new Problem($"{where}.key", $"'{Key}'", "an object's key, which does not begin with /", "Give the key in the bucket");
        }

        // S3 calls the version of an object without versions "null": https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html
        if (Version is "" or "null")
        {
            yield return new Problem($"{where}.version", $"'{Version}'", "an object's version", "Upload it to a bucket with versions, and give the version's id");
        }

        if (!HashPattern().IsMatch(Sha256))
        {
            yield return new Problem($"{where}.sha256", $"'{Sha256}'", "64 lower-case hexadecimal digits", "Give what sha256sum prints for the file");
        }
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex HashPattern();
}
