using System.Collections.Immutable;
using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ContractTests.Resources;

public sealed class ComponentTests
{
    [Fact]
    public async Task The_mock_sees_a_component_without_inputs_and_without_a_provider()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () => { _ = new Group("g"); });
        var seen = mocks.Resource("g");
        (seen.Type, seen.Id, seen.Provider).ShouldBe((Group.Token, "", ""));
        seen.Inputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_mock_sees_the_arguments_that_a_component_hands_on()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () => { _ = new Group("g", new ThingArgs { Title = "t" }); });
        mocks.Input("g", "title").ShouldBe("t");
    }

    [Fact]
    public async Task What_the_mock_answers_for_a_component_is_ignored()
    {
        var mocks = RecordingMocks.Answering(("address", "other"), ("Port", 1));
        var endpoint = await Run.UpOf(mocks, () => new Endpoint("e", "host"));
        await endpoint.Address.ShouldBeKnown("host");
        await endpoint.Port.ShouldBeKnown(443);
    }

    [Fact]
    public async Task RegisterOutputs_without_arguments_registers_the_marked_properties_by_their_names()
    {
        var mocks = new RecordingMocks();
        var endpoint = await Run.UpOf(mocks, () => new Endpoint("e", "host"));
        var request = await RequestOf(mocks, endpoint);
        request.Outputs.Keys.Order().ShouldBe(["Port", "address"], ignoreOrder: true);
        (await request.Outputs["address"].Read()).ShouldBe("host");
        Convert.ToDouble(await request.Outputs["Port"].Read(), null).ShouldBe(443.0);
    }

    [Fact]
    public async Task RegisterOutputs_takes_a_dictionary()
    {
        var mocks = new RecordingMocks();
        var outputs = Some(("text", "t"), ("output", Output.Create("o")));
        var group = await Run.UpOf(mocks, () => new Group("g", it => it.Register(outputs)));
        var request = await RequestOf(mocks, group);
        (await request.Outputs["text"].Read()).ShouldBe("t");
        (await request.Outputs["output"].Read()).ShouldBe("o");
    }

    [Fact]
    public async Task RegisterOutputs_takes_a_task()
    {
        var mocks = new RecordingMocks();
        var outputs = Task.FromResult<IDictionary<string, object?>>(Some(("text", "t")));
        var group = await Run.UpOf(mocks, () => new Group("g", it => it.Register(outputs)));
        (await (await RequestOf(mocks, group)).Outputs["text"].Read()).ShouldBe("t");
    }

    [Fact]
    public async Task RegisterOutputs_takes_an_output()
    {
        var mocks = new RecordingMocks();
        var outputs = Output.Create<IDictionary<string, object?>>(Some(("text", "t")));
        var group = await Run.UpOf(mocks, () => new Group("g", it => it.Register(outputs)));
        (await (await RequestOf(mocks, group)).Outputs["text"].Read()).ShouldBe("t");
    }

    [Fact]
    public async Task RegisterOutputs_keeps_the_marks_of_secrets_and_unknowns()
    {
        var mocks = new RecordingMocks();
        Group? group = null;
        await Run.Preview(mocks, () => group = new Group("g", it => it.Register(
            Some(("plain", "p"), ("secret", Output.CreateSecret("s")), ("unknown", OutputUtilities.CreateUnknown("u"))))));
        var outputs = (await RequestOf(mocks, group!)).Outputs;
        (await outputs["secret"].Read()).ShouldBe("s");
        await outputs["secret"].ShouldBeSecret();
        await outputs["plain"].ShouldNotBeSecret();
        await outputs["unknown"].ShouldBeUnknown();
    }

    [Fact]
    public async Task An_unknown_secret_loses_its_secret_mark_among_registered_outputs()
    {
        var mocks = new RecordingMocks();
        Group? group = null;
        await Run.Preview(mocks, () => group = new Group("g", it => it.Register(
            Some(("both", Output.CreateSecret(OutputUtilities.CreateUnknown("u")))))));
        var both = (await RequestOf(mocks, group!)).Outputs["both"];
        await both.ShouldBeUnknown();
        await both.ShouldNotBeSecret();
    }

    [Fact]
    public async Task A_component_that_registers_no_outputs_asks_the_mock_nothing()
    {
        var mocks = new RecordingMocks();
        var group = await Run.UpOf(mocks, () => new Group("g"));
        var urn = await group.Urn.Read();
        mocks.Outputs.ShouldNotContain(request => request.Urn == urn);
    }

    [Fact]
    public void A_request_for_registered_outputs_holds_what_it_was_made_of()
    {
        var outputs = ImmutableDictionary<string, Output<object?>>.Empty.Add("text", Output.Create<object?>("t"));
        var request = new MockRegisterResourceOutputsRequest("urn:a", outputs);
        request.Urn.ShouldBe("urn:a");
        request.Outputs.ShouldBeSameAs(outputs);
    }

    private static async Task<MockRegisterResourceOutputsRequest> RequestOf(RecordingMocks mocks, Resource resource)
    {
        var urn = await resource.Urn.Read();
        return mocks.Outputs.Single(request => request.Urn == urn);
    }

    private static Dictionary<string, object?> Some(params (string Key, object? Value)[] outputs) =>
        outputs.ToDictionary(output => output.Key, output => output.Value);
}
