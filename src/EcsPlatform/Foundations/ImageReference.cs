using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace EcsPlatform.Foundations;

/// <summary>
/// A container image pinned by digest: <c>repository@sha256:…</c>, with or without a registry in front. Never a tag:
/// a tag may point to something else tomorrow, a digest cannot.
/// </summary>
public sealed partial record ImageReference
{
    private ImageReference(string? registry, string repository, string digest)
    {
        Registry = registry;
        Repository = repository;
        Digest = digest;
    }

    /// <summary>What <see cref="TryParse"/> accepts, for messages.</summary>
    public const string ValidValues = "repository@sha256: and 64 lower-case hexadecimal digits";

    private const int DigestLength = 64;

    /// <summary>The registry's host, for example <c>111111111111.dkr.ecr.eu-west-1.amazonaws.com</c>; null when it was left out.</summary>
    public string? Registry { get; }

    /// <summary>The repository's name, for example <c>library/viewer</c>.</summary>
    public string Repository { get; }

    /// <summary>The digest, for example <c>sha256:3f2a…</c>.</summary>
    public string Digest { get; }

    /// <summary>Reads a reference.</summary>
    /// <param name="text">The text, see <see cref="ValidValues"/>.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="FormatException">The text is not such a reference.</exception>
    public static ImageReference Parse(string text) =>
        TryParse(text, out var image) ? image : throw new FormatException($"'{text}' is not {ValidValues}.");

    /// <summary>Reads a reference.</summary>
    /// <param name="text">The text, see <see cref="ValidValues"/>.</param>
    /// <param name="image">The reference.</param>
    /// <returns>False when the text is not such a reference.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageReference? image)
    {
        var match = Pattern().Match(text ?? "");
        image = match.Success
            ? new ImageReference(
                match.Groups["registry"].Success ? match.Groups["registry"].Value : null,
                match.Groups["repository"].Value,
                match.Groups["digest"].Value)
            : null;
        return match.Success;
    }

    /// <summary>The same image with a registry in front.</summary>
    /// <param name="registry">The host that serves images which name none.</param>
    /// <returns>This reference when it names a registry already.</returns>
    public ImageReference In(string registry) => Registry is null ? new ImageReference(registry, Repository, Digest) : this;

    /// <summary>
    /// The account and region of the image's private ECR registry, <c>account.dkr.ecr.region.amazonaws.com</c>
    /// (https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html).
    /// </summary>
    /// <returns>
    /// Null when the registry is another one, or was left out. A registry of another partition is another one too: IAM knows no roles
    /// across partitions, so nothing here could pull from it.
    /// </returns>
    public AwsAccount? EcrRegistry()
    {
        var host = EcrHost().Match(Registry ?? "");
        var account = new AwsAccount(host.Groups["account"].Value, host.Groups["region"].Value);
        return host.Success && !account.Problems("registry").Any() ? account : null;
    }

    /// <summary>The ARN of the ECR repository that the image lies in.</summary>
    /// <returns>Null when the registry is not ECR, or was left out.</returns>
    public string? RepositoryArn() =>
        EcrRegistry() is { } registry ? $"arn:aws:ecr:{registry.Region}:{registry.Id}:repository/{Repository}" : null;

    /// <summary>What to change about a text that is no reference.</summary>
    /// <param name="text">The text that <see cref="TryParse"/> refused.</param>
    /// <returns>The advice.</returns>
    public static string Advice(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (name, digest) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        var tagged = TaggedName().IsMatch(name);
        return (tagged, digest) switch
        {
            (_, "") when name.StartsWith("sha256:", StringComparison.Ordinal) => "Put the repository and @ in front of the digest",
            (_, "") => $"Pin the digest{(tagged ? " that the tag means now" : "")}: aws ecr describe-images shows it",
            (true, _) => "Leave the tag out: the digest says which image it is",
            _ when name.Length == 0 => "Put the repository in front of the digest",
            _ when !digest.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase) => "Use the image's SHA-256 digest",
            _ when digest.Length != "sha256:".Length + DigestLength => $"Copy the whole digest: {DigestLength} digits, not {digest.Length - "sha256:".Length}",
            _ when !DigestPattern().IsMatch(digest) => "Write the digest in lower-case hexadecimal digits",
            _ => "Write the repository in lower case, its parts joined by single slashes, dots, hyphens or underscores",
        };
    }

    /// <summary>The reference as a container definition has it.</summary>
    /// <returns>For example <c>library/viewer@sha256:3f2a…</c>.</returns>
    public override string ToString() => $"{(Registry is null ? "" : Registry + "/")}{Repository}@{Digest}";

    // A first component with a dot or a port is a registry, as everywhere in the container world; so are the separators of names:
    // https://github.com/opencontainers/distribution-spec/blob/main/spec.md
    [GeneratedRegex(
        @"\A(?:(?<registry>[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?|[a-z0-9-]+:[0-9]+)/)?" +
        @"(?<repository>[a-z0-9]+(?:(?:[./]|_{1,2}|-+)[a-z0-9]+)*)@(?<digest>sha256:[0-9a-f]{64})\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\Asha256:[0-9a-f]{64}\z")]
    private static partial Regex DigestPattern();

    // After the last slash, so that a registry's port is none.
    [GeneratedRegex(@":[^/:]+\z")]
    private static partial Regex TaggedName();

    [GeneratedRegex(@"\A(?<account>[0-9]{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com\z", RegexOptions.ExplicitCapture)]
    private static partial Regex EcrHost();
}
