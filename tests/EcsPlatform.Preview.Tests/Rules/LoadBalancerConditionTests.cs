using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Preview.Rules;
using static EcsPlatform.Preview.Aws.PlainValues;
using static EcsPlatform.Preview.Tests.Rules.Changes;

namespace EcsPlatform.Preview.Tests.Rules;

public sealed class LoadBalancerConditionTests
{
    private const string Type = "aws:lb/loadBalancer:LoadBalancer";

    [Theory]
    [InlineData("network", "", "a", true)]
    [InlineData("network", "a", "", true)]
    [InlineData("network", "a", "b", false)]
    [InlineData("network", "a", null, false)]
    [InlineData("application", "", "a", false)]
    [InlineData("application", "a", "", false)]
    public void A_network_load_balancer_has_security_groups_from_the_start_or_never(string kind, string old, string? @new, bool replaces) =>
        Replaces(Type, "securityGroups", Lists(kind, "securityGroups", old), Lists(kind, "securityGroups", @new)).ShouldBe(replaces);

    [Theory]
    [InlineData("network", "a,b", "a,c", true)]
    [InlineData("network", "a,b", "a", true)]
    [InlineData("network", "a,b", "a,b,c", false)]
    [InlineData("network", "a,b", null, false)]
    [InlineData("application", "a,b", "a,c", false)]
    public void A_network_load_balancer_gets_more_subnets_and_no_others(string kind, string old, string? @new, bool replaces) =>
        Replaces(Type, "subnets", Lists(kind, "subnets", old), Lists(kind, "subnets", @new)).ShouldBe(replaces);

    [Theory]
    [InlineData("network", 2d, 1d, true)]
    [InlineData("network", 1d, 2d, false)]
    [InlineData("application", 2d, 1d, false)]
    public void A_network_load_balancer_gets_more_secondary_addresses_and_no_fewer(string kind, double old, double @new, bool replaces) => Replaces(
        Type, "secondaryIpsAutoAssignedPerSubnet",
        Values(("loadBalancerType", kind), ("secondaryIpsAutoAssignedPerSubnet", old)),
        Values(("loadBalancerType", kind), ("secondaryIpsAutoAssignedPerSubnet", @new))).ShouldBe(replaces);

    [Theory]
    [InlineData("network", "a,b", "a,b,c", false)]
    [InlineData("network", "a,b", "a", true)]
    [InlineData("network", "a,b", "a,c", true)]
    [InlineData("application", "a,b", "a,b,c", false)]
    [InlineData("application", "a,b", "a", false)]
    [InlineData("application", "a,b", "a,c", true)]
    public void A_mapping_that_changes_replaces_the_load_balancer_and_one_that_goes_only_a_network_one(string kind, string old, string @new, bool replaces) =>
        Replaces(Type, "subnetMappings", Mappings(kind, old), Mappings(kind, @new)).ShouldBe(replaces);

    [Theory]
    [InlineData("network", false, true, false)]
    [InlineData("network", true, false, true)]
    [InlineData("application", true, false, false)]
    [InlineData("application", true, true, true)]
    public void A_mapping_with_a_key_is_judged_alone(string kind, bool was, bool becomes, bool replaces)
    {
        var (old, @new) = (Resource(Type, Mappings(kind, "a")), Resource(Type, Mappings(kind, "b")));
        ResourceRules.Instance.Replaces(old, @new, new PropertyChange(Path("subnetMappings", "#a"), Mapping(was, "x"), Mapping(becomes, "y")))
            .ShouldBe(replaces);
    }

    [Theory]
    [InlineData("a", "a+", true)]
    [InlineData("a,b,c", "b,c", false)]
    public void What_differs_at_a_position_may_be_a_mapping_that_moved(string old, string @new, bool replaces)
    {
        var (before, after) = (Resource(Type, Mappings("application", old)), Resource(Type, Mappings("application", @new)));
        ResourceRules.Instance.Replaces(before, after, new PropertyChange(
            Path("subnetMappings", "0", "subnetId"), new PropertyValue.Text("a"), new PropertyValue.Text("b"))).ShouldBe(replaces);
    }

    private static PropertyValue.Map Lists(string kind, string input, string? items) => items is null
        ? Values(("loadBalancerType", kind))
        : Values(("loadBalancerType", kind), (input, List(items.Split(',', StringSplitOptions.RemoveEmptyEntries))));

    private static PropertyValue.Map Mappings(string kind, string subnets) =>
        Values(("loadBalancerType", kind), ("subnetMappings", List(subnets.Split(',').Select(subnet => Map(("subnetId", subnet))))));

    private static PropertyValue.Map? Mapping(bool exists, string address) => exists ? Values(("subnetId", "a"), ("allocationId", address)) : null;
}
