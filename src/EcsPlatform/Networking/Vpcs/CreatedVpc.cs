using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Awsx.Ec2;
using Pulumi.Awsx.Ec2.Inputs;

namespace EcsPlatform.Networking;

/// <summary>Makes a VPC with <c>awsx:ec2:Vpc</c>.</summary>
internal static class CreatedVpc
{
    /// <summary>Adds the VPC with its subnets, routes, NAT gateways and gateway endpoints, its flow logs, and empties its default security group.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="args">The network's arguments, without problems.</param>
    /// <param name="create">The VPC.</param>
    /// <param name="parent">The network.</param>
    /// <returns>What is known of the VPC.</returns>
    public static VpcOutputs Add(string name, BaseNetworkArgs args, VpcSource.Create create, Resource parent)
    {
        var plan = create.Subnets.PlanOf(args.CidrBlock, args.AvailabilityZones.Length);
        var options = new ComponentResourceOptions { Parent = parent };
        if (!create.PublicIpsOnLaunch)
        {
            options.ResourceTransforms.Add(WithoutPublicIps);
        }

        var vpc = new Vpc(name, Layout(args, create, plan), options);

        var children = new CustomResourceOptions { Parent = parent };
        _ = new Ec2.DefaultSecurityGroup($"{name}-default", new Ec2.DefaultSecurityGroupArgs { VpcId = vpc.VpcId }, children);
        FlowLogs.Add(name, vpc.VpcId, create.FlowLog, args.Account, children);

        return new VpcOutputs(
            vpc.VpcId,
            Outputs(vpc.PublicSubnetIds, plan.Public.Length, parent),
            Outputs(vpc.PrivateSubnetIds, plan.Private.Length, parent),
            Outputs(vpc.IsolatedSubnetIds, plan.Isolated.Length, parent),
            PublicIps(vpc, create.Nat));
    }

    // The component gives public subnets public addresses and has no setting against it; the engine lets its parent change its children
    // (https://www.pulumi.com/docs/iac/concepts/options/transforms/).
    private static Task<ResourceTransformResult?> WithoutPublicIps(ResourceTransformArgs args, CancellationToken cancellationToken) =>
        Task.FromResult<ResourceTransformResult?>(args.Type == "aws:ec2/subnet:Subnet"
            ? new ResourceTransformResult(args.Args.SetItem("mapPublicIpOnLaunch", false), args.Options)
            : null);

    private static VpcArgs Layout(BaseNetworkArgs args, VpcSource.Create create, SubnetPlan plan) => new()
    {
        CidrBlock = args.CidrBlock.ToString(),
        AvailabilityZoneNames = [.. args.AvailabilityZones],
        EnableDnsHostnames = true,
        EnableDnsSupport = true,
        SubnetStrategy = SubnetAllocationStrategy.Auto,
        SubnetSpecs =
        [
            Tier(SubnetType.Public, "public", plan.Public),
            Tier(SubnetType.Private, "private", plan.Private),
            .. plan.Isolated.IsEmpty ? [] : new[] { Tier(SubnetType.Isolated, "isolated", plan.Isolated) },
        ],
        NatGateways = new NatGatewayConfigurationArgs
        {
            Strategy = create.Nat switch
            {
                NatStrategy.None => NatGatewayStrategy.None,
                NatStrategy.Single => NatGatewayStrategy.Single,
                _ => NatGatewayStrategy.OnePerAz,
            },
        },
        VpcEndpointStrategy = VpcEndpointStrategy.Auto,
        VpcEndpointSpecs = [.. create.GatewayEndpoints.Select(endpoint => Endpoint(args.Account.Region, endpoint))],
    };

    private static SubnetSpecArgs Tier(SubnetType type, string name, ImmutableArray<CidrBlock> blocks) => new()
    {
        Type = type,
        Name = name,
        CidrBlocks = [.. blocks.Select(block => block.ToString())],
    };

    private static VpcEndpointSpecArgs Endpoint(string region, GatewayEndpoint endpoint) => new()
    {
        ServiceName = $"com.amazonaws.{region}.{(endpoint == GatewayEndpoint.S3 ? "s3" : "dynamodb")}",
        VpcEndpointType = "Gateway",
    };

    // The component lists its route tables without saying whose they are; each subnet has one of its own, which AWS tells.
    private static TierOutputs Outputs(Output<ImmutableArray<string>> subnetIds, int subnets, Resource parent) => new(
        subnetIds,
        Output.All(Enumerable.Range(0, subnets).Select(zone => Ec2.GetRouteTables.Invoke(
            new Ec2.GetRouteTablesInvokeArgs
            {
                Filters = { new GetRouteTablesFilterInputArgs { Name = "association.subnet-id", Values = { subnetIds.GetAt(zone) } } },
            },
            new InvokeOptions { Parent = parent }).Apply(found => found.Ids[0]))));

    // Outside an engine the component gives no resources, only their ids.
    private static Output<ImmutableArray<string>> PublicIps(Vpc vpc, NatStrategy nat) => nat == NatStrategy.None
        ? Output.Create(ImmutableArray<string>.Empty)
        : vpc.NatGateways.Apply(gateways => Output.All(gateways.IsDefault ? [] : gateways.Select(gateway => gateway.PublicIp)));
}
