using System.Text.Json;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Inputs;

public sealed class InputUnionTests
{
    private static readonly Union<string, int> Text = Union<string, int>.FromT0("a");

    [Fact]
    public Task InputUnion_takes_a_union() => ShouldHold(Text, "a");

    [Fact]
    public Task InputUnion_takes_a_value_of_the_first_case() => ShouldHold("a", "a");

    [Fact]
    public Task InputUnion_takes_a_value_of_the_second_case() => ShouldHold(1, 1);

    [Fact]
    public Task InputUnion_takes_an_input_of_the_first_case()
    {
        Input<string> input = "a";
        return ShouldHold(input, "a");
    }

    [Fact]
    public Task InputUnion_takes_an_input_of_the_second_case()
    {
        Input<int> input = 1;
        return ShouldHold(input, 1);
    }

    [Fact]
    public Task InputUnion_takes_an_output_of_a_union() => ShouldHold(Output.Create(Text), "a");

    [Fact]
    public Task InputUnion_takes_an_output_of_the_first_case() => ShouldHold(Output.Create("a"), "a");

    [Fact]
    public Task InputUnion_takes_an_output_of_the_second_case() => ShouldHold(Output.Create(1), 1);

    [Fact]
    public async Task InputJson_takes_text()
    {
        InputJson json = """{"a":1}""";
        await ShouldHaveA(json);
    }

    [Fact]
    public async Task InputJson_takes_a_document()
    {
        using var document = JsonDocument.Parse("""{"a":1}""");
        InputJson json = document;
        await ShouldHaveA(json);
    }

    [Fact]
    public async Task InputJson_takes_an_element()
    {
        using var document = JsonDocument.Parse("""{"a":1}""");
        InputJson json = document.RootElement;
        await ShouldHaveA(json);
    }

    [Fact]
    public async Task InputJson_takes_an_output_of_text()
    {
        InputJson json = Output.Create("""{"a":1}""");
        await ShouldHaveA(json);
    }

    [Fact]
    public async Task InputJson_takes_an_output_of_a_document()
    {
        using var document = JsonDocument.Parse("""{"a":1}""");
        InputJson json = Output.Create(document);
        await ShouldHaveA(json);
    }

    [Fact]
    public async Task InputJson_takes_an_output_of_an_element()
    {
        using var document = JsonDocument.Parse("""{"a":1}""");
        InputJson json = Output.Create(document.RootElement);
        await ShouldHaveA(json);
    }

    private static async Task ShouldHold(InputUnion<string, int> input, object expected) =>
        (await input.ToOutput().Read()).Value.ShouldBe(expected);

    private static async Task ShouldHaveA(InputJson json) =>
        (await json.ToOutput().Read()).GetProperty("a").GetInt32().ShouldBe(1);
}
