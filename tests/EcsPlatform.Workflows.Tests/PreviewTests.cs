namespace EcsPlatform.Workflows.Tests;

public class PreviewTests
{
    private static readonly Job Preview = Workflow.All.Single(workflow => workflow.Name == "ci.yml").Job("preview");

    [ProgramsFact("bash", "jq")]
    public void Every_stack_that_has_a_file_is_previewed()
    {
        using var bash = new Bash().WithFile("Pulumi.yaml", "").WithFile("Pulumi.live.yaml", "").WithFile("Pulumi.test.yaml", "");

        bash.Run(Preview.Step("Find the stacks").Script!).ShouldBe((0, ""));

        bash.Read("GITHUB_OUTPUT").ShouldBe("stacks=[\"live\",\"test\"]\n");
    }

    [ProgramsFact("bash", "jq", "git")]
    public void A_stack_is_compared_with_the_plan_before_the_change()
    {
        using var bash = Changed("""echo "compared with $(cat "$5")" > "${@: -1}"; exit 2""");

        bash.Run(Script).Code.ShouldBe(0);

        bash.Read("preview.md").ShouldBe("## Preview of `new`\n\nA new stack: there is no accepted plan before it.\n\ncompared with before\n\n");
        bash.Read("GITHUB_STEP_SUMMARY").ShouldContain("compared with before");
        bash.Calls.ShouldBe([$"dotnet {bash.Folder}/program/ecs-platform.dll preview staging --against artifacts/before/staging.json --format markdown --out {bash.Folder}/section.md"]);
    }

    [ProgramsFact("bash", "jq", "git")]
    public void A_preview_that_is_wrong_makes_no_document()
    {
        using var bash = Changed("echo wrong >&2; exit 1");

        var (code, output) = bash.Run(Script);

        code.ShouldBe(1);
        output.ShouldContain("wrong");
    }

    [ProgramsFact("bash", "jq", "git")]
    public void What_is_too_long_for_a_comment_is_in_the_summary()
    {
        using var bash = Changed("""head --bytes 60000 /dev/zero | tr '\0' x > "${@: -1}" """);

        bash.Run(Script).Code.ShouldBe(0);

        bash.Read("preview.md").ShouldEndWith("## Preview of `staging`\n\nToo long for a comment: it is in the summary of the run.\n\n");
        bash.Read("GITHUB_STEP_SUMMARY").Length.ShouldBeGreaterThan(60_000);
    }

    private static string Script => Preview.Step("Preview every stack against what it merges into").Script!;

    // A commit that changes the plan of staging and adds a stack, and a stand-in for the program.
    private static Bash Changed(string program)
    {
        var bash = new Bash().With("STACKS", """["new","staging"]""").WithProgram("dotnet", program);
        bash.Run("""
            git init --quiet --initial-branch main
            git config user.name nobody
            git config user.email nobody@example.org
            mkdir -p stacks/plans
            echo before > stacks/plans/staging.json
            git add stacks
            git commit --quiet --message Before
            echo after > stacks/plans/staging.json
            echo after > stacks/plans/new.json
            git add stacks
            git commit --quiet --message After
            """).Code.ShouldBe(0);
        return bash;
    }
}
