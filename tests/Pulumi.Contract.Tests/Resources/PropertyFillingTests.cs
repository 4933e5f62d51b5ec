using System.Collections.Immutable;
using ContractTests.Samples;
using ContractTests.Support;

namespace ContractTests.Resources;

public sealed class PropertyFillingTests
{
    [Fact]
    public async Task A_property_has_what_the_mock_answers()
    {
        var thing = await UpWith(("arn", "arn:a"), ("size", 3), ("ratio", 2.5), ("enabled", true));
        await thing.Arn.ShouldBeKnown("arn:a");
        await thing.Size.ShouldBeKnown(3);
        await thing.Ratio.ShouldBeKnown(2.5);
        await thing.Enabled.ShouldBeKnown(true);
    }

    [Fact]
    public async Task A_property_is_not_secret_by_itself()
    {
        var thing = await UpWith(("arn", "arn:a"));
        await thing.Arn.ShouldNotBeSecret();
    }

    [Fact]
    public async Task A_whole_double_fills_an_integer() => await (await UpWith(("size", 3.0))).Size.ShouldBeKnown(3);

    [Fact]
    public async Task A_fraction_is_cut_for_an_integer() => await (await UpWith(("size", 2.7))).Size.ShouldBeKnown(2);

    [Fact]
    public async Task A_list_fills_an_immutable_array()
    {
        var thing = await UpWith(("labels", ImmutableArray.Create<object>("x", "y")));
        (await thing.Labels.Read()).ShouldBe(["x", "y"]);
    }

    [Fact]
    public async Task A_map_fills_an_immutable_dictionary()
    {
        var thing = await UpWith(("tags", new Dictionary<string, object> { ["k"] = "v" }));
        (await thing.Tags.Read()).ShouldBe(ImmutableDictionary<string, string>.Empty.Add("k", "v"));
    }

    [Fact]
    public async Task A_map_fills_a_result_type()
    {
        var thing = await UpWith(("detail", Detail("h", 80, "x")));
        var detail = await thing.Detail.Read();
        (detail.Host, detail.Port).ShouldBe(("h", (int?)80));
        detail.Aliases.ShouldBe(["x"]);
    }

    [Fact]
    public async Task A_list_of_maps_fills_a_list_of_result_types()
    {
        var thing = await UpWith(("details", new List<object> { Detail("h", 80), Detail("i", 81) }));
        (await thing.Details.Read()).Select(detail => detail.Host).ShouldBe(["h", "i"]);
    }

    [Fact]
    public async Task Text_fills_an_enum() => await (await UpWith(("color", "green"))).Color.ShouldBeKnown(Color.Green);

    [Fact]
    public async Task A_number_fills_a_numeric_enum() => await (await UpWith(("level", 0.5))).Level.ShouldBeKnown(Level.Half);

    [Fact]
    public async Task A_value_of_the_wrong_type_gives_the_default_and_does_not_fail_the_run()
    {
        var thing = await UpWith(("arn", 5), ("size", "five"));
        await thing.Arn.ShouldBeKnown(null!);
        await thing.Size.ShouldBeKnown(0);
    }

    [Fact]
    public async Task A_missing_value_is_unknown_in_a_preview()
    {
        var thing = await Run.PreviewOf(RecordingMocks.Answering(("arn", "arn:a")), () => new Thing("a"));
        await thing.Arn.ShouldBeKnown("arn:a");
        await thing.Size.ShouldBeUnknown();
        await thing.Labels.ShouldBeUnknown();
        (await thing.Unnamed.Read()).ShouldBeNull();
    }

    [Fact]
    public async Task A_missing_value_is_a_known_default_in_an_update()
    {
        var thing = await UpWith();
        await thing.Arn.ShouldBeKnown(null!);
        await thing.Size.ShouldBeKnown(0);
        await thing.Enabled.ShouldBeKnown(false);
        (await thing.Labels.IsKnown()).ShouldBeTrue();
        (await thing.Labels.Read()).IsDefault.ShouldBeTrue();
    }

    [Fact]
    public async Task Names_are_case_sensitive()
    {
        var thing = await UpWith(("Arn", "arn:a"));
        await thing.Arn.ShouldBeKnown(null!);
    }

    [Fact]
    public async Task A_property_whose_attribute_has_no_name_goes_by_its_own()
    {
        var thing = await UpWith(("Unnamed", "x"));
        await thing.Unnamed.ShouldBeKnown("x");
    }

    private static Task<Thing> UpWith(params (string Key, object Value)[] state) =>
        Run.UpOf(RecordingMocks.Answering(state), () => new Thing("a"));

    private static Dictionary<string, object> Detail(string host, int port, params string[] aliases) =>
        new() { ["host"] = host, ["port"] = port, ["aliases"] = aliases.ToList() };
}
