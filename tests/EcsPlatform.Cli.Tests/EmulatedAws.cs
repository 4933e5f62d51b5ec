using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace EcsPlatform.Cli.Tests;

/// <summary>An emulator of AWS on this machine, moto, which the real <c>aws</c> program talks to.</summary>
internal sealed class EmulatedAws : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly int _port = FreePort();
    private readonly Process _server;

    public EmulatedAws()
    {
        _server = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", $"{_port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        Wait();
    }

    /// <summary>The environment that leads <c>aws</c> here, with credentials that are none.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["AWS_ENDPOINT_URL"] = $"http://127.0.0.1:{_port}",
        ["AWS_ACCESS_KEY_ID"] = "none",
        ["AWS_SECRET_ACCESS_KEY"] = "none",
    };

    /// <summary>Changes something there.</summary>
    public JsonNode Ask(params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", [.. arguments, "--region", "eu-west-1", "--output", "json"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var aws = Process.Start(start)!;
        var answer = aws.StandardOutput.ReadToEnd();
        aws.WaitForExit();
        aws.ExitCode.ShouldBe(0);
        return JsonNode.Parse(answer)!;
    }

    public void Dispose()
    {
        _server.Kill(entireProcessTree: true);
        _server.WaitForExit();
        _server.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Wait()
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; Thread.Sleep(100))
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, _port);
                return;
            }
            catch (SocketException)
            {
                // It is not there yet.
            }
        }

        Dispose();
        throw new TimeoutException($"moto_server did not answer within {Patience}.");
    }
}

/// <summary>A test that needs the AWS command line and the emulator; without them it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatedAwsFactAttribute : FactAttribute
{
    public EmulatedAwsFactAttribute()
    {
        string[] missing = [.. new[] { "aws", "moto_server" }.Where(program => !IsThere(program))];
        if (missing.Length > 0)
        {
            Skip = $"Not installed here: {string.Join(", ", missing)}.";
        }
    }

    private static bool IsThere(string program) => (System.Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
