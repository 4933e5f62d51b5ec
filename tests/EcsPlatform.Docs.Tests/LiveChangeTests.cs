namespace EcsPlatform.Docs.Tests;

public class LiveChangeTests
{
    private const string Part = "## On a live service";

    private static readonly CodeBlock Given = DocPage.All.Single(page => page.Name == "docs/services/README.md").Blocks.First(block => block.Language == "csharp");

    private static readonly ExampleAssembly Compiled =
        new([.. LiveChanges.All.Select(change => change.Programs(Given)).SelectMany(programs => new[] { programs.Before, programs.After })]);

    public static TheoryData<string> Changes => [.. LiveChanges.All.Select(change => change.Name)];

    [Fact]
    public void Every_change_compiles() => Compiled.Errors.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_does_what_is_known_of_it(string name)
    {
        var change = LiveChanges.All.Single(change => change.Name == name);
        (await change.OperationsAsync(Compiled, Given)).ShouldBe(change.Expected);
    }

    [Fact]
    public void Every_row_of_the_pages_is_a_change_and_every_change_a_row() =>
        DocPage.All.SelectMany(Rows).Order(StringComparer.Ordinal)
            .ShouldBe(LiveChanges.All.Select(change => change.Name).Concat(LiveChanges.Undecided).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_change_that_does_something_else_is_found()
    {
        var wrong = LiveChange.OfWorkload("wrong", "count", "", "DesiredCount = 3", "");
        var (before, after) = wrong.Programs(Given);
        (await wrong.OperationsAsync(new ExampleAssembly([before, after]), Given)).ShouldBe("ecs.Service update");
        Rows(new DocPage("docs/services/wrong.md", $"# Wrong\n\n{Part}\n\n| change | what happens |\n| --- | --- |\n| count | all goes |\n")).ShouldBe(["wrong: count"]);
    }

    private static IEnumerable<string> Rows(DocPage page) => page.Prose
        .SkipWhile(line => line.Line != Part)
        .Skip(1)
        .TakeWhile(line => !line.Line.StartsWith('#'))
        .Where(line => line.Line.StartsWith('|'))
        .Skip(2)
        .Select(line => $"{Path.GetFileNameWithoutExtension(page.Name)}: {line.Line.Split('|')[1].Trim()}");
}
