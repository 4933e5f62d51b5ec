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

    /// <summary>The ARN of the ECR repository that the image lies in.</summary>
    /// <returns>Null when the registry is not ECR, or was left out.</returns>
    public string? RepositoryArn() =>
        EcrHost().Match(Registry ?? "") is { Success: true } host
            ? $"arn:aws:ecr:{host.Groups["region"].Value}:{host.Groups["account"].Value}:repository/{Repository}"
            : null;

    /// <summary>The reference as a container definition has it.</summary>
    /// <returns>For example <c>library/viewer@sha256:3f2a…</c>.</returns>
    public override string ToString() => $"{(Registry is null ? "" : Registry + "/")}{Repository}@{Digest}";

    // A first component with a dot or a port is a registry, as everywhere in the container world.
    [GeneratedRegex(
        @"\A(?:(?<registry>[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?|[a-z0-9-]+:[0-9]+)/)?" +
        @"(?<repository>[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)@(?<digest>sha256:[0-9a-f]{64})\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\A(?<account>[0-9]{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com\z", RegexOptions.ExplicitCapture)]
    private static partial Regex EcrHost();
}
