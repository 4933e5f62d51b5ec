using System.Globalization;
using System.Text.Json.Nodes;
using EcsPlatform.Tests;

namespace EcsPlatform.Workflows.Tests;

public class DeployTests
{
    private static readonly Workflow Deploy = Workflow.All.Single(workflow => workflow.Name == "deploy.yml");

    [ProgramsTheory("bash")]
    [InlineData("live", "live", "refs/heads/main", null)]
    [InlineData("staging", "", "refs/heads/main", null)]
    [InlineData("live", "", "refs/heads/main", "must say exactly: live")]
    [InlineData("live", "Live", "refs/heads/main", "must say exactly: live")]
    [InlineData("live", "live ", "refs/heads/main", "must say exactly: live")]
    [InlineData("live", "yes", "refs/heads/main", "must say exactly: live")]
    [InlineData("staging", "", "refs/heads/feature", "start from refs/heads/main, this one from refs/heads/feature")]
    [InlineData("staging", "", "refs/heads/main", null, "0123456789abcdef0123456789abcdef01234567")]
    [InlineData("staging", "", "refs/heads/main", "takes all 40 digits of a commit (git rev-parse), or nothing; not '0123456'", "0123456")]
    [InlineData("staging", "", "refs/heads/main", "takes all 40 digits", "main")]
    public void Live_is_deployed_only_by_who_says_so(string stack, string confirm, string reference, string? message, string older = "")
    {
        using var bash = new Bash().With("STACK", stack).With("CONFIRM", confirm).With("REF", reference).With("DEFAULT", "refs/heads/main").With("OLDER", older);

        var (code, output) = bash.Run(Deploy.Job("confirm").Step("Stop where nobody meant it").Script!);

        code.ShouldBe(message is null ? 0 : 1);
        output.ShouldContain(message ?? "");
    }

    [ProgramsTheory("bash", "git")]
    [InlineData("main", "", null)]
    [InlineData("main~1", "", "This run deploys")]
    [InlineData("main~1", "an older one", null)]
    public void An_older_commit_is_deployed_only_for_who_asks_for_it(string commit, string older, string? message)
    {
        using var bash = Committed().With("DEFAULT", "main").With("OLDER", older);
        bash.Run($"git update-ref refs/remotes/origin/main main; git checkout --quiet --detach {commit}").Code.ShouldBe(0);
        var (here, newest) = (bash.Run("git rev-parse HEAD").Output.Trim(), bash.Run("git rev-parse main").Output.Trim());

        var (code, output) = bash.Run(Deploy.Job("deploy").Step("Look for newer commits").Script!);

        code.ShouldBe(message is null ? 0 : 1);
        output.ShouldBe(message is null ? "" :
            $"::error title=No longer the newest commit::This run deploys {here}, and main is at {newest} by now: a newer deployment could be undone. "
            + $"Start Deploy again. To go back to this very commit, start it with older-commit: {here}\n");
    }

    [ProgramsTheory("bash", "git")]
    [InlineData("main~1", true)]
    [InlineData("pin", true)]
    [InlineData("elsewhere", false)]
    public void What_is_not_on_the_default_branch_is_not_even_built(string commit, bool allowed)
    {
        using var bash = Committed().With("DEFAULT", "main");
        bash.Run($"""
            git update-ref refs/remotes/origin/main main
            git checkout --quiet -b elsewhere
            git commit --quiet --allow-empty --message Elsewhere
            git checkout --quiet --detach {commit}
            """).Code.ShouldBe(0);

        var (code, output) = bash.Run(Deploy.Job("build").Step("Look for the commit on the default branch").Script!);

        code.ShouldBe(allowed ? 0 : 1);
        output.Contains("::error title=Not on the default branch::main has no commit", StringComparison.Ordinal).ShouldBe(!allowed);
    }

    /// <summary>What was built, previewed and approved is what is deployed.</summary>
    [Fact]
    public void Every_job_is_about_the_same_commit()
    {
        const string Commit = "${{ inputs.older-commit || github.sha }}";
        Deploy.Jobs.SelectMany(job => job.Steps).Where(step => step.Action == "actions/checkout").Select(step => step.Node.At("with").At("ref").Text())
            .ShouldBe([Commit, Commit]);
        Deploy.Job("preview").Node.At("with").At("commit").Text().ShouldBe(Commit);
        Workflow.All.Single(workflow => workflow.Name == "pulumi-preview.yml").Root.Scalars().Single(scalar => scalar.Key == "ref").Value.Text().ShouldBe("${{ inputs.commit }}");
    }

    /// <summary>A deployment may wait for its approval for 30 days.</summary>
    [Fact]
    public void The_program_is_kept_for_longer_than_an_approval_may_take() => int.Parse(
        Deploy.Job("build").Steps.Single(step => step.Action == "actions/upload-artifact").Node.At("with").At("retention-days").Text(),
        CultureInfo.InvariantCulture).ShouldBeGreaterThan(30);

    [ProgramsFact("bash", "jq", "git")]
    public void The_update_has_the_message_of_the_last_commit_that_is_no_merge()
    {
        using var bash = Configured("{}");

        bash.Run(Deploy.Job("deploy").Step("Update").Script!).Code.ShouldBe(0);

        bash.Calls.ShouldBe(["pulumi config --stack staging --json", "pulumi up --stack staging --yes --non-interactive --color never --message Pin viewer - build 90 $(touch pwned) `x`"]);
        File.Exists(Path.Combine(bash.Folder, "pwned")).ShouldBeFalse();
    }

    [ProgramsFact("bash", "jq", "git")]
    public void What_stops_each_evening_is_started_again()
    {
        using var bash = Configured("""{"ecs-platform:stop": {"value": "{}", "objectValue": {"at": "20:00"}, "secret": false}}""");

        bash.Run(Deploy.Job("deploy").Step("Update").Script!).Code.ShouldBe(0);

        bash.Calls[^1].ShouldStartWith("pulumi up --stack staging --yes --non-interactive --color never --refresh --message Pin viewer");
    }

    [ProgramsFact("bash", "jq", "git")]
    public void The_record_says_what_can_be_promoted()
    {
        using var bash = Committed().With("RUN_URL", "https://example.org/runs/1").WithProgram("pulumi", """
            echo '{"ecs-platform:images": {"value": "{}", "objectValue": {"viewer": "library/viewer@sha256:0a"}, "secret": false}, "ecs-platform:dns": {"objectValue": {}}}'
            """);

        bash.Run(Deploy.Job("deploy").Step("Write the promotion record").Script!).Code.ShouldBe(0);

        var record = JsonNode.Parse(bash.Read("promotion.json"))!.AsObject();
        record.Select(field => field.Key).ShouldBe(["stack", "commit", "message", "date", "run", "images", "jars"]);
        record["stack"]!.ToString().ShouldBe("staging");
        record["commit"]!.ToString().Length.ShouldBe(40);
        record["message"]!.ToString().ShouldBe("Pin viewer - build 90 $(touch pwned) `x`");
        record["images"]!.ToJsonString().ShouldBe("""{"viewer":"library/viewer@sha256:0a"}""");
        record["jars"]!.ToJsonString().ShouldBe("{}");
        bash.Calls.ShouldBe(["pulumi config --stack staging --json"]);
        bash.Read("GITHUB_STEP_SUMMARY").ShouldContain("## Promotable from `staging`");
    }

    [ProgramsTheory("bash", "jq", "git")]
    [InlineData("error: the stack is currently locked by 1 lock(s). Either wait", true)]
    [InlineData("error: update failed", false)]
    public void A_failed_update_fails_the_step_and_a_lock_says_where_to_read(string error, bool locked)
    {
        using var bash = Committed().WithScript(".ci/use-program", "#!/usr/bin/env bash\n")
            .WithProgram("pulumi", $$"""if [ "$1" = config ]; then echo '{}'; else echo '{{error}}' >&2; exit 255; fi""");

        var (code, output) = bash.Run(Deploy.Job("deploy").Step("Update").Script!);

        code.ShouldBe(255);
        output.ShouldBe($"{error}\n" + (locked ? Locked("staging") : ""));
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs/runbooks/troubleshooting.md")).ShouldContain("\n## A locked stack\n");
    }

    /// <summary>Better no update than one that leaves services without tasks.</summary>
    [ProgramsFact("bash", "jq", "git")]
    public void Where_the_config_cannot_be_read_nothing_is_updated()
    {
        using var bash = Committed().WithProgram("pulumi", "exit 255").WithScript(".ci/use-program", "#!/usr/bin/env bash\n");

        bash.Run(Deploy.Job("deploy").Step("Update").Script!).Code.ShouldNotBe(0);

        bash.Calls.ShouldBe(["pulumi config --stack staging --json"]);
    }

    // A stack with a config, as `pulumi config --json` tells it: with whole keys, however the file writes them.
    private static Bash Configured(string config) => Committed().WithScript(".ci/use-program", "#!/usr/bin/env bash\n")
        .WithProgram("pulumi", $$"""if [ "$1" = config ]; then echo '{{config}}'; fi""");

    /// <summary>What a workflow says of a stack that is locked.</summary>
    internal static string Locked(string stack) => $"::error title=Locked::Another update of {stack} goes on, or one that was cut off left its lock: "
        + "docs/runbooks/troubleshooting.md, A locked stack.\n";

    // A repository whose last commit merges another that has a message with everything that shells and lists of words stumble over.
    private static Bash Committed()
    {
        var bash = new Bash().With("STACK", "staging");
        bash.Run("""
            git init --quiet --initial-branch main
            git config user.name nobody
            git config user.email nobody@example.org
            git commit --quiet --allow-empty --message First
            git checkout --quiet -b pin
            git commit --quiet --allow-empty --message 'Pin viewer - build 90 $(touch pwned) `x`'
            git checkout --quiet main
            git merge --quiet --no-ff --message 'Merge pull request' pin
            """).Code.ShouldBe(0);
        return bash;
    }
}
