using System.Collections.Immutable;

namespace EcsPlatform.Docs.Tests;

public class ExampleTests
{
    private const string GivenPage = "docs/services/README.md";

    private static readonly CodeBlock Given = DocPage.All.Single(page => page.Name == GivenPage).Blocks.First(block => block.Language == "csharp");
    private static readonly ImmutableArray<Example> Examples =
        [.. DocPage.All.SelectMany(page => page.Blocks).Where(block => block.Language == "csharp").Select(block => new Example(block, Given))];

    private static readonly ExampleAssembly Compiled = new(Examples);

    public static TheoryData<string> Programs => [.. Examples.Where(example => !example.IsFile).Select(example => example.Block.Place)];

    [Fact]
    public void Every_example_compiles() => Compiled.Errors.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task An_example_runs(string place) =>
        (await Compiled.FailuresAsync(Examples.Single(example => example.Block.Place == place))).ShouldBeEmpty();

    [Fact]
    public void Each_page_of_a_capability_has_an_example() => DocPage.All
        .Where(page => page.Name.StartsWith("docs/services/", StringComparison.Ordinal) && !page.Blocks.Any(block => block.Language == "csharp"))
        .Select(page => page.Name)
        .ShouldBeEmpty();

    [Fact]
    public void Each_page_of_a_capability_says_what_is_refused_and_what_a_change_does() => DocPage.All
        .Where(page => page.Name.StartsWith("docs/services/", StringComparison.Ordinal) && page.Name is not GivenPage and not "docs/services/smallest.md")
        .Where(page => !page.Anchors.Contains("what-is-refused") || !page.Anchors.Contains("on-a-live-service"))
        .Select(page => page.Name)
        .ShouldBeEmpty();

    [Fact]
    public void No_block_escapes_by_its_language() => DocPage.All.SelectMany(page => page.Blocks)
        .Where(block => block.Language is not ("" or "csharp" or "diff" or "dockerfile" or "json" or "sh" or "yaml"))
        .Select(block => $"{block.Place}: {block.Language}")
        .ShouldBeEmpty();

    [Fact]
    public void A_page_is_short() => DocPage.All
        .Where(page => page.Name.StartsWith("docs/services/", StringComparison.Ordinal))
        .Select(page => (page.Name, Lines: page.Text.TrimEnd('\n').Split('\n').Length))
        .Where(page => page.Lines > 120)
        .ShouldBeEmpty();

    [Fact]
    public void What_does_not_compile_is_found_with_its_page_and_line() =>
        new ExampleAssembly([Of("var size = 512;", "var task = new TaskSpec { Memory = size };")]).Errors
            .ShouldContain("docs/wrong.md:8: 'TaskSpec' does not contain a definition for 'Memory'");

    [Fact]
    public void A_file_of_the_stacks_that_does_not_compile_is_found_with_its_page_and_line() =>
        new ExampleAssembly([Of("namespace EcsPlatform.Stacks.Services;", "internal sealed class Wrong : INoService { }")]).Errors
            .ShouldHaveSingleItem().ShouldStartWith("docs/wrong.md:8: The type or namespace name 'INoService' could not be found");

    [Fact]
    public async Task What_a_component_refuses_is_found_with_its_page_and_line()
    {
        var wrong = Of(
            "var task = new TaskSpec { MemoryMiB = 256, Containers = [container] };",
            "new EcsWorkload(\"wrong\", new EcsWorkloadArgs { Capacity = new Capacity.Shared(cluster), Task = task, DesiredCount = 1, Egress = InternetEgress.None });");
        var assembly = new ExampleAssembly([wrong]);
        assembly.Errors.ShouldBeEmpty();
        var failure = (await assembly.FailuresAsync(wrong)).ShouldHaveSingleItem();
        failure.ShouldStartWith("docs/wrong.md:8: ");
        failure.ShouldContain("wrong.memory: 256 MiB, less than the 512 MiB of container 'web'.");
    }

    [Fact]
    public async Task A_whole_program_is_given_nothing()
    {
        var alone = Of("using EcsPlatform.Networking;", "var one = network;");
        new ExampleAssembly([alone]).Errors.ShouldBe(["docs/wrong.md:8: The name 'network' does not exist in the current context"]);
        var right = Of("using EcsPlatform.Foundations;", "", "return new Dictionary<string, object?> { [\"id\"] = new AwsAccount(\"111111111111\", \"eu-west-1\").Id };");
        var assembly = new ExampleAssembly([right]);
        assembly.Errors.ShouldBeEmpty();
        (await assembly.FailuresAsync(right)).ShouldBeEmpty();
    }

    private static Example Of(params ImmutableArray<string> lines) => new(new CodeBlock("docs/wrong.md", 7, "csharp", lines), Given);
}
