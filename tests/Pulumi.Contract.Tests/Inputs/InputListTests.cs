using System.Collections.Immutable;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Inputs;

public sealed class InputListTests
{
    private static readonly Output<string> X = Output.Create("x");
    private static readonly Input<string> Y = "y";

    [Fact]
    public Task InputList_takes_a_value() => ShouldHold("a", "a");

    [Fact]
    public Task InputList_takes_an_output() => ShouldHold(X, "x");

    [Fact]
    public Task InputList_takes_an_input() => ShouldHold(Y, "y");

    [Fact]
    public Task InputList_takes_an_array_of_values() => ShouldHold(new[] { "a", "b" }, "a", "b");

    [Fact]
    public Task InputList_takes_an_array_of_outputs() => ShouldHold(new[] { X, X }, "x", "x");

    [Fact]
    public Task InputList_takes_an_array_of_inputs() => ShouldHold(new[] { Y, Y }, "y", "y");

    [Fact]
    public Task InputList_takes_a_list_of_values() => ShouldHold(new List<string> { "a", "b" }, "a", "b");

    [Fact]
    public Task InputList_takes_a_list_of_outputs() => ShouldHold(new List<Output<string>> { X, X }, "x", "x");

    [Fact]
    public Task InputList_takes_a_list_of_inputs() => ShouldHold(new List<Input<string>> { Y, X }, "y", "x");

    [Fact]
    public Task InputList_takes_an_immutable_array_of_values() => ShouldHold(ImmutableArray.Create("a", "b"), "a", "b");

    [Fact]
    public Task InputList_takes_an_immutable_array_of_outputs() => ShouldHold(ImmutableArray.Create(X, X), "x", "x");

    [Fact]
    public Task InputList_takes_an_immutable_array_of_inputs() => ShouldHold(ImmutableArray.Create(Y, Y), "y", "y");

    [Fact]
    public Task InputList_takes_an_output_of_an_array() => ShouldHold(Output.Create(new[] { "a", "b" }), "a", "b");

    [Fact]
    public Task InputList_takes_an_output_of_a_list() => ShouldHold(Output.Create(new List<string> { "a", "b" }), "a", "b");

    [Fact]
    public Task InputList_takes_an_output_of_a_sequence() =>
        ShouldHold(Output.Create(new[] { "a", "b" }.Select(text => text)), "a", "b");

    [Fact]
    public Task InputList_takes_an_output_of_an_immutable_array() => ShouldHold(Output.Create(ImmutableArray.Create("a", "b")), "a", "b");

    [Fact]
    public Task InputList_initializer_takes_values_outputs_and_arrays()
    {
        var list = new InputList<string> { "a", X, Y, new[] { "z" } };
        return ShouldHold(list, "a", "x", "y", "z");
    }

    [Fact]
    public Task InputList_takes_a_collection_expression() => ShouldHold(["a", X], "a", "x");

    [Fact]
    public Task Add_takes_several_inputs()
    {
        var list = new InputList<string>();
        list.Add("a", X, Y);
        return ShouldHold(list, "a", "x", "y");
    }

    [Fact]
    public Task Add_takes_another_list()
    {
        var list = new InputList<string> { "a" };
        list.Add(new InputList<string> { "b", "c" });
        return ShouldHold(list, "a", "b", "c");
    }

    [Fact]
    public Task AddRange_appends_another_list()
    {
        var list = new InputList<string> { "a" };
        list.AddRange(Output.Create(new[] { "b", "c" }));
        return ShouldHold(list, "a", "b", "c");
    }

    [Fact]
    public async Task Concat_gives_both_in_order()
    {
        var first = new InputList<string> { "a" };
        await ShouldHold(first.Concat(new InputList<string> { "b" }), "a", "b");
    }

    [Fact]
    public Task An_empty_list_is_known_and_empty() => ShouldHold(new InputList<string>());

    [Fact]
    public void Synchronous_enumeration_is_not_supported() => Should.Throw<NotSupportedException>(() =>
    {
        foreach (var item in new InputList<string> { "a" })
        {
            item.ShouldNotBeNull();
        }
    });

    [Fact]
    public async Task A_list_of_unions_takes_inputs_of_either_case()
    {
        Input<string> text = "a";
        Input<int> number = 1;
        var list = new InputList<Union<string, int>>();
        list.Add(text);
        list.Add(number);
        var values = await list.ToOutput().Read();
        values.Select(union => union.Value).ShouldBe(new object[] { "a", 1 });
    }

    private static async Task ShouldHold(InputList<string> list, params string[] expected)
    {
        var output = list.ToOutput();
        (await output.IsKnown()).ShouldBeTrue();
        (await output.Read()).ShouldBe(expected);
    }
}
