using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace EcsPlatform.Cli.Views;

/// <summary>A part of a document that may be left out.</summary>
/// <param name="Rank">How important it is; the lowest is the most important.</param>
/// <param name="Text">Makes its text, whole lines.</param>
internal sealed record MarkdownItem(int Rank, Func<string> Text)
{
    /// <summary>The rank of details, below every line.</summary>
    public const int Details = 100;

    /// <summary>What no item is shorter than, in UTF-16 units.</summary>
    public const int Shortest = 8;
}

/// <summary>Items under a title. Those that found no room are counted.</summary>
/// <param name="title">The title, whole lines.</param>
/// <param name="noun">What one item is called.</param>
/// <param name="items">The items, in the order in which they stand.</param>
internal sealed class MarkdownGroup(string title, string noun, ImmutableArray<MarkdownItem> items)
{
    /// <summary>What no note of items left out is longer than, in UTF-16 units.</summary>
    public const int LongestNote = 100;

    private readonly List<string> _taken = [];

    /// <summary>The items.</summary>
    public ImmutableArray<MarkdownItem> Items => items;

    /// <summary>How much room it takes without any item, in UTF-16 units.</summary>
    public int Needed => title.Length + LongestNote;

    /// <summary>Takes the text of the next item that has room.</summary>
    public void Take(string text) => _taken.Add(text);

    /// <summary>Writes what was taken.</summary>
    public void AppendTo(StringBuilder text)
    {
        var left = items.Length - _taken.Count;
        text.Append(title).AppendJoin("", _taken);
        if (left > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{left} {(_taken.Count > 0 ? "more " : "")}{noun}{(left == 1 ? "" : "s")} left out for length.\n");
        }
    }
}
