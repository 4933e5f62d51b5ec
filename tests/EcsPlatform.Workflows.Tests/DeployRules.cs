using System.Text.Json.Nodes;
using EcsPlatform.Tests;

namespace EcsPlatform.Workflows.Tests;

/// <summary>What a deployment goes through.</summary>
internal static class DeployRules
{
    private static readonly string[] Steps = ["git rev-parse \"origin/$DEFAULT\"", ".ci/use-program ", "pulumi up ", " verify ", "promotion.json"];

    /// <summary>
    /// An update is of the newest commit and of a program that is built already, has the commit's message, is verified, and only then recorded
    /// as promotable; no step goes on after a failed one.
    /// </summary>
    public static IEnumerable<string> Order(Workflow workflow)
    {
        foreach (var job in workflow.Jobs.Where(job => job.Steps.Any(step => Runs(step, "pulumi up "))))
        {
            var lines = job.Steps.SelectMany(step => (step.Script ?? step.Node.At("with").At("path").Text()).Split('\n')).ToList();
            int[] at = [.. Steps.Select(part => lines.FindIndex(line => line.Contains(part, StringComparison.Ordinal)))];
            if (at.Contains(-1) || !at.SequenceEqual(at.Order()))
            {
                yield return $"{job.Where} does not go through, in this order: {string.Join(", ", Steps.Select(part => part.Trim()))}";
            }

            if (!lines.Exists(line => line.Contains("pulumi up ", StringComparison.Ordinal) && line.Contains("--message \"$message\"", StringComparison.Ordinal)))
            {
                yield return $"{job.Where} updates without the commit's message; say --message \"$message\"";
            }

            foreach (var step in job.Steps.Where(step => step.Node.At("if") is not null || step.Node.At("continue-on-error") is not null))
            {
                yield return $"{step.Where}: a step of a deployment runs always, and none goes on after a failed one";
            }

            if (job.Steps[^1].Action != "actions/upload-artifact")
            {
                yield return $"{job.Where} does not end with its promotion record";
            }
        }
    }

    /// <summary>Before an update there is a job that asks for the confirmation, without the source, and one that compares with the accepted plan.</summary>
    public static IEnumerable<string> Confirmation(Workflow workflow)
    {
        foreach (var job in workflow.Jobs.Where(job => job.Steps.Any(step => Runs(step, "pulumi up "))))
        {
            var before = Before(job).ToList();
            if (!before.Exists(other => other.Steps.Any(step => Runs(step, "\"$CONFIRM\" != live")) && other.Steps.All(step => step.Action is null)
                && !other.Needs.Any()))
            {
                yield return $"{job.Where} waits for no job that asks for the confirmation before everything else";
            }

            if (!before.Exists(other => other.Steps.Any(step => Runs(step, "--expect none"))))
            {
                yield return $"{job.Where} waits for no job that compares with the accepted plan";
            }
        }
    }

    /// <summary>Every stack that protects something can be deployed by hand, a name that is offered has a file, and each is approved in an environment of its own.</summary>
    public static IEnumerable<string> Stacks(Workflow workflow)
    {
        if (workflow.Root.At("on").At("workflow_dispatch").At("inputs").At("stack").At("options") is not { } options)
        {
            yield break;
        }

        var offered = options.Scalars().Select(scalar => scalar.Value.Text()).ToList();
        foreach (var stack in Committed.Where(Protects).Except(offered))
        {
            yield return $"{workflow.Name}:{options.Start.Line}: no option {stack}, whose accepted plan protects resources";
        }

        foreach (var stack in offered.Except(Committed))
        {
            yield return $"{workflow.Name}:{options.Start.Line}: option {stack}, of which there is no Pulumi.{stack}.yaml";
        }

        foreach (var job in workflow.Jobs.Where(job => job.Steps.Any(step => Runs(step, "pulumi up ")) && job.Node.At("environment").Text() != "${{ inputs.stack }}"))
        {
            yield return $"{job.Where} deploys without the stack's own environment";
        }
    }

    /// <summary>The repository's stacks.</summary>
    public static IEnumerable<string> Committed => Directory.EnumerateFiles(RepositoryFolder.Path, "Pulumi.*.yaml")
        .Select(file => Path.GetFileName(file)["Pulumi.".Length..^".yaml".Length]);

    private static bool Protects(string stack)
    {
        var file = Path.Combine(RepositoryFolder.Path, "stacks/plans", $"{stack}.json");
        return File.Exists(file)
            && JsonNode.Parse(File.ReadAllText(file))!["deployment"]!["resources"]!.AsArray().Any(resource => resource!["protect"]?.GetValue<bool>() == true);
    }

    private static bool Runs(Step step, string part) => step.Script?.Contains(part, StringComparison.Ordinal) == true;

    private static IEnumerable<Job> Before(Job job) =>
        job.Needs.Select(job.Workflow.Job).SelectMany(other => Before(other).Append(other));
}
