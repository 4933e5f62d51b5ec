namespace EcsPlatform.Plans.Files;

/// <summary>Collects what is wrong with a plan's text.</summary>
/// <param name="name">What the text is called.</param>
internal sealed class PlanProblems(string name)
{
    // Enough to see what is wrong; a wrong kind of file has as many problems as resources.
    private const int MaxShown = 20;

    private readonly List<string> _texts = [];

    /// <summary>Adds a problem.</summary>
    /// <param name="where">Where it is; empty for the whole text.</param>
    /// <param name="text">What was found, what is allowed, what to do.</param>
    public void Add(string where, string text) => _texts.Add(where.Length == 0 ? text : $"{where}: {text}");

    /// <summary>Ends the reading when there are problems.</summary>
    /// <exception cref="PlanFileException">There are.</exception>
    public void Check()
    {
        if (_texts.Count > 0)
        {
            IEnumerable<string> shown = _texts.Take(MaxShown);
            if (_texts.Count > MaxShown)
            {
                shown = shown.Append($"and {_texts.Count - MaxShown} more problems of this kind; write the file anew");
            }

            throw new PlanFileException([.. shown.Select(Line)]);
        }
    }

    /// <summary>Ends the reading with one problem.</summary>
    /// <param name="text">What was found, what is allowed, what to do.</param>
    /// <returns>The exception to throw.</returns>
    public PlanFileException Only(string text) => new(Line(text));

    // Texts of the file stand in it, whatever they hold and however long they are.
    private string Line(string text)
    {
        const int most = 500;
        var line = $"{name}: {text}".ReplaceLineEndings(" ");
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most), "…");
    }
}
