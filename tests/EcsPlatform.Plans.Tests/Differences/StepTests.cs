using static EcsPlatform.Plans.Tests.Differences.Things;
using static EcsPlatform.Plans.Tests.Files.Plans;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>The order in which an update is carried out.</summary>
public class StepTests
{
    [Fact]
    public void What_is_needed_is_made_before_and_goes_after()
    {
        var (a, b, c) = (Thing("a"), Thing("b"), Thing("c"));
        var plan = Of(a.Using("p", b), b with { Dependencies = [c.Urn] }, c);
        Compared.Steps(Of(), plan).ShouldBe(["Create c", "Create b", "Create a"]);
        Compared.Steps(plan, Of()).ShouldBe(["Delete a", "Delete b", "Delete c"]);
    }

    [Fact]
    public void Without_need_the_urn_decides() => Compared.Steps(Of(Thing("z"), Thing("y")), Of(Thing("b"), Thing("a")))
        .ShouldBe(["Create a", "Create b", "Delete z", "Delete y"]);

    [Fact]
    public void Parents_providers_and_what_a_resource_goes_with_come_first()
    {
        var provider = Resource("z", "pulumi:providers:test");
        var parent = Thing("y");
        var with = Thing("x");
        var plan = Of(provider, parent, with, Thing("a").Below(parent) with { Provider = $"{provider.Urn}::1", DeletedWith = with.Urn });
        Compared.Steps(Of(), plan).ShouldBe(["Create z", "Create x", "Create y", "Create a"]);
        Compared.Steps(plan, Of()).ShouldBe(["Delete a", "Delete y", "Delete x", "Delete z"]);
    }

    [Fact]
    public void What_needs_a_component_is_made_after_everything_below_it()
    {
        var group = Component("group");
        var inner = Component("inner").Below(group);
        Compared.Steps(Of(), Of(group, inner, Thing("z").Below(inner), Thing("a").Using("p", group))).ShouldBe(["Create z", "Create a"]);
        // A child may name its own component, which means the component alone.
        Compared.Steps(Of(), Of(group, Thing("b").Below(group), Thing("a").Below(group).Using("p", group))).ShouldBe(["Create a", "Create b"]);
    }

    [Fact]
    public void Components_are_no_steps() => Compared.Steps(Of(Component("a")), Of(Component("b"))).ShouldBeEmpty();

    [Fact]
    public void What_is_retained_is_forgotten_only()
    {
        var kept = Thing("x", ("kind", Text("a"))) with { RetainOnDelete = true };
        Compared.Steps(Of(kept), Of()).ShouldBe(["Retain x"]);
        Compared.Steps(Of(kept), Of(kept with { Inputs = Map(("kind", Text("b"))) })).ShouldBe(["CreateReplacement x", "Retain x"]);
        // What counts is what the last update recorded.
        Compared.Steps(Of(kept with { RetainOnDelete = false }), Of(kept with { Inputs = Map(("kind", Text("b"))) })).ShouldBe(["CreateReplacement x", "DeleteReplaced x"]);
    }

    [Fact]
    public void What_one_needs_through_another_that_stays_still_goes_after_it()
    {
        var (a, b, c) = (Thing("a"), Thing("b"), Thing("c"));
        Compared.Steps(Of(a.Using("p", b), b.Using("p", c), c), Of(b)).ShouldBe(["Delete a", "Delete c"]);
        Compared.Steps(Of(c.Using("p", b), b.Using("p", a), a), Of(b)).ShouldBe(["Delete c", "Delete a"]);
    }

    [Fact]
    public void A_cycle_by_hand_ends_in_the_order_of_urns()
    {
        var (a, b) = (Thing("a"), Thing("b"));
        Compared.Steps(Of(), Of(a.Using("p", b), b.Using("p", a), Thing("c"))).ShouldBe(["Create c", "Create a", "Create b"]);
    }

    [Fact]
    public void A_need_that_no_plan_holds_is_no_need() => Compared.Steps(Of(), Of(Thing("a") with { Dependencies = [Urn("elsewhere")], Parent = Urn("nobody") }))
        .ShouldBe(["Create a"]);

    [Fact]
    public void A_long_chain_deleted_first_goes_from_its_end()
    {
        Plan Chain(string kind) => Of([.. Enumerable.Range(0, 3000).Select(i => i == 0
            ? Thing("0000", ("kind", Text(kind))) with { DeleteBeforeReplace = true }
            : Thing($"{i:D4}", ("of", Text("same"))).Using("of", Thing($"{i - 1:D4}")))]);
        Compared.Steps(Chain("a"), Chain("b")).ShouldBe([
            .. Enumerable.Range(0, 3000).Select(i => $"DeleteReplaced {2999 - i:D4}"),
            .. Enumerable.Range(0, 3000).Select(i => $"CreateReplacement {i:D4}"),
        ]);
    }
}
