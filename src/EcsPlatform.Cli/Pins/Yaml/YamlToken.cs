using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace EcsPlatform.Cli.Pins.Yaml;

/// <summary>Writes text as YAML.</summary>
internal static partial class YamlToken
{
    /// <summary>Writes a text in a style, or in double quotes when the style cannot say it.</summary>
    /// <param name="value">The text.</param>
    /// <param name="style">The style.</param>
    public static string Of(string value, ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted when Fits(value, style) => $"'{value}'",
        ScalarStyle.DoubleQuoted when Fits(value, style) => $"\"{value}\"",
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => JsonSerializer.Serialize(value),
        _ => Fits(value, ScalarStyle.Plain) ? value : JsonSerializer.Serialize(value),
    };

    /// <summary>Writes a text in place of a value, and leaves its quotes, its anchor and its tag as they are.</summary>
    /// <param name="written">The value as it stands.</param>
    /// <param name="old">What it says.</param>
    /// <param name="style">Its style.</param>
    /// <param name="value">What it shall say.</param>
    public static string Replace(string written, string old, ScalarStyle style, string value) =>
        old.Length > 0 && written.LastIndexOf(old, StringComparison.Ordinal) is >= 0 and var at && Fits(value, style)
            ? string.Concat(written.AsSpan(0, at), value, written.AsSpan(at + old.Length))
            : Of(value, style) + written[written.TrimEnd().Length..];

    private static bool Fits(string value, ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => !value.Contains('\'', StringComparison.Ordinal) && !value.Any(char.IsControl),
        ScalarStyle.DoubleQuoted => !value.Any(c => c is '"' or '\\' || char.IsControl(c)),
        ScalarStyle.Literal or ScalarStyle.Folded => Simple().IsMatch(value),
        _ => Simple().IsMatch(value) && !Meaning().IsMatch(value),
    };

    // Nothing that is more than text in a line, in braces or not.
    [GeneratedRegex(@"\A[A-Za-z0-9_/](?:[A-Za-z0-9_./@+=-]|:(?=[A-Za-z0-9]))*\z")]
    private static partial Regex Simple();

    // What a plain value would not be text for: null, yes, no, and all numbers, also those of YAML 1.1 (https://yaml.org/type/float.html).
    [GeneratedRegex(@"\A(?:null|true|false|yes|no|on|off|y|n|[0-9][0-9_,:.]*(?:e[-+]?[0-9]*)?|0[xob][0-9a-f_]*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Meaning();
}
