using System.Collections.Immutable;
using EcsPlatform.Preview.Configuration;

namespace EcsPlatform.Cli.Pins;

/// <summary>Shows changes of pins, old and new.</summary>
internal static class PinChanges
{
    /// <summary>Shows changes.</summary>
    /// <param name="file">The file before them.</param>
    /// <param name="edits">The changes; those that change nothing are left out.</param>
    /// <param name="output">Where to.</param>
    /// <returns>How many there are.</returns>
    public static string Write(StackFile file, ImmutableArray<PinEdit> edits, TextWriter output)
    {
        var pins = StackPins.Of(file);
        var count = 0;
        foreach (var edit in edits)
        {
            var (old, now) = (pins.Find(edit.Name), (edit as PinEdit.Set)?.Pin);
            if (old is not null && old == now)
            {
                continue;
            }

            count++;
            output.WriteLine(edit.Name);
            Line("-", old?.ToString() ?? (pins.Names.Contains(edit.Name) ? "what is no pin" : null));
            Line("+", now?.ToString());
        }

        return count == 1 ? "1 pin" : $"{count} pins";

        void Line(string mark, string? text)
        {
            if (text is not null)
            {
                output.WriteLine($"  {mark} {text}");
            }
        }
    }
}
