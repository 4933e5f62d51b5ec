using Spectre.Console;

namespace EcsPlatform.Cli.Views;

/// <summary>Makes consoles for views.</summary>
internal static class Terminal
{
    // Wide enough that nothing wraps where the output is a file or a pipe.
    private const int PlainWidth = 240;

    /// <summary>A console: with colours on the process's terminal, unless NO_COLOR is set; plain where the output is a file, a pipe or a text.</summary>
    /// <param name="output">Where it writes.</param>
    /// <returns>The console.</returns>
    public static IAnsiConsole On(TextWriter output)
    {
        var plain = Console.IsOutputRedirected || output != Console.Out;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (plain)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
