namespace EcsPlatform.Images;

/// <summary>Where an environment's images are found.</summary>
public sealed record ImageRegistries
{
    /// <summary>Whose registry serves images that name no other.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>Repositories in other registries: images that name one of them are found there. Default: none.</summary>
    public ImmutableArray<ImageRepository.Adopt> Adopted { get; init; } = [];

    /// <summary>The full reference of an image.</summary>
    /// <param name="image">The image as the config pins it.</param>
    /// <returns><c>registry/repository@sha256:…</c>; the image itself when it names a registry already.</returns>
    public ImageReference Resolve(ImageReference image) =>
        image.In((Adopted.FirstOrDefault(repository => repository.Name == image.Repository)?.Registry ?? Account).Registry);
}
