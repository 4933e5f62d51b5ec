using EcsPlatform.Networking;

namespace EcsPlatform.Storage;

/// <summary>The subnets of a file system's mount targets: one in each zone of the network.</summary>
public abstract record MountTargetSubnets
{
    private MountTargetSubnets()
    {
    }

    /// <summary>The network's private subnets.</summary>
    public sealed record Private : MountTargetSubnets;

    /// <summary>Other subnets of the network, for example isolated ones.</summary>
    /// <param name="SubnetIds">The subnets' ids by zone.</param>
    public sealed record ByZone(ImmutableSortedDictionary<string, Input<string>> SubnetIds) : MountTargetSubnets;

    /// <summary>Finds what is wrong with these subnets.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="zones">The network's zones.</param>
    /// <returns>The problems, none when they are right.</returns>
    public IEnumerable<Problem> Problems(string where, ImmutableArray<string> zones)
    {
        if (this is not ByZone byZone)
        {
            yield break;
        }

        var all = string.Join(", ", zones);
        if (byZone.SubnetIds.IsEmpty)
        {
            yield return new Problem($"{where}.subnets", "no zone", $"one subnet in each zone of the network: {all}", "Name a subnet for each zone");
            yield break;
        }

        foreach (var zone in zones.Except(byZone.SubnetIds.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            yield return new Problem($"{where}.subnets", $"none in {zone}", $"one in each zone of the network: {all}", "Name a subnet of that zone");
        }

        foreach (var zone in byZone.SubnetIds.Keys.Except(zones, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            yield return new Problem($"{where}.subnets", $"one in {zone}", $"zones of the network: {all}", "Leave it out or correct the zone");
        }
    }

    /// <summary>The subnet of each zone.</summary>
    /// <param name="network">The network.</param>
    /// <returns>The zones in the network's order, each with its subnet.</returns>
    internal IEnumerable<(string Zone, Input<string> SubnetId)> In(BaseNetwork network) => this is ByZone byZone
        ? network.AvailabilityZones.Select(zone => (zone, byZone.SubnetIds[zone]))
        : network.AvailabilityZones.Select((zone, i) => (zone, (Input<string>)network.PrivateSubnetIds.GetAt(i)));
}
