using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pulumi.Sdk.Generator;

namespace EcsPlatform.StandIn.Generated.Tests;

public class GeneratorTests
{
    private const string Resource = "package aws 1.0.0 Pulumi.Aws\nresource aws:a/b:B Pulumi.Aws.A.B\n";

    [Theory]
    [InlineData("  in x #a.T\n", "A property names the type 'a.T', which has no block.")]
    [InlineData("  in x list<enum:a.E>\n", "A property names the enum 'a.E', which has no block.")]
    [InlineData("  out x #a.T\ntype a.T\n  args Pulumi.Aws.A.Inputs.TArgs\n", "Type 'a.T' has no class for result.")]
    [InlineData("  default x 1\n", "BArgs has a default for 'x' and no such input.")]
    public void What_fits_nowhere_is_a_diagnostic(string details, string message)
    {
        var result = Generate(Resource + details);
        var diagnostic = result.Diagnostics.ShouldHaveSingleItem();
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(message);
        result.Results.Single().Exception.ShouldBeNull();
    }

    [Fact]
    public void Names_that_are_keywords_and_texts_with_quotes_are_written_as_CSharp_wants_them()
    {
        var facts = Resource + "  default class \"a\\\"b\"\n  in class string\n  out class #a.T\ntype a.T\n  result Pulumi.Aws.A.Outputs.T\n  out default string\nenum a.E Pulumi.Aws.A.E\n  value Quote a\"b\\c\n";
        var errors = Sources(Generate(facts)).SelectMany(source => CSharpSyntaxTree.ParseText(source).GetDiagnostics()).ToList();
        errors.ShouldBeEmpty();
    }

    private static ImmutableArray<string> Sources(GeneratorDriverRunResult result) =>
        [.. result.Results.Single().GeneratedSources.Select(source => source.SourceText.ToString())];

    private static GeneratorDriverRunResult Generate(string facts) => CSharpGeneratorDriver
        .Create([new SdkGenerator().AsSourceGenerator()], [new FactsText(facts)])
        .RunGenerators(CSharpCompilation.Create("test"))
        .GetRunResult();

    private sealed class FactsText(string text) : AdditionalText
    {
        public override string Path => "test.facts";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
