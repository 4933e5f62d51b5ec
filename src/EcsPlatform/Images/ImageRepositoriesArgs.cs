namespace EcsPlatform.Images;

/// <summary>What <see cref="ImageRepositories"/> are made of.</summary>
public sealed record ImageRepositoriesArgs
{
    /// <summary>Where new repositories are made, and whose registry serves images that name no other.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The repositories, each name once.</summary>
    public required ImmutableArray<ImageRepository> Repositories { get; init; }

    /// <summary>Registries outside ECR whose images come through the account's registry. Default: none.</summary>
    public ImmutableArray<PullThroughCache> Caches { get; init; } = [];

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where) =>
    [
        .. Account.Problems($"{where}.account"),
        .. Repositories.SelectMany((repository, i) => repository.Problems($"{where}.repositories[{i}]", Account)),
        .. Repositories.GroupBy(repository => repository.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group =>
            new Problem($"{where}.repositories", $"'{group.Key}' {group.Count()} times", "each name once", "Remove all but one")),
        .. Caches.SelectMany((cache, i) => cache.Problems($"{where}.caches[{i}]")),
        .. Caches.GroupBy(cache => cache.Upstream, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group =>
            new Problem($"{where}.caches", $"'{group.Key}' {group.Count()} times", "each registry once", "Remove all but one")),
    ];
}
