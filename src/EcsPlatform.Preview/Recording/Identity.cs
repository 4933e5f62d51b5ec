using System.Security.Cryptography;
using System.Text;
using EcsPlatform.Plans;
using EcsPlatform.Preview.Rules;
using Pulumi.Facts;

namespace EcsPlatform.Preview.Recording;

/// <summary>
/// What makes a resource this one and no other: its URN and the inputs whose change replaces it. Ids and ARNs follow from it, so a
/// replaced resource gets new ones and an updated one keeps them.
/// </summary>
internal static class Identity
{
    /// <summary>The identity of a resource.</summary>
    /// <param name="urn">The resource's URN.</param>
    /// <param name="type">Its type.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="region">Where its provider works: to name that region or to name none is the same.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(string urn, string type, PropertyValue.Map inputs, string region)
    {
        var text = new StringBuilder(urn);
        foreach (var (name, value) in inputs.Entries)
        {
            if (PartThatReplaces(type, name, value, inputs, region) is { } part)
            {
                text.Append('\n').Append(name).Append('=');
                Append(text, part);
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static PropertyValue? PartThatReplaces(string type, string name, PropertyValue value, PropertyValue.Map inputs, string region) =>
        KnownTypes.Resource(type)?.Inputs.Find(input => input.Name == name) is not { } input ? null
        : input.Replaces switch
        {
            Replacing.Sometimes => ConditionalReplacement.Of(type, name).Identity?.Invoke(inputs),
            Replacing.Region when value == new PropertyValue.Text(region) => null,
            _ => Replacement.PartThatReplaces(type, input, value),
        };

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
