namespace EcsPlatform.Networking;

/// <summary>Makes standing security groups that let their members out.</summary>
internal static class EgressGroups
{
    /// <summary>Adds a group; its rules are resources of their own, so that more can be added from elsewhere.</summary>
    /// <param name="name">The name of what it belongs to.</param>
    /// <param name="args">What may leave, without problems.</param>
    /// <param name="vpcId">The VPC.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What is known of the group.</returns>
    public static EgressGroupOutputs Add(string name, EgressGroupArgs args, Input<string> vpcId, CustomResourceOptions options)
    {
        var (group, internet) = SecurityGroups.AddWithEgress($"{name}-egress", $"Ways out of {name}", vpcId, args.Internet, options);
        return new EgressGroupOutputs(group.Id, [.. internet, .. EgressPath.Open($"{name}-egress", group.Id, args.Peers, options)]);
    }
}

/// <summary>What is known of a standing security group.</summary>
/// <param name="SecurityGroupId">The group's id, for its members.</param>
/// <param name="Rules">The rules that let out: what needs a way out depends on them, or they go first.</param>
public sealed record EgressGroupOutputs(Output<string> SecurityGroupId, ImmutableArray<Resource> Rules);
