using System.Collections.Immutable;
using EcsPlatform.Cli.Pins;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using FsCheck;
using FsCheck.Fluent;

namespace EcsPlatform.Cli.Tests.Pins;

/// <summary>Files of stacks with pins, of every look that people give them.</summary>
internal static class PinnedFiles
{
    private static readonly ImmutableArray<string> OtherEntries =
    [
        "ecs-platform:network: { nat: single, zones: [a, b] } # as it is",
        "'ecs-platform:password':\n  secure: AAABAPx3+/==",
        "\"ecs-platform:text\": |\n  several\n\n    lines # no comment",
        "ecs-platform:list:\n- \"1\"\n-   é😀 # two\n\n# between",
        "ecs-platform:empty:",
        "ecs-platform:anchored: &anchor 'it''s'",
        "# a comment\n\necs-platform:ünïcode: >-\n  folded\n  text",
    ];

    private static readonly Gen<string> Comment = Gen.Elements("", "", " # why", "   # sha256: no", " #");

    private static readonly Gen<string> Quote = Gen.Elements("", "", "'", "\"");

    public static Gen<string> Name { get; } = Gen.Elements("viewer", "services", "search-api", "a.b", "solr");

    public static Gen<Pin> Pin { get; } = Gen.OneOf(
        from repository in Gen.Elements("library/viewer", "a/b", "111111111111.dkr.ecr.eu-west-1.amazonaws.com/x")
        from digit in Gen.Elements('1', 'a', 'f')
        select (Pin)new Pin.Image(ImageReference.Parse($"{repository}@sha256:{new string(digit, 64)}")),
        from key in Gen.Elements("copy/copy-1.0.jar", "o.jar")
        from version in Gen.Elements("v1", "giRy8Jm9GM6I5QblF_m3tIIkcvCZvRjO", "a.b")
        from digit in Gen.Elements('b', 'c')
        select (Pin)new Pin.Jar(new JarPin(key, version, new string(digit, 64))));

    public static Gen<PinnedFile> All { get; } =
        from lineBreak in Gen.Elements("\n", "\r\n")
        from endsWithBreak in Gen.Elements(true, true, false)
        from step in Gen.Elements(2, 4, 3)
        from maps in Gen.CollectToList(PinMap.All, map => Map(map, step))
        from others in Gen.Shuffle(OtherEntries.AsEnumerable())
        from first in Gen.Choose(1, 3)
        from second in Gen.Choose(0, 3)
        from swapped in Gen.Elements(true, false)
        from head in Gen.Elements("", "# head\n", "---\n", "encryptionsalt: v1:abc=\n")
        from tail in Gen.Elements("", "# tail\n", "secretsprovider: default\n")
        select new PinnedFile(
            lineBreak,
            endsWithBreak || tail.Length == 0,
            step,
            head,
            tail,
            [.. others.Take(first)],
            [.. others.Skip(first).Take(second)],
            [.. swapped ? maps.AsEnumerable().Reverse() : maps]);

    private static Gen<PinnedMap> Map(PinMap map, int step) =>
        from count in Gen.Choose(0, 4)
        from comment in Comment
        from isFlow in Gen.Elements(false, false, true)
        from entries in Gen.CollectToList(Enumerable.Range(0, count), _ => Entry(map, isFlow, step))
        select new PinnedMap(map, isFlow, comment, step, [.. entries.DistinctBy(entry => entry.Name)]);

    private static Gen<PinnedEntry> Entry(PinMap map, bool isFlow, int step) =>
        from name in Name
        from pin in Pin.Where(pin => pin.Map == map)
        from keyQuote in Quote
        from quote in Quote
        from comment in Comment
        from before in Gen.Elements("", "", "# of its own\n", "\n")
        from jarInBraces in Gen.Elements(true, false)
        select new PinnedEntry(name, pin, keyQuote, quote, isFlow ? "" : comment, isFlow ? "" : before, isFlow || jarInBraces, step);
}

/// <summary>A file of a stack as data.</summary>
internal sealed record PinnedFile(
    string LineBreak,
    bool EndsWithBreak,
    int Step,
    string Head,
    string Tail,
    ImmutableArray<string> First,
    ImmutableArray<string> Second,
    ImmutableArray<PinnedMap> Maps)
{
    /// <summary>The file as text.</summary>
    public string Text()
    {
        var config = string.Concat(First.Select(Lines))
            + Lines(Maps[0].Text())
            + string.Concat(Second.Select(Lines))
            + Lines(Maps[1].Text());
        var text = $"{Head}config:\n{config}{Tail}".Replace("\n", LineBreak, StringComparison.Ordinal);
        return EndsWithBreak ? text : text[..^LineBreak.Length];
    }

    public PinnedEntry? Find(PinName name) => Maps.Single(map => map.Map == name.Map).Entries.FirstOrDefault(entry => entry.Name == name.Name);

    /// <summary>The file that somebody would write with changes.</summary>
    public PinnedFile With(IEnumerable<PinEdit> edits) => edits.Aggregate(
        this, (file, edit) => file with { Maps = [.. file.Maps.Select(map => map.Map == edit.Name.Map ? map.With(edit) : map)] });

    private string Lines(string entry) => string.Concat(entry.Split('\n').Select(line => line.Length == 0 ? "\n" : $"{new string(' ', Step)}{line}\n"));
}
