using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EcsPlatform.Cli.Pins.Yaml;

/// <summary>
/// Finds out where the values of a YAML text stand. From the parser's events, because in its tree an alias is the value that it stands for, at
/// that value's place, and a block ends where the next one begins.
/// </summary>
internal static class YamlPlaces
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">A YAML text with at most one document.</param>
    /// <returns>Its value; null when there is none.</returns>
    public static YamlPart? Of(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        return parser.TryConsume<DocumentStart>(out _) ? Part(parser) : null;
    }

    private static YamlPart Part(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return Of(scalar);
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return new YamlPart.Alias(Index(alias.Start), Index(alias.End));
        }

        return parser.TryConsume<SequenceStart>(out var sequence) ? List(parser, sequence) : Mapping(parser, parser.Consume<MappingStart>());
    }

    private static YamlPart.Scalar Of(Scalar scalar) => new(Index(scalar.Start), Index(scalar.End), scalar.Value, scalar.Style);

    private static YamlPart.Sequence List(Parser parser, SequenceStart start)
    {
        var last = Index(start.End);
        while (!parser.Accept<SequenceEnd>(out _))
        {
            last = Part(parser).End;
        }

        var end = parser.Consume<SequenceEnd>();
        return new YamlPart.Sequence(Index(start.Start), start.Style == SequenceStyle.Flow ? Closed(end.Start) : last);
    }

    private static YamlPart.Mapping Mapping(Parser parser, MappingStart start)
    {
        var isFlow = start.Style == MappingStyle.Flow;
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (!parser.Accept<MappingEnd>(out _))
        {
            // A file with other keys was refused before anybody looks for places in it.
            var key = Of(parser.Consume<Scalar>());
            var value = Part(parser);

            // Where the parser puts a value that is left out is not its place: it may be the beginning of the next one.
            var isLeftOut = value is YamlPart.Scalar { Value: "", Style: ScalarStyle.Plain };
            entries.Add(new YamlEntry(key, isLeftOut ? new YamlPart.Scalar(key.End, key.End, "", ScalarStyle.Plain) : value));
        }

        var end = parser.Consume<MappingEnd>();
        var last = entries.Count == 0 ? Index(start.End) : entries[^1].End;
        return new YamlPart.Mapping(Index(start.Start), isFlow ? Closed(end.Start) : last, isFlow, entries.ToImmutable());
    }

    // The parser takes the bracket for a place without width.
    private static int Closed(Mark bracket) => Index(bracket) + 1;

    private static int Index(Mark mark) => (int)mark.Index;
}
