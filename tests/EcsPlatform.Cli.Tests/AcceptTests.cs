using System.Text.Json;

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

    private string Accept()
    {
        TestProject.Run(_project.Folder, "accept", "staging").ShouldSucceed();
        return File.ReadAllText(_project.At(Accepted));
    }
}
