using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Testing;

namespace ContractTests.Resources;

public sealed class UrnTests
{
    private const string Prefix = "urn:pulumi:stack::project::";
    private const string Root = Prefix + "pulumi:pulumi:Stack$";

    [Fact]
    public async Task A_urn_has_the_stacks_type_before_the_resources_type()
    {
        var thing = await Run.PreviewOf(new RecordingMocks(), () => new Thing("a"));
        await thing.Urn.ShouldBeKnown($"{Root}demo:index:Thing::a");
    }

    [Fact]
    public async Task A_urn_has_the_names_of_the_stack_and_the_project()
    {
        Thing? thing = null;
        var options = new TestOptions { ProjectName = "shop", StackName = "live" };
        await Task.Run(() => Deployment.TestAsync(new RecordingMocks(), options, () => { thing = new Thing("a"); })).WithinTenSeconds();
        await thing!.Urn.ShouldBeKnown("urn:pulumi:live::shop::pulumi:pulumi:Stack$demo:index:Thing::a");
    }

    [Fact]
    public async Task Parents_between_the_stack_and_a_resource_are_lost_under_mocks()
    {
        Thing? leaf = null;
        var outer = await Run.UpOf(new RecordingMocks(), () => new Group("outer", group =>
        {
            _ = new Group(
                "inner",
                inner => leaf = new Thing("leaf", null, new CustomResourceOptions { Parent = inner }),
                new ComponentResourceOptions { Parent = group });
        }));
        await outer.Urn.ShouldBeKnown($"{Root}demo:index:Group::outer");
        await leaf!.Urn.ShouldBeKnown($"{Root}demo:index:Thing::leaf");
    }

    [Fact]
    public async Task Two_resources_of_the_same_type_and_name_are_accepted()
    {
        var mocks = new RecordingMocks();
        var resources = await Run.Up(mocks, () =>
        {
            _ = new Thing("a");
            _ = new Thing("a");
        });
        resources.OfType<Thing>().Count().ShouldBe(2);
        mocks.Resources.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_urn_is_known_when_the_id_is_not()
    {
        var thing = await Run.PreviewOf(new RecordingMocks { Id = _ => "" }, () => new Thing("a"));
        (await thing.Urn.IsKnown()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_resource_tells_its_type_and_name()
    {
        var thing = await Run.UpOf(new RecordingMocks(), () => new Thing("a"));
        (thing.GetResourceType(), thing.GetResourceName()).ShouldBe(("demo:index:Thing", "a"));
    }

    [Fact]
    public async Task Create_without_a_parent_has_no_prefix()
    {
        var urn = await Run.UpOf(new RecordingMocks(), () => Urn.Create("a", Thing.Token));
        await urn.ShouldBeKnown($"{Prefix}demo:index:Thing::a");
    }

    [Fact]
    public async Task Create_takes_another_project_and_stack()
    {
        var urn = await Run.UpOf(new RecordingMocks(), () => Urn.Create("a", Thing.Token, project: "shop", stack: "live"));
        await urn.ShouldBeKnown("urn:pulumi:live::shop::demo:index:Thing::a");
    }

    [Fact]
    public async Task Create_puts_the_types_of_a_parent_urn_first()
    {
        var urn = await Run.UpOf(
            new RecordingMocks(),
            () => Urn.Create("a", Thing.Token, parentUrn: $"{Prefix}demo:index:Outer$demo:index:Group::g"));
        await urn.ShouldBeKnown($"{Prefix}demo:index:Outer$demo:index:Group$demo:index:Thing::a");
    }

    [Fact]
    public async Task Create_puts_the_types_of_a_parent_first()
    {
        var urn = await Run.UpOf(new RecordingMocks(), () => Urn.Create("a", Thing.Token, parent: new Group("g")));
        await urn.ShouldBeKnown($"{Root}demo:index:Group$demo:index:Thing::a");
    }

    [Fact]
    public void A_urn_converts_to_text()
    {
        string text = new Urn("urn:a");
        text.ShouldBe("urn:a");
    }

    [Fact]
    public void Urns_are_equal_when_their_texts_are()
    {
        (new Urn("urn:a") == new Urn("urn:a")).ShouldBeTrue();
        (new Urn("urn:a") != new Urn("urn:b")).ShouldBeTrue();
    }
}
