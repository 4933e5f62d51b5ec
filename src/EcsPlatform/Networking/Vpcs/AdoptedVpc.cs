namespace EcsPlatform.Networking;

/// <summary>Reads a VPC that is there already.</summary>
internal static class AdoptedVpc
{
    /// <summary>Reads the VPC, its subnets and route tables.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="adopt">The VPC, without problems.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What is known of it.</returns>
    public static VpcOutputs Read(string name, VpcSource.Adopt adopt, CustomResourceOptions options) => new(
        Ec2.Vpc.Get(name, adopt.VpcId, options: options).Id,
        Tier($"{name}-public", adopt.Public, options),
        Tier($"{name}-private", adopt.Private, options),
        Tier($"{name}-isolated", adopt.Isolated, options),
        Output.Create(adopt.NatPublicIps));

    private static TierOutputs Tier(string name, AdoptedSubnets tier, CustomResourceOptions options)
    {
        var subnets = tier.Ids.Select((id, i) => Ec2.Subnet.Get($"{name}-{i + 1}", id, options: options).Id).ToList();
        // Zones may share a route table: it is read once, under the number of its first zone.
        var tables = tier.RouteTableIds.Distinct().ToDictionary(
            id => id, id => Ec2.RouteTable.Get($"{name}-{tier.RouteTableIds.IndexOf(id) + 1}", id, options: options).Id);
        return new TierOutputs(Output.All(subnets), Output.All(tier.RouteTableIds.Select(id => tables[id])));
    }
}
