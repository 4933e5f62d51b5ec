using System.Xml.Linq;
using EcsPlatform.Tests;

namespace EcsPlatform.Architecture.Tests;

/// <summary>The repository's own files.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root => RepositoryFolder.Path;

    /// <summary>All C# files that people write, by their path from the root.</summary>
    public static IEnumerable<string> SourceFiles => new[] { "src", "stacks", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file))
        .Order(StringComparer.Ordinal);

    /// <summary>What a project refers to: projects by name, Pulumi packages, other packages.</summary>
    public static IReadOnlyList<string> References(string project)
    {
        var file = Directory.EnumerateFiles(Root, $"{project}.csproj", SearchOption.AllDirectories).Single();
        return
        [
            .. XDocument.Load(file).Descendants()
                .Where(element => element.Name.LocalName is "ProjectReference" or "PulumiReference" or "PackageReference")
                .Select(element => element.Attribute("Include")!.Value)
                .Select(reference => reference.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(reference) : reference)
                .Order(StringComparer.Ordinal),
        ];
    }
}
