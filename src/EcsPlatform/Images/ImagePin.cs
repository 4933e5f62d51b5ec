namespace EcsPlatform.Images;

/// <summary>What a stack's config says of an image: which one it is, or that there is none yet.</summary>
public abstract record ImagePin
{
    private const string UnpinnedRepositories = "unpinned/";

    // SHA-256 gives nobody an image of this digest: whoever asks for it is told that there is none.
    private static readonly string NoDigest = $"sha256:{new string('0', 64)}";

    private ImagePin()
    {
    }

    /// <summary>
    /// The reference that stands in a container definition. Of an image without a pin it is <c>unpinned/name@sha256:000…</c>: no
    /// registry can serve that digest, and the text says why.
    /// </summary>
    public abstract ImageReference Reference { get; }

    /// <summary>An image that was built and pinned.</summary>
    /// <param name="Image">The image.</param>
    public sealed record Pinned(ImageReference Image) : ImagePin
    {
        /// <inheritdoc/>
        public override ImageReference Reference => Image;
    }

    /// <summary>An image that nobody has pinned yet: what uses it runs no tasks.</summary>
    /// <param name="Name">The pin's name in the config: lower-case letters, digits and inner hyphens.</param>
    public sealed record Unpinned(string Name) : ImagePin
    {
        /// <inheritdoc/>
        /// <exception cref="FormatException">The name has other characters.</exception>
        public override ImageReference Reference => ImageReference.Parse($"{UnpinnedRepositories}{Name}@{NoDigest}");
    }

    /// <summary>The pin that a reference stands for: an image stays an image, what <see cref="Reference"/> gave for none is none again.</summary>
    /// <param name="image">The reference.</param>
    public static implicit operator ImagePin(ImageReference image) => FromImageReference(image);

    /// <summary>The pin that a reference stands for.</summary>
    /// <param name="image">The reference.</param>
    /// <returns>An unpinned image for the digest that no image has.</returns>
    public static ImagePin FromImageReference(ImageReference image) => image.Digest != NoDigest ? new Pinned(image)
        : new Unpinned(image.Repository.StartsWith(UnpinnedRepositories, StringComparison.Ordinal)
            ? image.Repository[UnpinnedRepositories.Length..]
            : image.Repository);

    /// <summary>How many tasks a workload runs.</summary>
    /// <param name="desired">How many it should run.</param>
    /// <param name="images">The images of its containers.</param>
    /// <returns>0 as long as one of them has no pin: such a task could never start, and its deployment never end.</returns>
    public static int TaskCount(int desired, params IEnumerable<ImagePin> images) => images.Any(image => image is Unpinned) ? 0 : desired;
}
