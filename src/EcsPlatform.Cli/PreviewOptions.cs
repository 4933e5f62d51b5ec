using System.CommandLine;

namespace EcsPlatform.Cli;

/// <summary>What a preview compares with and how it shows it.</summary>
/// <param name="Against">A plan's file or <see cref="Baseline.None"/>; null for the accepted plan.</param>
/// <param name="Expected">What may change; empty for anything.</param>
/// <param name="Format">How it is shown.</param>
/// <param name="Full">True shows unchanged resources as well.</param>
/// <param name="Out">The file to write; null for the console.</param>
internal sealed record PreviewOptions(string? Against, IReadOnlyList<string> Expected, PreviewFormat Format, bool Full, string? Out)
{
    private const string Json = "json";
    private const string Markdown = "markdown";
    private const string Text = "text";

    private static readonly Option<string?> AgainstOption = new("--against")
    {
        Description = "What to compare with: a plan, or the output of `pulumi stack export`; none to compare with nothing. Default: the accepted plan.",
    };

    private static readonly Option<string[]> ExpectOption = new("--expect")
    {
        Description = "What may change: none, image:<name>, jar:<name>, ami, cutover:<workload>, scale:<workload>. May be given several times; anything else ends with exit code 2.",
    };

    private static readonly Option<string?> FormatOption = new("--format")
    {
        Description = "text for people (the default), markdown for a pull request, json for the plan in the format of `pulumi stack export`.",
    };

    private static readonly Option<string?> DiffOption = new("--diff") { Description = "json prints the differences alone, as data." };

    private static readonly Option<bool> FullOption = new("--full") { Description = "Shows unchanged resources as well." };

    private static readonly Option<string?> OutOption = new("--out") { Description = "Writes to this file instead of the console." };

    static PreviewOptions()
    {
        FormatOption.AcceptOnlyFromAmong(Text, Json, Markdown);
        DiffOption.AcceptOnlyFromAmong(Json);
    }

    /// <summary>The options, for a command.</summary>
    public static IEnumerable<Option> All => [AgainstOption, ExpectOption, FormatOption, DiffOption, FullOption, OutOption];

    /// <summary>An option that makes no sense without a plan to compare with; null when there is none.</summary>
    public string? NeedingBaseline =>
        Expected.Count > 0 ? "--expect"
        : Format == PreviewFormat.Markdown ? "--format markdown"
        : Format == PreviewFormat.Differences ? "--diff json"
        : null;

    /// <summary>Reads the options.</summary>
    /// <param name="result">A command line that parsed.</param>
    /// <param name="stacks">How many stacks it names.</param>
    /// <exception cref="WrongOptionException">The options do not go together.</exception>
    public static PreviewOptions Of(ParseResult result, int stacks)
    {
        var format = (result.GetValue(FormatOption), result.GetValue(DiffOption)) switch
        {
            ({ } text, { } diff) => throw new WrongOptionException([$"--format {text} and --diff {diff} are two outputs. Leave one of them out."]),
            (_, Json) => PreviewFormat.Differences,
            (Json, _) => PreviewFormat.Plan,
            (Markdown, _) => PreviewFormat.Markdown,
            _ => PreviewFormat.Text,
        };
        if (stacks > 1 && format is PreviewFormat.Plan or PreviewFormat.Differences)
        {
            var name = format == PreviewFormat.Plan ? "--format json prints one plan" : "--diff json prints the differences of one stack";
            throw new WrongOptionException([$"{name}, and {stacks} stacks were named. Name one stack."]);
        }

        return new PreviewOptions(
            result.GetValue(AgainstOption), result.GetValue(ExpectOption) ?? [], format, result.GetValue(FullOption), result.GetValue(OutOption));
    }
}

/// <summary>How a preview is shown.</summary>
internal enum PreviewFormat
{
    /// <summary>For a person at a terminal.</summary>
    Text,

    /// <summary>For a pull request.</summary>
    Markdown,

    /// <summary>The plan, in the format of <c>pulumi stack export</c>.</summary>
    Plan,

    /// <summary>The differences, as data.</summary>
    Differences,
}
