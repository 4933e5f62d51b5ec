namespace EcsPlatform.Networking;

/// <summary>
/// A further VPC in which a private zone's names resolve, for example one that is peered with this one; peering alone does not bring names along.
/// </summary>
public sealed record AssociatedVpc
{
    /// <summary>A name that this VPC keeps, a DNS label: the association's name bears it.</summary>
    public required string Name { get; init; }

    /// <summary>The VPC, which has DNS support and DNS host names.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The VPC's region. Default: null, the region of this side.</summary>
    public string? Region { get; init; }

    /// <summary>Whose VPC it is. Default: the zone's own account.</summary>
    public VpcOwner Owner { get; init; } = new VpcOwner.SameAccount();

    /// <summary>Finds what is wrong with a zone's further VPCs.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <param name="vpcs">The VPCs.</param>
    /// <param name="own">The account and the region of this side.</param>
    /// <returns>The problems, none when they are right.</returns>
    internal static IEnumerable<Problem> Problems(string where, ImmutableArray<AssociatedVpc> vpcs, AwsAccount own)
    {
        // The zone's own network, where it is associated, has this name.
        foreach (var vpc in vpcs.Where(vpc => !DnsName.IsLabel(vpc.Name) || vpc.Name == PrivateZoneVpcs.Network))
        {
            yield return new Problem(
                $"{where}.name", $"'{vpc.Name}'", $"{DnsName.ValidLabels}, and not '{PrivateZoneVpcs.Network}'", "Choose a name that the association can bear");
        }

        foreach (var problem in vpcs.Where(vpc => vpc.Region is not null).SelectMany(vpc => (own with { Region = vpc.Region! }).Problems($"{where}.{vpc.Name}")))
        {
            yield return problem;
        }

        foreach (var same in vpcs.GroupBy(vpc => vpc.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new Problem(where, $"'{same.Key}' {same.Count()} times", "each name once", "Leave the others out, or name them apart");
        }
    }
}

/// <summary>
/// Whose VPC a private zone should be associated with. For a VPC of another account the zone's owner authorizes, and the VPC's owner
/// associates (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs-different-accounts.html).
/// </summary>
public abstract record VpcOwner
{
    private VpcOwner()
    {
    }

    /// <summary>The zone's own account.</summary>
    public sealed record SameAccount : VpcOwner;

    /// <summary>Another account: the association is authorized here, and the VPC's owner makes it.</summary>
    public sealed record OtherAccount : VpcOwner
    {
        /// <summary>A provider that may associate for the VPC's owner at once. Default: null, the owner does it later.</summary>
        public ProviderResource? Provider { get; init; }
    }
}
