using EcsPlatform.Cli.Programs;
using EcsPlatform.Plans.Files;
using EcsPlatform.Preview;

namespace EcsPlatform.Cli;

/// <summary>Turns what a command cannot do into lines for a person.</summary>
internal static class Failures
{
    /// <summary>Runs something, and reports why it failed.</summary>
    /// <param name="errors">Where the reasons go, a line each.</param>
    /// <param name="run">What is run.</param>
    /// <returns>What it returned, or <see cref="ExitCode.Wrong"/>.</returns>
    public static async Task<ExitCode> ReportAsync(TextWriter errors, Func<Task<ExitCode>> run)
    {
        try
        {
            return await run();
        }
        catch (PreviewException exception)
        {
            return Report(errors, exception.Reasons);
        }
        catch (PlanFileException exception)
        {
            return Report(errors, exception.Reasons);
        }
        catch (WrongOptionException exception)
        {
            return Report(errors, exception.Reasons);
        }
        catch (ExternalProgramException exception)
        {
            return Report(errors, [exception.Message]);
        }
    }

    /// <summary>Reports reasons.</summary>
    /// <param name="errors">Where they go, a line each.</param>
    /// <param name="reasons">The reasons.</param>
    /// <returns><see cref="ExitCode.Wrong"/>.</returns>
    public static ExitCode Report(TextWriter errors, IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
        {
            errors.WriteLine($"error: {reason}");
        }

        return ExitCode.Wrong;
    }
}
