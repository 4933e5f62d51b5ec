using System.Collections.Immutable;
using System.Text.Json;
using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Resources;

public sealed class ProviderTests
{
    private const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    [Fact]
    public async Task The_mock_sees_a_provider_by_its_package()
    {
        var mocks = new RecordingMocks();
        var provider = await Run.UpOf(mocks, () => new DemoProvider("prov", new DemoProviderArgs { Region = "eu-west-1" }));
        var seen = mocks.Resources.ShouldHaveSingleItem();
        (seen.Type, seen.Name).ShouldBe(("pulumi:providers:demo", "prov"));
        seen.Inputs.ShouldBe(ImmutableDictionary<string, object>.Empty.Add("region", "eu-west-1"));
        await provider.Urn.ShouldBeKnown(UrnOf("prov"));
    }

    [Fact]
    public async Task Arguments_marked_json_arrive_as_json_text()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () =>
        {
            _ = new DemoProvider("prov", new DemoProviderArgs
            {
                Retries = 3,
                Verbose = true,
                Settings = new RuleArgs { Path = "/x" },
                Accounts = new InputList<string> { "1", "2" },
            });
        });
        var inputs = mocks.Resource("prov").Inputs;
        JsonSerializer.Deserialize<bool>((string)inputs["verbose"]).ShouldBeTrue();
        JsonSerializer.Deserialize<double>((string)inputs["retries"]).ShouldBe(3.0);
        inputs["settings"].ShouldBe("""{ "path": "/x" }""");
        JsonSerializer.Deserialize<string[]>((string)inputs["accounts"]).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Json_text_has_every_property_of_nested_arguments()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () =>
        {
            _ = new DemoProvider("prov", new DemoProviderArgs { Settings = new RuleArgs { Path = Output.Create("/x"), Weight = 2 } });
        });
        using var json = JsonDocument.Parse((string)mocks.Input("prov", "settings"));
        json.RootElement.GetProperty("path").GetString().ShouldBe("/x");
        json.RootElement.GetProperty("weight").GetDouble().ShouldBe(2.0);
    }

    [Fact]
    public async Task A_reference_has_the_providers_urn_and_id()
    {
        var seen = await ProviderSeen(new RecordingMocks(), () =>
        {
            _ = new Thing("a", null, new CustomResourceOptions { Provider = new DemoProvider("prov") });
        });
        seen.ShouldBe(ReferenceTo("prov"));
    }

    [Fact]
    public async Task A_reference_to_a_provider_without_an_id_has_the_sentinel_of_unknowns()
    {
        var mocks = new RecordingMocks { Id = args => args.Name == "prov" ? "" : "x" };
        var seen = await ProviderSeen(mocks, () =>
        {
            _ = new Thing("a", null, new CustomResourceOptions { Provider = new DemoProvider("prov") });
        });
        seen.ShouldBe($"{UrnOf("prov")}::{UnknownId}");
    }

    [Fact]
    public async Task A_components_providers_are_inherited_by_its_descendants()
    {
        var mocks = new RecordingMocks();
        var seen = await ProviderSeen(mocks, () =>
        {
            var options = new ComponentResourceOptions { Providers = { new DemoProvider("prov"), new OtherProvider("other") } };
            _ = new Group("outer", outer =>
                _ = new Group("inner", inner => Child(inner), new ComponentResourceOptions { Parent = outer }), options);
        });
        seen.ShouldBe(ReferenceTo("prov"));
        mocks.Resource("outer").Provider.ShouldBe("");
        mocks.Resource("inner").Provider.ShouldBe("");
    }

    [Fact]
    public async Task A_components_single_provider_is_inherited_as_well()
    {
        var seen = await ProviderSeen(new RecordingMocks(), () =>
        {
            _ = new Group("g", group => Child(group), new ComponentResourceOptions { Provider = new DemoProvider("prov") });
        });
        seen.ShouldBe(ReferenceTo("prov"));
    }

    [Fact]
    public async Task An_inner_components_provider_replaces_the_outer_ones_of_its_package()
    {
        var seen = await ProviderSeen(new RecordingMocks(), () =>
        {
            var outer = new Group("outer", null, new ComponentResourceOptions { Providers = { new DemoProvider("first") } });
            var options = new ComponentResourceOptions { Parent = outer, Providers = { new DemoProvider("second") } };
            _ = new Group("inner", inner => Child(inner), options);
        });
        seen.ShouldBe(ReferenceTo("second"));
    }

    [Fact]
    public async Task An_explicit_provider_wins_over_an_inherited_one()
    {
        var seen = await ProviderSeen(new RecordingMocks(), () =>
        {
            var group = new Group("g", null, new ComponentResourceOptions { Providers = { new DemoProvider("inherited") } });
            _ = new Thing("a", null, new CustomResourceOptions { Parent = group, Provider = new DemoProvider("own") });
        });
        seen.ShouldBe(ReferenceTo("own"));
    }

    [Fact]
    public async Task A_resource_without_a_parent_inherits_nothing()
    {
        var seen = await ProviderSeen(new RecordingMocks(), () =>
        {
            _ = new Group("g", group => _ = new Thing("a"), new ComponentResourceOptions { Providers = { new DemoProvider("prov") } });
        });
        seen.ShouldBe("");
    }

    [Fact]
    public async Task A_provider_of_another_package_is_not_inherited()
    {
        var seen = await ProviderSeen(new RecordingMocks(), () =>
        {
            _ = new Group("g", group => Child(group), new ComponentResourceOptions { Providers = { new OtherProvider("other") } });
        });
        seen.ShouldBe("");
    }

    [Fact]
    public async Task A_custom_resources_provider_is_inherited_for_the_package_of_the_resources_type()
    {
        var seen = await ProviderSeen(new RecordingMocks(), () =>
        {
            var parent = new Thing("parent", null, new CustomResourceOptions { Provider = new DemoProvider("prov") });
            Child(parent);
        });
        seen.ShouldBe(ReferenceTo("prov"));
    }

    [Fact]
    public async Task A_component_may_not_have_both_a_provider_and_providers()
    {
        var failure = await Run.Failure(new RecordingMocks(), () =>
        {
            var provider = new DemoProvider("prov");
            _ = new Group("g", null, new ComponentResourceOptions { Provider = provider, Providers = { provider } });
        });
        failure.Message.ShouldContain("Do not supply both 'provider' and 'providers' options to a ComponentResource.");
    }

    private static string UrnOf(string provider) => $"urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:demo::{provider}";

    private static string ReferenceTo(string provider) => $"{UrnOf(provider)}::{provider}-id";

    private static void Child(Resource parent) => _ = new Thing("a", null, new CustomResourceOptions { Parent = parent });

    private static async Task<string?> ProviderSeen(RecordingMocks mocks, Action program)
    {
        await Run.Up(mocks, program);
        return mocks.Resource("a").Provider;
    }
}
