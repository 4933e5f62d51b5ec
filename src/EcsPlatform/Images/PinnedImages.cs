namespace EcsPlatform.Images;

/// <summary>Turns pins into the references that task definitions and functions name.</summary>
public static class PinnedImages
{
    /// <summary>
    /// The full reference of a pin. Its text is known from the pin alone; it is there only once ECR has confirmed it, so that a preview with
    /// credentials ends at a digest that does not exist, before anything is changed. An image without a pin, and one whose registry is
    /// not ECR, is not asked for.
    /// </summary>
    /// <param name="where">What uses the image, for the message: a config key or a component.</param>
    /// <param name="pin">The pin.</param>
    /// <param name="registries">Where images are found.</param>
    /// <param name="proof">What to ask of ECR; needs <c>ecr:DescribeImages</c> in the image's account, see <see cref="RepositoryReaders.ProofAccountIds"/>.</param>
    /// <param name="options">The parent or the provider to ask through.</param>
    /// <returns>
    /// <c>registry/repository@sha256:…</c>; fails with an <see cref="InvalidArgsException"/> that names the image when the proof does.
    /// </returns>
    public static Output<string> Resolve(string where, ImagePin pin, ImageRegistries registries, ImageProof proof, InvokeOptions options)
    {
        var image = registries.Resolve(pin.Reference);
        return pin is ImagePin.Pinned && proof != ImageProof.None && image.EcrRegistry() is { } registry
            ? Output.Create(ProveAsync(where, image, registry, proof, options))
            : Output.Create(image.ToString());
    }

    private static async Task<string> ProveAsync(string where, ImageReference image, AwsAccount registry, ImageProof proof, InvokeOptions options)
    {
        var found = await FindAsync(where, image, registry, options);
        if (proof == ImageProof.Kept && new ImageExpiry.Untagged().MayDelete(found.ImageTags.IsDefault ? [] : found.ImageTags))
        {
            throw new InvalidArgsException("Pinned image", [new Problem(
                where,
                $"'{image}' without a tag",
                "an image with a tag, which no rule for images without one deletes",
                "Give the image a tag, pin the index that it belongs to, or ask only whether it exists")]);
        }

        return $"{image.Registry}/{image.Repository}@{found.ImageDigest}";
    }

    private static async Task<Ecr.GetImageResult> FindAsync(string where, ImageReference image, AwsAccount registry, InvokeOptions options)
    {
        var args = new Ecr.GetImageArgs
        {
            RegistryId = registry.Id,
            Region = registry.Region,
            RepositoryName = image.Repository,
            ImageDigest = image.Digest,
        };
        try
        {
            return await Ecr.GetImage.InvokeAsync(args, options);
        }
        catch (Exception exception) when (exception is not RunException)
        {
            // The provider's own words tell neither what uses the image nor what to do; which exception they come in is the SDK's secret.
            throw new InvalidArgsException("Pinned image", [new Problem(
                where,
                $"'{image}', of which ECR says: {exception.Message.Trim().TrimEnd('.')}",
                "a digest that is in the repository, in an account that lets this one describe its images",
                "Push the image, or pin one that was pushed")]);
        }
    }
}
