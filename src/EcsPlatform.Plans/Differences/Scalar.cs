using System.Globalization;

namespace EcsPlatform.Plans.Differences;

/// <summary>Values without parts.</summary>
internal static class Scalar
{
    /// <summary>The text of a text, number or boolean: providers take one for the other; null for anything else.</summary>
    public static string? Text(PropertyValue? value) => value switch
    {
        PropertyValue.Text text => text.Value,
        PropertyValue.Number number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        PropertyValue.Boolean boolean => boolean.Value ? "true" : "false",
        _ => null,
    };

    /// <summary>Every text in a value, with where it stands.</summary>
    public static IEnumerable<(string Path, string Text)> Texts(PropertyValue value, string path = "")
    {
        switch (value)
        {
            case PropertyValue.Map map:
                return map.Entries.SelectMany(entry => Texts(entry.Value, $"{path}.{entry.Key}"));
            case PropertyValue.List list:
                return list.Items.SelectMany((item, i) => Texts(item, $"{path}[{i}]"));
            default:
                return Text(value) is { Length: > 0 } text ? [(path, text)] : [];
        }
    }
}
