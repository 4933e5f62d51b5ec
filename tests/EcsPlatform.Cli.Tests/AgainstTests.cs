using System.Text.Json;
using EcsPlatform.Plans.Files;

namespace EcsPlatform.Cli.Tests;

/// <summary>Files that a preview cannot be compared with, and outputs that cannot be written.</summary>
public sealed class AgainstTests : IDisposable
{
    private const string Other = "other.json";
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("", "other.json: ")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": [", "other.json")]
    [InlineData("version: 3\n", "other.json")]
    [InlineData("[]", "other.json")]
    [InlineData("{\"version\": 4, \"deployment\": {\"resources\": []}}", "other.json")]
    public void A_file_that_holds_no_plan_is_refused(string text, string beginning) =>
        _project.Write(Other, text).Preview("staging", "--against", Other).ShouldBeRefusedWithOneThatBegins(beginning);

    [Fact]
    public void A_file_that_is_missing_is_refused() => _project.Preview("staging", "--against", Other).ShouldBeRefusedWithOneThatBegins("other.json");

    [Fact]
    public void A_plan_of_another_project_or_stack_is_refused()
    {
        var plan = PlanFile.Write(PlanOf());
        foreach (var (old, with, name) in new[] { ("::ecs-platform::", "::library::", "library/staging"), ("pulumi:staging::", "pulumi:live::", "ecs-platform/live") })
        {
            _project.Write(Other, plan.Replace(old, with, StringComparison.Ordinal)).Preview("staging", "--against", Other).ShouldBeRefused(
                $"other.json: holds the stack {name}, and ecs-platform/staging is previewed; compare with a plan or an export of the same stack");
        }
    }

    [Fact]
    public void A_plan_that_was_printed_can_be_compared_with()
    {
        _project.Write(Other, PlanFile.Write(PlanOf()));
        _project.Preview("staging", "--against", Other, "--expect", "none").ShouldSucceed();
    }

    [Fact]
    public void Differences_are_shown_for_pull_requests_and_as_data()
    {
        _project.Write(Other, PlanFile.Write(PlanOf())).Replace("instanceType: t3.medium", "instanceType: t3.large");
        var markdown = _project.Preview("staging", "--against", Other, "--format", "markdown").ShouldSucceed().Output;
        markdown.ShouldMatch("^<!-- ecs-platform:preview:staging -->\n## Preview of `staging`\n\n\\*\\*2 to update, [0-9]+ unchanged\\.\\*\\*\n");
        markdown.ShouldContain("- instanceType: t3.medium\n+ instanceType: t3.large\n");
        using var differences = JsonDocument.Parse(_project.Preview("staging", "--against", Other, "--diff", "json").ShouldSucceed().Output);
        differences.RootElement.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("type").GetString())
            .ShouldBe(["aws:autoscaling/group:Group", "aws:ec2/launchTemplate:LaunchTemplate"]);
    }

    [Fact]
    public void Output_goes_to_a_file_when_asked()
    {
        _project.Preview("staging", "--format", "json", "--out", "plan.json").ShouldSucceed().Output.ShouldBeEmpty();
        File.ReadAllText(_project.At("plan.json")).ShouldBe(PlanFile.Write(PlanOf()));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_refused_and_nothing_is_left()
    {
        _project.Preview("staging", "--out", "nowhere/plan.txt").ShouldBeRefused("nowhere/plan.txt: its folder does not exist; make the folder, or give another file");
        Directory.CreateDirectory(_project.At("folder"));
        _project.Preview("staging", "--out", "folder").ShouldBeRefused("folder: is a folder; give a file in it");
        Directory.EnumerateFileSystemEntries(_project.At("folder")).ShouldBeEmpty();
    }

    [Fact]
    public void A_preview_that_fails_writes_no_file()
    {
        _project.Write("plan.txt", "as before").Replace("minSize: 1", "minSize: 9");
        _project.Preview("staging", "--out", "plan.txt").ExitCode.ShouldBe(1);
        File.ReadAllText(_project.At("plan.txt")).ShouldBe("as before");
    }

    [Theory]
    [InlineData("--format json and --diff json are two outputs. Leave one of them out.", "staging", "--format", "json", "--diff", "json")]
    [InlineData("--diff json prints the differences of one stack, and 2 stacks were named. Name one stack.", "staging", "live", "--diff", "json")]
    public void Options_that_do_not_go_together_are_refused(string reason, params string[] arguments) => _project.Preview(arguments).ShouldBeRefused(reason);

    private Plans.Plan PlanOf() => PlanFile.Read(_project.Preview("staging", "--format", "json").ShouldSucceed().Output);
}
