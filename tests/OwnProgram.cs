using System.Diagnostics;
using System.Text;

namespace EcsPlatform.Tests;

/// <summary>The program, run as its users do, in a process of its own.</summary>
internal static class OwnProgram
{
    /// <summary>Where the build leaves it, compiled ahead; the copy beside the tests is not.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "EcsPlatform.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name));

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">Its assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="patience">For how long it may run.</param>
    /// <param name="environment">Variables besides those of the tests.</param>
    /// <returns>Its exit code and what it wrote.</returns>
    /// <exception cref="TimeoutException">It did not end; it is killed.</exception>
    public static (int ExitCode, string Output, string Errors) Run(
        string program, IEnumerable<string> arguments, string folder, TimeSpan patience, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!Task.WaitAll([process.WaitForExitAsync(), output, errors], patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', arguments)}' did not end within {patience}.");
        }

        return (process.ExitCode, output.Result, errors.Result);
    }
}
