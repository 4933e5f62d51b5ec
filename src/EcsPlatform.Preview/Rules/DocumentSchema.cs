using System.Text.RegularExpressions;
using EcsPlatform.Plans;

namespace EcsPlatform.Preview.Rules;

/// <summary>The schema version of a Systems Manager document, which stands in its content, in JSON or in YAML.</summary>
internal static partial class DocumentSchema
{
    /// <summary>Whether the version is 1 and something, or cannot be read.</summary>
    public static bool MayBeFirst(PropertyValue.Map inputs) => inputs.Given("content") switch
    {
        PropertyValue.Json { Content: PropertyValue.Map content } => content.Text("schemaVersion", InputValues.Unreadable) is var version
            && (version == InputValues.Unreadable || version.StartsWith("1.", StringComparison.Ordinal)),
        PropertyValue.Text text when Version().Match(text.Value) is { Success: true } version => version.Groups["major"].Value == "1",
        _ => true,
    };

    [GeneratedRegex("""["']?schemaVersion["']?\s*:\s*["']?(?<major>[0-9]+)\.""", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
