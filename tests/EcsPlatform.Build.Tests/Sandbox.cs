using System.Diagnostics;

namespace EcsPlatform.Build.Tests;

/// <summary>A small solution with this repository's build files, package sources of the test's choice, and caches of its own.</summary>
internal sealed class Sandbox : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecs-platform-build-");

    public Sandbox(string? source = null)
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Solution.targets" })
        {
            File.Copy(Path.Combine(Repository, file), At(file));
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository, "src/build"), "*", SearchOption.AllDirectories))
        {
            var copy = At(Path.GetRelativePath(Repository, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Write("src/standin/Pulumi/Pulumi.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><PackageId>StandIn</PackageId></PropertyGroup></Project>""");
        Write("src/standin/Generator/Pulumi.Sdk.Generator.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write("src/App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PulumiReference Include="Pulumi" /></ItemGroup></Project>""");
        Write("Test.sln", Solution("src/App/App.csproj", "src/standin/Generator/Pulumi.Sdk.Generator.csproj"));
        Directory.CreateDirectory(Feed);
        Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="test" value="{source ?? Feed}" allowInsecureConnections="true" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>The repository that these tests belong to.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder that is the only package source, unless the test named another.</summary>
    public string Feed => At("feed");

    public string At(string path) => Path.Combine(_folder.FullName, path);

    public bool Has(string path) => Path.Exists(At(path));

    public string Read(string path) => File.ReadAllText(At(path));

    public (int ExitCode, string Output, TimeSpan Time) Dotnet(string arguments, string? pulumiPackages = null)
    {
        var start = new ProcessStartInfo("dotnet", $"{arguments} -m:1 -nologo")
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "PulumiPackages", "ArtifactsRoot", "RestoreAdditionalProjectSources", "MSBUILD_EXE_PATH", "MSBuildSDKsPath" })
        {
            start.Environment.Remove(name);
        }

        start.Environment["NUGET_PACKAGES"] = At("packages");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        if (pulumiPackages is not null)
        {
            start.Environment["PulumiPackages"] = pulumiPackages;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'dotnet {arguments}' did not end within {Patience}.");
        }

        return (process.ExitCode, output.Result + errors.Result, watch.Elapsed);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    private static string Solution(params string[] projects)
    {
        var ids = projects.Select((project, i) => (project, Id: $"{{11111111-1111-1111-1111-11111111111{i}}}")).ToList();
        return string.Join('\n', [
            "",
            "Microsoft Visual Studio Solution File, Format Version 12.00",
            .. ids.SelectMany(entry => new[]
            {
                $"Project(\"{{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}}\") = \"{Path.GetFileNameWithoutExtension(entry.project)}\", \"{entry.project}\", \"{entry.Id}\"",
                "EndProject",
            }),
            "Global",
            "GlobalSection(SolutionConfigurationPlatforms) = preSolution",
            "Debug|Any CPU = Debug|Any CPU",
            "EndGlobalSection",
            "GlobalSection(ProjectConfigurationPlatforms) = postSolution",
            .. ids.SelectMany(entry => new[]
            {
                $"{entry.Id}.Debug|Any CPU.ActiveCfg = Debug|Any CPU",
                $"{entry.Id}.Debug|Any CPU.Build.0 = Debug|Any CPU",
            }),
            "EndGlobalSection",
            "EndGlobal",
            "",
        ]);
    }

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
