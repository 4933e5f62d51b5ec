using System.Reflection;

namespace EcsPlatform.Tests;

/// <summary>Where the repository is. Outputs may lie anywhere, so the build tells it to every test project.</summary>
internal static class RepositoryFolder
{
    /// <summary>The repository's root folder.</summary>
    public static string Path { get; } = typeof(RepositoryFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
}
