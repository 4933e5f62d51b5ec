using System.Collections.Immutable;
using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Outputs;

public sealed class CombinationTests
{
    private static readonly Output<string> A = Output.Create("a");
    private static readonly Output<string> Secret = Output.CreateSecret("s");
    private static readonly Output<string> Unknown = OutputUtilities.CreateUnknown("u");

    [Fact]
    public Task All_of_outputs_keeps_their_order() => ShouldHold(Output.All(A, Output.Create("b")), "a", "b");

    [Fact]
    public Task All_of_a_sequence_of_outputs_keeps_their_order()
    {
        IEnumerable<Output<string>> outputs = new List<Output<string>> { A, Output.Create("b") };
        return ShouldHold(Output.All(outputs), "a", "b");
    }

    [Fact]
    public Task All_of_inputs_keeps_their_order()
    {
        Input<string> first = "a";
        Input<string> second = Output.Create("b");
        return ShouldHold(Output.All(first, second), "a", "b");
    }

    [Fact]
    public Task All_of_a_sequence_of_inputs_keeps_their_order()
    {
        IEnumerable<Input<string>> inputs = new List<Input<string>> { "a", Output.Create("b") };
        return ShouldHold(Output.All(inputs), "a", "b");
    }

    [Fact]
    public Task All_with_a_type_argument_takes_values_and_outputs() => ShouldHold(Output.All<string>("a", A), "a", "a");

    [Fact]
    public Task All_with_an_unknown_part_is_unknown() => Output.All(A, Unknown).ShouldBeUnknown();

    [Fact]
    public async Task All_with_a_secret_part_is_known_and_secret()
    {
        var all = Output.All(A, Secret);
        await ShouldHold(all, "a", "s");
        await all.ShouldBeSecret();
    }

    [Fact]
    public async Task All_with_a_secret_and_an_unknown_part_is_both()
    {
        var all = Output.All(Secret, Unknown);
        await all.ShouldBeUnknown();
        await all.ShouldBeSecret();
    }

    [Fact]
    public Task Tuple_of_two_outputs() => Output.Tuple(A, Output.Create(2)).ShouldBeKnown(("a", 2));

    [Fact]
    public Task Tuple_of_three_outputs() => Output.Tuple(A, A, Output.Create(3)).ShouldBeKnown(("a", "a", 3));

    [Fact]
    public Task Tuple_of_four_outputs() => Output.Tuple(A, A, A, Output.Create(4)).ShouldBeKnown(("a", "a", "a", 4));

    [Fact]
    public Task Tuple_of_five_outputs() => Output.Tuple(A, A, A, A, Output.Create(5)).ShouldBeKnown(("a", "a", "a", "a", 5));

    [Fact]
    public Task Tuple_of_six_outputs() =>
        Output.Tuple(A, A, A, A, A, Output.Create(6)).ShouldBeKnown(("a", "a", "a", "a", "a", 6));

    [Fact]
    public Task Tuple_of_seven_outputs() =>
        Output.Tuple(A, A, A, A, A, A, Output.Create(7)).ShouldBeKnown(("a", "a", "a", "a", "a", "a", 7));

    [Fact]
    public Task Tuple_of_eight_outputs() =>
        Output.Tuple(A, A, A, A, A, A, A, Output.Create(8)).ShouldBeKnown(("a", "a", "a", "a", "a", "a", "a", 8));

    [Fact]
    public async Task Tuple_of_two_to_eight_inputs()
    {
        Input<string> a = "a";
        Input<int> n = Output.Create(1);
        await Output.Tuple(a, n).ShouldBeKnown(("a", 1));
        await Output.Tuple(a, a, n).ShouldBeKnown(("a", "a", 1));
        await Output.Tuple(a, a, a, n).ShouldBeKnown(("a", "a", "a", 1));
        await Output.Tuple(a, a, a, a, n).ShouldBeKnown(("a", "a", "a", "a", 1));
        await Output.Tuple(a, a, a, a, a, n).ShouldBeKnown(("a", "a", "a", "a", "a", 1));
        await Output.Tuple(a, a, a, a, a, a, n).ShouldBeKnown(("a", "a", "a", "a", "a", "a", 1));
        await Output.Tuple(a, a, a, a, a, a, a, n).ShouldBeKnown(("a", "a", "a", "a", "a", "a", "a", 1));
    }

    [Fact]
    public Task Tuple_with_an_unknown_part_is_unknown() => Output.Tuple(A, Unknown).ShouldBeUnknown();

    [Fact]
    public async Task Tuple_with_a_secret_part_is_secret()
    {
        var tuple = Output.Tuple(A, Secret, A);
        await tuple.ShouldBeKnown(("a", "s", "a"));
        await tuple.ShouldBeSecret();
    }

    [Fact]
    public Task Tuple_with_eight_parts_is_unknown_when_the_last_is() => Output.Tuple(A, A, A, A, A, A, A, Unknown).ShouldBeUnknown();

    private static async Task ShouldHold(Output<ImmutableArray<string>> output, params string[] expected)
    {
        (await output.IsKnown()).ShouldBeTrue();
        (await output.Read()).ShouldBe(expected);
    }
}
