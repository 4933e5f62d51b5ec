using EcsPlatform.Plans;

namespace EcsPlatform.Preview.Rules;

/// <summary>Conditional replacement of networks, subnets, endpoints and security group rules.</summary>
internal static class NetworkConditions
{
    private static readonly string[] Peers = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

    public static IEnumerable<KeyValuePair<(string Type, string Input), ConditionalReplacement>> Rows { get; } =
    [
        KeyValuePair.Create(("aws:ec2/vpc:Vpc", "instanceTenancy"), Tenancy),
        KeyValuePair.Create(("aws:ec2/subnet:Subnet", "ipv6CidrBlock"), Ipv6Block),
        // A regional gateway chooses its zones itself as long as the program names none.
        KeyValuePair.Create(
            ("aws:ec2/natGateway:NatGateway", "availabilityZoneAddresses"), ConditionalReplacement.WhenItComesOrGoes("availabilityZoneAddresses")),
        KeyValuePair.Create(("aws:ec2/vpcEndpoint:VpcEndpoint", "privateDnsEnabled"), PrivateDns),
        .. Rules("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"),
        .. Rules("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"),
    ];

    // AWS lets go of dedicated tenancy, and of nothing else.
    private static ConditionalReplacement Tenancy => new(
        change => (From: TenancyOf(change.Old), To: TenancyOf(change.New)) is var tenancy
            && (tenancy.From != tenancy.To || tenancy.To == InputValues.Unreadable)
            && tenancy is not ("dedicated", "default"),
        inputs => TenancyOf(inputs) is "default" ? null : inputs.Given("instanceTenancy"));

    // "Created with": whether the flag was set later cannot be told, so that a flag that is set counts.
    private static ConditionalReplacement Ipv6Block => new(
        change => change.Old.Given("ipv6CidrBlock") is not null && change.Old.Flag("assignIpv6AddressOnCreation", false) is not false);

    private static ConditionalReplacement PrivateDns => new(
        change => !IsInterface(change.Old) && (change.Old.Flag("privateDnsEnabled", false), change.New.Flag("privateDnsEnabled", false)) is var (old, @new)
            && (old != @new || @new is null),
        inputs => IsInterface(inputs) || inputs.Flag("privateDnsEnabled", false) is false ? null : inputs.Given("privateDnsEnabled"));

    private static string TenancyOf(PropertyValue.Map inputs) => inputs.Text("instanceTenancy", "default");

    private static bool IsInterface(PropertyValue.Map inputs) => inputs.Text("vpcEndpointType", "Gateway") == "Interface";

    // A rule's peer can be changed, what kind of peer it is cannot.
    private static IEnumerable<KeyValuePair<(string Type, string Input), ConditionalReplacement>> Rules(string type) =>
        Peers.Select(peer => KeyValuePair.Create((type, peer), ConditionalReplacement.WhenItComesOrGoes(peer)));
}
