using System.Collections.Immutable;
using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Mocks;

public sealed class ReferenceInputTests
{
    [Fact]
    public async Task A_resource_arrives_as_a_new_instance_of_its_class_with_the_mocks_earlier_answer()
    {
        var mocks = new RecordingMocks { State = args => new Dictionary<string, object> { ["arn"] = $"arn:{args.Name}" } };
        var target = await Run.UpOf(mocks, () =>
        {
            var created = new Thing("target");
            _ = new Thing("a", new ThingArgs { Target = created });
            return created;
        });
        var seen = mocks.Input("a", "target").ShouldBeOfType<Thing>();
        seen.ShouldNotBeSameAs(target);
        await seen.Arn.ShouldBeKnown("arn:target");
        (await seen.Urn.Read()).ShouldBe(await target.Urn.Read());
    }

    [Fact]
    public async Task A_resource_whose_class_is_not_marked_arrives_with_its_urn_only()
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object>() };
        var owner = await Run.UpOf(mocks, () =>
        {
            var created = new Group("owner");
            _ = new Thing("a", new ThingArgs { Owner = created });
            return created;
        });
        var seen = mocks.Input("a", "owner").ShouldBeAssignableTo<Resource>()!;
        seen.GetType().Name.ShouldBe("DependencyResource");
        (await seen.Urn.Read()).ShouldBe(await owner.Urn.Read());
    }

    [Fact]
    public async Task Assets_arrive_as_objects_of_their_class()
    {
        (await FileInput(new FileAsset("a.txt"))).ShouldBeOfType<FileAsset>();
        (await FileInput(new StringAsset("text"))).ShouldBeOfType<StringAsset>();
        (await FileInput(new RemoteAsset("https://example.org/a.txt"))).ShouldBeOfType<RemoteAsset>();
    }

    [Fact]
    public async Task Archives_arrive_as_objects_of_their_class()
    {
        var assets = new Dictionary<string, AssetOrArchive> { ["a"] = new StringAsset("text"), ["b"] = new FileArchive("b.zip") };
        (await FileInput(new FileArchive("a.zip"))).ShouldBeOfType<FileArchive>();
        (await FileInput(new RemoteArchive("https://example.org/a.zip"))).ShouldBeOfType<RemoteArchive>();
        (await FileInput(new AssetArchive(assets))).ShouldBeOfType<AssetArchive>();
    }

    [Fact]
    public async Task The_provider_of_a_resource_does_not_turn_up_in_its_inputs()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () =>
        {
            _ = new Thing("a", new ThingArgs { Plain = "p" }, new CustomResourceOptions { Provider = new DemoProvider("prov") });
        });
        mocks.Resource("a").Inputs.ShouldBe(ImmutableDictionary<string, object>.Empty.Add("plain", "p"));
    }

    private static async Task<object> FileInput(AssetOrArchive file)
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object>() };
        await Run.Up(mocks, () => { _ = new Thing("a", new ThingArgs { File = file }); });
        return mocks.Input("a", "file");
    }
}
