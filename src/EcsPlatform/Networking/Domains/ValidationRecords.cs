namespace EcsPlatform.Networking;

/// <summary>
/// Which records validate certificates. ACM derives a record from the account and the domain alone: certificates of all regions
/// share it, and a wildcard shares that of its domain (https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html).
/// </summary>
internal static class ValidationRecords
{
    private const string Wildcard = "*.";

    /// <summary>The domain whose record validates a name.</summary>
    /// <param name="name">A domain, or <c>*.</c> and a domain.</param>
    /// <returns>The domain.</returns>
    public static string HostOf(string name) => name.StartsWith(Wildcard, StringComparison.Ordinal) ? name[Wildcard.Length..] : name;

    /// <summary>The domains whose records validate names.</summary>
    /// <param name="names">Domains and wildcards.</param>
    /// <returns>Each domain once, sorted.</returns>
    public static ImmutableArray<string> HostsOf(IEnumerable<string> names) =>
        [.. names.Select(HostOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
