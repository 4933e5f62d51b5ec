using System.Collections.Immutable;
using EcsPlatform.Stacks;

namespace EcsPlatform.Docs.Tests;

public class TroubleshootingTests
{
    private static readonly DocPage Page = DocPage.All.Single(page => page.Name == "docs/runbooks/troubleshooting.md");

    /// <summary>The service of which the page speaks.</summary>
    private static readonly ServiceCommands Viewer = new(
        "eu-west-1",
        "staging-2855a4a",
        "staging-viewer-1a2b3c4",
        "arn:aws:ecs:eu-west-1:111111111111:task-definition/staging-viewer:12",
        "/ecs/library-staging",
        "arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/staging-viewer-5d6e7f8/0123456789abcdef",
        ["viewer"]);

    [Fact]
    public void The_page_shows_each_command_that_a_stack_prints_under_its_number()
    {
        var headings = Page.Prose.Where(line => line.Line.StartsWith('#')).ToImmutableArray();
        Page.Blocks
            .Select(block => (Heading: headings.Last(heading => heading.Number < block.FirstLine).Line.TrimStart('#', ' '), block.Code))
            .Where(shown => char.IsAsciiDigit(shown.Heading[0]))
            .Select(shown => $"{shown.Heading[0]} {shown.Code}")
            .ShouldBe(Viewer.All.Select(command => $"{command.Key[0]} {command.Value}"));
    }
}
