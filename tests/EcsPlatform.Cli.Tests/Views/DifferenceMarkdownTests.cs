using EcsPlatform.Cli.Views;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Scopes;
using static EcsPlatform.Cli.Tests.Views.Make;

namespace EcsPlatform.Cli.Tests.Views;

public class DifferenceMarkdownTests
{
    [Fact]
    public void Of_10_000_changes_the_most_important_lines_stay()
    {
        var text = DifferenceMarkdown.Write([Report([.. Updates(10_000), .. Replacements(100)])]);
        text.Length.ShouldBeInRange(DifferenceMarkdown.Limit - 2_000, DifferenceMarkdown.Limit);
        text.ShouldStartWith("<!-- ecs-platform:preview:staging -->\n## Preview of `staging`\n\n**100 to replace, 10000 to update, 0 unchanged.**\n");
        var lines = text.Split('\n');
        lines.Count(line => line.StartsWith("- **replace** ", StringComparison.Ordinal)).ShouldBe(100);
        var updates = lines.Count(line => line.StartsWith("- **update** ", StringComparison.Ordinal));
        text.ShouldContain($"\n{10_000 - updates} more changes left out for length.\n");
        text.ShouldEndWith("\n10100 blocks left out for length.\n");
        text.ShouldNotContain("<details>");
    }

    [Fact]
    public void No_line_takes_the_room_of_a_more_important_one()
    {
        var updates = Enumerable.Range(0, 1_000).Select(i => Changed(Operation.Update, Resource("a:b:C", $"{new string('x', 150)}{i:0000}"), Change("d", Text("1"), Text("2"))));
        var creations = Enumerable.Range(0, 9).Select(i => Changed(Operation.Create, Resource("a:b:C", $"{i}")));
        DifferenceMarkdown.Write([Report([.. updates, .. creations])]).ShouldNotContain("- **create** ");
    }

    [Fact]
    public void Blocks_go_before_lines()
    {
        var text = DifferenceMarkdown.Write([Report(Updates(500))]);
        text.Length.ShouldBeLessThanOrEqualTo(DifferenceMarkdown.Limit);
        text.Split('\n').Count(line => line.StartsWith("- **update** ", StringComparison.Ordinal)).ShouldBe(500);
        var blocks = text.Split("<details>").Length - 1;
        blocks.ShouldBeInRange(1, 499);
        text.ShouldEndWith($"\n{500 - blocks} more blocks left out for length.\n");
    }

    [Fact]
    public void An_enormous_value_takes_no_room_of_others()
    {
        var text = DifferenceMarkdown.Write([Report(
            Changed(Operation.Update, Resource("a:b:C", "large"), Change("value", Text(new string('a', 5_000_000)), Text(new string('b', 5_000_000)))),
            Changed(Operation.Update, Resource("a:b:C", "small"), Change("value", Text("1"), Text("2"))))]);
        text.Length.ShouldBeLessThan(2_000);
        text.ShouldContain($"\n+ value: {new string('b', 48)}…{new string('b', 36)}\n");
        text.ShouldContain("\n- value: 1\n+ value: 2\n");
    }

    [Fact]
    public void Enormous_names_findings_and_lists_stay_within_the_limit()
    {
        var name = string.Concat(Enumerable.Repeat("🚀", 100_000));
        var items = List([.. Enumerable.Range(0, 20_000).Select(i => Text($"item-{i}"))]);
        var report = Report(Changed(Operation.Create, Resource("a:b:C", name, ("items", items)))) with
        {
            Findings = [.. Enumerable.Range(0, 5_000).Select(i => new Finding($"F-{i}", Urn("a:b:C", name), new string('<', 10_000), name, name))],
            Violations = [.. Enumerable.Range(0, 5_000).Select(i => new ScopeViolation($"urn{i}", name))],
        };
        var text = DifferenceMarkdown.Write([report with { Header = new ReportHeader(name, name, name) }]);
        text.Length.ShouldBeInRange(50_000, DifferenceMarkdown.Limit);
        text.ShouldContain("**1 to create, 0 unchanged.**");
        text.ShouldContain("more findings left out for length.");
        text.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
    }

    [Fact]
    public void Several_stacks_share_the_limit_and_keep_their_tallies()
    {
        var text = DifferenceMarkdown.Write([Named("live", Updates(10_000)), Named("staging", Replacements(5)), Named("test", [])]);
        text.Length.ShouldBeLessThanOrEqualTo(DifferenceMarkdown.Limit);
        text.Split('\n').Where(line => line.StartsWith("<!-- ", StringComparison.Ordinal))
            .ShouldBe(["<!-- ecs-platform:preview:live -->", "<!-- ecs-platform:preview:staging -->", "<!-- ecs-platform:preview:test -->"]);
        text.ShouldContain("**10000 to update, 0 unchanged.**");
        text.ShouldContain("**5 to replace, 0 unchanged.**");
        text.ShouldContain("**Nothing changes: 0 resources are as in stacks/plans/staging.json.**");
        text.Split('\n').Count(line => line.StartsWith("- **replace** ", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public void More_stacks_than_have_room_are_counted()
    {
        var text = DifferenceMarkdown.Write([.. Enumerable.Range(0, 1_000).Select(i => Named($"stack-{i}", Updates(1)))]);
        text.Length.ShouldBeLessThanOrEqualTo(DifferenceMarkdown.Limit);
        text.ShouldEndWith($"\n{1_000 - (text.Split("<!-- ").Length - 1)} more stacks left out for length.\n");
    }

    [Fact]
    public void What_values_say_is_no_markup()
    {
        var report = Report(Changed(
            Operation.Replace,
            Resource("a:b:C", "`x` </code> @octocat"),
            Change("a|b", Text("```\n</details> @octocat"), Text("````` #1")) with { Replaces = true })) with
        {
            Violations = [new ScopeViolation("urn", "@octocat *breaks* `out` <b> #7 a|b")],
        };
        var text = DifferenceMarkdown.Write([report]);
        text.ShouldContain("- **replace** ``a:b:C `x` </code> @octocat``: because of a\\|b\n");
        text.ShouldContain("<summary>replace <code>a:b:C `x` &lt;/code&gt; @octocat</code></summary>");
        text.ShouldContain("\n``````diff\n- a|b: ```\\n</details> @octocat\n+ a|b: ````` #1 (replaces)\n``````\n");
        text.ShouldContain("- `urn`: @\u200boctocat \\*breaks\\* \\`out\\` &lt;b&gt; \\#\u200b7 a\\|b\n");
    }

    [Fact]
    public void The_same_changes_in_another_order_give_the_same_text() =>
        DifferenceMarkdown.Write([Report(Updates(50).Reverse())]).ShouldBe(DifferenceMarkdown.Write([Report(Updates(50))]));

    private static IEnumerable<ResourceChange> Updates(int count) => Enumerable.Range(0, count)
        .Select(i => Changed(Operation.Update, Resource("aws:s3/bucket:Bucket", $"bucket-{i:00000}"), Change("acl", Text("private"), Text("public-read"))));

    private static IEnumerable<ResourceChange> Replacements(int count) => Enumerable.Range(0, count)
        .Select(i => Changed(Operation.Replace, Resource("aws:ec2/subnet:Subnet", $"z-{i:00000}"), Change("cidrBlock", Text("a"), Text("b")) with { Replaces = true }));

    private static DifferenceReport Named(string stack, IEnumerable<ResourceChange> changes)
    {
        var difference = Difference(changes);
        return new DifferenceReport(Header, difference with { New = Plan.Of("ecs-platform", stack, difference.New.Resources) });
    }
}
