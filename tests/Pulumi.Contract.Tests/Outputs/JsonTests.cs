using System.Text.Json;
using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Outputs;

public sealed class JsonTests
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [Fact]
    public Task JsonSerialize_keeps_the_names_of_properties() =>
        Output.JsonSerialize(Output.Create(new Pair("a", 1))).ShouldBeKnown("""{"Name":"a","Count":1}""");

    [Fact]
    public Task JsonSerialize_follows_the_options() =>
        Output.JsonSerialize(Output.Create(new Pair("a", 1)), CamelCase).ShouldBeKnown("""{"name":"a","count":1}""");

    [Fact]
    public async Task JsonSerialize_resolves_outputs_and_inputs_inside()
    {
        var nest = new Nest { Text = Output.Create("a"), Number = 2, Items = { "x", "y" }, Map = { ["k"] = "v" } };
        var json = Output.JsonSerialize(Output.Create(nest));
        await json.ShouldBeKnown("""{"Text":"a","Number":2,"Items":["x","y"],"Map":{"k":"v"}}""");
        await json.ShouldNotBeSecret();
    }

    [Fact]
    public async Task JsonSerialize_of_a_secret_inside_is_secret()
    {
        var json = Output.JsonSerialize(Output.Create(new { A = Output.CreateSecret("s") }));
        await json.ShouldBeKnown("""{"A":"s"}""");
        await json.ShouldBeSecret();
    }

    [Fact]
    public Task JsonSerialize_of_an_unknown_inside_is_unknown() =>
        Output.JsonSerialize(Output.Create(new { A = OutputUtilities.CreateUnknown("s") })).ShouldBeUnknown();

    [Fact]
    public async Task JsonSerialize_of_a_secret_is_secret() =>
        await Output.JsonSerialize(Output.CreateSecret("s")).ShouldBeSecret();

    [Fact]
    public async Task JsonSerialize_of_an_unknown_is_unknown() =>
        await Output.JsonSerialize(OutputUtilities.CreateUnknown("s")).ShouldBeUnknown();

    [Fact]
    public Task JsonDeserialize_gives_the_object() =>
        Output.JsonDeserialize<Pair>(Output.Create("""{"Name":"a","Count":1}""")).ShouldBeKnown(new Pair("a", 1));

    [Fact]
    public Task JsonDeserialize_follows_the_options() =>
        Output.JsonDeserialize<Pair>(Output.Create("""{"name":"a","count":1}"""), CamelCase).ShouldBeKnown(new Pair("a", 1));

    [Fact]
    public async Task JsonDeserialize_of_a_secret_is_secret() =>
        await Output.JsonDeserialize<Pair>(Output.CreateSecret("""{"Name":"a","Count":1}""")).ShouldBeSecret();

    private sealed record Pair(string Name, int Count);

    private sealed class Nest
    {
        public required Output<string> Text { get; init; }

        public required Input<int> Number { get; init; }

        public InputList<string> Items { get; } = new();

        public InputMap<string> Map { get; } = new();
    }
}
