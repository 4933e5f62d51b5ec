namespace EcsPlatform.Cli.Tests;

/// <summary>How a run of the program ended.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    /// <summary>The run failed as it should: exit code 1, these reasons on the error stream and nothing else anywhere.</summary>
    public void ShouldBeRefused(params string[] reasons)
    {
        Errors.TrimEnd('\n').Split('\n').ShouldBe(reasons.Select(reason => $"error: {reason}"));
        Output.ShouldBeEmpty();
        ExitCode.ShouldBe(1);
    }

    /// <summary>The run failed as it should, for one reason in one line, of which only the beginning is ours.</summary>
    public void ShouldBeRefusedWithOneThatBegins(string reason)
    {
        Errors.TrimEnd('\n').Split('\n').ShouldHaveSingleItem().ShouldStartWith($"error: {reason}");
        Output.ShouldBeEmpty();
        ExitCode.ShouldBe(1);
    }

    /// <summary>The run succeeded, and there is nothing on the error stream.</summary>
    public Outcome ShouldSucceed()
    {
        Errors.ShouldBeEmpty();
        ExitCode.ShouldBe(0);
        return this;
    }
}
