using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsPlatform.Docs.Tests;

/// <summary>
/// A C# block of the documentation: a program that runs in a preview, or a file of the project <c>stacks</c>. A program that begins with
/// using directives is whole; every other one follows the lines that docs/services/README.md shows, whose names it may use.
/// </summary>
/// <param name="Block">The block.</param>
/// <param name="Given">The lines that come before it.</param>
internal sealed record Example(CodeBlock Block, CodeBlock Given)
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        """;

    private const string PlatformUsings =
        """
        using EcsPlatform.Clusters;
        using EcsPlatform.Delivery;
        using EcsPlatform.Foundations;
        using EcsPlatform.Images;
        using EcsPlatform.Networking;
        using EcsPlatform.Routing;
        using EcsPlatform.Storage;
        using EcsPlatform.Workloads;
        using Pulumi;
        """;

    /// <summary>How C# is read.</summary>
    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Preview);

    /// <summary>The name of the class that holds it.</summary>
    public string ClassName { get; } = "Example_" + string.Concat(Block.Place.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    /// <summary>True for a file that declares types, which is compiled with those of the project <c>stacks</c> and not run.</summary>
    public bool IsFile => Read().Members.Any(member => member is BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax);

    private bool IsWhole => Read().Usings.Any();

    /// <summary>The source to compile: its lines keep the page's name and numbers.</summary>
    public SyntaxTree Source => CSharpSyntaxTree.ParseText(IsFile ? Numbered(Block, 0) : Program, Parsing, Block.Place, Encoding.UTF8);

    // A local function's names may be those of the lines around it.
    private string Program
    {
        get
        {
            var statements = Read().Usings.LastOrDefault() is { } last ? last.GetLocation().GetLineSpan().EndLinePosition.Line + 1 : 0;
            return $$"""
                {{Usings}}
                {{(IsWhole ? Numbered(Block, 0, statements) : PlatformUsings)}}
                #line hidden
                public static class {{ClassName}}
                {
                    public static IDictionary<string, object?> Run()
                    {
                        {{(IsWhole || Block == Given ? "" : Numbered(Given, 0))}}
                #line hidden
                        return Example();
                        IDictionary<string, object?> Example()
                        {
                            {{Numbered(Block, statements)}}
                #line hidden
                            return new Dictionary<string, object?>();
                        }
                    }
                }
                """;
        }
    }

    private CompilationUnitSyntax Read() => (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(Block.Code, Parsing).GetRoot();

    private static string Numbered(CodeBlock block, int from, int? to = null) =>
        $"\n#line {block.FirstLine + from} \"{block.Page}\"\n{string.Join('\n', block.Lines[from..(to ?? block.Lines.Length)])}\n";
}
