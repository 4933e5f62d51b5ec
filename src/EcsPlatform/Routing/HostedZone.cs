using System.Text.RegularExpressions;

namespace EcsPlatform.Routing;

/// <summary>A Route 53 hosted zone that exists.</summary>
/// <param name="ZoneId">For example <c>Z0123456789ABCDEFGHIJ</c>.</param>
/// <param name="DomainName">For example <c>library.example.org</c>.</param>
public sealed partial record HostedZone(string ZoneId, string DomainName)
{
    /// <summary>Finds what is wrong with this zone.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!IdPattern().IsMatch(ZoneId))
        {
            yield return new Problem($"{where}.zoneId", $"'{ZoneId}'", "Z and up to 31 capital letters and digits", "Give the id of the hosted zone, not its name");
        }

        if (!DnsName.IsDomain(DomainName))
        {
            yield return new Problem($"{where}.domain", $"'{DomainName}'", DnsName.ValidDomains, "Give the zone's name");
        }
    }

    /// <summary>Tells whether a name lies in this zone.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it is the zone's domain or below it.</returns>
    public bool Holds(string name) => name == DomainName || name.EndsWith($".{DomainName}", StringComparison.Ordinal);

    // At most 32 characters: https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html
    [GeneratedRegex(@"\AZ[0-9A-Z]{1,31}\z")]
    private static partial Regex IdPattern();
}
