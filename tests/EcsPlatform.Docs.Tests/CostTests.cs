using System.Collections.Immutable;
using System.Globalization;
using EcsPlatform.Plans.Files;
using EcsPlatform.Tests;

namespace EcsPlatform.Docs.Tests;

public class CostTests
{
    private static readonly ImmutableArray<string> Stacks = ["staging", "live", "sandbox", "test"];

    /// <summary>The page's rows of a table whose first cell is a type of resource.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Rows =
    [
        .. DocPage.All.Single(page => page.Name == "docs/runbooks/costs.md").Prose
            .Where(line => line.Line.StartsWith("| `aws:", StringComparison.Ordinal))
            .Select(line => line.Line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableArray()),
    ];

    [Fact]
    public void The_page_says_how_many_of_each_resource_a_stack_has() =>
        Rows.Select(row => string.Join(" ", row[..(1 + Stacks.Length)])).ShouldBe(Rows.Select(row => $"{row[0]} {string.Join(" ", Counts(row[0].Trim('`')))}"));

    [Fact]
    public void There_are_such_rows() => Rows.Length.ShouldBe(9);

    private static IEnumerable<string> Counts(string type) => Stacks.Select(stack => PlanFile.Load(Path.Combine(RepositoryFolder.Path, "stacks", "plans", $"{stack}.json"))
        .Resources.Count(resource => resource.Type == type).ToString(CultureInfo.InvariantCulture));
}
