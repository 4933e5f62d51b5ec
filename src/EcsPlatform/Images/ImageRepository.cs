using System.Text.RegularExpressions;

namespace EcsPlatform.Images;

/// <summary>A repository of container images in ECR: a new one, or one that exists.</summary>
public abstract partial record ImageRepository
{
    private ImageRepository(string name)
    {
        Name = name;
    }

    /// <summary>The repository's name, for example <c>library/viewer</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// A new repository in the account and region of what it belongs to: every push is scanned, a tag never moves to another image, and
    /// nobody outside the account reads it.
    /// </summary>
    /// <param name="Name">
    /// The repository's name: 2 to 256 lower-case letters, digits and single inner <c>._-</c>, with slashes between its parts.
    /// </param>
    public sealed record Create(string Name) : ImageRepository(Name)
    {
        /// <summary>
        /// The ARN of a KMS key of the repository's region that encrypts the images. Changing it makes the repository anew, without its
        /// images (https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html). Default: null, keys of S3 (AES-256).
        /// </summary>
        public Input<string>? KmsKeyArn { get; init; }

        /// <summary>Which images it deletes by itself. Default: those without a tag, after 30 days.</summary>
        public ImageExpiry Expiry { get; init; } = new ImageExpiry.Untagged();

        /// <summary>Who outside the account reads its images. Default: nobody.</summary>
        public RepositoryReaders Readers { get; init; } = new();

        /// <summary>True keeps the engine from deleting the repository. Default: true.</summary>
        public bool Protect { get; init; } = true;

        /// <summary>True deletes the repository with all images in it: only for an environment that lives for days. Default: false.</summary>
        public bool ForceDelete { get; init; }
    }

    /// <summary>A repository that exists and that somebody else manages, in any account and region of the partition.</summary>
    /// <param name="Name">The repository's name.</param>
    /// <param name="Registry">The account and region of its registry.</param>
    public sealed record Adopt(string Name, AwsAccount Registry) : ImageRepository(Name);

    /// <summary>Finds what is wrong with this repository.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="account">Where a new repository is made.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, AwsAccount account)
    {
        if (Name.Length is < 2 or > 256 || !NamePattern().IsMatch(Name))
        {
            yield return new Problem(
                $"{where}.name",
                $"'{Name}'",
                "2 to 256 lower-case letters, digits and single inner . _ -, with slashes between parts",
                "Give the repository's name, without registry, tag or digest");
        }

        foreach (var problem in this switch
        {
            Create create => CreateProblems(where, create, account),
            Adopt adopt => adopt.Registry.Problems($"{where}.registry"),
            _ => [],
        })
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CreateProblems(string where, Create create, AwsAccount account)
    {
        foreach (var problem in create.Expiry.Problems(where).Concat(create.Readers.Problems(where, account)))
        {
            yield return problem;
        }

        if (create.Protect && create.ForceDelete)
        {
            yield return new Problem(
                $"{where}.forceDelete", "on for a protected repository", "on only without protection", "Set Protect to false, or keep the images");
        }
    }

    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
    [GeneratedRegex(@"\A(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*\z")]
    private static partial Regex NamePattern();
}
