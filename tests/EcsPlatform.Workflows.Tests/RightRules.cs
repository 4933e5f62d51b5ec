using EcsPlatform.Tests;
using YamlDotNet.RepresentationModel;

namespace EcsPlatform.Workflows.Tests;

/// <summary>What jobs may do, and where credentials are.</summary>
internal static class RightRules
{
    private const string SameRepository = "github.event.pull_request.head.repo.full_name == github.repository";

    /// <summary>A workflow has no right, a job exactly those that its steps need.</summary>
    public static IEnumerable<string> Permissions(Workflow workflow)
    {
        if (workflow.Root.At("permissions") is not YamlMappingNode { Children.Count: 0 })
        {
            yield return $"{workflow.Name}: what every job may do is not nothing; say permissions: {{}} and give jobs their rights";
        }

        foreach (var job in workflow.Jobs)
        {
            var needed = Needed(job);
            var given = job.Node.At("permissions") is YamlMappingNode map
                ? map.Children.Select(pair => $"{pair.Key.Text()}: {pair.Value.Text()}").Order(StringComparer.Ordinal).ToArray()
                : ["nothing declared"];
            if (!given.SequenceEqual(needed))
            {
                yield return $"{job.Where} may [{string.Join(", ", given)}]; its steps need [{string.Join(", ", needed)}]";
            }
        }
    }

    /// <summary>There are no secrets, and whoever gets a token for AWS has an environment; a fork's pull request never reaches one.</summary>
    public static IEnumerable<string> Credentials(Workflow workflow)
    {
        foreach (var (_, value) in workflow.Root.Scalars().Where(scalar => scalar.Value.Text().Contains("secrets.", StringComparison.Ordinal)
            || (scalar.Key == "secrets" && scalar.Value.Text() == "inherit")))
        {
            yield return $"{workflow.Name}:{value.Start.Line}: a secret; credentials come by OIDC";
        }

        foreach (var job in workflow.Jobs.Where(job => Needed(job).Contains("id-token: write")))
        {
            if (job.Steps.Count > 0 && job.Node.At("environment") is null)
            {
                yield return $"{job.Where} assumes a role without an environment, which the role's trust asks for";
            }

            if (workflow.Triggers.Contains("pull_request") && !job.Node.At("if").Text().Contains(SameRepository, StringComparison.Ordinal))
            {
                yield return $"{job.Where} would run for forks; say if: … {SameRepository}";
            }
        }
    }

    /// <summary>Code of a pull request never runs with the rights of the default branch.</summary>
    public static IEnumerable<string> Triggers(Workflow workflow)
    {
        if (workflow.Triggers.Contains("pull_request_target"))
        {
            yield return $"{workflow.Name}: pull_request_target runs beside code of forks with rights of the default branch; use workflow_run";
        }

        if (workflow.Triggers.Contains("workflow_run"))
        {
            foreach (var step in workflow.Jobs.SelectMany(job => job.Steps).Where(step => step.Action is not (null or "actions/download-artifact")))
            {
                yield return $"{step.Where}: after workflow_run, {step.Action} could run what a fork wrote";
            }
        }
    }

    private static string[] Needed(Job job)
    {
        if (job.Node.At("uses") is { } uses)
        {
            var called = new Workflow(uses.Text(), File.ReadAllText(Path.Combine(RepositoryFolder.Path, uses.Text())));
            return [.. called.Jobs.SelectMany(Needed).Distinct().Order(StringComparer.Ordinal)];
        }

        return
        [
            .. job.Steps.SelectMany(step => step switch
            {
                { Action: "actions/checkout" } => ["contents: read"],
                { Action: "aws-actions/configure-aws-credentials" } => ["id-token: write"],
                { Action: "actions/download-artifact" } when step.Node.At("with").At("run-id") is not null => ["actions: read"],
                { Script: { } script } when script.Contains("/comments", StringComparison.Ordinal) => ["pull-requests: write"],
                _ => Array.Empty<string>(),
            }).Distinct().Order(StringComparer.Ordinal),
        ];
    }
}
