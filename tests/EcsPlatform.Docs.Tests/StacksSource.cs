using System.Collections.Immutable;
using EcsPlatform.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsPlatform.Docs.Tests;

/// <summary>The project <c>stacks</c> with the files and the changes of pages.</summary>
internal static class StacksSource
{
    /// <summary>The project's assembly.</summary>
    public const string Assembly = "EcsPlatform.Stacks";

    private const string Implicit =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading.Tasks;\n" +
        "[assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")]";

    /// <summary>What is compiled against: all that the build made, but not the project itself.</summary>
    public static ImmutableArray<PortableExecutableReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileNameWithoutExtension(file) != Assembly)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    /// <summary>The project with further files; one of its own that declares the same types, for somebody has made it as the page says, gives way.</summary>
    /// <param name="files">The files.</param>
    /// <param name="patches">Changes of files that it has.</param>
    /// <returns>The project, not compiled yet.</returns>
    public static CSharpCompilation With(IEnumerable<SyntaxTree> files, params ImmutableArray<Patch> patches)
    {
        ImmutableArray<SyntaxTree> added = [.. files];
        var types = added.SelectMany(Types).ToHashSet(StringComparer.Ordinal);
        return CSharpCompilation.Create(
            Assembly,
            [.. Files(patches).Where(file => !Types(file).Any(types.Contains)), .. added],
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static IEnumerable<string> Types(SyntaxTree file) =>
        file.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(type => type.Parent is BaseNamespaceDeclarationSyntax)
            .Select(type => $"{((BaseNamespaceDeclarationSyntax)type.Parent!).Name}.{type.Identifier.Text}");

    private static IEnumerable<SyntaxTree> Files(ImmutableArray<Patch> patches) => Directory
        .EnumerateFiles(Path.Combine(RepositoryFolder.Path, "stacks"), "*.cs", SearchOption.AllDirectories)
        .Append(Path.Combine(RepositoryFolder.Path, "src", "shared", "Nearest.cs"))
        .Select(file => CSharpSyntaxTree.ParseText(
            patches.Where(patch => Path.GetFullPath(Path.Combine(RepositoryFolder.Path, patch.File)) == file).Aggregate(File.ReadAllText(file), (text, patch) => patch.Apply(text)),
            Example.Parsing,
            file))
        .Append(CSharpSyntaxTree.ParseText(Implicit, Example.Parsing));
}
