using System.Text.RegularExpressions;
using EcsPlatform.Tests;

namespace EcsPlatform.Workflows.Tests;

/// <summary>Which actions run, and how the source is fetched.</summary>
internal static partial class ActionRules
{
    private static readonly string[] Known =
    [
        "actions/checkout", "actions/download-artifact", "actions/setup-dotnet", "actions/upload-artifact",
        "aws-actions/configure-aws-credentials", "pulumi/actions",
    ];

    /// <summary>Every action is one of the few known, pinned by its commit, with its version beside it, the same everywhere.</summary>
    public static IEnumerable<string> Pins(Workflow workflow)
    {
        foreach (var (_, uses) in workflow.Root.Scalars().Where(scalar => scalar.Key == "uses"))
        {
            var where = $"{workflow.Name}:{uses.Start.Line}";
            var line = workflow.Lines[(int)uses.Start.Line - 1].Split("uses:")[1].Trim();
            if (uses.Text().StartsWith("./", StringComparison.Ordinal))
            {
                if (!File.Exists(Path.Combine(RepositoryFolder.Path, uses.Text())))
                {
                    yield return $"{where}: no file {uses.Text()}";
                }
            }
            else if (!Pinned().IsMatch(line))
            {
                yield return $"{where}: '{line}' is not pinned; write owner/name@<40 hexadecimal digits> # v1.2.3";
            }
            else if (!Known.Contains(uses.Text().Split('@')[0]))
            {
                yield return $"{where}: {uses.Text().Split('@')[0]} is none of the known actions: {string.Join(", ", Known)}";
            }
            else if (Workflow.All.SelectMany(other => other.Lines).Any(other =>
                other.Contains($"uses: {uses.Text().Split('@')[0]}@", StringComparison.Ordinal) && !other.EndsWith(line, StringComparison.Ordinal)))
            {
                yield return $"{where}: {uses.Text().Split('@')[0]} has another version elsewhere";
            }
        }
    }

    /// <summary>A checkout leaves no token behind.</summary>
    public static IEnumerable<string> Checkout(Workflow workflow) =>
        from job in workflow.Jobs
        from step in job.Steps
        where step.Action == "actions/checkout" && step.Node.At("with").At("persist-credentials").Text() != "false"
        select $"{step.Where}: the checkout leaves its token in .git/config; say persist-credentials: false";

    [GeneratedRegex(@"^[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
