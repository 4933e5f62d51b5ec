using System.CommandLine;
using System.Reflection;
using EcsPlatform.Tests;

namespace EcsPlatform.Docs.Tests;

public class CommandTests
{
    private const string Run = "dotnet run --project ";

    private static readonly RootCommand Root = Make();

    /// <summary>What else lines of shells may begin with.</summary>
    private static readonly string[] Programs = ["aws", "dotnet", "git", "pulumi"];

    [Fact]
    public void Every_command_line_parses() => DocPage.All.SelectMany(Problems).ShouldBeEmpty();

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

    private static IEnumerable<string> Problems(DocPage page)
    {
        foreach (var block in page.Blocks.Where(block => block.Language is "sh" or ""))
        {
            // An indented block may show what a command prints.
            foreach (var (number, line) in LinesOf(block).Where(line => block.Language == "sh" || IsOurs(line.Line)))
            {
                foreach (var problem in Problems(line))
                {
                    yield return $"{page.Name}:{number}: {problem}";
                }
            }
        }
    }

    private static IEnumerable<string> Problems(string line)
    {
        if (line.StartsWith(Run, StringComparison.Ordinal))
        {
            var project = line[Run.Length..].Split(' ')[0];
            return !Directory.Exists(Path.Combine(RepositoryFolder.Path, project)) ? [$"no project {project}"]
                : project == "src/EcsPlatform.Cli" && line.Split(" -- ") is [_, var arguments] && arguments != "…" ? Errors(arguments)
                : [];
        }

        var first = line.Split(' ')[0];
        return Programs.Contains(first) || first.Contains('=', StringComparison.Ordinal) ? []
            : Root.Subcommands.Any(command => command.Name == first) ? Errors(line)
            : [$"'{first}' is no command that is known here"];
    }

    private static IEnumerable<string> Errors(string arguments) => Root.Parse(arguments).Errors.Select(error => error.Message.ReplaceLineEndings("\n"));

    private static bool IsOurs(string line) =>
        line.StartsWith(Run, StringComparison.Ordinal) || Root.Subcommands.Any(command => line.StartsWith($"{command.Name} ", StringComparison.Ordinal));

    // Lines as a shell reads them: comments left out, those that end in a backslash joined with the next.
    private static IEnumerable<(int Number, string Line)> LinesOf(CodeBlock block)
    {
        var joined = "";
        for (var i = 0; i < block.Lines.Length; i++)
        {
            var line = joined + block.Lines[i].Split(" # ")[0].Trim();
            joined = line.EndsWith('\\') ? line[..^1] : "";
            if (line.Length > 0 && !line.StartsWith('#') && joined.Length == 0)
            {
                yield return (block.FirstLine + i, line);
            }
        }
    }

    // The program puts its commands together where nobody else can; each is made by a method that takes where to write.
    private static RootCommand Make()
    {
        var root = new RootCommand();
        foreach (var create in Assembly.Load("ecs-platform").GetTypes()
            .Select(type => type.GetMethod("Create", BindingFlags.Public | BindingFlags.Static, [typeof(TextWriter), typeof(TextWriter)]))
            .Where(method => method?.ReturnType == typeof(Command)))
        {
            root.Subcommands.Add((Command)create!.Invoke(null, [TextWriter.Null, TextWriter.Null])!);
        }

        return root;
    }
}
