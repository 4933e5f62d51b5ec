using System.Collections.Concurrent;
using System.Diagnostics;
using EcsPlatform.Tests;

namespace EcsPlatform.Build.Tests;

/// <summary>A small solution with this repository's build files, package sources of the test's choice, and caches of its own.</summary>
internal sealed class Sandbox : IDisposable
{
    public const string Solution = "Test.sln";
    public const string UsingProject = "src/App/App.csproj";
    public const string Answer = "artifacts/pulumi-packages.props";
    public const string ProbeLog = "artifacts/pulumi-probe.log";

    private const string PlainProject = "src/standin/Generator/Pulumi.Sdk.Generator.csproj";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What a developer or a build server may have set, and what `dotnet test` sets for what it starts.
    private static readonly string[] Unwanted =
    [
        "PulumiProbeTimeout",
        "RestoreAdditionalProjectSources", "RestoreSources", "NUGET_FALLBACK_PACKAGES",
        "MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath",
        "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy",
    ];

    // A path with a space: nobody's home folder should break a build.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecs-platform build ");

    /// <summary>Makes the solution.</summary>
    /// <param name="source">Its only package source; null for the folder <see cref="Feed"/>, which is empty at first.</param>
    public Sandbox(string? source = null)
    {
        CopyFromRepository("Directory.Build.props");
        CopyFromRepository("Directory.Solution.targets");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository, "src/build"), "*", SearchOption.AllDirectories))
        {
            CopyFromRepository(Path.GetRelativePath(Repository, file));
        }

        Write("src/standin/Pulumi/Pulumi.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><PackageId>StandIn</PackageId></PropertyGroup></Project>
            """);
        Write(UsingProject, """
            <Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PulumiReference Include="Pulumi" /></ItemGroup></Project>
            """);
        Write(PlainProject, """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write(Solution, SolutionText.Of(UsingProject, PlainProject));
        Directory.CreateDirectory(Feed);
        Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="test" value="{source ?? Feed}" allowInsecureConnections="true" /></packageSources>
              <disabledPackageSources><clear /></disabledPackageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
              <packageSourceMapping><clear /></packageSourceMapping>
            </configuration>
            """);
    }

    /// <summary>The repository that these tests belong to.</summary>
    public static string Repository => RepositoryFolder.Path;

    /// <summary>The folder that is the only package source, unless the test named another.</summary>
    public string Feed => At("feed");

    public string At(string path) => Path.Combine(_folder.FullName, path);

    public bool Has(string path) => Path.Exists(At(path));

    /// <summary>The folders of a name, anywhere in the sandbox.</summary>
    public IEnumerable<string> FoldersNamed(string pattern) => Directory
        .EnumerateDirectories(_folder.FullName, pattern, SearchOption.AllDirectories)
        .Select(folder => Path.GetRelativePath(_folder.FullName, folder));

    public string Read(string path) => File.ReadAllText(At(path));

    /// <summary>What the using project was restored to with a choice of packages.</summary>
    public string Assets(string packages) => Read($"artifacts/{packages}/obj/App/project.assets.json");

    /// <summary>Runs the SDK.</summary>
    /// <param name="arguments">Its arguments; none of them may contain a space.</param>
    /// <param name="pulumiPackages">The environment variable <c>PulumiPackages</c>; null leaves it unset.</param>
    /// <param name="artifactsRoot">The environment variable <c>ArtifactsRoot</c>; null leaves it unset.</param>
    public BuildOutcome Dotnet(string arguments, string? pulumiPackages = null, string? artifactsRoot = null)
    {
        var watch = Stopwatch.StartNew();
        var lines = new ConcurrentQueue<(TimeSpan, string)>();
        using var process = new Process { StartInfo = StartInfo($"{arguments} -m:1 -nologo") };
        process.StartInfo.Environment["PulumiPackages"] = pulumiPackages;
        process.StartInfo.Environment["ArtifactsRoot"] = artifactsRoot;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        // Until its output has ended, too, which something that it started may still hold.
        if (!process.WaitForExitAsync().Wait(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'dotnet {arguments}' did not end within {Patience}:\n{string.Join('\n', lines)}");
        }

        return new BuildOutcome(process.ExitCode, [.. lines]);

        void Note(string? text)
        {
            if (text is not null)
            {
                lines.Enqueue((watch.Elapsed, text));
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ProcessStartInfo StartInfo(string arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Unwanted)
        {
            start.Environment.Remove(name);
        }

        start.Environment["NUGET_PACKAGES"] = At("packages");
        start.Environment["NUGET_HTTP_CACHE_PATH"] = At("http-cache");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["RunAnalyzers"] = "false";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }

    private void CopyFromRepository(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.Copy(Path.Combine(Repository, path), At(path));
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }
}
