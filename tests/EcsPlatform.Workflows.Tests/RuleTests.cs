namespace EcsPlatform.Workflows.Tests;

public class RuleTests
{
    [Fact]
    public void The_workflows_are_these() =>
        Workflow.All.Select(workflow => workflow.Name).ShouldBe(["ci.yml", "comment.yml", "deploy.yml", "nightly.yml", "pulumi-preview.yml"]);

    [Fact]
    public void Every_workflow_keeps_every_rule() => Workflow.All.SelectMany(Broken).ShouldBeEmpty();

    /// <summary>Each change breaks one rule and no other, so every rule is one that can fail.</summary>
    [Theory]
    [InlineData("pins", "ci.yml", "@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2", "@v6", "is not pinned")]
    [InlineData("pins", "ci.yml", "@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2", "@de0fac2e4500dabe0009e67214ff5f5447ce83dd", "is not pinned")]
    [InlineData("pins", "deploy.yml", "@8e5e406f4007fca908480587cb9893c07090f58d # v7.0.0", "@0000000000000000000000000000000000000000 # v7.0.1", "has another version elsewhere")]
    [InlineData("pins", "nightly.yml", "uses: pulumi/actions@", "uses: somebody/actions@", "none of the known actions")]
    [InlineData("checkout", "nightly.yml", "persist-credentials: false", "fetch-depth: 1", "leaves its token")]
    [InlineData("permissions", "ci.yml", "permissions: {}", "permissions: read-all", "is not nothing")]
    [InlineData("permissions", "ci.yml", "      contents: read\n    outputs", "      contents: write\n    outputs", "job preview may [contents: write]; its steps need [contents: read]")]
    [InlineData("permissions", "comment.yml", "      pull-requests: write", "      pull-requests: write\n      issues: write", "may [actions: read, issues: write, pull-requests: write]")]
    [InlineData("permissions", "nightly.yml", "    permissions: {}\n    outputs", "    outputs", "job due may [nothing declared]")]
    [InlineData("credentials", "ci.yml", "      - name: Format, build, test", "      - name: ${{ secrets.TOKEN }}", "a secret")]
    [InlineData("credentials", "ci.yml", "github.event_name == 'push' || github.event.pull_request.head.repo.full_name == github.repository", "github.event_name == 'push' || true", "would run for forks")]
    [InlineData("triggers", "ci.yml", "  pull_request:\n", "  pull_request:\n  pull_request_target:\n", "pull_request_target")]
    [InlineData("triggers", "comment.yml", "      - name: Write the comment", "      - uses: actions/setup-dotnet@baa11fbfe1d6520db94683bd5c7a3818018e4309 # v5.1.0\n      - name: Write the comment", "could run what a fork wrote")]
    [InlineData("timeouts", "comment.yml", "    timeout-minutes: 10\n", "", "job comment has no timeout-minutes")]
    [InlineData("timeouts", "deploy.yml", "timeout-minutes: 120", "timeout-minutes: 360", "job deploy has no timeout-minutes")]
    [InlineData("concurrency", "nightly.yml", "group: stack-test", "group: nightly", "changes a stack beside others")]
    [InlineData("concurrency", "deploy.yml", "cancel-in-progress: false", "cancel-in-progress: true", "may be cancelled")]
    [InlineData("concurrency", "nightly.yml", "      queue: max\n", "", "may be cancelled while it waits")]
    [InlineData("shell", "deploy.yml", "    shell: bash", "    shell: sh", "goes unseen")]
    [InlineData("shell", "ci.yml", "        run: .ci/run", "        run: .ci/run\n        shell: sh", "leave it out")]
    [InlineData("interpolation", "deploy.yml", "exactly: live\"", "exactly: ${{ inputs.stack }}\"", "pass it through env")]
    [InlineData("commands", "deploy.yml", "verify \"$STACK\"", "verify \"$STACK\" --strict", "'--strict'")]
    [InlineData("commands", "ci.yml", "--format markdown", "--format html", "'html'")]
    [InlineData("commands", "ci.yml", "run: .ci/run", "run: .ci/runs", "no .ci/runs")]
    [InlineData("references", "ci.yml", "needs: preview", "needs: build", "needs build, which is no job here")]
    [InlineData("references", "ci.yml", "fromJSON(needs.preview.outputs.stacks)", "fromJSON(needs.preview.outputs.stack)", "needs.preview.outputs.stack is not known here")]
    [InlineData("references", "nightly.yml", "${{ steps.due.outputs.due }}", "${{ steps.due.outputs.time }}", "steps.due.outputs.time is not known here")]
    [InlineData("references", "nightly.yml", "${{ github.event.schedule }}", "${{ github.event.cron }}", "github.event.cron is not known here")]
    [InlineData("references", "nightly.yml", "${{ vars.AWS_REGION }}", "${{ vars.REGION }}", "vars.REGION is not known here")]
    [InlineData("references", "deploy.yml", "CONFIRM: ${{ inputs.confirm }}", "CONFIRM: ${{ inputs.confirmed }}", "inputs.confirmed is not known here")]
    [InlineData("references", "deploy.yml", "run-name: Deploy ${{ inputs.stack }}", "run-name: Deploy ${{ inputs.name }}", "inputs.name is not known")]
    [InlineData("references", "ci.yml", "    with:\n      stack: ${{ matrix.stack }}", "    with:\n      name: ${{ matrix.stack }}", "asks for [commit, stack] and is given [commit, name]")]
    [InlineData("order", "deploy.yml", " --message \"$message\"", "", "without the commit's message")]
    [InlineData("order", "deploy.yml", "git rev-parse \"origin/$DEFAULT\"", "git rev-parse HEAD", "does not go through")]
    [InlineData("order", "deploy.yml", "          .ci/use-program \"$RUNNER_TEMP/program\"\n", "", "does not go through")]
    [InlineData("order", "deploy.yml", "      - name: Write the promotion record\n", "      - name: Write the promotion record\n        if: always()\n", "none goes on after a failed one")]
    [InlineData("confirmation", "deploy.yml", "[ \"$CONFIRM\" != live ]", "[ -z \"$CONFIRM\" ]", "asks for the confirmation")]
    [InlineData("confirmation", "deploy.yml", " --expect none", "", "compares with the accepted plan")]
    [InlineData("stacks", "deploy.yml", "          - staging\n", "", "no option staging, whose accepted plan protects resources")]
    [InlineData("stacks", "deploy.yml", "          - live\n", "          - live\n          - former\n", "option former, of which there is no Pulumi.former.yaml")]
    [InlineData("stacks", "deploy.yml", "    environment: ${{ inputs.stack }}", "    environment: deployments", "without the stack's own environment")]
    public void A_change_breaks_its_rule_alone(string rule, string file, string found, string changed, string message)
    {
        var workflow = Workflow.All.Single(workflow => workflow.Name == file);
        workflow.Text.ShouldContain(found);

        var broken = Broken(workflow with { Text = workflow.Text.Replace(found, changed, StringComparison.Ordinal) }).ToList();

        broken.Select(problem => problem.Split(": ")[0]).Distinct().ShouldBe([rule]);
        broken.ShouldContain(problem => problem.Contains(message));
    }

    private static IEnumerable<string> Broken(Workflow workflow) =>
        Rules.All.SelectMany(rule => rule.Value(workflow).Select(problem => $"{rule.Key}: {problem}"));
}
