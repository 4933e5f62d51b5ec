namespace EcsPlatform.Networking;

/// <summary>
/// What an environment stands on: a VPC with public, private and, if asked for, isolated subnets in each zone, NAT, gateway endpoints,
/// flow logs, and a default security group that lets nothing through; or all that of a VPC that is there already. Besides, if asked for,
/// what workloads share: endpoints, peers, zones, certificates, a namespace, buckets and web ACLs.
/// </summary>
public sealed partial class BaseNetwork : ComponentResource
{
    private readonly BaseNetworkArgs _args;

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
        _args = args;

        var vpc = args.Vpc is VpcSource.Adopt adopt
            ? AdoptedVpc.Read(name, adopt, new CustomResourceOptions { Parent = this })
            : CreatedVpc.Add(name, args, (VpcSource.Create)args.Vpc, this);
        VpcId = vpc.VpcId;
        (PublicSubnetIds, PublicRouteTableIds) = vpc.Public;
        (PrivateSubnetIds, PrivateRouteTableIds) = vpc.Private;
        (IsolatedSubnetIds, IsolatedRouteTableIds) = vpc.Isolated;
        NatPublicIps = vpc.NatPublicIps;

        var children = new CustomResourceOptions { Parent = this };
        AddWaysOut(name, args, children);
        AddNames(name, args, children);
        AddServiceLog(name, args, children);
        AddBuckets(name, args);
        AddWebAcls(name, args);
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

    /// <summary>The public subnets' ids, in the order of the zones; none for an adopted VPC without them.</summary>
    [Output("publicSubnetIds")]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    /// <summary>The private subnets' ids, in the order of the zones.</summary>
    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>The isolated subnets' ids, in the order of the zones; none when there is no such tier.</summary>
    [Output("isolatedSubnetIds")]
    public Output<ImmutableArray<string>> IsolatedSubnetIds { get; private set; }

    /// <summary>The public subnets' route tables, in the order of the zones; none for an adopted VPC that does not give them.</summary>
    [Output("publicRouteTableIds")]
    public Output<ImmutableArray<string>> PublicRouteTableIds { get; private set; }

    /// <summary>The private subnets' route tables, in the order of the zones; none for an adopted VPC that does not give them.</summary>
    [Output("privateRouteTableIds")]
    public Output<ImmutableArray<string>> PrivateRouteTableIds { get; private set; }

    /// <summary>The isolated subnets' route tables, in the order of the zones; none when there is no such tier.</summary>
    [Output("isolatedRouteTableIds")]
    public Output<ImmutableArray<string>> IsolatedRouteTableIds { get; private set; }

    /// <summary>
    /// The NAT gateways' public addresses, from which others see the private subnets, in the order of the zones. AWS chooses
    /// them, and the VPC component alone knows them: offline they are unknown, which is why they are no output of the component.
    /// </summary>
    public Output<ImmutableArray<string>> NatPublicIps { get; }

    /// <summary>Finds which AWS services the private subnets cannot reach: what calls one waits until it fails.</summary>
    /// <param name="called">The services that are called.</param>
    /// <returns>Those without a way, sorted by name.</returns>
    internal ImmutableArray<InterfaceEndpointService> Missing(ImmutableArray<InterfaceEndpointService> called) => _args.Missing(called);
}
