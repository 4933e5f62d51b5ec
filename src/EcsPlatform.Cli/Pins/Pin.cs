using EcsPlatform.Cli.Pins.Yaml;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli.Pins;

/// <summary>What a name is pinned to.</summary>
internal abstract record Pin
{
    private Pin()
    {
    }

    /// <summary>The map that holds it.</summary>
    public abstract PinMap Map { get; }

    /// <summary>The digest, <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public abstract string Digest { get; }

    /// <summary>The pin as the map holds it.</summary>
    public abstract YamlValue Value { get; }

    /// <summary>A container image.</summary>
    /// <param name="Reference">The image.</param>
    public sealed record Image(ImageReference Reference) : Pin
    {
        /// <inheritdoc/>
        public override PinMap Map => PinMap.Images;

        /// <inheritdoc/>
        public override string Digest => Reference.Digest;

        /// <inheritdoc/>
        public override YamlValue Value => new YamlValue.Text(Reference.ToString());

        /// <inheritdoc/>
        public override string ToString() => Reference.ToString();
    }

    /// <summary>A JAR.</summary>
    /// <param name="Object">The object in the bucket.</param>
    public sealed record Jar(JarPin Object) : Pin
    {
        /// <summary>How a JAR is written in one line.</summary>
        public const string ValidValues = "key?versionId=VERSION@sha256: and 64 lower-case hexadecimal digits";

        /// <summary>What stands before the version.</summary>
        public const string VersionMark = "?versionId=";

        /// <inheritdoc/>
        public override PinMap Map => PinMap.Jars;

        /// <inheritdoc/>
        public override string Digest => $"{PinText.DigestMark}{Object.Sha256}";

        /// <inheritdoc/>
        public override YamlValue Value => new YamlValue.Fields(
        [
            KeyValuePair.Create<string, YamlValue>("key", new YamlValue.Text(Object.Key)),
            KeyValuePair.Create<string, YamlValue>("version", new YamlValue.Text(Object.Version)),
            KeyValuePair.Create<string, YamlValue>("sha256", new YamlValue.Text(Object.Sha256)),
        ]);

        /// <inheritdoc/>
        public override string ToString() => $"{Object.Key}{VersionMark}{Object.Version}@{Digest}";
    }
}

/// <summary>One of the two maps of pins in a stack's config.</summary>
internal sealed record PinMap
{
    private PinMap(string section, string one) => (Section, One) = (section, one);

    /// <summary>The images.</summary>
    public static PinMap Images { get; } = new("images", "image");

    /// <summary>The JARs.</summary>
    public static PinMap Jars { get; } = new("jars", "jar");

    /// <summary>Both, as they follow each other in a new file.</summary>
    public static IEnumerable<PinMap> All => [Images, Jars];

    /// <summary>The config key, without the namespace.</summary>
    public string Section { get; }

    /// <summary>What one of its pins is called; the same word as in expected scopes.</summary>
    public string One { get; }

    /// <summary>The config key.</summary>
    public string Key => $"{PlatformSettings.Namespace}:{Section}";
}

/// <summary>Which pin: its map and its name.</summary>
/// <param name="Map">The map.</param>
/// <param name="Name">The name.</param>
internal readonly record struct PinName(PinMap Map, string Name)
{
    /// <summary>The pin's config key, as messages name it.</summary>
    public string Key => $"{Map.Key}.{Name}";

    /// <summary>The pin's name, as expected scopes name it.</summary>
    public override string ToString() => $"{Map.One}:{Name}";
}
