namespace EcsPlatform.Images;

/// <summary>The images of one user, of which each is asked for once.</summary>
/// <param name="where">What uses them, for messages.</param>
/// <param name="registries">Where images are found.</param>
/// <param name="proof">What to ask of ECR.</param>
/// <param name="options">The parent or the provider to ask through.</param>
internal sealed class ProvedImages(string where, ImageRegistries registries, ImageProof proof, InvokeOptions options)
{
    private readonly Dictionary<ImageReference, Output<string>> _images = [];

    /// <summary>The full reference of an image, see <see cref="PinnedImages.Resolve"/>.</summary>
    /// <param name="image">The image; one that stands for none is not asked for.</param>
    /// <returns><c>registry/repository@sha256:…</c>.</returns>
    public Output<string> Of(ImageReference image)
    {
        if (!_images.TryGetValue(image, out var reference))
        {
            reference = PinnedImages.Resolve(where, image, registries, proof, options);
            _images.Add(image, reference);
        }

        return reference;
    }
}
