using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Inputs;

public sealed class InputTests
{
    [Fact]
    public Task Input_takes_a_value() => ShouldHold("a", "a");

    [Fact]
    public Task Input_takes_an_output() => ShouldHold(Output.Create("a"), "a");

    [Fact]
    public Task Input_converts_to_an_output()
    {
        Input<string> input = "a";
        Output<string> output = input;
        return output.ShouldBeKnown("a");
    }

    [Fact]
    public Task Input_from_a_null_string_is_a_known_null()
    {
        string? nothing = null;
        Input<string?> input = nothing;
        return input.ToOutput().ShouldBeKnown(null);
    }

    [Fact]
    public Task ToOutput_of_a_null_input_is_a_known_null()
    {
        Input<string>? nothing = null;
        return nothing.ToOutput().ShouldBeKnown(null!);
    }

    [Fact]
    public Task ToOutput_of_a_null_input_is_the_default_of_a_value_type()
    {
        Input<int>? nothing = null;
        return nothing.ToOutput().ShouldBeKnown(0);
    }

    [Fact]
    public async Task Input_keeps_the_secret_of_an_output()
    {
        Input<string> input = Output.CreateSecret("a");
        await input.ToOutput().ShouldBeSecret();
    }

    [Fact]
    public async Task Input_keeps_the_unknown_of_an_output()
    {
        Input<string> input = OutputUtilities.CreateUnknown("a");
        await input.ToOutput().ShouldBeUnknown();
    }

    private static Task ShouldHold(Input<string> input, string expected) => input.ToOutput().ShouldBeKnown(expected);
}
