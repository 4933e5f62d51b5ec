using System.Collections.Immutable;
using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Mocks;

public sealed class LeftOutInputTests
{
    private static readonly Output<string> Unknown = OutputUtilities.CreateUnknown("u");

    [Fact]
    public async Task Null_properties_are_left_out()
    {
        var inputs = await InputsOf(new ThingArgs { Title = null, Plain = null, Size = 1 });
        inputs.Keys.ShouldBe(["size"]);
    }

    [Fact]
    public async Task A_null_entry_of_a_map_is_left_out()
    {
        string? nothing = null;
        var inputs = await InputsOf(new ThingArgs { Tags = { { "k", "v" }, { "n", nothing! } } });
        ((ImmutableDictionary<string, object>)inputs["tags"]).Keys.ShouldBe(["k"]);
    }

    [Fact]
    public async Task A_list_and_a_map_that_were_only_touched_arrive_empty()
    {
        var args = new ThingArgs();
        args.Labels.ShouldNotBeNull();
        args.Tags.ShouldNotBeNull();
        var inputs = await InputsOf(args);
        inputs["labels"].ShouldBeOfType<ImmutableArray<object>>().ShouldBeEmpty();
        inputs["tags"].ShouldBeAssignableTo<ImmutableDictionary<string, object>>()!.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_property_is_left_out()
    {
        var inputs = await InputsOf(new ThingArgs { Title = Unknown, Plain = "p" });
        inputs.Keys.ShouldBe(["plain"]);
    }

    [Fact]
    public async Task A_list_with_an_unknown_element_is_left_out_wholly()
    {
        var inputs = await InputsOf(new ThingArgs { Labels = { "x", Unknown }, Plain = "p" });
        inputs.Keys.ShouldBe(["plain"]);
    }

    [Fact]
    public async Task A_map_with_an_unknown_value_is_left_out_wholly()
    {
        var inputs = await InputsOf(new ThingArgs { Tags = { { "k", "v" }, { "u", Unknown } }, Plain = "p" });
        inputs.Keys.ShouldBe(["plain"]);
    }

    [Fact]
    public async Task Nested_arguments_with_an_unknown_are_left_out_wholly()
    {
        var inputs = await InputsOf(new ThingArgs
        {
            Rule = new RuleArgs { Path = Unknown, Weight = 1 },
            Rules = { new RuleArgs { Path = "/x" }, new RuleArgs { Path = Unknown } },
            Plain = "p",
        });
        inputs.Keys.ShouldBe(["plain"]);
    }

    [Fact]
    public async Task Secrets_arrive_unwrapped_at_any_depth()
    {
        var inputs = await InputsOf(new ThingArgs
        {
            Title = Output.CreateSecret("s"),
            Labels = { "x", Output.CreateSecret("y") },
            Tags = { { "k", Output.CreateSecret("v") } },
            Rule = Output.CreateSecret(new RuleArgs { Path = Output.CreateSecret("/s") }),
        });
        inputs["title"].ShouldBe("s");
        inputs["labels"].ShouldBeOfType<ImmutableArray<object>>().ShouldBe(new object[] { "x", "y" });
        ((ImmutableDictionary<string, object>)inputs["tags"])["k"].ShouldBe("v");
        ((ImmutableDictionary<string, object>)inputs["rule"])["path"].ShouldBe("/s");
    }

    [Fact]
    public async Task A_missing_required_input_faults_the_registration_and_not_the_constructor()
    {
        var constructed = false;
        var failure = await Run.Failure(new RecordingMocks(), () =>
        {
            _ = new CustomResource(Thing.Token, "a", new RuleArgs(), new CustomResourceOptions());
            constructed = true;
        });
        constructed.ShouldBeTrue();
        failure.ToString().ShouldContain("System.ArgumentNullException: [Input] ");
        failure.ToString().ShouldContain("RuleArgs.Path is required but was not given a value (Parameter 'Path')");
    }

    [Fact]
    public async Task A_missing_required_input_of_nested_arguments_names_the_property()
    {
        var failure = await Run.Failure(new RecordingMocks(), () => { _ = new Thing("a", new ThingArgs { Rule = new RuleArgs() }); });
        failure.ToString().ShouldContain("""System.InvalidOperationException: error serializing property "rule": [Input] """);
        failure.ToString().ShouldContain("RuleArgs.Path is required");
    }

    private static async Task<ImmutableDictionary<string, object>> InputsOf(ThingArgs args)
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object>() };
        await Run.Preview(mocks, () => { _ = new Thing("a", args); });
        return mocks.Resource("a").Inputs;
    }
}
