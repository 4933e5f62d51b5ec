using System.Diagnostics;
using EcsPlatform.Tests;

namespace EcsPlatform.Cli.Tests;

/// <summary>The program as workflows publish it, once for all their jobs.</summary>
public sealed class PublishTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecs-platform-published-");

    [Fact]
    public async Task It_is_whole_and_previews()
    {
        var packages = PulumiPackages.Description.StartsWith("stand-in", StringComparison.Ordinal) ? "standin" : "official";
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var published = await RunAsync(
            "publish", "src/EcsPlatform.Cli", "--no-build", "--configuration", configuration, "--output", _folder.FullName, "--nologo", $"-p:PulumiPackages={packages}");
        published.Code.ShouldBe(0, published.Text);
        var previewed = await RunAsync(Path.Combine(_folder.FullName, "ecs-platform.dll"), "preview", "test");
        previewed.Code.ShouldBe(0, previewed.Text);
        previewed.Text.ShouldContain("Nothing changes");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = RepositoryFolder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output + await errors);
    }
}
