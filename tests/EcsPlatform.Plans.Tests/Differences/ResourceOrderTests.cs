using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Tests.Differences;

public class ResourceOrderTests
{
    [Fact]
    public void What_a_resource_depends_on_comes_before_it_and_otherwise_the_URN_decides() =>
        Order(Resource("a", needs: ["c"]), Resource("b"), Resource("c")).ShouldBe(["b", "c", "a"]);

    [Fact]
    public void Who_needs_a_component_needs_everything_in_it() =>
        Order(Resource("a", needs: ["vpc"]), Resource("vpc") with { Custom = false }, Resource("z", parent: "vpc"), Resource("zz", parent: "z"))
            .ShouldBe(["vpc", "z", "zz", "a"]);

    [Fact]
    public void Who_needs_a_custom_resource_does_not_need_what_is_below_it() =>
        Order(Resource("vpc"), Resource("a", needs: ["vpc"]), Resource("z", parent: "vpc", needs: ["a"])).ShouldBe(["vpc", "a", "z"]);

    [Fact]
    public void A_child_that_needs_its_own_component_does_not_wait_for_itself() =>
        Order(Resource("a", parent: "vpc", needs: ["vpc"]), Resource("vpc") with { Custom = false }, Resource("b", parent: "a", needs: ["vpc"])).ShouldBe(["vpc", "a", "b"]);

    [Fact]
    public void Providers_and_properties_count_as_well() =>
        Order(
            Resource("a") with { Provider = "p::id" },
            Resource("b") with { PropertyDependencies = Resource("b").PropertyDependencies.Add("x", ["c"]) },
            Resource("c"),
            Resource("p")).ShouldBe(["c", "b", "p", "a"]);

    [Fact]
    public void A_cycle_does_not_hang() => Order(Resource("b", needs: ["a"]), Resource("a", needs: ["b"]), Resource("c")).ShouldBe(["c", "a", "b"]);

    private static IEnumerable<string> Order(params PlannedResource[] resources) => ResourceOrder.Of(resources, new ResourceTree(resources)).Select(resource => resource.Urn);

    private static PlannedResource Resource(string urn, string? parent = null, string[]? needs = null) =>
        new() { Urn = urn, Type = "t", Name = urn, Parent = parent, Dependencies = [.. needs ?? []] };
}
