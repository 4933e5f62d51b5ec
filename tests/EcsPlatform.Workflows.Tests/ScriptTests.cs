using System.Diagnostics;
using EcsPlatform.Tests;

namespace EcsPlatform.Workflows.Tests;

public class ScriptTests
{
    /// <summary>All scripts of the steps, and those that they run.</summary>
    public static TheoryData<string, string> Scripts
    {
        get
        {
            var scripts = new TheoryData<string, string>();
            foreach (var step in Workflow.All.SelectMany(workflow => workflow.Jobs).SelectMany(job => job.Steps).Where(step => step.Script is not null))
            {
                scripts.Add(step.Where, step.Script!);
            }

            foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, ".ci")).Order(StringComparer.Ordinal))
            {
                scripts.Add($".ci/{Path.GetFileName(file)}", File.ReadAllText(file));
            }

            return scripts;
        }
    }

    [ProgramsTheory("bash")]
    [MemberData(nameof(Scripts))]
    public void A_script_is_bash(string where, string script) => Check("bash", ["-n"], script).ShouldBe("", where);

    [ProgramsTheory("shellcheck")]
    [MemberData(nameof(Scripts))]
    public void Shellcheck_has_nothing_to_say(string where, string script) => Check("shellcheck", ["--shell=bash", "--severity=warning", "-"], script).ShouldBe("", where);

    [ProgramsFact("bash")]
    public void What_is_no_bash_is_found() => Check("bash", ["-n"], "if true; then").ShouldContain("unexpected end of file");

    private static string Check(string program, string[] arguments, string script)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return output;
    }
}
