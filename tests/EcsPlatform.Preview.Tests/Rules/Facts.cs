using EcsPlatform.Preview.Rules;
using Pulumi.Facts;

namespace EcsPlatform.Preview.Tests.Rules;

/// <summary>The facts that the preview carries of resources, those of components and providers left out.</summary>
internal static class Facts
{
    public static IReadOnlyList<ItemFacts> Resources { get; } =
    [
        .. new[] { "aws", "awsx", "random" }
            .SelectMany(package => Read(package).Resources.Values)
            .Where(resource => !resource.IsComponent && !resource.Token.StartsWith("pulumi:", StringComparison.Ordinal))
            .OrderBy(resource => resource.Token, StringComparer.Ordinal),
    ];

    /// <summary>Nested types of AWS.</summary>
    public static IReadOnlyCollection<ItemFacts> Types { get; } = Read("aws").Types.Values;

    private static FactsFile Read(string package)
    {
        using var stream = typeof(ResourceRules).Assembly.GetManifestResourceStream($"{package}.facts")!;
        using var reader = new StreamReader(stream);
        return FactsParser.Parse(reader);
    }
}
