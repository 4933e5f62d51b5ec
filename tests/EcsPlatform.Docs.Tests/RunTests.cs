using Microsoft.CodeAnalysis.CSharp;

namespace EcsPlatform.Docs.Tests;

public class RunTests
{
    public static TheoryData<string> Pages => [.. DocPage.All.Where(page => ShellLine.Of(page).Any(line => line.Needs is null)).Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_says_can_be_done(string name)
    {
        using var run = new PageRun(DocPage.All.Single(page => page.Name == name));
        run.Failures().ShouldBeEmpty();
    }

    [Fact]
    public void Every_line_is_run_or_needs_what_a_test_does_not_have() =>
        DocPage.All.SelectMany(ShellLine.Of).Where(line => !line.IsKnown).Select(line => $"{line.Place}: {line.Text}").ShouldBeEmpty();

    [Theory]
    [InlineData("dotnet run --project src/EcsPlatform.Cli -- preview staging", null)]
    [InlineData("promote staging live --dry-run", null)]
    [InlineData("pin staging copy-file-to-efs 'a.jar?versionId=b@sha256:c'", null)]
    [InlineData("cp Pulumi.sandbox.yaml Pulumi.sandbox-2.yaml", null)]
    [InlineData("dotnet run --project src/EcsPlatform.Cli -- verify staging --outputs outputs.json", "AWS")]
    [InlineData("ami staging", "AWS")]
    [InlineData("aws sts get-caller-identity", "AWS")]
    [InlineData("pulumi up --stack staging", "pulumi")]
    [InlineData("git revert HEAD", "a repository")]
    [InlineData("dotnet test", "a build")]
    [InlineData("tasks=$(aws ecs list-tasks)", "a shell")]
    public void A_line_is_run_unless_it_needs_something(string line, string? needs)
    {
        var read = ShellLine.Of(PageOf(line)).ShouldHaveSingleItem();
        read.IsKnown.ShouldBeTrue();
        read.Needs.ShouldBe(needs);
    }

    [Fact]
    public void A_line_that_fails_is_found_with_its_place_and_the_reason()
    {
        using var run = new PageRun(PageOf("preview staging --expect image:viewr"));
        run.Failures().ShouldHaveSingleItem().ShouldStartWith("docs/wrong.md:4: exit code 1, not 0: preview staging --expect image:viewr\nerror: ");
    }

    [Fact]
    public void A_line_may_state_its_exit_code_and_follows_those_before_it()
    {
        const string Digest = "sha256:0f9b1c55e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
        using var run = new PageRun(PageOf(
            $"pin staging viewer {Digest}",
            "preview staging --expect none     # exit code 2: the pin has changed",
            $"where '{Digest}' > found.txt",
            "preview staging --against export.json --expect image:viewer"));
        run.Failures().ShouldBeEmpty();
        File.ReadAllText(run.At("found.txt")).ShouldContain("Pulumi.staging.yaml");
    }

    [Theory]
    [InlineData("viewr:", "This stands once in Pulumi.staging.yaml, or the page that shows it has to change as well:")]
    [InlineData("images:", null)]
    public void A_change_of_a_file_changes_a_place_that_is_there(string line, string? message)
    {
        var patch = Patch.Of(new CodeBlock("docs/wrong.md", 4, "diff", ["--- Pulumi.staging.yaml", "+++ Pulumi.staging.yaml", $"-  {line}", "+  pictures:"]));
        const string Text = "config:\n  images:\n";
        if (message is null)
        {
            patch.Apply(Text).ShouldBe("config:\n  pictures:\n");
        }
        else
        {
            Should.Throw<ShouldAssertException>(() => patch.Apply(Text)).Message.ShouldContain(message);
        }
    }

    [Theory]
    [InlineData("images:\n  one: a\n", " images:", "+  one: a")]
    [InlineData("images:\n  two: b\n", " images:", "-  one: a", "   two: b")]
    [InlineData("pictures:\n", "-images:", "+pictures:")]
    public void A_change_that_somebody_has_made_already_is_made_once(string text, params string[] lines)
    {
        var patch = Patch.Of(new CodeBlock("docs/wrong.md", 4, "diff", ["--- Pulumi.staging.yaml", "+++ Pulumi.staging.yaml", .. lines]));
        patch.Apply(text).ShouldBe(text);
    }

    [Fact]
    public void A_file_that_somebody_has_made_already_gives_way_to_the_page_s()
    {
        var added = CSharpSyntaxTree.ParseText("namespace EcsPlatform.Stacks;\ninternal static class StagingStack;\n", Example.Parsing);
        var files = StacksSource.With([added]).SyntaxTrees.Where(file => file.ToString().Contains("class StagingStack", StringComparison.Ordinal));
        files.ShouldHaveSingleItem().ShouldBe(added);
    }

    private static DocPage PageOf(params IEnumerable<string> lines) => new("docs/wrong.md", $"# Wrong\n\n```sh\n{string.Join('\n', lines)}\n```\n");
}
