using System.Collections.Immutable;
using EcsPlatform.Plans.Differences;
using static EcsPlatform.Plans.Tests.Differences.Things;
using static EcsPlatform.Plans.Tests.Files.Plans;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>What differs between two values, and what only looks different.</summary>
public class ValueTests
{
    [Fact]
    public void A_containers_image_is_named_by_container_and_key() => Json(
        """[{"name":"viewer","image":"library/viewer:1"},{"name":"proxy","image":"proxy:1"}]""",
        """[{"name":"proxy","image":"proxy:1"},{"name":"viewer","image":"library/viewer:2"}]""")
        .ShouldBe(["Update x", "  p[viewer].image: library/viewer:1 -> library/viewer:2"]);

    [Fact]
    public void Environment_variables_come_go_and_change_by_their_names() => Json(
        """[{"name":"viewer","image":"v","environment":[{"name":"OLD","value":"1"},{"name":"LEVEL","value":"info"},{"name":"SAME","value":"x"}]}]""",
        """[{"name":"viewer","image":"v","environment":[{"name":"SAME","value":"x"},{"name":"LEVEL","value":"debug"},{"name":"NEW","value":"2"}]}]""")
        .ShouldBe([
            "Update x",
            "  p[viewer].environment[LEVEL].value: info -> debug",
            "  p[viewer].environment[NEW]: none -> {name: NEW, value: 2}",
            "  p[viewer].environment[OLD]: {name: OLD, value: 1} -> none",
        ]);

    [Fact]
    public void A_container_that_is_added_is_one_change() => Json(
        """[{"name":"viewer","image":"v"}]""", """[{"name":"viewer","image":"v"},{"name":"proxy","image":"p"}]""")
        .ShouldBe(["Update x", "  p[proxy]: none -> {image: p, name: proxy}"]);

    [Theory]
    [InlineData("""[{"name":"a","image":"i"}]""", """[{"name":"a","image":"i","environment":[],"dockerLabels":{},"command":null}]""")]
    [InlineData("""[{"name":"a","image":"i","mountPoints":[{"sourceVolume":"x"},{"sourceVolume":"y"}]}]""", """[{"image":"i","name":"a","mountPoints":[{"sourceVolume":"y"},{"sourceVolume":"x"}]}]""")]
    [InlineData("""[{"name":"a","image":"i","dependsOn":[{"containerName":"x"},{"containerName":"y"}]}]""", """[{"name":"a","image":"i","dependsOn":[{"containerName":"y"},{"containerName":"x"}]}]""")]
    [InlineData("""{"a":1,"b":[1,2]}""", """ { "b": [ 1.0, 2 ], "a": 1e0 } """)]
    [InlineData("""{"Statement":[{"Action":"s3:Get","Resource":"*"}]}""", """{"Statement":{"Resource":["*"],"Action":["s3:Get"]}}""")]
    [InlineData("""{"Statement":[{"Action":["a","b"]}]}""", """{"Statement":[{"Action":["b","a"]}]}""")]
    [InlineData("""{"Statement":[{"Action":"a"},{"Action":"b"}]}""", """{"Statement":[{"Action":"b"},{"Action":"a"}]}""")]
    [InlineData("""{"Statement":[{"Sid":"A"},{"Sid":"B"}]}""", """{"Statement":[{"Sid":"B"},{"Sid":"A"}]}""")]
    [InlineData("""{"Statement":[{"Principal":{"AWS":"1","Service":["a","b"]}}]}""", """{"Statement":[{"Principal":{"Service":["b","a"],"AWS":["1"]}}]}""")]
    [InlineData("""{"Statement":[{"Condition":{"Bool":{"aws:SecureTransport":false}}}]}""", """{"Statement":[{"Condition":{"Bool":{"aws:SecureTransport":["false"]}}}]}""")]
    public void Json_that_says_the_same_is_the_same(string old, string @new) => Json(old, @new).ShouldBeEmpty();

    [Fact]
    public void An_action_more_shows_the_statement_and_both_sets() => Json(
        """{"Statement":[{"Sid":"Read","Action":"s3:Get","Resource":"*"}]}""",
        """{"Statement":[{"Sid":"Read","Action":["s3:Put","s3:Get"],"Resource":"*"}]}""")
        .ShouldBe(["Update x", "  p.Statement[Read].Action: [s3:Get] -> [s3:Get, s3:Put]"]);

    [Theory]
    // Spaces in a variable's value matter to the program that reads it.
    [InlineData("""[{"name":"a","image":"i","environment":[{"name":"E","value":"{\"a\":1}"}]}]""", """[{"name":"a","image":"i","environment":[{"name":"E","value":"{ \"a\": 1 }"}]}]""", "p[a].environment[E].value")]
    [InlineData("""{"port":80}""", """{"port":"80"}""", "p.port")]
    [InlineData("""{"on":true}""", """{"on":"true"}""", "p.on")]
    [InlineData("""{"a":{"allow":{}}}""", """{"a":{"block":{}}}""", "p.a.allow p.a.block")]
    [InlineData("""{"id":12345678901234567890}""", """{"id":12345678901234567891}""", "p.id")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", "p.a[0] p.a[1]")]
    [InlineData("""{"a":1}""", "no json", "p")]
    public void Json_that_says_something_else_differs(string old, string @new, string paths) => string.Join(' ', Inputs(Text(old), Text(@new)).Select(input => input.Path))
        .ShouldBe(paths);

    [Fact]
    public void Numbers_and_flags_equal_their_texts_because_the_provider_takes_either()
    {
        Lines(Text("80"), Number(80)).ShouldBeEmpty();
        Lines(Text("true"), new PropertyValue.Boolean(true)).ShouldBeEmpty();
        Lines(Text("80"), Number(81)).ShouldBe(["Update x", "  p: 80 -> 81"]);
        Lines(Text("1"), new PropertyValue.Boolean(true)).ShouldBe(["Update x", "  p: 1 -> true"]);
    }

    [Fact]
    public void Nothing_null_and_empty_are_the_same_property()
    {
        Lines(PropertyValue.Null.Value, Map()).ShouldBeEmpty();
        Lines(List(), PropertyValue.Null.Value).ShouldBeEmpty();
        Lines(Map(("a", PropertyValue.Null.Value), ("b", List()), ("c", Text("1"))), Map(("c", Text("1")))).ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_map_within_a_property_has_a_meaning() => Lines(Map(("allow", Map())), Map(("block", Map())))
        .ShouldBe(["Update x", "  p.allow: {} -> none", "  p.block: none -> {}"]);

    [Fact]
    public void What_the_provider_filled_in_is_no_change_unless_the_program_gives_it_otherwise()
    {
        var state = Map(("__defaults", List(Text("b"))), ("a", Text("1")), ("b", Text("2")));
        Lines(state, Map(("a", Text("1")))).ShouldBeEmpty();
        Lines(state, Map(("a", Text("1")), ("b", Text("2")))).ShouldBeEmpty();
        Lines(state, Map(("a", Text("1")), ("b", Text("3")))).ShouldBe(["Update x", "  p.b: 2 -> 3"]);
        Lines(state, Map(("b", Text("2")))).ShouldBe(["Update x", "  p.a: 1 -> none"]);
        Compared.Lines(Of(Thing("x", ("__defaults", List(Text("b"))), ("b", Text("2")))), Of(Thing("x"))).ShouldBeEmpty();
    }

    [Fact]
    public void What_providers_add_by_themselves_is_no_change() => Compared.Lines(
        Of(Thing("x", ("tagsAll", Map(("a", Text("1")))), ("__meta", Text("{}")), ("id", Text("i")))), Of(Thing("x"))).ShouldBeEmpty();

    [Fact]
    public void Lists_of_more_than_ten_items_differ_in_the_order_of_positions() =>
        Inputs(List(), List([.. Enumerable.Range(0, 12).Select(i => Text($"{i}"))])).Select(input => $"{input.Path}").ShouldBe(["p"]);

    [Fact]
    public void Positions_are_ordered_as_numbers() => Inputs(
        List([.. Enumerable.Range(0, 12).Select(i => Text($"{i}"))]), List(Text("0"), Text("1")))
        .Select(input => $"{input.Path}").ShouldBe(["p[2]", "p[3]", "p[4]", "p[5]", "p[6]", "p[7]", "p[8]", "p[9]", "p[10]", "p[11]"]);

    [Theory]
    [InlineData("[secret]", "[secret]", true)]
    [InlineData("[secret]", "[secret 12]", true)]
    [InlineData("[secret 12]", "[secret 12]", true)]
    [InlineData("[secret 12]", "[secret 34]", false)]
    public void Secrets_differ_by_their_marks_as_far_as_these_tell(string old, string @new, bool same) =>
        Lines(new PropertyValue.Secret(old), new PropertyValue.Secret(@new)).ShouldBe(same ? [] : ["Update x", $"  p: {old} -> {@new}"]);

    [Fact]
    public void A_secret_is_the_same_as_a_plain_value_only_if_nothing_is_known_of_it()
    {
        Lines(Text("plain"), new PropertyValue.Secret("[secret]")).ShouldBeEmpty();
        Lines(new PropertyValue.Secret("[secret]"), Text("plain")).ShouldBeEmpty();
        Lines(Text("plain"), new PropertyValue.Secret("[secret 12]")).ShouldBe(["Update x", "  p: plain -> [secret 12]"]);
    }

    [Fact]
    public void A_secret_that_comes_or_goes_is_a_change()
    {
        Compared.Lines(Of(Thing("x", ("p", new PropertyValue.Secret("[secret]")))), Of(Thing("x"))).ShouldBe(["Update x", "  p: [secret] -> none"]);
        Compared.Lines(Of(Thing("x")), Of(Thing("x", ("p", new PropertyValue.Secret("[secret]"))))).ShouldBe(["Update x", "  p: none -> [secret]"]);
    }

    [Fact]
    public void What_is_known_after_the_update_only_differs_from_everything_but_itself()
    {
        Lines(PropertyValue.Unknown.Value, PropertyValue.Unknown.Value).ShouldBeEmpty();
        Lines(Text("a"), PropertyValue.Unknown.Value).ShouldBe(["Update x", "  p: a -> unknown"]);
        Lines(new PropertyValue.Secret("[secret]"), PropertyValue.Unknown.Value).ShouldBe(["Update x", "  p: [secret] -> unknown"]);
    }

    private static IEnumerable<string> Json(string old, string @new) => Lines(Text(old), Text(@new));

    private static IEnumerable<string> Lines(PropertyValue old, PropertyValue @new) => Compared.Lines(Of(Thing("x", ("p", old))), Of(Thing("x", ("p", @new))));

    private static ImmutableArray<PropertyChange> Inputs(PropertyValue old, PropertyValue @new) =>
        PlanComparison.Compare(Of(Thing("x", ("p", old))), Of(Thing("x", ("p", @new))), new TestRules()).Changes.Single().Inputs;
}
