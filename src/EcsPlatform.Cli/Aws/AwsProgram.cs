using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace EcsPlatform.Cli.Aws;

/// <summary>
/// AWS's own command line, <c>aws</c>, for the few commands that look at an account. It finds credentials and profile as it always does
/// (https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html); nothing is kept here.
/// </summary>
internal static class AwsProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Asks AWS something.</summary>
    /// <param name="region">The region that is asked.</param>
    /// <param name="arguments">Service, operation and its options.</param>
    /// <returns>The answer, a JSON object; the caller disposes of it.</returns>
    /// <exception cref="AwsException">The program is missing, fails, takes more than a minute, or answers no JSON.</exception>
    public static async Task<JsonDocument> AskAsync(string region, params string[] arguments)
    {
        var command = $"aws {string.Join(' ', arguments.Take(2))}";
        var (code, output, errors) = await RunAsync(command, [.. arguments, "--region", region, "--output", "json"]);
        if (code != 0)
        {
            var lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            throw new AwsException($"{command} failed: {(lines.Length == 0 ? $"exit code {code}" : string.Join(' ', lines))}");
        }

        try
        {
            return JsonDocument.Parse(output);
        }
        catch (JsonException)
        {
            throw new AwsException($"{command} answered no JSON; run it by hand to see what it says");
        }
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string command, string[] arguments)
    {
        var start = new ProcessStartInfo("aws", arguments)
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
            throw new AwsException($"{command} did not end within {Patience.TotalSeconds:0} s; check the network and the credentials");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new AwsException("The program 'aws' was not found; install the AWS CLI: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html");
        }
    }
}

/// <summary>AWS could not be asked, or would not answer.</summary>
internal sealed class AwsException(string message) : Exception(message);
