namespace EcsPlatform.Networking;

/// <summary>What is known of a VPC, whether it was created or adopted.</summary>
/// <param name="VpcId">Its id.</param>
/// <param name="Public">The public tier.</param>
/// <param name="Private">The private tier.</param>
/// <param name="Isolated">The isolated tier.</param>
/// <param name="NatPublicIps">The NAT gateways' public addresses, in the order of the zones.</param>
internal sealed record VpcOutputs(
    Output<string> VpcId, TierOutputs Public, TierOutputs Private, TierOutputs Isolated, Output<ImmutableArray<string>> NatPublicIps);

/// <summary>What is known of a tier of subnets.</summary>
/// <param name="SubnetIds">The subnets' ids, in the order of the zones.</param>
/// <param name="RouteTableIds">The route tables' ids, in the order of the zones.</param>
internal sealed record TierOutputs(Output<ImmutableArray<string>> SubnetIds, Output<ImmutableArray<string>> RouteTableIds);
