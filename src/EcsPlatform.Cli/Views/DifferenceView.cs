using Spectre.Console;

namespace EcsPlatform.Cli.Views;

/// <summary>A difference on a console: in colour where it has colours, plain text where it has none.</summary>
internal static class DifferenceView
{
    /// <summary>Writes a difference.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="full">As for <see cref="DifferenceText.Lines"/>.</param>
    /// <param name="console">Where to.</param>
    public static void Write(DifferenceReport report, bool full, IAnsiConsole console)
    {
        // Spectre would break lines at the width that it takes a file to have, and write bold where NO_COLOR is set.
        if (!console.Profile.Capabilities.Ansi || console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors)
        {
            console.Profile.Out.Writer.Write(DifferenceText.Plain(report, full));
            return;
        }

        foreach (var line in DifferenceText.Lines(report, full))
        {
            console.Write(new Text(line.Text, StyleOf(line.Tone)) { Overflow = Overflow.Fold });
            console.WriteLine();
        }
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Heading => new Style(decoration: Decoration.Bold),
        Tone.Removal => new Style(Color.Red),
        Tone.Change => new Style(Color.Yellow),
        Tone.Addition => new Style(Color.Green),
        Tone.Notice => new Style(Color.Blue),
        Tone.Problem => new Style(Color.Red, decoration: Decoration.Bold),
        Tone.Detail => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };
}
