using System.Collections.Immutable;
using EcsPlatform.Cli.Pins.Yaml;

namespace EcsPlatform.Cli.Pins;

/// <summary>A change to a stack's pins.</summary>
internal abstract record PinEdit
{
    private const string Config = "config";

    private PinEdit()
    {
    }

    /// <summary>Which pin.</summary>
    public abstract PinName Name { get; }

    /// <summary>Pins a name, newly or to something else.</summary>
    /// <param name="Which">The name.</param>
    /// <param name="Pin">What it is pinned to.</param>
    public sealed record Set(string Which, Pin Pin) : PinEdit
    {
        /// <inheritdoc/>
        public override PinName Name => new(Pin.Map, Which);
    }

    /// <summary>Takes a pin away.</summary>
    /// <param name="Which">The pin.</param>
    public sealed record Remove(PinName Which) : PinEdit
    {
        /// <inheritdoc/>
        public override PinName Name => Which;
    }

    /// <summary>Makes changes to the text of a stack's file. Nothing but the pins changes; the text need not be right otherwise.</summary>
    /// <param name="text">The text, YAML.</param>
    /// <param name="edits">The changes.</param>
    /// <returns>The new text.</returns>
    /// <exception cref="YamlEditException">The text is written in a way that cannot be changed.</exception>
    public static string Apply(string text, params IEnumerable<PinEdit> edits) => edits.Aggregate(text, (result, edit) => edit switch
    {
        Set set => YamlEditor.Set(result, Path(result, edit.Name), set.Pin.Value),
        _ => YamlEditor.Remove(result, Path(result, edit.Name)),
    });

    // A key without a namespace is the project's own.
    private static ImmutableArray<string> Path(string text, PinName name)
    {
        var isShort = YamlPlaces.Of(text) is YamlPart.Mapping root
            && root.Find(Config)?.Value is YamlPart.Mapping config
            && config.Find(name.Map.Section) is not null;
        return [Config, isShort ? name.Map.Section : name.Map.Key, name.Name];
    }
}
