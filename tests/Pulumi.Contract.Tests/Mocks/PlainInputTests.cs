using System.Collections.Immutable;
using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Mocks;

public sealed class PlainInputTests
{
    [Fact]
    public async Task The_mock_sees_type_name_and_an_empty_provider()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () => { _ = new Thing("a"); });
        var seen = mocks.Resources.ShouldHaveSingleItem();
        (seen.Type, seen.Name, seen.Provider).ShouldBe(("demo:index:Thing", "a", ""));
        seen.Inputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_truth_and_numbers_arrive_as_string_bool_and_double()
    {
        var inputs = await InputsOf(new ThingArgs { Title = "t", Plain = "p", Enabled = true, Size = 3, Ratio = 2.5 });
        inputs["title"].ShouldBe("t");
        inputs["plain"].ShouldBe("p");
        inputs["enabled"].ShouldBe(true);
        inputs["size"].ShouldBeOfType<double>().ShouldBe(3.0);
        inputs["ratio"].ShouldBeOfType<double>().ShouldBe(2.5);
    }

    [Fact]
    public async Task Enums_arrive_as_their_values()
    {
        var inputs = await InputsOf(new ThingArgs { Color = Color.Red, Level = Level.Half, Day = DayOfWeek.Monday });
        inputs["color"].ShouldBe("red");
        inputs["level"].ShouldBe(0.5);
        inputs["day"].ShouldBeOfType<double>().ShouldBe(1.0);
    }

    [Fact]
    public async Task Lists_arrive_as_immutable_arrays_of_objects()
    {
        var inputs = await InputsOf(new ThingArgs { Labels = { "x", Output.Create("y") } });
        inputs["labels"].ShouldBeOfType<ImmutableArray<object>>().ShouldBe(new object[] { "x", "y" });
    }

    [Fact]
    public async Task Maps_arrive_as_immutable_dictionaries_of_objects()
    {
        var inputs = await InputsOf(new ThingArgs { Tags = { ["k"] = "v", ["o"] = Output.Create("w") } });
        var tags = inputs["tags"].ShouldBeAssignableTo<ImmutableDictionary<string, object>>()!;
        tags.Count.ShouldBe(2);
        (tags["k"], tags["o"]).ShouldBe(((object)"v", (object)"w"));
    }

    [Fact]
    public async Task Nested_arguments_arrive_as_dictionaries_by_input_names()
    {
        var inputs = await InputsOf(new ThingArgs
        {
            Rule = new RuleArgs { Path = "/x", Weight = 2 },
            Rules = { new RuleArgs { Path = "/y" } },
        });
        var rule = inputs["rule"].ShouldBeAssignableTo<ImmutableDictionary<string, object>>()!;
        (rule["path"], rule["weight"]).ShouldBe(((object)"/x", (object)2.0));
        var rules = (ImmutableArray<object>)inputs["rules"];
        ((ImmutableDictionary<string, object>)rules[0]).Keys.ShouldBe(["path"]);
    }

    [Fact]
    public async Task Unions_arrive_as_the_value_they_hold()
    {
        (await InputsOf(new ThingArgs { Choice = "a" }))["choice"].ShouldBe("a");
        (await InputsOf(new ThingArgs { Choice = 1 }))["choice"].ShouldBe(1.0);
    }

    [Fact]
    public async Task Json_arrives_as_plain_values()
    {
        var inputs = await InputsOf(new ThingArgs { Document = """{"a":1,"b":[true,"x"]}""" });
        var document = inputs["document"].ShouldBeAssignableTo<ImmutableDictionary<string, object>>()!;
        document["a"].ShouldBe(1.0);
        document["b"].ShouldBeOfType<ImmutableArray<object>>().ShouldBe(new object[] { true, "x" });
    }

    [Fact]
    public async Task Dictionary_arguments_arrive_by_their_keys()
    {
        var mocks = new RecordingMocks();
        var values = ImmutableDictionary<string, object?>.Empty.Add("text", "t").Add("number", 4).Add("nothing", null);
        await Run.Up(mocks, () =>
        {
            _ = new CustomResource(Thing.Token, "a", new DictionaryResourceArgs(values), new CustomResourceOptions());
        });
        mocks.Resource("a").Inputs.Keys.Order().ShouldBe(["number", "text"]);
        mocks.Input("a", "number").ShouldBe(4.0);
    }

    [Fact]
    public async Task A_stash_is_seen_by_its_type()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () => { _ = new Stash("s", new StashArgs { Input = "kept" }); });
        mocks.Resource("s").Type.ShouldBe("pulumi:index:Stash");
    }

    [Fact]
    public async Task Options_are_not_visible_to_the_mock()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () =>
        {
            _ = new Thing("a", null, new CustomResourceOptions
            {
                Protect = true,
                Version = "2.0.0",
                IgnoreChanges = { "title" },
                AdditionalSecretOutputs = { "arn" },
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5) },
            });
        });
        mocks.Resource("a").Inputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task AdditionalSecretOutputs_has_no_effect_under_mocks()
    {
        var thing = await Run.UpOf(
            RecordingMocks.Answering(("arn", "arn:a")),
            () => new Thing("a", null, new CustomResourceOptions { AdditionalSecretOutputs = { "arn" } }));
        await thing.Arn.ShouldNotBeSecret();
    }

    private static async Task<ImmutableDictionary<string, object>> InputsOf(ThingArgs args)
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object>() };
        await Run.Up(mocks, () => { _ = new Thing("a", args); });
        return mocks.Resource("a").Inputs;
    }
}
