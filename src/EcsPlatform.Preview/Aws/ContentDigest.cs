using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EcsPlatform.Preview.Aws;

/// <summary>A digest of plain values that does not depend on the order of a map's keys.</summary>
internal static class ContentDigest
{
    /// <summary>The SHA-256 of a text, in lower-case hex.</summary>
    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The digest of a value of any depth.</summary>
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return OfText(text.ToString());
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case ImmutableDictionary<string, object> map:
                text.Append('{');
                foreach (var (key, item) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    WriteScalar(text, 'k', key);
                    Write(text, item);
                }

                text.Append('}');
                break;
            case ImmutableArray<object> list:
                text.Append('[');
                foreach (var item in list.IsDefault ? [] : list)
                {
                    Write(text, item);
                }

                text.Append(']');
                break;
            case string scalar:
                WriteScalar(text, 's', scalar);
                break;
            case double number:
                WriteScalar(text, 'n', number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case bool flag:
                WriteScalar(text, 'b', flag ? "true" : "false");
                break;
            default:
                WriteScalar(text, 'o', value?.ToString() ?? "");
                break;
        }
    }

    // The length in front keeps neighbours apart: "ab" + "c" differs from "a" + "bc".
    private static void WriteScalar(StringBuilder text, char kind, string scalar) =>
        text.Append(kind).Append(CultureInfo.InvariantCulture, $"{scalar.Length}:").Append(scalar);
}
