using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Resources;

public sealed class RemoteComponentTests
{
    [Fact]
    public async Task The_mock_sees_one_resource_with_the_components_arguments()
    {
        var mocks = new RecordingMocks();
        await Run.Preview(mocks, () =>
        {
            _ = new RemoteGroup("r", new ThingArgs { Title = Output.CreateSecret("t"), Labels = { OutputUtilities.CreateUnknown("x") } });
        });
        var seen = mocks.Resources.ShouldHaveSingleItem();
        (seen.Type, seen.Provider).ShouldBe((RemoteGroup.Token, ""));
        seen.Inputs.Keys.ShouldBe(["title"]);
        seen.Inputs["title"].ShouldBe("t");
    }

    [Fact]
    public async Task Its_outputs_have_what_the_mock_answers()
    {
        var remote = await Run.UpOf(RecordingMocks.Answering(("networkId", "n-1")), () => new RemoteGroup("r"));
        await remote.NetworkId.ShouldBeKnown("n-1");
    }

    [Fact]
    public async Task Its_missing_outputs_are_unknown_in_a_preview()
    {
        var remote = await Run.PreviewOf(RecordingMocks.Answering(), () => new RemoteGroup("r"));
        await remote.NetworkId.ShouldBeUnknown();
        await remote.Thing.ShouldBeUnknown();
    }

    [Fact]
    public async Task Its_missing_outputs_are_known_defaults_in_an_update()
    {
        var remote = await Run.UpOf(RecordingMocks.Answering(), () => new RemoteGroup("r"));
        await remote.NetworkId.ShouldBeKnown(null!);
        await remote.Thing.ShouldBeKnown(null!);
    }

    [Fact]
    public async Task A_resource_in_the_answer_becomes_another_instance_with_the_mocks_earlier_answer()
    {
        Thing? created = null;
        var mocks = new RecordingMocks
        {
            State = args => args.Type == RemoteGroup.Token
                ? new Dictionary<string, object> { ["thing"] = created! }
                : new Dictionary<string, object> { ["arn"] = $"arn:{args.Name}" },
        };
        var remote = await Run.UpOf(mocks, () =>
        {
            created = new Thing("inside");
            return new RemoteGroup("r");
        });
        var thing = await remote.Thing.Read();
        thing.ShouldNotBeSameAs(created);
        await thing.Arn.ShouldBeKnown("arn:inside");
    }

    [Fact]
    public async Task Its_providers_are_not_shown_to_the_mock_but_inherited_by_its_children()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () =>
        {
            var options = new ComponentResourceOptions { Providers = { new DemoProvider("prov") } };
            var remote = new RemoteGroup("r", null, options);
            _ = new Thing("child", null, new CustomResourceOptions { Parent = remote });
        });
        mocks.Resource("r").Provider.ShouldBe("");
        mocks.Resource("child").Provider.ShouldNotBe("");
    }
}
