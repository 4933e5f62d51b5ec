using System.Text.Json.Nodes;

namespace EcsPlatform.Workflows.Tests;

public class CommentTests
{
    private const string Sha = "0123456789012345678901234567890123456789";
    private const string Marker = "<!-- ecs-platform:preview -->";
    private const string Pull = """[{"number": 6, "head": {"sha": "other"}}, {"number": 7, "head": {"sha": "0123456789012345678901234567890123456789"}}]""";

    private static readonly string Script =
        Workflow.All.Single(workflow => workflow.Name == "comment.yml").Job("comment").Step("Write the comment").Script!;

    [ProgramsFact("bash", "jq")]
    public void The_first_run_comments()
    {
        using var bash = GitHub(Pull, "[]").WithFile("preview/preview.md", "**Nothing changes**\n");

        bash.Run(Script).ShouldBe((0, ""));

        bash.Calls[0].ShouldBe("gh api --method GET repos/o/r/pulls --raw-field state=open --raw-field head=fork:a b; $(touch pwned)");
        bash.Calls[^1].ShouldBe($"gh api --silent --method POST repos/o/r/issues/7/comments --input {bash.Folder}/body.json");
        Body(bash).ShouldBe($"{Marker}\n**Nothing changes**\n\n\nMade without credentials by [this run](https://example.org/1) of {Sha}.\n");
        File.Exists(Path.Combine(bash.Folder, "pwned")).ShouldBeFalse();
    }

    [ProgramsFact("bash", "jq")]
    public void Later_runs_edit_it()
    {
        using var bash = GitHub(Pull, $$"""
            [{"id": 1, "user": {"login": "somebody"}, "body": "{{Marker}} mine"},
             {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "quotes {{Marker}}"},
             {"id": 3, "user": {"login": "github-actions[bot]"}, "body": "{{Marker}}\nbefore"}]
            """).WithFile("preview/preview.md", "after");

        bash.Run(Script).ShouldBe((0, ""));

        bash.Calls[^1].ShouldBe($"gh api --silent --method PATCH repos/o/r/issues/comments/3 --input {bash.Folder}/body.json");
        bash.Calls.ShouldNotContain(call => call.Contains("POST"));
    }

    [ProgramsFact("bash", "jq")]
    public void A_pull_request_that_moved_on_gets_none()
    {
        using var bash = GitHub("""[{"number": 7, "head": {"sha": "newer"}}]""", "[]").WithFile("preview/preview.md", "old");

        bash.Run(Script).Code.ShouldBe(0);

        bash.Calls.Count.ShouldBe(1);
    }

    [ProgramsFact("bash", "jq")]
    public void A_run_without_a_preview_says_so()
    {
        using var bash = GitHub(Pull, "[]");

        bash.Run(Script).ShouldBe((0, ""));

        Body(bash).ShouldStartWith($"{Marker}\nThe run made no preview.\n");
    }

    [ProgramsFact("bash", "jq")]
    public void A_comment_holds_what_github_takes()
    {
        using var bash = GitHub(Pull, "[]").WithFile("preview/preview.md", string.Concat(Enumerable.Repeat("ä\"\n", 200_000)));

        bash.Run(Script).ShouldBe((0, ""));

        Body(bash).Length.ShouldBeInRange(64_000, 65_536);
    }

    [ProgramsFact("bash", "jq")]
    public void A_link_to_a_file_of_the_runner_is_not_followed()
    {
        using var bash = GitHub(Pull, "[]").WithFile("token", "secret").WithFile("preview/other", "");
        File.CreateSymbolicLink(Path.Combine(bash.Folder, "preview/preview.md"), Path.Combine(bash.Folder, "token"));

        bash.Run(Script).ShouldBe((0, ""));

        Body(bash).ShouldNotContain("secret");
    }

    private static string Body(Bash bash) => JsonNode.Parse(bash.Read("body.json"))!["body"]!.ToString();

    private static Bash GitHub(string pulls, string comments) => new Bash()
        .With("REPOSITORY", "o/r").With("HEAD_OWNER", "fork").With("HEAD_BRANCH", "a b; $(touch pwned)").With("HEAD_SHA", Sha).With("RUN_URL", "https://example.org/1")
        .WithFile("pulls.json", pulls).WithFile("comments.json", comments)
        .WithProgram("gh", """
            case "$*" in
              *repos/o/r/pulls*) cat "$RUNNER_TEMP/pulls.json" ;;
              *comments?per_page=100) cat "$RUNNER_TEMP/comments.json" ;;
            esac
            """);
}
