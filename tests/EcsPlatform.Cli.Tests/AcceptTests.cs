using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcsPlatform.Cli.Tests;

/// <summary>The command that makes a plan the accepted one.</summary>
public sealed class AcceptTests : IDisposable
{
    private const string Accepted = "stacks/plans/staging.json";
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_plan_is_written_where_previews_look_for_it()
    {
        var outcome = TestProject.Run(_project.Folder, "accept", "staging").ShouldSucceed();
        using var plan = JsonDocument.Parse(File.ReadAllText(_project.At(Accepted)));
        var resources = plan.RootElement.GetProperty("deployment").GetProperty("resources").GetArrayLength();
        resources.ShouldBeGreaterThan(70);
        outcome.Output.ShouldBe($"{Accepted}: {resources} resources accepted.\n");
        Directory.EnumerateFiles(_project.At("stacks/plans")).Count().ShouldBe(1);
    }

    [Fact]
    public void Accepting_twice_writes_the_same_bytes()
    {
        var first = Accept();
        Accept().ShouldBe(first);
    }

    [Fact]
    public void A_stack_that_is_wrong_leaves_every_accepted_plan_as_it_was()
    {
        var before = Accept();
        _project.Replace("minSize: 1", "minSize: 2");
        var outcome = TestProject.Run(_project.Folder, "accept", "staging", "live");
        outcome.ExitCode.ShouldBe(1);
        outcome.Errors.ShouldBe("error: Stack 'live' has no file Pulumi.live.yaml. Stacks with a file: staging.\n");
        outcome.Output.ShouldBeEmpty();
        File.ReadAllText(_project.At(Accepted)).ShouldBe(before);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_refused()
    {
        Directory.CreateDirectory(_project.At(Accepted));
        var outcome = TestProject.Run(_project.Folder, "accept", "staging");
        outcome.ExitCode.ShouldBe(1);
        outcome.Errors.ShouldBe($"error: {_project.At(Accepted)}: is a folder; give a file in it\n");
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_says_how_many_resources_would_be_accepted()
    {
        var resources = JsonNode.Parse(Accept())!["deployment"]!["resources"]!.AsArray().Count;
        Directory.Delete(_project.At("stacks"), recursive: true);
        DryRun().ShouldBe($"{Accepted}: {resources} resources would be accepted. Nothing was written: --dry-run.\n");
        Directory.Exists(_project.At("stacks")).ShouldBeFalse();
    }

    [Fact]
    public void A_dry_run_shows_what_the_preview_does_and_leaves_the_plan_as_it_is()
    {
        var before = Accept();
        _project.Replace("minSize: 1", "minSize: 2");
        var preview = _project.Preview("staging").ShouldSucceed().Output;
        preview.ShouldContain("minSize");
        DryRun().ShouldStartWith($"{preview}{Accepted}: ");
        File.ReadAllText(_project.At(Accepted)).ShouldBe(before);
    }

    [Fact]
    public void A_dry_run_ends_as_the_real_run_does_where_previews_do_not()
    {
        Accept();
        File.WriteAllText(_project.At(Accepted), "{");
        DryRun().ShouldStartWith($"{Accepted}: ");
        File.ReadAllText(_project.At(Accepted)).ShouldBe("{");
        TestProject.Run(_project.Folder, "accept", "live", "--dry-run").ShouldBeRefused("Stack 'live' has no file Pulumi.live.yaml. Stacks with a file: staging.");
    }

    private string DryRun() => TestProject.Run(_project.Folder, "accept", "staging", "--dry-run").ShouldSucceed().Output;

    private string Accept()
    {
        TestProject.Run(_project.Folder, "accept", "staging").ShouldSucceed();
        return File.ReadAllText(_project.At(Accepted));
    }
}
