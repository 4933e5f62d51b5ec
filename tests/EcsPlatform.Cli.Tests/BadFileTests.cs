namespace EcsPlatform.Cli.Tests;

public sealed class BadFileTests : IDisposable
{
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_stack_without_a_file_is_refused_with_those_that_have_one() => _project.Preview("stagin").ShouldBeRefused(
        "Stack 'stagin' has no file Pulumi.stagin.yaml. Stacks with a file: staging.");

    [Fact]
    public void A_stack_without_a_program_is_refused_with_those_that_have_one() =>
        _project.Write("Pulumi.live.yaml", "config: {}\n").Preview("live").ShouldBeRefused(
            "stack 'live': no program of this name. Allowed: staging. Name another stack, or add its program to stacks/StackPrograms.cs.");

    [Fact]
    public void A_folder_in_place_of_a_file_is_refused()
    {
        File.Delete(_project.At("Pulumi.staging.yaml"));
        Directory.CreateDirectory(_project.At("Pulumi.staging.yaml"));
        _project.Preview("staging").ShouldBeRefused("Pulumi.staging.yaml is a folder. Allowed: a file. Move the folder away.");
    }

    [Fact]
    public void An_empty_file_lacks_every_section()
    {
        var outcome = _project.Write("Pulumi.staging.yaml", "").Preview("staging");
        outcome.ShouldBeRefused([.. new[] { "account", "network", "dns", "cluster", "viewer", "images" }.Select(section =>
            $"Pulumi.staging.yaml: ecs-platform:{section}: missing. Allowed: an object. Add it with its fields.")]);
    }

    [Fact]
    public void Aliases_that_unfold_without_measure_are_refused()
    {
        var lists = Enumerable.Range(1, 9).Select(i => $"  x{i}: &x{i} [{string.Join(", ", Enumerable.Repeat($"*x{i - 1}", 10))}]\n");
        _project.Write("Pulumi.staging.yaml", $"config:\n  x0: &x0 text\n{string.Concat(lists)}").Preview("staging").ShouldBeRefused(
            "Pulumi.staging.yaml:2: the file unfolds into more than 10000 values. Write fewer aliases (*name).");
    }

    [Theory]
    [InlineData("library/ecs-platform/staging")]
    [InlineData("Pulumi.staging.yaml")]
    public void What_is_no_name_of_a_stack_is_refused(string stack) => _project.Preview(stack).ShouldBeRefused(
        $"'{stack}' is no name of a stack. Stacks with a file: staging. Give the name alone.");

    [Theory]
    [InlineData("config:\n  a: [1\n  b: 2\n", "Pulumi.staging.yaml:2: this is not valid YAML: ")]
    [InlineData("config:\n\ta: 1\n", "Pulumi.staging.yaml:2: a tab indents this line, and YAML knows only spaces there. Replace it.")]
    [InlineData("config:\n  a: 1\n  a: 2\n", "Pulumi.staging.yaml:3: this is not valid YAML: ")]
    [InlineData("confg:\n  a: 1\n", "Pulumi.staging.yaml:1: unknown key 'confg'. Allowed: backend, config, encryptedkey, encryptionsalt, environment, secretsprovider. Did you mean 'config'?\n")]
    [InlineData("config:\n  a: {{ nat }}\n",
        "Pulumi.staging.yaml:2: a list or a mapping stands where a key must be text. Quote it, or fill in the template it comes from.\n")]
    [InlineData("config:\n  b: 1\n  a: &loop\n    - *loop\n",
        "Pulumi.staging.yaml:3: the value marked '&loop' contains itself. Write it without the alias '*loop'.\n")]
    [InlineData("config:\n  a: &a {b: 1}\n  c:\n    <<: *a\n", "Pulumi.staging.yaml:4: mappings are not merged (<<) here. Write the fields out.\n")]
    [InlineData("config:\n  b: 1\n  a: *nowhere\n",
        "Pulumi.staging.yaml:3: this is not valid YAML: nothing is marked '&nowhere' for the alias '*nowhere'. Correct the file.\n")]
    [InlineData("config:\n  account: {}\n  ecs-platform:account: {}\n",
        "Pulumi.staging.yaml:3: 'ecs-platform:account' is the 'ecs-platform:account' of line 2 a second time. Keep one of the two.\n")]
    [InlineData("[1]: 2\n", "Pulumi.staging.yaml:1: a list or a mapping stands where a key must be text. Quote it, or fill in the template it comes from.\n")]
    public void YAML_that_is_not_right_is_refused_with_its_line(string text, string message)
    {
        var outcome = _project.Write("Pulumi.staging.yaml", text).Preview("staging");
        outcome.Errors.ShouldStartWith($"error: {message}");
        outcome.Errors.ShouldNotContain("   at ");
        outcome.Output.ShouldBeEmpty();
        outcome.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_folder_without_a_project_is_refused()
    {
        File.Delete(_project.At("Pulumi.yaml"));
        var outcome = _project.Preview("staging");
        outcome.Errors.ShouldStartWith("error: There is no Pulumi.yaml in ");
        outcome.ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("preview", "staging", "--format", "yaml")]
    [InlineData("preview", "staging", "--colour")]
    [InlineData("prview", "staging")]
    public void A_wrong_command_line_is_refused(params string[] arguments)
    {
        var outcome = TestProject.Run(Path.GetDirectoryName(_project.At("x"))!, arguments);
        outcome.ExitCode.ShouldBe(1);
        outcome.Errors.ShouldNotBeEmpty();
        outcome.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public void JSON_of_two_stacks_is_refused() => _project.Preview("staging", "live", "--format", "json").ShouldBeRefused(
        "--format json prints one plan, and 2 stacks were named. Name one stack.");

    [Fact]
    public void A_wrong_stack_does_not_keep_the_others_from_being_shown()
    {
        var outcome = _project.Preview("staging", "live");
        outcome.Output.ShouldContain("70 resources under 5 components");
        outcome.Errors.ShouldBe("error: Stack 'live' has no file Pulumi.live.yaml. Stacks with a file: staging.\n");
        outcome.ExitCode.ShouldBe(1);
    }
}
