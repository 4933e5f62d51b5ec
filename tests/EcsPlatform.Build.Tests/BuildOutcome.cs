namespace EcsPlatform.Build.Tests;

/// <summary>How a build ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Lines">What it printed, with the time since the start.</param>
internal sealed record BuildOutcome(int ExitCode, IReadOnlyList<(TimeSpan Time, string Text)> Lines)
{
    private const string Announcement = "Pulumi packages: ";

    public string Output => string.Join('\n', Lines.Select(line => line.Text));

    /// <summary>The lines that say which packages were taken.</summary>
    public IEnumerable<string> Announcements =>
        Lines.Where(line => line.Text.Contains(Announcement, StringComparison.Ordinal)).Select(line => line.Text.Trim());

    /// <summary>After how long the choice was made.</summary>
    public TimeSpan TimeOfChoice => Lines.First(line => line.Text.Contains(Announcement, StringComparison.Ordinal)).Time;

    public BuildOutcome ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Output);
        return this;
    }

    /// <summary>The build failed, and some line says why in these words.</summary>
    public void ShouldFailWith(string message)
    {
        ExitCode.ShouldNotBe(0, Output);
        Output.ShouldContain($"error : {message}");
    }
}
