using System.Text.RegularExpressions;

namespace EcsPlatform.Images;

/// <summary>
/// A pull-through cache rule of the account's registry that exists: it keeps copies of another registry's images
/// (https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html). A pinned image must be in the cache before it is
/// used, so that its digest can be proved and stays available: the first pull, which needs more rights than a workload has
/// (https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html), is left to whoever pins it.
/// </summary>
/// <param name="Upstream">
/// The other registry as references name it: <c>public.ecr.aws</c>, <c>docker.io</c>, <c>ghcr.io</c>, <c>registry.gitlab.com</c>,
/// <c>registry.k8s.io</c> or <c>quay.io</c>.
/// </param>
/// <param name="RepositoryPrefix">What the copies' repositories begin with, for example <c>ecr-public</c>; 2 to 30 characters.</param>
public sealed partial record PullThroughCache(string Upstream, string RepositoryPrefix)
{
    private const string DockerHub = "docker.io";

    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreatePullThroughCacheRule.html, without those whose host is one's own.
    private static readonly ImmutableArray<string> Upstreams = ["public.ecr.aws", DockerHub, "ghcr.io", "registry.gitlab.com", "registry.k8s.io", "quay.io"];

    /// <summary>Finds what is wrong with this cache.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!Supports(Upstream))
        {
            yield return new Problem($"{where}.upstream", $"'{Upstream}'", string.Join(", ", Upstreams), "Give the registry's host as references name it");
        }

        if (RepositoryPrefix.Length is < 2 or > 30 || !PrefixPattern().IsMatch(RepositoryPrefix))
        {
            yield return new Problem(
                $"{where}.repositoryPrefix",
                $"'{RepositoryPrefix}'",
                "2 to 30 lower-case letters, digits and single inner . _ -, with slashes between parts",
                "Give the rule's repository prefix, without a slash at its end");
        }
    }

    /// <summary>Whether ECR has such rules for a registry.</summary>
    /// <param name="registry">The registry's host.</param>
    /// <returns>True for one that <see cref="Upstream"/> may name.</returns>
    internal static bool Supports(string registry) => Upstreams.Contains(registry, StringComparer.Ordinal);

    /// <summary>Whether an image comes through this cache.</summary>
    /// <param name="image">The image.</param>
    /// <returns>True for an image of <see cref="Upstream"/>.</returns>
    internal bool Serves(ImageReference image) => image.Registry == Upstream;

    /// <summary>The copy of an image.</summary>
    /// <param name="image">An image of <see cref="Upstream"/>.</param>
    /// <param name="account">The account of the cache.</param>
    /// <returns>The reference by which the copy is pulled; the digest is the same.</returns>
    internal ImageReference Resolve(ImageReference image, AwsAccount account)
    {
        // Docker Hub's own images have a namespace that references leave out.
        var own = Upstream == DockerHub && !image.Repository.Contains('/', StringComparison.Ordinal);
        return ImageReference.Parse($"{account.Registry}/{RepositoryPrefix}/{(own ? "library/" : "")}{image.Repository}@{image.Digest}");
    }

    [GeneratedRegex(@"\A(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*\z")]
    private static partial Regex PrefixPattern();
}
