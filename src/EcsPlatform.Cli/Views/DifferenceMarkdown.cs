using System.Globalization;
using System.Text;

namespace EcsPlatform.Cli.Views;

/// <summary>
/// Differences as a comment on a pull request. The same differences give the same text. It never exceeds <see cref="Limit"/>: blocks of
/// details go first, then lines from the least important on; the tallies stay.
/// </summary>
internal static class DifferenceMarkdown
{
    /// <summary>The most that a document has, in UTF-16 units: at least as many as the characters of which GitHub takes 65,536.</summary>
    public const int Limit = 64_000;

    /// <summary>Writes differences.</summary>
    /// <param name="reports">A report a stack.</param>
    /// <returns>Markdown, ending in a line feed; each stack's part begins with its marker, <c>&lt;!-- ecs-platform:preview:STACK --&gt;</c>.</returns>
    public static string Write(IReadOnlyList<DifferenceReport> reports)
    {
        var room = Limit - MarkdownGroup.LongestNote;
        var sections = new List<MarkdownSection>();
        foreach (var report in reports)
        {
            var section = new MarkdownSection(report);
            room -= section.Needed;
            if (room < 0)
            {
                break;
            }

            sections.Add(section);
        }

        Fill([.. sections.SelectMany(section => section.Groups)], room);
        var text = new StringBuilder().AppendJoin('\n', sections);
        var left = reports.Count - sections.Count;
        return left == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"\n{left} more {(left == 1 ? "stack" : "stacks")} left out for length.\n").ToString();
    }

    // Details have room only where all lines have; a line only where every more important one has; of details, whichever fits.
    private static void Fill(IReadOnlyList<MarkdownGroup> groups, int room)
    {
        foreach (var (group, item) in groups.SelectMany(group => group.Items.Select(item => (Group: group, Item: item))).OrderBy(pair => pair.Item.Rank))
        {
            if (room < MarkdownItem.Shortest)
            {
                return;
            }

            var text = item.Text();
            if (text.Length <= room)
            {
                group.Take(text);
                room -= text.Length;
            }
            else if (item.Rank < MarkdownItem.Details)
            {
                return;
            }
        }
    }
}
