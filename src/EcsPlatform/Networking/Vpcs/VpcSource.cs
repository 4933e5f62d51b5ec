using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace EcsPlatform.Networking;

/// <summary>Where the VPC itself comes from.</summary>
public abstract partial record VpcSource
{
    private VpcSource()
    {
    }

    /// <summary>A new VPC, whose default security group lets nothing through.</summary>
    public sealed record Create : VpcSource
    {
        /// <summary>The subnets' tiers and ranges. Default: a public and a private one in each zone, of equal sizes.</summary>
        public SubnetRanges Subnets { get; init; } = new SubnetRanges.Equal();

        /// <summary>How private subnets reach the internet. Default: a NAT gateway in each zone.</summary>
        public NatStrategy Nat { get; init; } = NatStrategy.PerZone;

        /// <summary>
        /// True gives each instance that is launched in a public subnet a public address. Load balancers and NAT gateways have theirs
        /// without it. Default: false.
        /// </summary>
        public bool PublicIpsOnLaunch { get; init; }

        /// <summary>
        /// The AWS services that all subnets reach without NAT, which costs nothing
        /// (https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html). Default: S3, from which images' layers come.
        /// </summary>
        public ImmutableSortedSet<GatewayEndpoint> GatewayEndpoints { get; init; } = [GatewayEndpoint.S3];

        /// <summary>Which traffic is logged, and where. Default: all, in a log group of its own, for 90 days.</summary>
        public FlowLog FlowLog { get; init; } = new FlowLog.CloudWatch();
    }

    /// <summary>
    /// A VPC that is there already, in the network's account and region. It and its subnets are read, so that a preview fails when they
    /// are not there, and neither changed nor deleted; its endpoints, flow logs and default security group are those who manage it.
    /// </summary>
    /// <param name="VpcId">For example <c>vpc-0123456789abcdef0</c>.</param>
    public sealed record Adopt(string VpcId) : VpcSource
    {
        /// <summary>The subnets that reach the internet through NAT, or not at all.</summary>
        public required AdoptedSubnets Private { get; init; }

        /// <summary>The subnets that have a route to the internet gateway. Default: none.</summary>
        public AdoptedSubnets Public { get; init; } = AdoptedSubnets.None;

        /// <summary>The subnets without a route to the internet. Default: none.</summary>
        public AdoptedSubnets Isolated { get; init; } = AdoptedSubnets.None;

        /// <summary>The NAT gateways' public IPv4 addresses, which others let in. Default: none are known.</summary>
        public ImmutableArray<string> NatPublicIps { get; init; } = [];
    }

    /// <summary>Finds what is wrong with this source.</summary>
    /// <param name="where">What it belongs to, for the messages: a config key or a component.</param>
    /// <param name="vpc">The VPC's range.</param>
    /// <param name="zones">The zones' names.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, CidrBlock vpc, ImmutableArray<string> zones) => this switch
    {
        Create create => [.. create.Subnets.Problems(where, vpc, zones), .. create.FlowLog.Problems($"{where}.flowLog")],
        Adopt adopt => Problems(adopt, where, zones.Length),
        _ => throw new InvalidOperationException($"{GetType().Name} is no source that is known here."),
    };

    private static IEnumerable<Problem> Problems(Adopt adopt, string where, int zones)
    {
        if (!VpcPattern().IsMatch(adopt.VpcId))
        {
            yield return new Problem($"{where}.vpcId", $"'{adopt.VpcId}'", "vpc- and 8 to 17 hexadecimal digits", "Give the VPC's id, not its name");
        }

        if (adopt.Private.Ids.IsEmpty)
        {
            yield return new Problem($"{where}.private.ids", "none", "a subnet for each zone", "Give the private subnets' ids: instances and tasks run in them");
        }

        foreach (var problem in adopt.Public.Problems($"{where}.public", zones)
            .Concat(adopt.Private.Problems($"{where}.private", zones))
            .Concat(adopt.Isolated.Problems($"{where}.isolated", zones)))
        {
            yield return problem;
        }

        foreach (var subnet in new[] { adopt.Public, adopt.Private, adopt.Isolated }.SelectMany(tier => tier.Ids).CountBy(id => id).Where(id => id.Value > 1))
        {
            yield return new Problem(where, $"{subnet.Key} {subnet.Value} times", "each subnet once", "Name a subnet in one tier and for one zone");
        }

        foreach (var address in adopt.NatPublicIps.Where(address => !IsAddress(address)))
        {
            yield return new Problem($"{where}.natPublicIps", $"'{address}'", "IPv4 addresses such as 203.0.113.7", "Give the NAT gateways' public addresses");
        }
    }

    private static bool IsAddress(string text) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork && address.ToString() == text;

    [GeneratedRegex(@"\Avpc-[0-9a-f]{8,17}\z")]
    private static partial Regex VpcPattern();
}
