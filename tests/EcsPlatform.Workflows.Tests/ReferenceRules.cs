using System.Text.RegularExpressions;
using EcsPlatform.Tests;

namespace EcsPlatform.Workflows.Tests;

/// <summary>What expressions refer to: GitHub takes a misspelt name for an empty text.</summary>
internal static partial class ReferenceRules
{
    private static readonly string[] Variables = ["AWS_ROLE_ARN", "AWS_REGION", "PULUMI_BACKEND_URL"];

    // Those of https://docs.github.com/en/actions/reference/workflows-and-actions/contexts that the workflows use.
    private static readonly string[] GitHub =
    [
        "github.event.pull_request.head.repo.full_name", "github.event.pull_request.number", "github.event.repository.default_branch", "github.event.schedule",
        "github.event.workflow_run.conclusion", "github.event.workflow_run.event", "github.event.workflow_run.head_branch",
        "github.event.workflow_run.head_repository.full_name", "github.event.workflow_run.head_repository.owner.login", "github.event.workflow_run.head_sha",
        "github.event.workflow_run.html_url", "github.event.workflow_run.id", "github.event_name", "github.ref", "github.repository", "github.run_id",
        "github.server_url", "github.sha", "github.token",
    ];

    /// <summary>Every name in an expression is there: jobs, steps, outputs, inputs, variables.</summary>
    public static IEnumerable<string> References(Workflow workflow)
    {
        foreach (var job in workflow.Jobs)
        {
            foreach (var need in job.Needs.Where(need => workflow.Jobs.All(other => other.Id != need)))
            {
                yield return $"{job.Where} needs {need}, which is no job here";
            }

            foreach (var problem in job.Node.Scalars().SelectMany(scalar => Problems(job, scalar.Key, scalar.Value.Text())
                .Select(problem => $"{workflow.Name}:{scalar.Value.Start.Line}: {problem}")))
            {
                yield return problem;
            }

            foreach (var problem in Call(job))
            {
                yield return $"{job.Where}: {problem}";
            }
        }

        foreach (var (key, value) in workflow.Root.Children.Where(pair => pair.Key.Text() != "jobs").SelectMany(pair => pair.Value.Scalars(pair.Key.Text())))
        {
            foreach (var reference in Names(key, value.Text()).Where(name => !GitHub.Contains(name) && !workflow.Inputs.Contains(name.Replace("inputs.", "", StringComparison.Ordinal))))
            {
                yield return $"{workflow.Name}:{value.Start.Line}: {reference} is not known";
            }
        }
    }

    private static IEnumerable<string> Problems(Job job, string key, string text)
    {
        foreach (var name in Names(key, text))
        {
            var parts = name.Split('.');
            var known = parts switch
            {
                ["github", ..] => GitHub.Contains(name),
                ["vars", var variable] => Variables.Contains(variable) && job.Node.At("environment") is not null,
                ["inputs", var input] => job.Workflow.Inputs.Contains(input),
                ["matrix", var dimension] => job.Node.At("strategy").At("matrix").At(dimension) is not null,
                ["runner", "temp"] => true,
                // The rule of credentials says of them what there is to say.
                ["secrets", ..] => true,
                ["needs", var need, "outputs", var output] =>
                    job.Needs.Contains(need) && job.Workflow.Jobs.Any(other => other.Id == need && other.Node.At("outputs").At(output) is not null),
                ["steps", var id, "outputs", var output] => job.Steps.Any(step =>
                    step.Id == id && step.Script?.Contains($"\"{output}=", StringComparison.Ordinal) == true && step.Script.Contains(">> \"$GITHUB_OUTPUT\"", StringComparison.Ordinal)),
                _ => false,
            };
            if (!known)
            {
                yield return $"{name} is not known here";
            }
        }
    }

    // What a reusable workflow is given is what it asks for.
    private static IEnumerable<string> Call(Job job)
    {
        if (job.Node.At("uses")?.Text() is not { } uses || !File.Exists(Path.Combine(RepositoryFolder.Path, uses)))
        {
            return [];
        }

        var asked = new Workflow(uses, File.ReadAllText(Path.Combine(RepositoryFolder.Path, uses))).Inputs.Order(StringComparer.Ordinal);
        var given = job.Node.At("with").Keys().Order(StringComparer.Ordinal).ToArray();
        return asked.SequenceEqual(given) ? [] : [$"{uses} asks for [{string.Join(", ", asked)}] and is given [{string.Join(", ", given)}]"];
    }

    private static IEnumerable<string> Names(string key, string text)
    {
        var expressions = Expression().Matches(text).Select(match => match.Groups[1].Value);
        return (key == "if" ? expressions.Append(text) : expressions)
            .SelectMany(expression => Name().Matches(Quoted().Replace(expression, "")))
            .Select(match => match.Value);
    }

    [GeneratedRegex(@"\$\{\{(.*?)\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[A-Za-z_][\w-]*(\.[\w-]+)+")]
    private static partial Regex Name();
}
