using System.Collections.Immutable;

namespace EcsPlatform.Cli.Pins.Yaml;

/// <summary>A value that is to be written.</summary>
internal abstract record YamlValue
{
    private YamlValue()
    {
    }

    /// <summary>Text.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : YamlValue;

    /// <summary>An object.</summary>
    /// <param name="Entries">Its fields, in the order in which they are written.</param>
    public sealed record Fields(ImmutableArray<KeyValuePair<string, YamlValue>> Entries) : YamlValue;
}
