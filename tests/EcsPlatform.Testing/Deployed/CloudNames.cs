using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Deployed;

/// <summary>
/// The ids, name suffixes and counters that a cloud would have chosen, for those that the preview made up. One made-up part is the same
/// real part wherever it stands, so references stay references.
/// </summary>
internal sealed partial class CloudNames
{
    private const string PreviewMoment = "2000-01-01T00:00:00Z";
    private const string PreviewMomentOfValidation = "2000-01-01 00:00:00 +0000 UTC";

    private static readonly ImmutableHashSet<string> Counters = ["revision", "latestVersion", "defaultVersion"];

    private readonly Dictionary<string, string> _real;

    private CloudNames(Dictionary<string, string> real) => _real = real;

    /// <summary>Finds the parts that a plan's resources answer without having been given them, and makes others.</summary>
    public static CloudNames Of(Plan plan)
    {
        var given = plan.Resources
            .SelectMany(resource => resource.Inputs.Entries.Where(entry => !resource.PropertyDependencies.ContainsKey(entry.Key)))
            .SelectMany(entry => Parts(entry.Value)).ToHashSet(StringComparer.Ordinal);
        var counters = plan.Resources
            .SelectMany(resource => resource.Outputs.Entries.Where(entry => Counters.Contains(entry.Key)))
            .SelectMany(entry => Parts(entry.Value)).Where(part => part.Length > 3).ToHashSet(StringComparer.Ordinal);
        var made = plan.Resources.Where(resource => resource.Custom)
            .SelectMany(resource => Answered(resource).Except(Parts(resource.Inputs), StringComparer.Ordinal))
            .Where(part => (MadeUp.IsMatch(part) || counters.Contains(part)) && !given.Contains(part))
            .Distinct(StringComparer.Ordinal).OrderBy(part => part.Length).ThenBy(part => part, StringComparer.Ordinal);

        var real = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in made)
        {
            // A route's id begins with that of its table.
            const int id = 17;
            real[part] = counters.Contains(part) ? Digest.Counter(part)
                : part.Length > id && real.TryGetValue(part[..id], out var start) ? start + part[id..]
                : Real(part);
        }

        return new CloudNames(real);
    }

    /// <summary>The same JSON under the cloud's names.</summary>
    public JsonNode In(JsonNode node) => JsonTree.Map(node, leaf => leaf.GetValueKind() switch
    {
        JsonValueKind.String => JsonValue.Create(In((string)leaf!)),
        JsonValueKind.Number when _real.TryGetValue(leaf.ToJsonString(), out var number) => JsonNode.Parse(number)!,
        _ => leaf.DeepClone(),
    });

    /// <summary>The id of a resource: a provider's is no name.</summary>
    public static string? IdOf(PlannedResource resource, string? id) =>
        resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) ? Digest.Uuid(resource.Urn) : id;

    /// <summary>A provider's URN and id.</summary>
    public static string ProviderReference(string reference)
    {
        var urn = reference[..reference.LastIndexOf("::", StringComparison.Ordinal)];
        return $"{urn}::{Digest.Uuid(urn)}";
    }

    private string In(string text) =>
        text == PreviewMoment ? Digest.Moment(text)
        : text == PreviewMomentOfValidation ? $"{Digest.Moment(text)} +0000 UTC".Replace('T', ' ').Replace("Z ", " ", StringComparison.Ordinal)
        : text.StartsWith("urn:pulumi:", StringComparison.Ordinal) ? text
        : Decoded(text) is { } decoded ? Convert.ToBase64String(Encoding.UTF8.GetBytes(Replaced(decoded)))
        : Replaced(text);

    private string Replaced(string text) =>
        Part.Replace(Placeholder.Replace(text, match => $"real-{Digest.Hex(17, match.Value)}"), match => _real.GetValueOrDefault(match.Value, match.Value));

    // User data is given to instances as Base64.
    private static string? Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return text.Length >= 24 && Convert.TryFromBase64String(text, bytes, out var count) && Encoding.UTF8.GetString(bytes, 0, count) is var decoded
            && decoded.All(character => character is '\n' or '\t' or (>= ' ' and < '\u007f')) ? decoded : null;
    }

    private static string Real(string part) =>
        part.All(char.IsAsciiDigit) ? Digest.Digits(part.Length, part)
        : char.IsAsciiLetterUpper(part[0]) ? part[..4] + Digest.Upper(part.Length - 4, part)
        : part[0] == '0' ? "0" + Digest.Hex(part.Length - 1, part)
        : Digest.Hex(part.Length, part);

    private static HashSet<string> Answered(PlannedResource resource) =>
        [.. Parts(resource.Outputs), .. resource.Id is { } id ? Parts(new PropertyValue.Text(id)) : []];

    private static IEnumerable<string> Parts(PropertyValue value) => value switch
    {
        PropertyValue.Text text => Part.Matches(Decoded(text.Value) ?? text.Value).Select(match => match.Value),
        PropertyValue.Number number => [JsonSerializer.Serialize(number.Value)],
        PropertyValue.List list => list.Items.SelectMany(Parts),
        PropertyValue.Map map => map.Entries.Values.SelectMany(Parts),
        _ => [],
    };

    [GeneratedRegex(@"\[looked up: .*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex("[0-9A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Part { get; }

    // Hexadecimal digits, numbers, the ids of Cloud Map, of IAM, of distributions, and of VPC origins.
    [GeneratedRegex(@"\A([0-9a-f]{7,}|[0-9]{5,}|(?=[a-z]*[0-9])[0-9a-z]{16}|A[A-Z]{3}[A-Z2-7]{17}|E[0-9A-Z]{13}|[A-Za-z]{22})\z", RegexOptions.CultureInvariant)]
    private static partial Regex MadeUp { get; }
}
