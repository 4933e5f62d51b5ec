using Pulumi.Awsx.Ec2;
using Pulumi.Awsx.Ec2.Inputs;

namespace EcsPlatform.Networking;

/// <summary>
/// What an environment stands on: a VPC with a public and a private subnet in each zone, NAT, the gateway endpoint of S3,
/// flow logs, and a default security group that lets nothing through.
/// </summary>
public sealed class BaseNetwork : ComponentResource
{
    /// <summary>Creates the network.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public BaseNetwork(string name, BaseNetworkArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:networking:BaseNetwork", name, options)
    {
        InvalidArgsException.ThrowIfAny($"BaseNetwork '{name}'", args.Problems(name));
        Account = args.Account;
        CidrBlock = args.CidrBlock;
        AvailabilityZones = args.AvailabilityZones;

        var vpc = new Vpc(name, Layout(args), new ComponentResourceOptions { Parent = this });
        VpcId = vpc.VpcId;
        PublicSubnetIds = vpc.PublicSubnetIds;
        PrivateSubnetIds = vpc.PrivateSubnetIds;

        var children = new CustomResourceOptions { Parent = this };
        _ = new Ec2.DefaultSecurityGroup($"{name}-default", new Ec2.DefaultSecurityGroupArgs { VpcId = VpcId }, children);
        FlowLogs.Add(name, VpcId, args.Account, args.FlowLogRetentionDays, children);
        RegisterOutputs();
    }

    /// <summary>Where the network lives.</summary>
    public AwsAccount Account { get; }

    /// <summary>The VPC's address range.</summary>
    public CidrBlock CidrBlock { get; }

    /// <summary>The zones' names, in the order of the subnets.</summary>
    public ImmutableArray<string> AvailabilityZones { get; }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The public subnets' ids, in the order of the zones.</summary>
    [Output("publicSubnetIds")]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    /// <summary>The private subnets' ids, in the order of the zones.</summary>
    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    private static VpcArgs Layout(BaseNetworkArgs args) => new()
    {
        CidrBlock = args.CidrBlock.ToString(),
        AvailabilityZoneNames = [.. args.AvailabilityZones],
        EnableDnsHostnames = true,
        EnableDnsSupport = true,
        SubnetStrategy = SubnetAllocationStrategy.Auto,
        SubnetSpecs =
        [
            Tier(SubnetType.Public, "public", args.SubnetPlan.Public),
            Tier(SubnetType.Private, "private", args.SubnetPlan.Private),
        ],
        NatGateways = new NatGatewayConfigurationArgs
        {
            Strategy = args.Nat switch
            {
                NatStrategy.None => NatGatewayStrategy.None,
                NatStrategy.Single => NatGatewayStrategy.Single,
                _ => NatGatewayStrategy.OnePerAz,
            },
        },
        VpcEndpointStrategy = VpcEndpointStrategy.Auto,
        VpcEndpointSpecs = args.S3GatewayEndpoint ? [S3Endpoint(args.Account.Region)] : [],
    };

    private static SubnetSpecArgs Tier(SubnetType type, string name, ImmutableArray<CidrBlock> blocks) => new()
    {
        Type = type,
        Name = name,
        CidrBlocks = [.. blocks.Select(block => block.ToString())],
    };

    private static VpcEndpointSpecArgs S3Endpoint(string region) => new()
    {
        ServiceName = $"com.amazonaws.{region}.s3",
        VpcEndpointType = "Gateway",
    };
}
