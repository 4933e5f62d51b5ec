using EcsPlatform.Cli.Views;
using Spectre.Console;

namespace EcsPlatform.Cli.Tests.Views;

public class DifferenceViewTests
{
    private const char Escape = '\u001b';

    [Fact]
    public void A_terminal_gets_colours()
    {
        var text = Written(AnsiSupport.Yes, ColorSystemSupport.Standard, 500);
        text.ShouldContain($"{Escape}[1mTo replace or delete{Escape}[0m");
        text.ShouldContain($"{Escape}[91m  +- aws:ecs/taskDefinition:TaskDefinition");
    }

    // What a console is on which NO_COLOR is set.
    [Fact]
    public void A_terminal_without_colours_gets_plain_text() =>
        Written(AnsiSupport.Yes, ColorSystemSupport.NoColors, 40).ShouldBe(DifferenceText.Plain(Cases.DigestChanged, full: false));

    [Fact]
    public void A_pipe_gets_plain_text_whose_lines_are_not_broken() =>
        Written(AnsiSupport.No, ColorSystemSupport.Detect, 40).ShouldBe(DifferenceText.Plain(Cases.DigestChanged, full: false));

    [Fact]
    public void In_colour_it_says_the_same() =>
        string.Concat(Written(AnsiSupport.Yes, ColorSystemSupport.TrueColor, 500).Split(Escape)
            .Select((part, i) => i == 0 ? part : part[(part.IndexOf('m', StringComparison.Ordinal) + 1)..]))
            .ShouldBe(DifferenceText.Plain(Cases.DigestChanged, full: false));

    private static string Written(AnsiSupport ansi, ColorSystemSupport colours, int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = ansi, ColorSystem = colours, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        DifferenceView.Write(Cases.DigestChanged, full: false, console);
        return writer.ToString();
    }
}
