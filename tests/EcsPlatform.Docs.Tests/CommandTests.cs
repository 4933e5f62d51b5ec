using System.CommandLine;
using EcsPlatform.Tests;

namespace EcsPlatform.Docs.Tests;

public class CommandTests
{
    private static readonly RootCommand Root = OwnCommands.Make();

    [Fact]
    public void Every_command_line_parses() => DocPage.All.SelectMany(Problems).ShouldBeEmpty();

    /// <summary>What a template makes is looked for where it was made: a bucket, a key by its alias, what one template exports to another.</summary>
    [Fact]
    public void Every_template_goes_to_a_region_that_is_said() => DocPage.All.SelectMany(ShellLine.Of)
        .Where(line => line.Text.StartsWith("aws cloudformation ", StringComparison.Ordinal) && !line.Text.Contains(" --region eu-west-1 ", StringComparison.Ordinal))
        .Select(line => line.Place).ShouldBeEmpty();

    [Fact]
    public void The_command_has_these_commands() =>
        Root.Subcommands.Select(command => command.Name).Order(StringComparer.Ordinal).ShouldBe(["accept", "ami", "config", "pin", "preview", "promote", "schema", "verify", "where"]);

    [Theory]
    [InlineData("dotnet run --project src/EcsPlatform.Cli -- verfy staging", "'verfy'")]
    [InlineData("dotnet run --project src/EcsPlatform.Cli -- preview staging --expected none", "'--expected'")]
    [InlineData("dotnet run --project src/NoSuchProject -- preview staging", "no project src/NoSuchProject")]
    [InlineData("preview staging --format html", "'html'")]
    [InlineData("verify", "'stack'")]
    [InlineData("kubectl get pods", "'kubectl' is no command that is known here")]
    public void A_wrong_line_is_found_with_its_page_and_line(string line, string message) =>
        Problems(PageOf(line)).ShouldContain(problem => problem.StartsWith("docs/wrong.md:5: ", StringComparison.Ordinal) && problem.Contains(message));

    [Theory]
    [InlineData("preview staging --expect image:viewer   # what may change")]
    [InlineData("aws ecs describe-services \\\n  --cluster \"$cluster\"")]
    [InlineData("cluster=staging-0a1b2c3")]
    public void A_right_line_is_taken(string line) => Problems(PageOf(line)).ShouldBeEmpty();

    private static DocPage PageOf(string line) => new("docs/wrong.md", $"# Wrong\n\n```sh\n# What it does:\n{line}\n```\n");

    private static IEnumerable<string> Problems(DocPage page) =>
        from line in ShellLine.Of(page)
        from problem in Problems(line)
        select $"{line.Place}: {problem}";

    private static IEnumerable<string> Problems(ShellLine line) =>
        line.Text.StartsWith(ShellLine.Run, StringComparison.Ordinal) && line.Text[ShellLine.Run.Length..].Split(' ')[0] is var project
            && !Directory.Exists(Path.Combine(RepositoryFolder.Path, project)) ? [$"no project {project}"]
        : line.Arguments is { } arguments ? Root.Parse([.. arguments.TakeWhile(word => word != ">")]).Errors.Select(error => error.Message.ReplaceLineEndings("\n"))
        : line.IsKnown ? []
        : [$"'{line.Text.Split(' ')[0]}' is no command that is known here"];
}
