namespace EcsPlatform.Networking;

/// <summary>The Availability Zones of AWS's regions.</summary>
public static class RegionZones
{
    // https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html lists them by region. Three zones
    // are lettered a, b, c; these regions have others. Which letters an older account sees of them is its own: all are listed here.
    private static readonly ImmutableSortedDictionary<string, string> Letters = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        .. Regions("abc",
            "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2",
            "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ca-west-1", "eu-central-1",
            "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1",
            "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-2", "us-west-1"),
        .. Regions("abcd", "ap-northeast-1", "ap-northeast-2", "ca-central-1", "us-west-2"),
        .. Regions("abcdef", "us-east-1"),
    ]);

    /// <summary>The names of a region's zones.</summary>
    /// <param name="region">For example <c>eu-west-1</c>.</param>
    /// <returns>For example <c>eu-west-1a</c>, sorted; none for a region that is not known here.</returns>
    public static ImmutableArray<string> Of(string region) =>
        Letters.TryGetValue(region, out var letters) ? [.. letters.Select(letter => $"{region}{letter}")] : [];

    /// <summary>Finds zones that a region does not have. Of a region that is not known here, only names that are not its own.</summary>
    /// <param name="where">What the zones belong to, for the messages: a config key or a component.</param>
    /// <param name="region">The region.</param>
    /// <param name="zones">The zones' names.</param>
    /// <returns>The problems, none when the region has the zones.</returns>
    public static IEnumerable<Problem> Problems(string where, string region, ImmutableArray<string> zones)
    {
        var known = Of(region);
        foreach (var zone in zones)
        {
            if (!zone.StartsWith(region, StringComparison.Ordinal) || zone.Length <= region.Length)
            {
                yield return new Problem(where, $"'{zone}'", $"zones of {region}", "Name a zone of the stack's region");
            }
            else if (!known.IsEmpty && !known.Contains(zone))
            {
                yield return new Problem(
                    where, $"'{zone}'", string.Join(", ", known), $"{region} has {known.Length} zones: name one of them, or leave this one out");
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Regions(string letters, params string[] regions) =>
        regions.Select(region => KeyValuePair.Create(region, letters));
}
