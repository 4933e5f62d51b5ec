using System.Diagnostics;

namespace EcsPlatform.Workflows.Tests;

/// <summary>Runs a step's script as GitHub does, in a folder of its own, with stand-ins for the programs that would reach out.</summary>
internal sealed class Bash : IDisposable
{
    private readonly string _programs;
    private readonly Dictionary<string, string> _environment = [];

    public Bash()
    {
        Folder = Directory.CreateTempSubdirectory("workflow-").FullName;
        _programs = Directory.CreateDirectory(Path.Combine(Folder, "programs")).FullName;
        _environment["RUNNER_TEMP"] = Folder;
        foreach (var file in new[] { "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY" })
        {
            _environment[file] = Path.Combine(Folder, file);
            File.WriteAllText(_environment[file], "");
        }
    }

    /// <summary>Where it runs, and what RUNNER_TEMP is.</summary>
    public string Folder { get; }

    /// <summary>What the programs were called with, a line each.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Path.Combine(Folder, "calls")) ? File.ReadAllLines(Path.Combine(Folder, "calls")) : [];

    /// <summary>Sets a variable.</summary>
    public Bash With(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    /// <summary>Puts a stand-in for a program there, which notes its arguments and then does what a script says.</summary>
    public Bash WithProgram(string name, string script) =>
        WithScript($"programs/{name}", $"#!/usr/bin/env bash\necho \"{name} $*\" >> '{Folder}/calls'\n{script}\n");

    /// <summary>Writes a file that can be run.</summary>
    public Bash WithScript(string name, string text)
    {
        WithFile(name, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(Folder, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return this;
    }

    /// <summary>Writes a file.</summary>
    public Bash WithFile(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>What a file says; empty where there is none.</summary>
    public string Read(string name) => File.Exists(Path.Combine(Folder, name)) ? File.ReadAllText(Path.Combine(Folder, name)) : "";

    /// <summary>Runs a script; what it printed, and how it ended.</summary>
    public (int Code, string Output) Run(string script)
    {
        var file = Path.Combine(Folder, "script.sh");
        File.WriteAllText(file, script);
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", file])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["PATH"] = $"{_programs}:{Environment.GetEnvironmentVariable("PATH")}";
        using var bash = Process.Start(start)!;
        var errors = bash.StandardError.ReadToEndAsync();
        var output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return (bash.ExitCode, output + errors.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>A test that needs programs of the machine; without them it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramsFactAttribute : FactAttribute
{
    public ProgramsFactAttribute(params string[] programs) => Skip = Programs.Missing(programs);
}

/// <summary>A theory that needs programs of the machine; without them it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramsTheoryAttribute : TheoryAttribute
{
    public ProgramsTheoryAttribute(params string[] programs) => Skip = Programs.Missing(programs);
}

/// <summary>Which programs the machine has.</summary>
internal static class Programs
{
    /// <summary>What to say where some are missing; null where all are there. A name with a slash is a file.</summary>
    public static string? Missing(params string[] programs)
    {
        string[] missing = [.. programs.Where(program => !IsThere(program))];
        return missing.Length == 0 ? null : $"Not installed here: {string.Join(", ", missing)}.";
    }

    private static bool IsThere(string program) => program.Contains('/') ? File.Exists(program)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
