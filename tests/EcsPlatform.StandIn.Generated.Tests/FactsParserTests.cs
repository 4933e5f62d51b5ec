using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pulumi.Facts;
using Pulumi.Sdk.Generator;

namespace EcsPlatform.StandIn.Generated.Tests;

public class FactsParserTests
{
    private const string Package = "package aws 1.0.0 Pulumi.Aws\n";

    [Fact]
    public void A_property_has_its_marks()
    {
        var facts = Parse(Package + """
            resource aws:a/b:B Pulumi.Aws.A.B
              args-optional
              aliases x y
              default name "n"
              auto-named label
              deletes-before-replace
              in! name string as:OtherName replaces
              in region string replaces-region
              in size int plain json deprecated replaces-if it grows
              out version int changes-with-update
              out? tags map<list<#a.T>>
            """);
        var item = facts.Resources["aws:a/b:B"];
        item.ArgsOptional.ShouldBeTrue();
        item.Aliases.ShouldBe(["x", "y"]);
        item.Defaults.ShouldBe([KeyValuePair.Create("name", "\"n\"")]);
        var (name, region, size) = (item.Inputs[0], item.Inputs[1], item.Inputs[2]);
        (name.Required, name.CSharpName, name.Replaces).ShouldBe((true, "OtherName", Replacing.Always));
        region.Replaces.ShouldBe(Replacing.Region);
        (size.Plain, size.Json, size.Deprecated, size.Replaces, size.Condition).ShouldBe((true, true, true, Replacing.Sometimes, "it grows"));
        (item.AutoNamed, item.DeletesBeforeReplace).ShouldBe(("label", true));
        var (version, tags) = (item.Outputs[0], item.Outputs[1]);
        (version.ChangesWithUpdate, tags.ChangesWithUpdate).ShouldBe((true, false));
        tags.Optional.ShouldBeTrue();
        (tags.Type.Kind, tags.Type.Item!.Kind, tags.Type.Item.Item!.Kind, tags.Type.Item.Item.Name).ShouldBe(("map", "list", "type", "a.T"));
    }

    [Theory]
    [InlineData("", 1, "There is no package line.")]
    [InlineData("  in x string\n", 1, "A detail stands before the first item.")]
    [InlineData(Package + "resourc aws:a/b:B X\n", 2, "Unknown item 'resourc'. Known: package, resource, function, type, enum.")]
    [InlineData(Package + "resource aws:a/b:B\n", 2, "'resource' takes 2 words.")]
    [InlineData(Package + "type a\ntype a\n", 3, "'a' stands here a second time.")]
    [InlineData(Package + "type a\n  inn x string\n", 3, "Unknown detail 'inn'.")]
    [InlineData(Package + "type a\n  in x\n", 3, "A property has a name and a type.")]
    [InlineData(Package + "type a\n  in x string often\n", 3, "Unknown mark 'often'.")]
    [InlineData(Package + "type a\n  io x string changes-with-update\n", 3, "Only an 'out' can have the mark 'changes-with-update'.")]
    [InlineData(Package + "enum a B\n  value x\n", 3, "A name and a value belong here.")]
    [InlineData(Package + "enum a B\n  value-deprecated x\n", 3, "A name and a value belong here.")]
    [InlineData(Package + "resource a:b/c:C A.C\n  method m result\n", 3, "A method has a name, and its result's field and type.")]
    [InlineData(Package + "type a\n  in x text\n", 3, "Unknown type 'text'.")]
    [InlineData(Package + "type a\n  in x list<num:x>\n", 3, "Unknown type 'num:x'.")]
    [InlineData(Package + "type a\n  in x string|\n", 3, "A type is missing.")]
    [InlineData("package aws\n", 1, "'package' takes 3 words.")]
    public void A_line_that_cannot_be_read_is_named(string text, int line, string message)
    {
        var exception = Should.Throw<FactsException>(() => Parse(text));
        exception.Line.ShouldBe(line);
        exception.Message.ShouldBe(message);
    }

    [Fact]
    public void The_generator_reports_a_bad_file_and_does_not_fail()
    {
        var diagnostic = Generate(Package + "type a\n  inn x string\n").Diagnostics.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("FACTS001");
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("Unknown detail 'inn'.");
        diagnostic.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(2);
    }

    [Fact]
    public void The_same_facts_give_the_same_sources()
    {
        var facts = Tests.Package.Text("awsx");
        var first = Sources(Generate(facts));
        first.ShouldNotBeEmpty();
        Sources(Generate(facts)).ShouldBe(first);
    }

    private static FactsFile Parse(string text) => FactsParser.Parse(new StringReader(text));

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
