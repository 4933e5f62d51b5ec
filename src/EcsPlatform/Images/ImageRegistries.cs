namespace EcsPlatform.Images;

/// <summary>Where an environment's images are found.</summary>
public sealed record ImageRegistries
{
    /// <summary>Whose registry serves images that name no other.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>Repositories in other registries: images that name one of them are found there. Default: none.</summary>
    public ImmutableArray<ImageRepository.Adopt> Adopted { get; init; } = [];

    /// <summary>Registries outside ECR whose images come through the account's registry. Default: none, such images are refused.</summary>
    public ImmutableArray<PullThroughCache> Caches { get; init; } = [];

    /// <summary>The full reference of an image.</summary>
    /// <param name="image">The image as the config pins it.</param>
    /// <returns><c>registry/repository@sha256:…</c>; the image itself when it names a registry that no cache stands for.</returns>
    public ImageReference Resolve(ImageReference image) => CacheOf(image) is { } cache
        ? cache.Resolve(image, Account)
        : image.In((Adopted.FirstOrDefault(repository => repository.Name == image.Repository)?.Registry ?? Account).Registry);

    /// <summary>Finds what is wrong with an image.</summary>
    /// <param name="where">What uses the image, for the messages.</param>
    /// <param name="image">The image as the config pins it.</param>
    /// <returns>The problem of an image that no registry of ECR serves.</returns>
    public IEnumerable<Problem> Problems(string where, ImageReference image) => Resolve(image).EcrRegistry() is not null ? [] :
    [
        new Problem(
            where,
            $"'{image}'",
            $"an image in ECR, one that names no registry{string.Concat(Caches.Select(cache => $", or one of {cache.Upstream}"))}",
            PullThroughCache.Supports(image.Registry!)
                ? "Copy the image to ECR, or let a pull-through cache stand for its registry"
                : "Copy the image to ECR, where a digest stays available"),
    ];

    private PullThroughCache? CacheOf(ImageReference image) => Caches.FirstOrDefault(cache => cache.Serves(image));
}
