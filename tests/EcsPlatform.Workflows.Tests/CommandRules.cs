using System.CommandLine;
using System.Text.RegularExpressions;
using EcsPlatform.Tests;

namespace EcsPlatform.Workflows.Tests;

/// <summary>The commands that scripts give.</summary>
internal static partial class CommandRules
{
    private const string Ours = "dotnet \"$RUNNER_TEMP/program/ecs-platform.dll\" ";

    private static readonly RootCommand Root = OwnCommands.Make();

    /// <summary>Lines of our own command parse, and what else of the repository is named is there.</summary>
    public static IEnumerable<string> Commands(Workflow workflow)
    {
        foreach (var step in workflow.Jobs.SelectMany(job => job.Steps).Where(step => step.Script is not null))
        {
            foreach (var line in step.Script!.Split('\n').Select(line => line.Trim()))
            {
                foreach (var error in Problems(line))
                {
                    yield return $"{step.Where}: {error} in: {line}";
                }
            }
        }
    }

    private static IEnumerable<string> Problems(string line)
    {
        var errors = line.StartsWith(Ours, StringComparison.Ordinal)
            ? Root.Parse(line[Ours.Length..].Split(" || ")[0].Replace("${stacks[@]}", "stack", StringComparison.Ordinal)).Errors.Select(error => error.Message)
            : line.Contains("ecs-platform.dll", StringComparison.Ordinal) ? [$"our command does not begin with {Ours.Trim()}"]
            : [];
        return errors.Concat(Paths().Matches(line).Select(match => match.Value)
            .Where(path => !Path.Exists(Path.Combine(RepositoryFolder.Path, path)))
            .Select(path => $"no {path}"));
    }

    [GeneratedRegex(@"(?<![\w/.])(\.ci|src|stacks)/[\w./-]*\w(?![\w/$])")]
    private static partial Regex Paths();
}
