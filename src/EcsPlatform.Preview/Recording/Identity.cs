using System.Security.Cryptography;
using System.Text;
using EcsPlatform.Plans;

namespace EcsPlatform.Preview.Recording;

/// <summary>
/// What makes a resource this one and no other: its URN and the inputs whose change replaces it. Ids and ARNs follow from it, so a
/// replaced resource gets new ones and an updated one keeps them.
/// </summary>
internal static class Identity
{
    /// <summary>The identity of a resource.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(string urn, string type, PropertyValue.Map inputs)
    {
        var text = new StringBuilder(urn);
        foreach (var (name, value) in inputs.Entries)
        {
            if (Replacement.PartThatReplaces(type, name, value) is { } part)
            {
                text.Append('\n').Append(name).Append('=');
                Append(text, part);
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Append(StringBuilder text, PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.List list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case PropertyValue.Map map:
                text.Append('{');
                foreach (var (key, entry) in map.Entries)
                {
                    text.Append(key).Append(':');
                    Append(text, entry);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case PropertyValue.Text plain:
                text.Append('"').Append(plain.Value).Append('"');
                break;
            default:
                text.Append(value);
                break;
        }
    }
}
