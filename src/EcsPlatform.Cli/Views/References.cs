using System.Collections.Immutable;
using System.Globalization;
using EcsPlatform.Plans;

namespace EcsPlatform.Cli.Views;

/// <summary>
/// Which resource a text comes from. Ids and ARNs are made up by the preview or by AWS: the resource's name says more, and says the same in
/// every plan.
/// </summary>
internal sealed class References
{
    // Shorter ones turn up by chance.
    private const int Shortest = 5;

    // Outputs that name their resource and no other.
    private static readonly ImmutableHashSet<string> Names = ["arn", "dnsName", "id", "name"];

    private readonly Dictionary<string, PlannedResource> _resources;
    private readonly Lazy<Dictionary<string, string?>> _owners;

    /// <summary>Takes the texts of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public References(Plan plan)
    {
        _resources = plan.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        _owners = new(Owners);
    }

    /// <summary>The resource that a whole text names; null when it names none, or more than one.</summary>
    public string? Owner(string text) => text.Length < Shortest ? null : _owners.Value.GetValueOrDefault(text);

    /// <summary>Whether a whole text is among what a resource puts out.</summary>
    public bool PutsOut(string urn, string text) => _resources.TryGetValue(urn, out var resource)
        && (resource.Id == text || Scalars(resource.Outputs).Contains(text));

    /// <summary>A text with what names a resource replaced by <c>‹name›</c>.</summary>
    public string Named(string text, string urn) => !_resources.TryGetValue(urn, out var resource) ? text
        : Own(resource).OrderByDescending(own => own.Length).ThenBy(own => own, StringComparer.Ordinal)
            .Aggregate(text, (named, own) => named.Replace(own, Named(urn), StringComparison.Ordinal));

    /// <summary>How a resource is named in the middle of a value.</summary>
    public static string Named(string urn) => $"‹{ResourceName.Short(urn)}›";

    /// <summary>The text of a value without parts, as providers take it; null for other values.</summary>
    public static string? Scalar(PropertyValue? value) => value switch
    {
        PropertyValue.Text text => text.Value,
        PropertyValue.Number number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        PropertyValue.Boolean boolean => boolean.Value ? "true" : "false",
        _ => null,
    };

    private Dictionary<string, string?> Owners()
    {
        var owners = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var resource in _resources.Values)
        {
            foreach (var text in Own(resource))
            {
                owners[text] = owners.ContainsKey(text) ? null : resource.Urn;
            }
        }

        return owners;
    }

    // What the program gave itself, a fixed name for example, names nothing but itself.
    private static IEnumerable<string> Own(PlannedResource resource)
    {
        if (!resource.Custom)
        {
            return [];
        }

        var given = Scalars(resource.Inputs).ToHashSet(StringComparer.Ordinal);
        return resource.Outputs.Entries
            .Where(output => Names.Contains(output.Key) || output.Key.EndsWith("Arn", StringComparison.Ordinal))
            .Select(output => (output.Value as PropertyValue.Text)?.Value).Prepend(resource.Id).OfType<string>()
            .Where(text => text.Length >= Shortest && !given.Contains(text))
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Scalars(PropertyValue value) => value switch
    {
        PropertyValue.Map map => map.Entries.Values.SelectMany(Scalars),
        PropertyValue.List list => list.Items.SelectMany(Scalars),
        _ => Scalar(value) is { } text ? [text] : [],
    };
}
