using System.Diagnostics;

namespace EcsPlatform.Cli.Tests;

/// <summary>A folder with a project's file and staging's config, which a test changes.</summary>
internal sealed class TestProject : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string Repository = FindRepository();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecs-platform-");

    public TestProject()
    {
        File.Copy(Path.Combine(Repository, "Pulumi.yaml"), At("Pulumi.yaml"));
        File.Copy(Path.Combine(Repository, "Pulumi.staging.yaml"), At("Pulumi.staging.yaml"));
    }

    public string Staging => File.ReadAllText(At("Pulumi.staging.yaml"));

    public string At(string file) => Path.Combine(_folder.FullName, file);

    public TestProject Write(string file, string text)
    {
        File.WriteAllText(At(file), text);
        return this;
    }

    /// <summary>Replaces a text that staging's config must contain.</summary>
    public TestProject Replace(string old, string with)
    {
        Staging.ShouldContain(old);
        return Write("Pulumi.staging.yaml", Staging.Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>The line of staging's config, from 1, that contains a text.</summary>
    public int Line(string text) => Staging.Split('\n').ToList().FindIndex(line => line.Contains(text, StringComparison.Ordinal)) + 1;

    public Outcome Preview(params string[] arguments) => Run(_folder.FullName, ["preview", .. arguments]);

    public static Outcome Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ecs-platform.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', arguments)}' did not end within {Patience}.");
        }

        return new Outcome(process.ExitCode, output.Result, errors.Result);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EcsPlatform.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
