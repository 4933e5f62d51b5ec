using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Resources;

public sealed class IdTests
{
    [Fact]
    public async Task The_id_is_the_mocks() => await (await Run.UpOf(new RecordingMocks(), () => new Thing("a"))).Id.ShouldBeKnown("a-id");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_id_is_unknown(bool isPreview)
    {
        var mocks = new RecordingMocks { Id = _ => "" };
        var thing = isPreview
            ? await Run.PreviewOf(mocks, () => new Thing("a"))
            : await Run.UpOf(mocks, () => new Thing("a"));
        await thing.Id.ShouldBeUnknown();
    }

    [Fact]
    public async Task A_null_id_is_the_import_id()
    {
        var mocks = new RecordingMocks { Id = _ => null };
        var thing = await Run.UpOf(mocks, () => new Thing("a", null, new CustomResourceOptions { ImportId = "i-1" }));
        await thing.Id.ShouldBeKnown("i-1");
    }

    [Fact]
    public async Task The_mock_sees_an_empty_id_for_a_new_resource()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () => { _ = new Thing("a"); });
        mocks.Resource("a").Id.ShouldBe("");
    }

    [Fact]
    public async Task The_mock_sees_the_import_id()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () => { _ = new Thing("a", null, new CustomResourceOptions { ImportId = "i-1" }); });
        mocks.Resource("a").Id.ShouldBe("i-1");
    }

    [Fact]
    public async Task Get_has_the_given_id_whatever_the_mock_answers()
    {
        var mocks = new RecordingMocks { Id = _ => "other", State = _ => new Dictionary<string, object> { ["arn"] = "arn:a" } };
        var thing = await Run.UpOf(mocks, () => Thing.Get("a", "i-1"));
        await thing.Id.ShouldBeKnown("i-1");
        await thing.Arn.ShouldBeKnown("arn:a");
        mocks.Resource("a").Id.ShouldBe("i-1");
    }

    [Fact]
    public async Task The_id_option_reads_as_well()
    {
        var mocks = new RecordingMocks { Id = _ => "other" };
        var raw = await Run.UpOf(mocks, () => new Raw("a", null, new CustomResourceOptions { Id = "i-1" }));
        await raw.Id.ShouldBeKnown("i-1");
        mocks.Resource("a").Id.ShouldBe("i-1");
    }

    [Fact]
    public async Task Get_passes_its_state_as_inputs()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () => { _ = Thing.Get("a", "i-1", new ThingState { Arn = "arn:a" }); });
        mocks.Input("a", "arn").ShouldBe("arn:a");
    }

    [Fact]
    public async Task Get_with_an_unknown_id_registers_instead()
    {
        var mocks = new RecordingMocks();
        await Run.Preview(mocks, () => { _ = Thing.Get("a", OutputUtilities.CreateUnknown("i-1")); });
        mocks.Resource("a").Id.ShouldBe("");
    }
}
