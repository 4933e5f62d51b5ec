namespace EcsPlatform.Cli.Tests;

/// <summary>How a run of the program ended.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    /// <summary>The run failed as it should: exit code 1, reasons on the error stream only, no stack trace.</summary>
    public void ShouldBeRefused(params string[] reasons)
    {
        Errors.TrimEnd('\n').Split('\n').ShouldBe(reasons.Select(reason => $"error: {reason}"));
        Output.ShouldBeEmpty();
        ExitCode.ShouldBe(1);
    }
}
