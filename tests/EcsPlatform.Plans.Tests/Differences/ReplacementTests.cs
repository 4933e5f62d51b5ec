using EcsPlatform.Plans.Differences;
using static EcsPlatform.Plans.Tests.Differences.Things;
using static EcsPlatform.Plans.Tests.Files.Plans;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>What replaces a resource, what that does to others, and in which order it happens.</summary>
public class ReplacementTests
{
    [Fact]
    public void A_replacement_replaces_what_cannot_follow_in_place_and_updates_the_rest()
    {
        var (old, @new) = (Chain("a", "1"), Chain("b", "2"));
        Compared.Lines(old, @new).ShouldBe([
            "Replace a", "  kind: a -> b, replaces",
            "Replace b", "  of: id-a1 -> id-a2, replaces, follows from a",
            "Update c", "  p: id-b1 -> id-b2, follows from b",
        ]);
        Compared.Steps(old, @new).ShouldBe(["CreateReplacement a", "CreateReplacement b", "Update c", "DeleteReplaced b", "DeleteReplaced a"]);
    }

    [Fact]
    public void What_goes_with_a_resource_deleted_first_is_deleted_before_it()
    {
        var (old, @new) = (Chain("a", "1", deleteFirst: true), Chain("b", "2", deleteFirst: true));
        Compared.Lines(old, @new).Where(line => !line.StartsWith(' ')).ShouldBe(["Replace a, deleted first", "Replace b, deleted first", "Update c"]);
        Compared.Steps(old, @new).ShouldBe(["DeleteReplaced b", "DeleteReplaced a", "CreateReplacement a", "CreateReplacement b", "Update c"]);
    }

    [Fact]
    public void It_goes_even_if_its_inputs_stay_and_so_changes_what_refers_to_it()
    {
        PlannedResource[] Plan(string kind, bool first)
        {
            var a = Thing("a", ("kind", Text(kind)), ("name", Text("given"))).With("given") with { DeleteBeforeReplace = first };
            var b = Thing("b", ("of", Text("given"))).Using("of", a).With("id-of-b");
            return [a, b, Thing("c", ("p", Text("x/id-of-b"))).Using("p", b)];
        }

        Compared.Lines(Of(Plan("a", first: true)), Of(Plan("b", first: true))).ShouldBe([
            "Replace a, deleted first", "  kind: a -> b, replaces",
            "Replace b, deleted first", "  of: given -> given, replaces, follows from a",
            "Update c", "  p: x/id-of-b -> x/id-of-b, follows from b",
        ]);
        Compared.Lines(Of(Plan("a", first: false)), Of(Plan("b", first: false))).ShouldBe(["Replace a", "  kind: a -> b, replaces"]);
    }

    [Fact]
    public void A_resource_without_a_place_in_the_new_plan_goes_before_what_it_cannot_outlive()
    {
        var a = Thing("a", ("kind", Text("a"))).With("id-a");
        var gone = Thing("b", ("of", Text("id-a"))).Using("of", a);
        Compared.Steps(Of(a, gone), Of(Thing("a", ("kind", Text("b"))).With("id-b") with { DeleteBeforeReplace = true }))
            .ShouldBe(["Delete b", "DeleteReplaced a", "CreateReplacement a"]);
    }

    [Fact]
    public void What_uses_it_no_more_or_only_waits_for_it_stays()
    {
        var a = Thing("a", ("kind", Text("a"))).With("id-a") with { DeleteBeforeReplace = true };
        var first = Thing("a", ("kind", Text("b"))).With("id-b") with { DeleteBeforeReplace = true };
        Compared.Lines(
            Of(a, Thing("b", ("of", Text("id-a"))).Using("of", a), Thing("c") with { Dependencies = [a.Urn] }),
            Of(first, Thing("b", ("of", Text("else"))), Thing("c") with { Dependencies = [a.Urn] }))
            .ShouldBe(["Replace a, deleted first", "  kind: a -> b, replaces", "Replace b", "  of: id-a -> else, replaces"]);
    }

    [Theory]
    [InlineData("p", true)]
    [InlineData("p.a", true)]
    [InlineData("p.b", false)]
    [InlineData("p[*]", true)]
    [InlineData("p.*", true)]
    [InlineData("*", true)]
    [InlineData("l[0].v", false)]
    [InlineData("l[1].v", true)]
    [InlineData("l[*].v", true)]
    [InlineData("l[web].v", false)]
    [InlineData("""["p"].a""", true)]
    [InlineData("j", true)]
    [InlineData("j.a", false)]
    public void ReplaceOnChanges_replaces_for_what_it_names(string pattern, bool replaces) => Compared.Lines(
        Of(Values("1")), Of(Values("2") with { ReplaceOnChanges = [pattern] })).First().ShouldBe($"{(replaces ? "Replace" : "Update")} x");

    [Theory]
    [InlineData("p", "j.a l[web].v")]
    [InlineData("p.a", "j.a l[web].v")]
    [InlineData("p.b", "j.a l[web].v p.a")]
    [InlineData("l[1].v", "j.a p.a")]
    [InlineData("l[0].v", "j.a l[web].v p.a")]
    [InlineData("l[2].v", "j.a l[web].v p.a")]
    [InlineData("l[*].v", "j.a p.a")]
    [InlineData("l[*]", "j.a p.a")]
    [InlineData("j", "l[web].v p.a")]
    [InlineData("j.a", "j.a l[web].v p.a")]
    [InlineData("*", "")]
    public void IgnoreChanges_keeps_what_it_names_as_it_was(string pattern, string left)
    {
        var change = PlanComparison.Compare(Of(Values("1")), Of(Values("2") with { IgnoreChanges = [pattern] }), new TestRules()).Changes.Single();
        string.Join(' ', change.Inputs.Select(input => input.Path)).ShouldBe(left);
        string.Join(' ', change.Inputs.Concat(change.Ignored).Select(input => $"{input.Path}").Order()).ShouldBe("j.a l[web].v p.a");
        change.Operation.ShouldBe(left.Length == 0 ? Operation.Same : Operation.Update);
    }

    [Fact]
    public void IgnoreChanges_keeps_out_what_was_not_there_and_brings_back_what_was()
    {
        Compared.Lines(Of(Thing("x")), Of(Thing("x", ("p", Text("1"))) with { IgnoreChanges = ["p"] })).First().ShouldBe("Same x");
        Compared.Lines(Of(Thing("x", ("p", Text("1")))), Of(Thing("x") with { IgnoreChanges = ["p"] })).First().ShouldBe("Same x");
    }

    [Theory]
    [InlineData("l[*]")]
    [InlineData("l[1]")]
    [InlineData("l[1].v")]
    [InlineData("m.a")]
    public void IgnoreChanges_keeps_nothing_where_the_way_leads_into_one_value_only(string pattern) => Compared.Lines(
        Of(Thing("x", ("l", List(Text("a"))), ("m", Map(("a", Text("1")))))),
        Of(Thing("x", ("l", List(Text("b"), Text("c"))), ("m", Text("2"))) with { IgnoreChanges = [pattern] }))
        .ShouldBe(["Update x", "  l[0]: a -> b", "  l[1]: none -> c", "  m: {a: 1} -> 2", $"  ignoreChanges:  -> {pattern}"]);

    [Fact]
    public void An_ignored_change_replaces_nothing() => Compared.Lines(
        Of(Thing("x", ("kind", Text("a")))), Of(Thing("x", ("kind", Text("b"))) with { IgnoreChanges = ["kind"] }))
        .ShouldBe(["Same x", "  ignores kind: a -> b", "  ignoreChanges:  -> kind"]);

    [Fact]
    public void Another_type_or_another_ownership_is_another_resource()
    {
        var read = Thing("x") with { External = true };
        Compared.Lines(Of(Resource("x")), Of(Thing("x") with { Aliases = [Resource("x").Urn] })).ShouldBe(["Replace x from x"]);
        Compared.Lines(Of(read), Of(Thing("x"))).ShouldBe(["Replace x"]);
        Compared.Steps(Of(read), Of(Thing("x"))).ShouldBe(["CreateReplacement x"]);
        Compared.Steps(Of(Thing("x")), Of(read)).ShouldBe(["DeleteReplaced x"]);
    }

    [Fact]
    public void Reading_a_resource_is_no_step()
    {
        var read = Thing("x", ("kind", Text("a"))) with { External = true };
        Compared.Lines(Of(read), Of(read with { Inputs = Map(("kind", Text("b"))) })).ShouldBe(["Update x", "  kind: a -> b, replaces"]);
        Compared.Steps(Of(read), Of(read with { Inputs = Map(("kind", Text("b"))) })).ShouldBeEmpty();
        Compared.Steps(Of(read), Of()).ShouldBeEmpty();
    }

    private static PlannedResource Values(string value) => Thing(
        "x",
        ("p", Map(("a", Text(value)), ("b", Text("same")))),
        ("l", List(Map(("name", Text("zone")), ("v", Text("same"))), Map(("name", Text("web")), ("v", Text(value))))),
        ("j", Text($$"""{"a":"{{value}}"}""")));

    // a is replaced by its kind, b is replaced with a, c follows b in place.
    private static Plan Chain(string kind, string version, bool deleteFirst = false)
    {
        var a = Thing("a", ("kind", Text(kind))).With($"id-a{version}") with { DeleteBeforeReplace = deleteFirst };
        var b = Thing("b", ("of", Text($"id-a{version}"))).Using("of", a).With($"id-b{version}");
        return Of(a, b, Thing("c", ("p", Text($"id-b{version}"))).Using("p", b));
    }
}
