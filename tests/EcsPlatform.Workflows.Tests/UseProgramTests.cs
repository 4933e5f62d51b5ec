using EcsPlatform.Tests;

namespace EcsPlatform.Workflows.Tests;

/// <summary>How a job runs the program that an earlier job built.</summary>
public class UseProgramTests
{
    [ProgramsFact("bash", "perl")]
    public void A_built_program_runs_instead_of_a_build()
    {
        using var bash = Checkout().WithFile("program/EcsPlatform.Stacks.dll", "").WithProgram("pulumi", "");

        bash.Run($".ci/use-program '{bash.Folder}/program'").ShouldBe((0, ""));

        var before = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "Pulumi.yaml"));
        bash.Read("Pulumi.yaml").ShouldBe(before.Replace(
            "runtime: dotnet\n", $"runtime: {{name: dotnet, options: {{binary: \"{bash.Folder}/program/EcsPlatform.Stacks.dll\"}}}}\n", StringComparison.Ordinal));
        bash.Calls.ShouldContain(call => call.StartsWith("pulumi plugin install resource aws v7.", StringComparison.Ordinal));
    }

    [ProgramsTheory("bash", "perl")]
    [InlineData("runtime: dotnet   # as everywhere")]
    [InlineData("runtime:  \"dotnet\"")]
    [InlineData("runtime: 'dotnet'\r")]
    public void The_line_may_be_written_as_yaml_has_it(string line)
    {
        using var bash = Checkout().WithFile("program/EcsPlatform.Stacks.dll", "").WithFile("Pulumi.yaml", $"name: x\n{line}\nmain: stacks\n").WithProgram("pulumi", "");

        bash.Run($".ci/use-program '{bash.Folder}/program'").ShouldBe((0, ""));

        bash.Read("Pulumi.yaml").ShouldBe($"name: x\nruntime: {{name: dotnet, options: {{binary: \"{bash.Folder}/program/EcsPlatform.Stacks.dll\"}}}}\nmain: stacks\n");
    }

    [ProgramsTheory("bash", "perl")]
    [InlineData("<PackageVersion\n  Include=\"Pulumi.Aws\"\n  Version=\"7.48.0\" />\n<PackageVersion Include=\"Pulumi\" Version=\"3.0.0\" />", "pulumi plugin install resource aws v7.48.0")]
    [InlineData("<PackageVersion Include=\"Pulumi\" Version=\"3.0.0\" />", null)]
    public void Plugins_are_those_of_the_packages(string packages, string? call)
    {
        using var bash = Checkout().WithFile("program/EcsPlatform.Stacks.dll", "").WithFile("src/build/Packages.props", packages).WithProgram("pulumi", "");

        var (code, output) = bash.Run($".ci/use-program '{bash.Folder}/program'");

        code.ShouldBe(call is null ? 1 : 0);
        output.ShouldBe(call is null ? "src/build/Packages.props: found no package Pulumi.… to install a plugin for\n" : "");
        bash.Calls.ShouldBe(call is null ? [] : [call]);
    }

    [ProgramsFact("bash", "perl")]
    public void Where_there_is_no_program_nothing_is_changed()
    {
        using var bash = Checkout().WithFile("program/other.dll", "").WithProgram("pulumi", "");

        var (code, output) = bash.Run($".ci/use-program '{bash.Folder}/program'");

        code.ShouldBe(1);
        output.ShouldContain("no such file; publish src/EcsPlatform.Cli there");
        bash.Read("Pulumi.yaml").ShouldBe(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "Pulumi.yaml")));
        bash.Calls.ShouldBeEmpty();
    }

    private static Bash Checkout()
    {
        var bash = new Bash();
        foreach (var file in new[] { ".ci/use-program", "Pulumi.yaml", "src/build/Packages.props" })
        {
            bash.WithScript(file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, file)));
        }

        return bash;
    }
}
