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
    public void Live_is_deployed_only_by_who_says_so(string stack, string confirm, string reference, string? message)
    {
        using var bash = new Bash().With("STACK", stack).With("CONFIRM", confirm).With("REF", reference).With("DEFAULT", "refs/heads/main");

        var (code, output) = bash.Run(Deploy.Job("confirm").Step("Stop where nobody meant it").Script!);

        code.ShouldBe(message is null ? 0 : 1);
        output.ShouldContain(message ?? "");
    }

    [ProgramsFact("bash", "jq", "git")]
    public void The_update_has_the_message_of_the_last_commit_that_is_no_merge()
    {
        using var bash = Committed().WithProgram("pulumi", "").WithScript(".ci/use-program", "#!/usr/bin/env bash\n");

        bash.Run(Deploy.Job("deploy").Step("Update").Script!).Code.ShouldBe(0);

        bash.Calls.ShouldBe(["pulumi up --stack staging --yes --non-interactive --color never --message Pin viewer - build 90 $(touch pwned) `x`"]);
        File.Exists(Path.Combine(bash.Folder, "pwned")).ShouldBeFalse();
    }

    [ProgramsFact("bash", "jq", "git")]
    public void What_stops_each_evening_is_started_again()
    {
        using var bash = Committed().WithProgram("pulumi", "").WithScript(".ci/use-program", "#!/usr/bin/env bash\n");
        File.WriteAllText(Path.Combine(bash.Folder, "Pulumi.staging.yaml"), "config:\n  ecs-platform:stop:\n    at: \"20:00\"\n");

        bash.Run(Deploy.Job("deploy").Step("Update").Script!).Code.ShouldBe(0);

        bash.Calls.ShouldHaveSingleItem().ShouldStartWith("pulumi up --stack staging --yes --non-interactive --color never --refresh --message Pin viewer");
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
