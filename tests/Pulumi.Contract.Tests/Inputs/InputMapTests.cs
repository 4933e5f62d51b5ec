using System.Collections.Immutable;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Inputs;

public sealed class InputMapTests
{
    private const string Conflict = "Key 'k' already exists in the map with a different value.";

    [Fact]
    public Task InputMap_takes_a_dictionary() => ShouldHold(new Dictionary<string, string> { ["a"] = "1" }, ("a", "1"));

    [Fact]
    public Task InputMap_takes_an_immutable_dictionary() =>
        ShouldHold(ImmutableDictionary<string, string>.Empty.Add("a", "1"), ("a", "1"));

    [Fact]
    public Task InputMap_takes_an_output_of_a_dictionary() =>
        ShouldHold(Output.Create(new Dictionary<string, string> { ["a"] = "1" }), ("a", "1"));

    [Fact]
    public Task InputMap_takes_an_output_of_a_dictionary_interface() =>
        ShouldHold(Output.Create<IDictionary<string, string>>(new Dictionary<string, string> { ["a"] = "1" }), ("a", "1"));

    [Fact]
    public Task InputMap_takes_an_output_of_an_immutable_dictionary() =>
        ShouldHold(Output.Create(ImmutableDictionary<string, string>.Empty.Add("a", "1")), ("a", "1"));

    [Fact]
    public Task InputMap_initializer_takes_pairs_of_values_and_outputs() =>
        ShouldHold(new InputMap<string> { { "a", "1" }, { "b", Output.Create("2") } }, ("a", "1"), ("b", "2"));

    [Fact]
    public Task InputMap_indexer_adds() =>
        ShouldHold(new InputMap<string> { ["a"] = "1", ["b"] = Output.Create("2") }, ("a", "1"), ("b", "2"));

    [Fact]
    public Task Add_takes_another_map()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map.Add(new InputMap<string> { ["b"] = "2" });
        return ShouldHold(map, ("a", "1"), ("b", "2"));
    }

    [Fact]
    public Task AddRange_adds_another_map()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map.AddRange(Output.Create(new Dictionary<string, string> { ["b"] = "2" }));
        return ShouldHold(map, ("a", "1"), ("b", "2"));
    }

    [Fact]
    public Task Merge_prefers_the_second_map() => ShouldHold(
        InputMap<string>.Merge(new InputMap<string> { ["a"] = "1", ["b"] = "2" }, new InputMap<string> { ["b"] = "3", ["c"] = "4" }),
        ("a", "1"),
        ("b", "3"),
        ("c", "4"));

    [Fact]
    public Task The_same_key_with_an_equal_value_is_fine() =>
        ShouldHold(new InputMap<string> { { "k", "1" }, { "k", Output.Create("1") } }, ("k", "1"));

    [Fact]
    public async Task The_same_key_with_another_value_faults_the_map_and_not_Add()
    {
        var map = new InputMap<string> { { "k", "1" } };
        map.Add("k", "2");
        var exception = await Should.ThrowAsync<ArgumentException>(() => map.ToOutput().Read());
        exception.Message.ShouldStartWith(Conflict);
    }

    [Fact]
    public async Task The_indexer_does_not_replace_another_value()
    {
        var map = new InputMap<string> { ["k"] = "1" };
        map["k"] = "2";
        var exception = await Should.ThrowAsync<ArgumentException>(() => map.ToOutput().Read());
        exception.Message.ShouldStartWith(Conflict);
    }

    [Fact]
    public void Synchronous_enumeration_is_not_supported() => Should.Throw<NotSupportedException>(() =>
    {
        foreach (var item in new InputMap<string> { ["a"] = "1" })
        {
            item.ShouldNotBeNull();
        }
    });

    [Fact]
    public async Task A_map_of_unions_takes_inputs_of_either_case()
    {
        Input<string> text = "a";
        Input<int> number = 1;
        var map = new InputMap<Union<string, int>>();
        map.Add("text", text);
        map.Add("number", number);
        var values = await map.ToOutput().Read();
        values["text"].AsT0.ShouldBe("a");
        values["number"].AsT1.ShouldBe(1);
    }

    private static async Task ShouldHold(InputMap<string> map, params (string Key, string Value)[] expected)
    {
        var output = map.ToOutput();
        (await output.IsKnown()).ShouldBeTrue();
        (await output.Read()).Select(pair => (pair.Key, pair.Value)).ShouldBe(expected, ignoreOrder: true);
    }
}
