using System.Collections.Immutable;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Outputs;

public sealed class ExtensionTests
{
    private static readonly Output<ImmutableArray<string>> Letters = Output.Create(ImmutableArray.Create("a", "b", "c"));
    private static readonly Output<Union<string, int>> Text = Output.Create(Union<string, int>.FromT0("a"));
    private static readonly Output<Union<string, int>> Number = Output.Create(Union<string, int>.FromT1(1));

    [Fact]
    public Task First_is_the_first_element() => Letters.First().ShouldBeKnown("a");

    [Fact]
    public Task Length_is_the_number_of_elements() => Letters.Length().ShouldBeKnown(3);

    [Fact]
    public Task GetAt_takes_the_element_at_a_plain_index() => Letters.GetAt(1).ShouldBeKnown("b");

    [Fact]
    public Task GetAt_takes_the_element_at_an_output_index() => Letters.GetAt(Output.Create(2)).ShouldBeKnown("c");

    [Fact]
    public async Task A_union_output_tells_which_case_it_holds()
    {
        await Text.IsT0().ShouldBeKnown(true);
        await Text.IsT1().ShouldBeKnown(false);
        await Number.IsT0().ShouldBeKnown(false);
        await Number.IsT1().ShouldBeKnown(true);
    }

    [Fact]
    public async Task A_union_output_gives_its_value_by_case_and_as_an_object()
    {
        await Text.AsT0().ShouldBeKnown("a");
        await Number.AsT1().ShouldBeKnown(1);
        await Number.Value().ShouldBeKnown((object)1);
    }
}
