using System.Text.RegularExpressions;

namespace EcsPlatform.Networking;

/// <summary>A tier of subnets that are there already.</summary>
/// <param name="Ids">The subnets' ids, in the order of the zones; none when the VPC has no such tier.</param>
public sealed partial record AdoptedSubnets(ImmutableArray<string> Ids)
{
    /// <summary>A tier that the VPC does not have.</summary>
    public static AdoptedSubnets None { get; } = new([]);

    /// <summary>
    /// The route tables' ids, in the order of the zones; the same one may serve several. Default: none are known, so that nobody can add
    /// routes or gateway endpoints to this tier.
    /// </summary>
    public ImmutableArray<string> RouteTableIds { get; init; } = [];

    /// <summary>Finds what is wrong with this tier.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="zones">The number of zones.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where, int zones)
    {
        foreach (var (list, ids, pattern, prefix) in new[]
        {
            ("ids", Ids, SubnetPattern(), "subnet-"),
            ("routeTableIds", RouteTableIds, RouteTablePattern(), "rtb-"),
        })
        {
            if (!ids.IsEmpty && ids.Length != zones)
            {
                yield return new Problem(
                    $"{where}.{list}", $"{ids.Length} for {zones} zones", "one for each zone, or none", "Give as many as zones, in the zones' order");
            }

            foreach (var id in ids.Where(id => !pattern.IsMatch(id)))
            {
                yield return new Problem($"{where}.{list}", $"'{id}'", $"{prefix} and 8 to 17 hexadecimal digits", "Give ids, not names");
            }
        }
    }

    [GeneratedRegex(@"\Asubnet-[0-9a-f]{8,17}\z")]
    private static partial Regex SubnetPattern();

    [GeneratedRegex(@"\Artb-[0-9a-f]{8,17}\z")]
    private static partial Regex RouteTablePattern();
}
