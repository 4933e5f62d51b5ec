using System.Collections.Immutable;
using System.Text.Json;

namespace EcsPlatform.Plans.Files;

/// <summary>Reads property values of the export format. Throws <see cref="FormatException"/> with what was found and what it must be.</summary>
/// <param name="texts">Keeps the names of properties.</param>
internal sealed class ValueReader(SharedTexts texts)
{
    private readonly Dictionary<string, PropertyValue.Secret> _secrets = new(StringComparer.Ordinal);

    /// <summary>Reads a value.</summary>
    /// <param name="element">The value.</param>
    /// <returns>The same as a property's value.</returns>
    public PropertyValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => PropertyValue.Null.Value,
        JsonValueKind.True => new PropertyValue.Boolean(true),
        JsonValueKind.False => new PropertyValue.Boolean(false),
        JsonValueKind.Number => Number(element),
        JsonValueKind.String => Text(element.GetString()!),
        JsonValueKind.Array => new PropertyValue.List([.. element.EnumerateArray().Select(Read)]),
        _ => element.TryGetProperty(Signatures.Key, out var signature) ? Signed(element, signature) : Map(element),
    };

    private static PropertyValue.Number Number(JsonElement element) =>
        element.GetDouble() is var number && double.IsFinite(number)
            ? new PropertyValue.Number(number)
            : throw new FormatException($"found {element.GetRawText()}; it must be a number of 64 bits");

    private static PropertyValue Text(string text) => text == Signatures.Unknown ? PropertyValue.Unknown.Value : new PropertyValue.Text(text);

    private PropertyValue.Map Map(JsonElement element)
    {
        var entries = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var name = texts.Of(property.Name);
            if (!entries.TryAdd(name, Read(property.Value)))
            {
                throw new FormatException($"found {name} twice in an object; it must be given once");
            }
        }

        return new PropertyValue.Map(entries.ToImmutable());
    }

    private PropertyValue Signed(JsonElement element, JsonElement signature) =>
        (signature.ValueKind == JsonValueKind.String ? signature.GetString() : signature.GetRawText()) switch
        {
            Signatures.Secret => Secret(element),
            Signatures.Asset or Signatures.Archive => new PropertyValue.Asset(AssetKind(element, signature.GetString()!)),
            Signatures.ResourceReference => Text(Member(element, "urn") ?? Member(element, "id") ?? throw Lacks("resource reference", "urn or id")),
            Signatures.OutputValue => Output(element),
            Signatures.LaidOutJson => element.TryGetProperty("value", out var json) ? new PropertyValue.Text(JsonText.Of(json)) : throw Lacks("laid out JSON", "value"),
            var unknown => throw new FormatException($"found a value of the unknown kind '{unknown}'; write the file anew with the Pulumi CLI that is in use"),
        };

    private PropertyValue.Secret Secret(JsonElement element) =>
        Member(element, "plaintext") is { } plaintext ? Hidden(plaintext)
        : element.TryGetProperty("value", out var value) ? Hidden(value.GetRawText())
        : new PropertyValue.Secret(SecretMark.OfCiphertext(Member(element, "ciphertext") ?? ""));

    private PropertyValue.Secret Hidden(string plaintext)
    {
        if (!_secrets.TryGetValue(plaintext, out var secret))
        {
            secret = new PropertyValue.Secret(SecretMark.OfPlaintext(plaintext));
            _secrets.Add(plaintext, secret);
        }

        return secret;
    }

    private PropertyValue Output(JsonElement element)
    {
        var known = element.TryGetProperty("value", out var value);
        return element.TryGetProperty("secret", out var secret) && secret.ValueKind == JsonValueKind.True
            ? known ? Hidden(value.GetRawText()) : new PropertyValue.Secret(SecretMark.Generic)
            : known ? Read(value) : PropertyValue.Unknown.Value;
    }

    // A plan names the class of an asset; the engine tells it by the member that it has.
    private static string AssetKind(JsonElement element, string signature) => Member(element, "kind")
        ?? (element, signature) switch
        {
            var (asset, kind) when asset.TryGetProperty("path", out _) => kind == Signatures.Archive ? "FileArchive" : "FileAsset",
            var (asset, kind) when asset.TryGetProperty("uri", out _) => kind == Signatures.Archive ? "RemoteArchive" : "RemoteAsset",
            var (_, kind) => kind == Signatures.Archive ? "AssetArchive" : "StringAsset",
        };

    private static string? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static FormatException Lacks(string kind, string member) => new($"found a {kind} without {member}; write the file anew");
}
