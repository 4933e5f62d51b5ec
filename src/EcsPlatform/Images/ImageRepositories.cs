using Pulumi.Aws.Ecr.Inputs;

namespace EcsPlatform.Images;

/// <summary>
/// The repositories that an environment's images come from. New ones are made; those that exist are neither read nor changed, and a
/// pin in one that is not there fails its <see cref="ImageProof"/>.
/// </summary>
public sealed class ImageRepositories : ComponentResource
{
    /// <summary>Creates the repositories.</summary>
    /// <param name="name">The name, which its resources' names begin with, followed by the repositories' own names.</param>
    /// <param name="args">What they are made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public ImageRepositories(string name, ImageRepositoriesArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:images:ImageRepositories", name, options)
    {
        InvalidArgsException.ThrowIfAny($"ImageRepositories '{name}'", args.Problems(name));
        Registries = new ImageRegistries
        {
            Account = args.Account,
            Adopted = [.. args.Repositories.OfType<ImageRepository.Adopt>()],
            Caches = args.Caches,
        };
        var created = args.Repositories
            .OfType<ImageRepository.Create>()
            .OrderBy(repository => repository.Name, StringComparer.Ordinal)
            .Select(repository => (repository.Name, Url: Add($"{name}-{repository.Name}", repository, args.Account)))
            .ToList();
        RepositoryUrls = Output.All(created.Select(repository => (Input<string>)repository.Url))
            .Apply(urls => created.Zip(urls).ToImmutableDictionary(pair => pair.First.Name, pair => pair.Second));
        RegisterOutputs();
    }

    /// <summary>Where images are found: what resolves pins to full references.</summary>
    public ImageRegistries Registries { get; }

    /// <summary>The new repositories' URLs, to push to, by their names.</summary>
    [Output("repositoryUrls")]
    public Output<ImmutableDictionary<string, string>> RepositoryUrls { get; private set; }

    private Output<string> Add(string name, ImageRepository.Create create, AwsAccount account)
    {
        var children = new CustomResourceOptions { Parent = this };
        var repository = new Ecr.Repository(
            name,
            new Ecr.RepositoryArgs
            {
                Name = create.Name,
                ImageTagMutability = "IMMUTABLE",
                ImageScanningConfiguration = new RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
                EncryptionConfigurations =
                {
                    new RepositoryEncryptionConfigurationArgs { EncryptionType = create.KmsKeyArn is null ? "AES256" : "KMS", KmsKey = create.KmsKeyArn },
                },
                ForceDelete = create.ForceDelete,
            },
            new CustomResourceOptions { Parent = this, Protect = create.Protect });
        if (create.Expiry.Policy() is { } expiry)
        {
            _ = new Ecr.LifecyclePolicy(name, new Ecr.LifecyclePolicyArgs { Repository = repository.Name, Policy = expiry }, children);
        }

        if (create.Readers.Policy(account) is { } readers)
        {
            _ = new Ecr.RepositoryPolicy(name, new Ecr.RepositoryPolicyArgs { Repository = repository.Name, Policy = readers }, children);
        }

        return repository.RepositoryUrl;
    }
}
