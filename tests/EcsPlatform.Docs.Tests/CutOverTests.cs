using System.Collections.Immutable;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Scopes;
using EcsPlatform.Preview.Rules;

namespace EcsPlatform.Docs.Tests;

public class CutOverTests
{
    private static readonly CodeBlock Given = FirstExample("docs/services/README.md");
    private static readonly CodeBlock Shown = FirstExample("docs/runbooks/cut-over.md");

    [Fact]
    public async Task To_name_another_version_live_is_a_cutover_and_nothing_else()
    {
        var before = new Example(Shown, Given);
        var after = new Example(new CodeBlock("after", 1, "csharp", [.. Shown.Lines.Select(line => line.Replace("Live = \"v1\"", "Live = \"v2\"", StringComparison.Ordinal))]), Given);
        var assembly = new ExampleAssembly([before, after]);
        var plan = await assembly.PlanAsync(after);
        var difference = PlanComparison.Compare(await assembly.PlanAsync(before), plan, ResourceRules.Instance);
        var none = ImmutableSortedDictionary<string, string>.Empty;
        var (scopes, problems) = ExpectedScopes.Parse(["cutover:staging-viewer"], new ScopeNames(none, none, ScopeNames.WorkloadsOf(plan)));

        problems.ShouldBeEmpty();
        difference.Changes.Where(change => change.Operation != Operation.Same).Select(change => $"{change.Operation} {change.Resource.Type} {change.Resource.Name}")
            .ShouldBe(["Update aws:lb/listenerRule:ListenerRule staging-viewer"]);
        ScopeCheck.Violations(difference, scopes).ShouldBeEmpty();
    }

    private static CodeBlock FirstExample(string page) => DocPage.All.Single(one => one.Name == page).Blocks.First(block => block.Language == "csharp");
}
