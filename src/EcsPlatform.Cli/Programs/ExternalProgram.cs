using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace EcsPlatform.Cli.Programs;

/// <summary>A program of others, for the few commands that look at an account.</summary>
/// <param name="Name">Its name, looked for on the PATH.</param>
/// <param name="Installation">What to install, and the page that says how.</param>
internal sealed record ExternalProgram(string Name, string Installation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs the program and reads what it prints.</summary>
    /// <param name="purpose">How the run is called in messages, for example <c>aws ecs describe-services</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed, JSON; the caller disposes of it.</returns>
    /// <exception cref="ExternalProgramException">It is missing, fails, takes more than a minute, or prints no JSON.</exception>
    public async Task<JsonDocument> AskAsync(string purpose, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(purpose, arguments);
        if (code != 0)
        {
            var lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            throw new ExternalProgramException($"{purpose} failed: {(lines.Length == 0 ? $"exit code {code}" : string.Join(' ', lines))}");
        }

        try
        {
            return JsonDocument.Parse(output);
        }
        catch (JsonException)
        {
            throw new ExternalProgramException($"{purpose} answered no JSON; run it by hand to see what it says");
        }
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string purpose, string[] arguments)
    {
        var start = new ProcessStartInfo(Name, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // A pager would wait for somebody to read.
        start.Environment["AWS_PAGER"] = "";
        using var process = Start(start);
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new ExternalProgramException($"{purpose} did not end within {Patience.TotalSeconds:0} s; check the network and the credentials");
        }
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new ExternalProgramException($"The program '{Name}' was not found; install {Installation}");
        }
    }
}

/// <summary>A program of others could not be run, or would not answer.</summary>
internal sealed class ExternalProgramException(string message) : Exception(message);
