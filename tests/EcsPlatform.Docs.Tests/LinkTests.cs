using System.Text.RegularExpressions;
using EcsPlatform.Tests;

namespace EcsPlatform.Docs.Tests;

public partial class LinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file() => DocPage.All.SelectMany(Broken).ShouldBeEmpty();

    [Fact]
    public void Every_page_is_linked_from_the_README_or_from_a_page_that_is()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(["README.md"]);
        while (next.TryDequeue(out var name))
        {
            if (reached.Add(name) && DocPage.All.FirstOrDefault(page => page.Name == name) is { } page)
            {
                Links(page).Select(link => FileOf(page, link.Target)).ToList().ForEach(next.Enqueue);
            }
        }

        DocPage.All.Select(page => page.Name).Except(reached).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[it](nowhere.md)", "docs/wrong.md:2: nowhere.md: no such file")]
    [InlineData("[it](../README.md#no-such-part)", "docs/wrong.md:2: ../README.md#no-such-part: no such heading")]
    [InlineData("[it](#nor-this)", "docs/wrong.md:2: #nor-this: no such heading")]
    [InlineData("[it](../README.md#previewing-a-change), [that](https://example.org/nowhere), [here](#a-heading)", null)]
    public void A_link_that_leads_nowhere_is_found_with_its_page_and_line(string line, string? message) =>
        Broken(new DocPage("docs/wrong.md", $"# A heading\n{line}\n\n```sh\n[no link](in code)\n```\n")).ShouldBe(message is null ? [] : [message]);

    private static IEnumerable<(int Number, string Target)> Links(DocPage page) => page.Prose
        .SelectMany(line => Link().Matches(line.Line).Select(match => (line.Number, match.Groups[1].Value)))
        .Where(link => !link.Value.StartsWith("https://", StringComparison.Ordinal));

    private static IEnumerable<string> Broken(DocPage page)
    {
        foreach (var (number, target) in Links(page))
        {
            var file = FileOf(page, target);
            var anchor = target.Split('#').ElementAtOrDefault(1);
            var path = Path.Combine(RepositoryFolder.Path, file);
            if (file != page.Name && !File.Exists(path) && !Directory.Exists(path))
            {
                yield return $"{page.Name}:{number}: {target}: no such file";
            }
            else if (anchor is not null && !(file == page.Name ? page : new DocPage(file, File.ReadAllText(path))).Anchors.Contains(anchor))
            {
                yield return $"{page.Name}:{number}: {target}: no such heading";
            }
        }
    }

    // The file that a link leads to, by its path from the root.
    private static string FileOf(DocPage page, string target)
    {
        var file = target.Split('#')[0];
        var folder = Path.Combine(RepositoryFolder.Path, Path.GetDirectoryName(page.Name)!);
        return file.Length == 0 ? page.Name : Path.GetRelativePath(RepositoryFolder.Path, Path.GetFullPath(Path.Combine(folder, file))).Replace('\\', '/');
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
