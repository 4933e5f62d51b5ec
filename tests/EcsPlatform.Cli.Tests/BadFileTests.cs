using System.Runtime.Versioning;
using EcsPlatform.Stacks;

namespace EcsPlatform.Cli.Tests;

/// <summary>Files that are missing, unreadable or no YAML.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_stack_without_a_file_is_refused_with_those_that_have_one() => _project.Preview("stagin").ShouldBeRefused(
        "Stack 'stagin' has no file Pulumi.stagin.yaml. Stacks with a file: staging. Did you mean 'staging'?");

    [Fact]
    public void A_stack_without_a_program_is_refused_with_those_that_have_one() =>
        _project.Write("Pulumi.production.yaml", "config: {}\n").Preview("production").ShouldBeRefused(
            $"stack 'production': no program of this name. Allowed: {string.Join(", ", StackPrograms.Names)}, sandbox-…. Name another stack, or add its program to stacks/StackPrograms.cs.");

    [Fact]
    public void A_folder_in_place_of_a_file_is_refused()
    {
        File.Delete(_project.At(TestProject.StagingFile));
        Directory.CreateDirectory(_project.At(TestProject.StagingFile));
        _project.Preview("staging").ShouldBeRefused("Pulumi.staging.yaml is a folder. Allowed: a file. Move the folder away.");
    }

    [UnsupportedOSPlatform("windows")]
    [UnprivilegedFact]
    public void A_file_without_permission_is_refused()
    {
        File.SetUnixFileMode(_project.At(TestProject.StagingFile), UnixFileMode.None);
        _project.Preview("staging").ShouldBeRefusedWithOneThatBegins("Pulumi.staging.yaml cannot be read: ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("config:\n")]
    public void A_file_without_config_lacks_every_section_and_what_services_must_be_told(string text)
    {
        var outcome = _project.Write(TestProject.StagingFile, text).Preview("staging");
        var errors = outcome.Errors.TrimEnd('\n').Split('\n');
        errors.Take(5).ShouldBe(new[] { "account", "network", "dns", "cluster", "images" }.Select(section =>
            $"error: Pulumi.staging.yaml: ecs-platform:{section}: missing. Allowed: an object. Add it with its fields."));
        errors.ShouldContain("error: Pulumi.staging.yaml: ecs-platform:services.environment.DATABASE_HOST: missing. Allowed: text. Add it.");
        errors.Skip(5).ShouldAllBe(error => error.Contains(": missing. Allowed: ", StringComparison.Ordinal));
        outcome.Output.ShouldBeEmpty();
        outcome.ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("config:\n  a: [1\n  b: 2\n", ":2: this is not valid YAML: ")]
    [InlineData("config:\n  a: 1\n   b: 2\n", ":3: this is not valid YAML: ")]
    [InlineData("config:\n\ta: 1\n", ":2: a tab indents this line, and YAML knows only spaces there. Replace it.")]
    [InlineData("config:\n  a:\n    b: 1\n\t  c: 2\n", ":4: a tab indents this line, and YAML knows only spaces there. Replace it.")]
    [InlineData("config:\n  a: 1\n  a: 2\n", ":3: this is not valid YAML: Duplicate key a. Correct the file.")]
    [InlineData("config:\n  a:\n    b: 1\n    b: 2\n", ":4: this is not valid YAML: Duplicate key b. Correct the file.")]
    [InlineData("config: {}\nconfig: {}\n", ":2: this is not valid YAML: Duplicate key config. Correct the file.")]
    [InlineData("config:\n  a: {{ nat }}\n",
        ":2: a list or a mapping stands where a key must be text. Quote it, or fill in the template it comes from.")]
    [InlineData("[1]: 2\n", ":1: a list or a mapping stands where a key must be text. Quote it, or fill in the template it comes from.")]
    [InlineData("config:\n  b: 1\n  a: &loop\n    - *loop\n", ":3: the value marked '&loop' contains itself. Write it without the alias '*loop'.")]
    [InlineData("config:\n  a: &a {b: 1}\n  c:\n    <<: *a\n", ":4: mappings are not merged (<<) here. Write the fields out.")]
    [InlineData("config:\n  b: 1\n  a: *nowhere\n",
        ":3: this is not valid YAML: nothing is marked '&nowhere' for the alias '*nowhere'. Correct the file.")]
    [InlineData("config:\n  account: {}\n  ecs-platform:account: {}\n",
        ":3: 'ecs-platform:account' is the 'ecs-platform:account' of line 2 a second time. Keep one of the two.")]
    [InlineData("config:\n  - a\n", ":2: 'config' must be a mapping of keys to values.")]
    [InlineData("- config\n", ":1: the file must hold one mapping of keys to values.")]
    [InlineData("config: {}\n---\nconfig: {}\n", ":1: the file must hold one mapping of keys to values.")]
    public void YAML_that_is_not_right_is_refused_with_its_line(string text, string message) =>
        _project.Write(TestProject.StagingFile, text).Preview("staging").ShouldBeRefusedWithOneThatBegins($"Pulumi.staging.yaml{message}");

    [Fact]
    public void Aliases_that_unfold_without_measure_are_refused()
    {
        var lists = Enumerable.Range(1, 9).Select(i => $"  x{i}: &x{i} [{string.Join(", ", Enumerable.Repeat($"*x{i - 1}", 10))}]\n");
        _project.Write(TestProject.StagingFile, $"config:\n  x0: &x0 text\n{string.Concat(lists)}").Preview("staging").ShouldBeRefused(
            "Pulumi.staging.yaml:2: the file unfolds into more than 10000 values. Write fewer aliases (*name).");
    }

    [Theory]
    [InlineData("library/ecs-platform/staging")]
    [InlineData("Pulumi.staging.yaml")]
    public void What_is_no_name_of_a_stack_is_refused(string stack) => _project.Preview(stack).ShouldBeRefused(
        $"'{stack}' is no name of a stack. Stacks with a file: staging. Give the name alone.");

    [Fact]
    public void Unknown_keys_beside_the_config_are_refused_together()
    {
        const string Allowed = "Allowed: backend, config, encryptedkey, encryptionsalt, environment, secretsprovider.";
        _project.Replace("config:\n", "encryptionsalt: v1:abc\nsecretsprovder: awskms\nconfg: {}\nconfig:\n");
        _project.Preview("staging").ShouldBeRefused(
            $"Pulumi.staging.yaml:3: unknown key 'secretsprovder'. {Allowed} Did you mean 'secretsprovider'?",
            $"Pulumi.staging.yaml:4: unknown key 'confg'. {Allowed} Did you mean 'config'?");
    }

    [Fact]
    public void A_folder_without_a_project_is_refused()
    {
        File.Delete(_project.At("Pulumi.yaml"));
        _project.Preview("staging").ShouldBeRefused(
            $"There is no Pulumi.yaml in {_project.Folder} or above. Run the command in the project's folder.");
    }

    [Theory]
    [InlineData("", ": there is no name. Give the project's name, for example: name: ecs-platform")]
    [InlineData("runtime: dotnet\n", ": there is no name. Give the project's name, for example: name: ecs-platform")]
    [InlineData("name: a\nname: b\n", ":2: this is not valid YAML: Duplicate key name. Correct the file.")]
    public void A_project_without_a_name_is_refused(string text, string message) =>
        _project.Write("Pulumi.yaml", text).Preview("staging").ShouldBeRefused($"Pulumi.yaml{message}");
}
