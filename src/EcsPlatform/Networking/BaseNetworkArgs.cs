namespace EcsPlatform.Networking;

/// <summary>What a <see cref="BaseNetwork"/> is made of.</summary>
public sealed partial record BaseNetworkArgs
{
    /// <summary>AWS allows VPCs from /16 to /28 (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html).</summary>
    public const int ShortestVpcPrefix = 16;

    /// <summary>Where the network lives.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The VPC's address range, /16 to /28.</summary>
    public required CidrBlock CidrBlock { get; init; }

    /// <summary>The zones' names, for example <c>eu-west-1a</c>: each gets a subnet of each tier. Two or more, for a load balancer needs two.</summary>
    public required ImmutableArray<string> AvailabilityZones { get; init; }

    /// <summary>Where the VPC comes from. Default: a new one.</summary>
    public VpcSource Vpc { get; init; } = new VpcSource.Create();

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

        foreach (var problem in RegionZones.Problems($"{where}.zones", Account.Region, AvailabilityZones)
            .Concat(Vpc.Problems(where, CidrBlock, AvailabilityZones))
            .Concat(SharedProblems(where)))
        {
            yield return problem;
        }
    }
}
