namespace EcsPlatform.Cli.Views;

/// <summary>A line of a text for people.</summary>
/// <param name="Text">What it says, without line break.</param>
/// <param name="Tone">What kind of line it is.</param>
internal readonly record struct TextLine(string Text, Tone Tone = Tone.Plain);

/// <summary>Kinds of lines; a terminal gives each its own colour.</summary>
internal enum Tone
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>A heading, or the tally.</summary>
    Heading,

    /// <summary>Something goes, or a new one takes its place.</summary>
    Removal,

    /// <summary>Something changes in place.</summary>
    Change,

    /// <summary>Something is new.</summary>
    Addition,

    /// <summary>Something moves, is read, or changes only for the engine.</summary>
    Notice,

    /// <summary>Something that must not be.</summary>
    Problem,

    /// <summary>Details.</summary>
    Detail,
}
