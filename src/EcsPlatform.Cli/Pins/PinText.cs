using System.Text.RegularExpressions;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Images;

namespace EcsPlatform.Cli.Pins;

/// <summary>Reads pins from texts.</summary>
internal static partial class PinText
{
    /// <summary>What a digest begins with.</summary>
    public const string DigestMark = "sha256:";

    /// <summary>Whether a text is a whole digest, without anything in front.</summary>
    public static bool IsDigest(string text) => Digest().IsMatch(text);

    /// <summary>Reads the pin of an image.</summary>
    /// <param name="where">The pin, for messages.</param>
    /// <param name="text">A reference, or a digest alone.</param>
    /// <param name="current">What is pinned now, whose repository a digest alone keeps; null when nothing is.</param>
    /// <returns>The pin, or what is wrong.</returns>
    public static (Pin? Pin, IReadOnlyList<Problem> Problems) Image(string where, string text, ImageReference? current)
    {
        if (IsDigest(text))
        {
            return current is null
                ? Wrong(", and no pin whose repository it could keep", ImageReference.Advice(text))
                : Image(where, $"{Repository(current)}@{text}", current);
        }

        if (!ImageReference.TryParse(text, out var image))
        {
            // A digest is judged as one, also without a repository in front.
            var isDigest = text.StartsWith(DigestMark, StringComparison.Ordinal) && current is not null;
            return Wrong("", ImageReference.Advice(isDigest ? $"repository@{text}" : text));
        }

        return ImagePin.FromImageReference(image) is ImagePin.Pinned
            ? (new Pin.Image(image), [])
            : Wrong(", a digest that no image has", "Give the digest of an image");

        (Pin? Pin, IReadOnlyList<Problem> Problems) Wrong(string why, string change) =>
            (null, [new Problem(where, $"'{text}'{why}", ImageReference.ValidValues, change)]);
    }

    /// <summary>Reads the pin of a JAR.</summary>
    /// <param name="where">The pin, for messages.</param>
    /// <param name="text">Key, version and hash in one line, see <see cref="Pin.Jar.ValidValues"/>.</param>
    /// <returns>The pin, or what is wrong.</returns>
    public static (Pin? Pin, IReadOnlyList<Problem> Problems) Jar(string where, string text)
    {
        var match = JarReference().Match(text);
        if (!match.Success)
        {
            const string Change = "Give all three: a JAR that is built anew has another version and another hash";
            return (null, [new Problem(where, $"'{text}'", Pin.Jar.ValidValues, Change)]);
        }

        var jar = new JarPin(match.Groups["key"].Value, match.Groups["version"].Value, match.Groups["sha256"].Value);
        List<Problem> problems = [.. jar.Problems(where)];
        return (problems.Count == 0 ? new Pin.Jar(jar) : null, problems);
    }

    private static string Repository(ImageReference image) => image.ToString()[..^(image.Digest.Length + 1)];

    [GeneratedRegex(@"\Asha256:[0-9a-f]{64}\z")]
    private static partial Regex Digest();

    [GeneratedRegex(@"\A(?<key>.*)\?versionId=(?<version>[^?@]*)@sha256:(?<sha256>[^@]*)\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex JarReference();
}
