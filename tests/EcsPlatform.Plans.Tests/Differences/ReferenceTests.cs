using System.Text;
using static EcsPlatform.Plans.Tests.Differences.Things;
using static EcsPlatform.Plans.Tests.Files.Plans;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>Values that are other resources' outputs, which differ between a preview and a real stack.</summary>
public class ReferenceTests
{
    private static readonly PlannedResource Real = Thing("base").With("vpc-real1", ("arn", Text("arn:aws:vpc/real1")), ("host", Text("real.example.org")), ("port", Number(4711)));
    private static readonly PlannedResource Fake = Thing("base").With("vpc-fake22", ("arn", Text("arn:aws:vpc/fake22")), ("host", Text("fake22.example.org")), ("port", Number(1)));

    [Theory]
    [InlineData("vpc-real1", "vpc-fake22")]
    [InlineData("arn:aws:vpc/real1/*", "arn:aws:vpc/fake22/*")]
    [InlineData("https://real.example.org/path", "https://fake22.example.org/path")]
    [InlineData("vpc-real1,vpc-real1;arn:aws:vpc/real1", "vpc-fake22,vpc-fake22;arn:aws:vpc/fake22")]
    [InlineData("4711", "1")]
    [InlineData("""{"Statement":[{"Resource":"arn:aws:vpc/real1/*"},{"Sid":"x"}]}""", """{"Statement":[{"Sid":"x"},{"Resource":["arn:aws:vpc/fake22/*"]}]}""")]
    [InlineData("""{"Statement":[{"Resource":["b","arn:aws:vpc/real1"]}]}""", """{"Statement":[{"Resource":["arn:aws:vpc/fake22","b"]}]}""")]
    public void The_same_output_of_the_same_resource_is_the_same(string old, string @new) => Lines(old, @new).ShouldBeEmpty();

    [Theory]
    [InlineData("vpc-real1", "vpc-other")]
    [InlineData("vpc-other", "vpc-fake22")]
    [InlineData("https://real.example.org/path", "https://fake22.example.org/other")]
    [InlineData("arn:aws:vpc/real1", "vpc-fake22")]
    [InlineData("port 4711", "port 1")]
    public void Anything_else_differs(string old, string @new) => Lines(old, @new).ShouldBe(["Update user", $"  p: {old} -> {@new}"]);

    [Fact]
    public void Names_inside_user_data_are_references_too()
    {
        Lines(Base64("echo ECS_CLUSTER=vpc-real1"), Base64("echo ECS_CLUSTER=vpc-fake22")).ShouldBeEmpty();
        Lines(Base64("echo ECS_CLUSTER=vpc-real1"), Base64("echo ECS_CLUSTER=vpc-fake23")).Count().ShouldBe(2);
    }

    [Fact]
    public void Keys_of_items_are_references_too() => Compared.Lines(
        Of(Real, Thing("user", ("p", List(Map(("name", Text("vpc-real1")), ("a", Number(1))), Map(("name", Text("b")), ("a", Number(1)))))).Using("p", Real)),
        Of(Fake, Thing("user", ("p", List(Map(("name", Text("b")), ("a", Number(1))), Map(("name", Text("vpc-fake22")), ("a", Number(2)))))).Using("p", Fake)))
        .ShouldBe(["Update user", "  p[vpc-fake22].a: 1 -> 2"]);

    [Fact]
    public void A_value_refers_only_to_the_resources_that_it_is_made_of()
    {
        // The other resource's port happens to change between the same numbers.
        Compared.Lines(Of(Real, Thing("user", ("p", Number(4711)))), Of(Fake, Thing("user", ("p", Number(1))))).ShouldBe(["Update user", "  p: 4711 -> 1"]);
        Compared.Lines(
            Of(Real, Thing("user", ("p", Number(4711)), ("q", Text("x"))).Using("q", Real)),
            Of(Fake, Thing("user", ("p", Number(1)), ("q", Text("x"))).Using("q", Fake))).ShouldBe(["Update user", "  p: 4711 -> 1"]);
    }

    [Fact]
    public void An_ignored_count_hides_no_other_count()
    {
        var old = Thing("a", ("size", Number(2))).With("a", ("size", Number(2)));
        var @new = Thing("a", ("size", Number(1))).With("a", ("size", Number(1))) with { IgnoreChanges = ["size"] };
        Compared.Lines(Of(old, Thing("b", ("size", Number(2)))), Of(@new, Thing("b", ("size", Number(1)))))
            .ShouldBe(["Same a", "  ignores size: 2 -> 1", "  ignoreChanges:  -> size", "Update b", "  size: 2 -> 1"]);
    }

    [Fact]
    public void Without_dependencies_by_property_all_dependencies_count() => Compared.Lines(
        Of(Real, Thing("user", ("p", Text("vpc-real1"))) with { Dependencies = [Real.Urn] }),
        Of(Fake, Thing("user", ("p", Text("vpc-fake22"))) with { Dependencies = [Fake.Urn] })).ShouldBeEmpty();

    [Fact]
    public void A_component_stands_for_everything_below_it()
    {
        var group = Component("zz");
        Compared.Lines(
            Of(group, Real.Below(group), Thing("aa", ("p", Text("vpc-real1"))).Using("p", group)),
            Of(group, Fake.Below(group), Thing("aa", ("p", Text("vpc-fake22"))).Using("p", group))).ShouldBeEmpty();
    }

    [Fact]
    public void Outputs_of_components_and_stacks_are_references()
    {
        Compared.Lines(Of(Real, Component("stack", ("vpc", Text("vpc-real1")))), Of(Fake, Component("stack", ("vpc", Text("vpc-fake22"))))).ShouldBeEmpty();
        Compared.Lines(Of(Real, Component("stack", ("count", Number(4711)))), Of(Fake, Component("stack", ("count", Number(1)))))
            .ShouldBe(["Same stack", "  output count: 4711 -> 1"]);
    }

    [Fact]
    public void A_new_output_is_the_reason_for_the_change_of_what_refers_to_it() => Compared.Lines(
        Of(Thing("base", ("kind", Text("a"))).With("id-1"), Thing("user", ("p", Text("x/id-1/y")), ("q", Text("1"))).Using("p", Fake)),
        Of(Thing("base", ("kind", Text("b"))).With("id-22"), Thing("user", ("p", Text("x/id-22/y")), ("q", Text("2"))).Using("p", Fake)))
        .ShouldBe(["Replace base", "  kind: a -> b, replaces", "Update user", "  p: x/id-1/y -> x/id-22/y, follows from base", "  q: 1 -> 2"]);

    [Fact]
    public void The_reason_is_where_a_value_comes_from_not_who_passes_it_on()
    {
        static Plan Passing(string kind, string id)
        {
            var z = Thing("z", ("kind", Text(kind))).With(id);
            var b = Thing("b", ("p", Text(id))).Using("p", z).With("id-of-b", ("p", Text(id)));
            return Of(z, b, Thing("c", ("q", Text(id))).Using("q", b), Thing("d", ("q", Text(id))).Using("q", b, z));
        }

        Compared.Lines(Passing("a", "vpc-1111"), Passing("b", "vpc-2222")).ShouldBe([
            "Update b", "  p: vpc-1111 -> vpc-2222, follows from z",
            "Update c", "  q: vpc-1111 -> vpc-2222, follows from z",
            "Update d", "  q: vpc-1111 -> vpc-2222, follows from z",
            "Replace z", "  kind: a -> b, replaces",
        ]);
    }

    [Fact]
    public void A_resource_that_is_not_referred_to_is_no_reason() => Compared.Lines(
        Of(Thing("user", ("p", Number(2)))), Of(Thing("added").With("i", ("n", Number(1))), Thing("user", ("p", Number(1)))))
        .ShouldBe(["Create added", "Update user", "  p: 2 -> 1"]);

    [Fact]
    public void What_is_not_known_yet_follows_from_what_changes() => Compared.Lines(
        Of(Thing("base", ("kind", Text("a"))), Thing("user", ("p", Text("1"))).Using("p", Fake)),
        Of(Thing("base", ("kind", Text("b"))), Thing("user", ("p", PropertyValue.Unknown.Value)).Using("p", Fake)))
        .ShouldBe(["Replace base", "  kind: a -> b, replaces", "Update user", "  p: 1 -> unknown, follows from base"]);

    [Fact]
    public void Of_an_updated_resource_only_what_mirrors_an_input_or_changes_with_every_update_is_new()
    {
        var old = Thing("base", ("size", Number(1))).With("id-real", ("arn", Text("arn:real")), ("size", Number(1)), ("version", Number(7)));
        var @new = Thing("base", ("size", Number(2))).With("id-fake", ("arn", Text("arn:fake")), ("size", Number(2)), ("version", Number(900)));
        Compared.Lines(
            Of(old, Thing("user", ("a", Text("arn:real")), ("s", Number(1)), ("v", Number(7))).Using("a", old).Using("s", old).Using("v", old)),
            Of(@new, Thing("user", ("a", Text("arn:fake")), ("s", Number(2)), ("v", Number(900))).Using("a", old).Using("s", old).Using("v", old)))
            .ShouldBe(["Update base", "  size: 1 -> 2", "Update user", "  s: 1 -> 2, follows from base", "  v: 7 -> 900, follows from base"]);
    }

    [Fact]
    public void Between_previews_an_updated_resource_whose_id_stays_has_no_output_that_only_looks_different()
    {
        var (old, @new) = (Thing("base", ("size", Number(1))).With("given", ("url", Text("https://one"))), Thing("base", ("size", Number(2))).With("given", ("url", Text("https://two"))));
        var (before, after) = (Thing("user", ("p", Text("https://one"))).Using("p", old), Thing("user", ("p", Text("https://two"))).Using("p", @new));
        Compared.Lines(Of(old, before), Of(@new, after))
            .ShouldBe(["Update base", "  size: 1 -> 2", "Update user", "  p: https://one -> https://two, follows from base"]);
        // In a real stack the address is another than in a preview, although the program gives the id.
        Compared.Lines(Of(old with { Outputs = Map(("__meta", Text("{}")), ("url", Text("https://one"))) }, before), Of(@new, after))
            .ShouldBe(["Update base", "  size: 1 -> 2"]);
    }

    [Fact]
    public void A_text_full_of_possible_references_is_compared_in_time()
    {
        var outputs = Enumerable.Range(0, 40).Select(i => ($"o{i:D2}", (PropertyValue)Text(new string('a', 5 + i)))).ToArray();
        var olds = outputs.Select((output, i) => (output.Item1, (PropertyValue)Text(new string('a', 6 + i)))).ToArray();
        var (old, @new) = (Thing("base").With("r", olds), Thing("base").With("f", outputs));
        Compared.Lines(
            Of(old, Thing("user", ("p", Text(new string('a', 400) + "b"))).Using("p", old)),
            Of(@new, Thing("user", ("p", Text(new string('a', 400) + "c"))).Using("p", @new))).Count().ShouldBe(2);
    }

    private static IEnumerable<string> Lines(string old, string @new) => Compared.Lines(
        Of(Real, Thing("user", ("p", Text(old))).Using("p", Real)), Of(Fake, Thing("user", ("p", Text(@new))).Using("p", Fake)));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
