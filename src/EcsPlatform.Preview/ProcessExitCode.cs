namespace EcsPlatform.Preview;

/// <summary>The exit code of this process. A failing run leaves its own there; the one from before all runs is decided elsewhere and stays.</summary>
internal sealed class ProcessExitCode : IDisposable
{
    private static readonly Lock Access = new();
    private static int _runs;
    private static int _before;

    private ProcessExitCode()
    {
    }

    /// <summary>Keeps the exit code for as long as a run is under way.</summary>
    /// <returns>What brings it back.</returns>
    public static ProcessExitCode Keep()
    {
        lock (Access)
        {
            _before = _runs++ == 0 ? Environment.ExitCode : _before;
        }

        return new ProcessExitCode();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (Access)
        {
            _runs--;
            Environment.ExitCode = _before;
        }
    }
}
