using System.Globalization;

namespace EcsPlatform.Workflows.Tests;

/// <summary>How jobs and their scripts run.</summary>
internal static class RunRules
{
    /// <summary>Every job ends by itself, in two hours at most.</summary>
    public static IEnumerable<string> Timeouts(Workflow workflow) =>
        from job in workflow.Jobs
        where job.Steps.Count > 0
            && !(int.TryParse(job.Node.At("timeout-minutes").Text(), CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 120)
        select $"{job.Where} has no timeout-minutes of 1 to 120";

    /// <summary>
    /// One job at a time changes a stack, and none is cancelled while it does or while it waits: without a queue a third job takes the place of
    /// the second, see https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency.
    /// </summary>
    public static IEnumerable<string> Concurrency(Workflow workflow)
    {
        foreach (var job in workflow.Jobs.Where(job => job.Steps.Any(Changes)))
        {
            var stack = job.Node.At("env").At("STACK").Text();
            if (stack.Length == 0 || job.Node.At("concurrency").At("group").Text() != $"stack-{stack}")
            {
                yield return $"{job.Where} changes a stack beside others; say concurrency: group: stack-{(stack.Length == 0 ? "…" : stack)}";
            }

            if (job.Node.At("concurrency").At("cancel-in-progress").Text() != "false" || workflow.Root.At("concurrency") is not null)
            {
                yield return $"{job.Where} may be cancelled while it changes a stack; say cancel-in-progress: false";
            }

            if (job.Node.At("concurrency").At("queue").Text() != "max")
            {
                yield return $"{job.Where} may be cancelled while it waits for its turn; say queue: max";
            }
        }
    }

    /// <summary>Scripts run in bash, which GitHub runs with <c>-eo pipefail</c> only where it is named.</summary>
    public static IEnumerable<string> Shell(Workflow workflow)
    {
        if (workflow.Root.At("defaults").At("run").At("shell").Text() != "bash")
        {
            yield return $"{workflow.Name}: a failing command in a pipe goes unseen; say defaults: run: shell: bash";
        }

        foreach (var (key, value) in workflow.Root.At("jobs").Scalars().Where(scalar => scalar.Key == "shell"))
        {
            yield return $"{workflow.Name}:{value.Start.Line}: {key} {value.Text()}; leave it out, the workflow says bash";
        }
    }

    /// <summary>Nothing is put into a script's text: whoever names a branch could write commands.</summary>
    public static IEnumerable<string> Interpolation(Workflow workflow) =>
        from scalar in workflow.Root.Scalars()
        where scalar.Key is "run" or "script" && scalar.Value.Text().Contains("${{", StringComparison.Ordinal)
        select $"{workflow.Name}:{scalar.Value.Start.Line}: an expression within a script; pass it through env";

    private static bool Changes(Step step) =>
        step.Script is { } script && (script.Contains("pulumi up ", StringComparison.Ordinal) || script.Contains("pulumi destroy ", StringComparison.Ordinal));
}
