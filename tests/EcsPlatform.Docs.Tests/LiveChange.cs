using EcsPlatform.Plans.Differences;
using EcsPlatform.Preview.Rules;

namespace EcsPlatform.Docs.Tests;

/// <summary>What a row of a page's part "On a live service" says, as two programs and what an update from the one to the other does.</summary>
/// <param name="Page">The page below docs/services, without its extension.</param>
/// <param name="Row">The row's first cell.</param>
/// <param name="Before">What the stack had beside the lines that examples follow.</param>
/// <param name="After">What it has now.</param>
/// <param name="Expected">The operations on AWS's resources, each once, sorted: <c>ecs.Service update, ecs.TaskDefinition replace</c>. Empty when there are none.</param>
internal sealed record LiveChange(string Page, string Row, string Before, string After, string Expected)
{
    /// <summary>A change of one workload.</summary>
    /// <param name="page">The page.</param>
    /// <param name="row">The row's first cell.</param>
    /// <param name="before">What the workload had that the one of the examples has not.</param>
    /// <param name="after">What it has now.</param>
    /// <param name="expected">The operations.</param>
    /// <returns>The change.</returns>
    public static LiveChange OfWorkload(string page, string row, string before, string after, string expected) =>
        new(page, row, Workload(before), Workload(after), expected);

    /// <summary>What tells this change from all others.</summary>
    public string Name => $"{Page}: {Row}";

    /// <summary>The programs.</summary>
    /// <param name="given">The lines that examples follow.</param>
    /// <returns>That before and that after.</returns>
    public (Example Before, Example After) Programs(CodeBlock given) => (Program("before", Before, given), Program("after", After, given));

    /// <summary>What an update does.</summary>
    /// <param name="assembly">Where the programs are.</param>
    /// <param name="given">The lines that examples follow.</param>
    /// <returns>The operations, each once, sorted.</returns>
    public async Task<string> OperationsAsync(ExampleAssembly assembly, CodeBlock given)
    {
        var (before, after) = Programs(given);
        var difference = PlanComparison.Compare(await assembly.PlanAsync(before), await assembly.PlanAsync(after), ResourceRules.Instance);
        return string.Join(", ", difference.Changes
            .Where(change => change.Operation != Operation.Same && change.Resource.Type.StartsWith("aws:", StringComparison.Ordinal))
            .Select(change => $"{ShortOf(change.Resource.Type)} {change.Operation.ToString().ToLowerInvariant()}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
    }

    // aws:ecs/service:Service as ecs.Service.
    private static string ShortOf(string type) => $"{type["aws:".Length..type.IndexOf('/', StringComparison.Ordinal)]}.{type[(type.LastIndexOf(':') + 1)..]}";

    private static string Workload(string with) => $"new EcsWorkload(\"staging-web\", workload with {{ {with} }});";

    private Example Program(string when, string code, CodeBlock given) => new(new CodeBlock($"{Name}, {when}", 1, "csharp", [.. code.Split('\n')]), given);
}
