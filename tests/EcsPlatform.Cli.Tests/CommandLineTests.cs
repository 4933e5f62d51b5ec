namespace EcsPlatform.Cli.Tests;

/// <summary>Commands that cannot be carried out as they stand.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("Required argument 'stack' missing for command: 'preview'.", "preview")]
    [InlineData("Argument 'yaml' not recognized. Must be one of:", "preview", "staging", "--format", "yaml")]
    [InlineData("'--colour'", "preview", "staging", "--colour")]
    [InlineData("Unrecognized command or argument 'prview'.", "prview", "staging")]
    [InlineData("Required command was not provided.")]
    public void A_wrong_command_line_is_refused(string message, params string[] arguments)
    {
        var outcome = TestProject.Run(_project.Folder, arguments);
        outcome.Errors.ShouldContain(message);
        outcome.Errors.ShouldNotContain("   at ");
        outcome.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void JSON_of_two_stacks_is_refused() => _project.Preview("staging", "live", "--format", "json").ShouldBeRefused(
        "--format json prints one plan, and 2 stacks were named. Name one stack.");

    [Fact]
    public void JSON_of_a_wrong_stack_leaves_the_output_empty() => _project.Preview("live", "--format", "json").ShouldBeRefused(
        "Stack 'live' has no file Pulumi.live.yaml. Stacks with a file: staging.");

    [Fact]
    public void A_wrong_stack_does_not_keep_the_others_from_being_shown()
    {
        var outcome = _project.Preview("live", "staging");
        outcome.Output.ShouldBe(_project.Preview("staging").Output);
        outcome.Errors.ShouldBe("error: Stack 'live' has no file Pulumi.live.yaml. Stacks with a file: staging.\n");
        outcome.ExitCode.ShouldBe(1);
    }
}
