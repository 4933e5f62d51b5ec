namespace EcsPlatform.Networking;

/// <summary>What a <see cref="BaseNetwork"/> is made of.</summary>
public sealed record BaseNetworkArgs
{
    /// <summary>AWS allows VPCs from /16 to /28 (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html).</summary>
    public const int ShortestVpcPrefix = 16;

    /// <summary>Where the network lives.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The VPC's address range, /16 to /28.</summary>
    public required CidrBlock CidrBlock { get; init; }

    /// <summary>The zones' names, for example <c>eu-west-1a</c>: each gets a public and a private subnet. Two or more, for a load balancer needs two.</summary>
    public required ImmutableArray<string> AvailabilityZones { get; init; }

    /// <summary>The subnets' ranges. Default: <see cref="SubnetPlan.Compute"/>.</summary>
    public SubnetPlan? Subnets { get; init; }

    /// <summary>How private subnets reach the internet. Default: a NAT gateway in each zone.</summary>
    public NatStrategy Nat { get; init; } = NatStrategy.PerZone;

    /// <summary>True adds the gateway endpoint of S3, which costs nothing and takes S3 traffic off the NAT gateways. Default: true.</summary>
    public bool S3GatewayEndpoint { get; init; } = true;

    /// <summary>How long flow logs are kept, in days, one of CloudWatch's retention periods. Default: 90.</summary>
    public int FlowLogRetentionDays { get; init; } = 90;

    /// <summary>The ranges that the VPC's subnets get, given or computed.</summary>
    internal SubnetPlan SubnetPlan => Subnets ?? SubnetPlan.Compute(CidrBlock, AvailabilityZones.Length);

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages: a config key or a component.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in Account.Problems($"{where}.account"))
        {
            yield return problem;
        }

        if (CidrBlock.PrefixLength is < ShortestVpcPrefix or > SubnetPlan.LongestPrefix)
        {
            yield return new Problem(
                $"{where}.cidr", $"{CidrBlock}", $"/{ShortestVpcPrefix} to /{SubnetPlan.LongestPrefix}", "Choose a size that AWS allows for a VPC");
        }

        if (AvailabilityZones.Length < 2 || AvailabilityZones.Distinct().Count() != AvailabilityZones.Length)
        {
            yield return new Problem(
                $"{where}.zones",
                $"[{string.Join(", ", AvailabilityZones)}]",
                "two or more different zones",
                "List the zones' names: a load balancer needs two");
        }

        foreach (var zone in AvailabilityZones.Where(zone => !zone.StartsWith(Account.Region, StringComparison.Ordinal) || zone.Length <= Account.Region.Length))
        {
            yield return new Problem($"{where}.zones", $"'{zone}'", $"zones of {Account.Region}", "Name a zone of the stack's region");
        }

        if (Subnets is not null)
        {
            foreach (var problem in Subnets.Problems(where, CidrBlock, AvailabilityZones))
            {
                yield return problem;
            }
        }
        else if (CidrBlock.PrefixLength + 4 > SubnetPlan.LongestPrefix || AvailabilityZones.Length > 8)
        {
            yield return new Problem(
                $"{where}.cidr",
                $"{CidrBlock} for {AvailabilityZones.Length} zones",
                "/24 or larger and up to 8 zones, when the subnets' ranges are computed",
                "Choose a larger range, or give publicSubnets and privateSubnets");
        }

        if (!LogRetention.Allowed.Contains(FlowLogRetentionDays))
        {
            yield return LogRetention.Problem($"{where}.flowLogRetentionDays", FlowLogRetentionDays);
        }
    }
}
