using System.Collections.Immutable;
using EcsPlatform.Cli.Pins;

namespace EcsPlatform.Cli.Tests.Pins;

/// <summary>A map of pins as data.</summary>
internal sealed record PinnedMap(PinMap Map, bool IsFlow, string Comment, int Step, ImmutableArray<PinnedEntry> Entries)
{
    /// <summary>Comments that stand after the last pin, for those before them went.</summary>
    public string After { get; init; } = "";

    /// <summary>The map as text, without the indentation that all of it has.</summary>
    public string Text()
    {
        var text = Entries.IsEmpty ? $"{Map.Key}: {{}}{Comment}\n{Indented(After)}"
            : IsFlow ? $"{Map.Key}: {{ {string.Join(", ", Entries.Select(entry => entry.InLine()))} }}{Comment}\n{Indented(After)}"
            : $"{Map.Key}:{Comment}\n{Indented(string.Concat(Entries.Select(entry => entry.Lines())) + After)}";
        return text[..^1];

        string Indented(string lines) => string.Concat(
            lines.Split('\n')[..^1].Select(line => line.Length == 0 ? "\n" : $"{new string(' ', Step)}{line}\n"));
    }

    /// <summary>The map that somebody would write with a change.</summary>
    public PinnedMap With(PinEdit edit)
    {
        var index = Entries.ToList().FindIndex(entry => entry.Name == edit.Name.Name);
        return (edit, index) switch
        {
            (PinEdit.Remove, < 0) => this,
            (PinEdit.Remove, _) => Without(index),
            (PinEdit.Set set, < 0) => this with { Entries = Entries.Add(New(set)), IsFlow = IsFlow && !Entries.IsEmpty },
            (PinEdit.Set set, _) => this with { Entries = Entries.SetItem(index, Entries[index] with { Pin = set.Pin }) },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // It looks like the last one.
    private PinnedEntry New(PinEdit.Set set) => Entries.IsEmpty
        ? new PinnedEntry(set.Which, set.Pin, "", "", "", "", false, Step)
        : Entries[^1] with { Name = set.Which, Pin = set.Pin, Comment = "", Before = "" };

    // Comments on lines of their own stay.
    private PinnedMap Without(int index)
    {
        var (gone, rest) = (Entries[index], Entries.RemoveAt(index));
        return index < rest.Length
            ? this with { Entries = rest.SetItem(index, rest[index] with { Before = gone.Before + rest[index].Before }) }
            : this with { Entries = rest, After = gone.Before + After };
    }
}

/// <summary>A pin and its look.</summary>
internal sealed record PinnedEntry(string Name, Pin Pin, string KeyQuote, string Quote, string Comment, string Before, bool IsInLine, int Step)
{
    private string Key => $"{KeyQuote}{Name}{KeyQuote}:";

    public string InLine() => Pin is Pin.Jar { Object: var jar }
        ? $"{Key} {{ key: {Quoted(jar.Key)}, version: {Quoted(jar.Version)}, sha256: {Quoted(jar.Sha256)} }}"
        : $"{Key} {Quoted(Pin.ToString())}";

    public string Lines()
    {
        if (Pin is not Pin.Jar { Object: var jar } || IsInLine)
        {
            return $"{Before}{InLine()}{Comment}\n";
        }

        var indentation = new string(' ', Step);
        return $"{Before}{Key}{Comment}\n{indentation}key: {Quoted(jar.Key)}\n" +
            $"{indentation}version: {Quoted(jar.Version)}{Comment}\n{indentation}sha256: {Quoted(jar.Sha256)}\n";
    }

    private string Quoted(string value) => $"{Quote}{value}{Quote}";
}
