using EcsPlatform.Plans;

namespace EcsPlatform.Preview.Rules;

/// <summary>
/// Conditional replacement of load balancers. The documentation of the resource says for which type what is possible in place:
/// https://github.com/hashicorp/terraform-provider-aws/issues/32987 and https://github.com/hashicorp/terraform-provider-aws/issues/33205
/// </summary>
internal static class LoadBalancerConditions
{
    private const string Type = "aws:lb/loadBalancer:LoadBalancer";

    public static IEnumerable<KeyValuePair<(string Type, string Input), ConditionalReplacement>> Rows { get; } =
    [
        KeyValuePair.Create((Type, "securityGroups"), SecurityGroups),
        KeyValuePair.Create((Type, "subnets"), Subnets),
        KeyValuePair.Create((Type, "subnetMappings"), SubnetMappings),
        KeyValuePair.Create((Type, "secondaryIpsAutoAssignedPerSubnet"), SecondaryAddresses),
    ];

    // A network load balancer has security groups from the start or never.
    private static ConditionalReplacement SecurityGroups => new(
        change => IsNetwork(change.New) && change.Old.Given("securityGroups") is null != change.New.Given("securityGroups") is null,
        inputs => IsNetwork(inputs) && inputs.Given("securityGroups") is not null ? ConditionalReplacement.Present : null);

    // One plan cannot tell a list that grew from one that changed; where it grows at its end, its first subnet stays.
    private static ConditionalReplacement Subnets => new(
        change => IsNetwork(change.New)
            && (change.Old.Items("subnets"), change.New.Items("subnets")) is var (old, @new) && !(@new?.Length > old?.Length),
        inputs => IsNetwork(inputs) ? inputs.Items("subnets")?.FirstOrDefault() : null);

    private static ConditionalReplacement SubnetMappings => new(ChangesMapping, inputs => inputs.Items("subnetMappings")?.FirstOrDefault());

    private static ConditionalReplacement SecondaryAddresses => new(
        change => IsNetwork(change.New)
            && !(change.New.Count("secondaryIpsAutoAssignedPerSubnet") >= change.Old.Count("secondaryIpsAutoAssignedPerSubnet")));

    // Only an application load balancer gives a mapping up; no load balancer changes one.
    private static bool ChangesMapping(ChangeOfInput input) => input.Change switch
    {
        { Path.Segments.Length: 2, Old: null } => false,
        { Path.Segments.Length: 2, New: null } => IsNetwork(input.New),
        _ => !KeepsMappings(input),
    };

    // Positions move when a mapping goes, so that the lists count and not what stands at a position.
    private static bool KeepsMappings(ChangeOfInput input)
    {
        if (input.Old.Items("subnetMappings") is not { } old || input.New.Items("subnetMappings") is not { } @new)
        {
            return false;
        }

        var kept = old.Intersect(@new).Count();
        return kept == old.Length || (kept == @new.Length && !IsNetwork(input.New));
    }

    private static bool IsNetwork(PropertyValue.Map inputs) => inputs.Text("loadBalancerType", "application") is "network" or InputValues.Unreadable;
}
