using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Preview.Tests.Runs;

public class RegistrationTests
{
    private const string Prefix = "urn:pulumi:test::ecs-platform::";

    [Fact]
    public async Task URNs_have_the_types_of_all_ancestors_but_the_stack()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            _ = new Group("outer", outer => new Group(
                "inner",
                inner => new Thing("leaf", null, new CustomResourceOptions { Parent = inner }),
                new ComponentResourceOptions { Parent = outer }));
            _ = new Thing("top");
        });
        plan.Resources.Select(resource => resource.Urn).ShouldBe([
            Prefix + "pulumi:pulumi:Stack::ecs-platform-test",
            Prefix + "test:index:Group$test:index:Group$test:index:Thing::leaf",
            Prefix + "test:index:Group$test:index:Group::inner",
            Prefix + "test:index:Group::outer",
            Prefix + "test:index:Thing::top",
        ]);
        plan.Only("test:index:Thing", "leaf").Parent.ShouldBe(Prefix + "test:index:Group$test:index:Group::inner");
        plan.Only("test:index:Thing", "top").Parent.ShouldBe(plan.Root.Urn);
        plan.Root.Parent.ShouldBeNull();
    }

    [Fact]
    public async Task Resources_of_one_name_below_different_types_are_different()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            _ = new Thing("a", new ThingArgs { Title = "in group" }, new CustomResourceOptions { Parent = new Group("g") });
            _ = new Thing("a", new ThingArgs { Title = "in team" }, new CustomResourceOptions { Parent = new Team("t") });
        });
        plan.All("test:index:Thing").Select(thing => thing.Text("title")).ShouldBe(["in group", "in team"]);
        plan.All("test:index:Thing").Select(thing => thing.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_URN_that_is_used_twice_is_refused_with_both_places()
    {
        var failure = await Should.ThrowAsync<PreviewException>(() => TestPlan.OfAsync(() =>
        {
            _ = new Group("one", group => new Thing("a", null, new CustomResourceOptions { Parent = group }));
            _ = new Group("two", group => new Thing("a", null, new CustomResourceOptions { Parent = group }));
        }));
        failure.Reasons.ShouldBe([
            $"Two resources have the URN {Prefix}test:index:Group$test:index:Thing::a: one below test:index:Group 'one' and one below test:index:Group 'two'. " +
            "A parent's name is not part of a URN, only its type: give one of the two another name.",
        ]);
    }

    [Fact]
    public async Task Required_inputs_that_are_missing_are_refused_all_at_once()
    {
        var failure = await Should.ThrowAsync<PreviewException>(() => TestPlan.OfAsync(() =>
        {
            _ = new Group("g", group =>
            {
                _ = new Strict("first", new StrictArgs(), new CustomResourceOptions { Parent = group });
                _ = new Strict("second", new StrictArgs { Title = "t" }, new CustomResourceOptions { Parent = group });
            });
        }));
        failure.Reasons.ShouldBe([
            "test:index:Group 'g' > test:index:Strict 'first' lacks the required input 'hosts'. Give it a value.",
            "test:index:Group 'g' > test:index:Strict 'first' lacks the required input 'title'. Give it a value.",
            "test:index:Group 'g' > test:index:Strict 'second' lacks the required input 'hosts'. Give it a value.",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Options_are_in_the_plan_and_protection_is_inherited()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var keeper = new Thing("keeper");
            _ = new Group(
                "g",
                group => new Thing("a", null, new CustomResourceOptions
                {
                    Parent = group,
                    IgnoreChanges = { "size", "labels" },
                    ReplaceOnChanges = { "title" },
                    DeleteBeforeReplace = true,
                    RetainOnDelete = true,
                    DeletedWith = keeper,
                    AdditionalSecretOutputs = { "computed" },
                    CustomTimeouts = new CustomTimeouts { Update = TimeSpan.FromMinutes(3) },
                    Aliases = { new Alias { Name = "old" }, new Alias { NoParent = true }, new Alias { Urn = "urn:x" } },
                }),
                new ComponentResourceOptions { Protect = true });
            _ = new Thing("imported", null, new CustomResourceOptions { ImportId = "i-1", Protect = false });
        });
        var thing = plan.Only("test:index:Thing", "a");
        thing.Protect.ShouldBeTrue();
        thing.IgnoreChanges.ShouldBe(["labels", "size"]);
        thing.ReplaceOnChanges.ShouldBe(["title"]);
        thing.DeleteBeforeReplace.ShouldBeTrue();
        thing.RetainOnDelete.ShouldBeTrue();
        thing.DeletedWith.ShouldBe(plan.Only("test:index:Thing", "keeper").Urn);
        thing.AdditionalSecretOutputs.ShouldBe(["computed"]);
        thing.CustomTimeouts.ShouldBe(new PlannedTimeouts(null, TimeSpan.FromMinutes(3), null));
        thing.Aliases.ShouldBe(["urn:pulumi:test::ecs-platform::test:index:Group$test:index:Thing::old", "urn:pulumi:test::ecs-platform::test:index:Thing::a", "urn:x"]);
        plan.Only("test:index:Group").Protect.ShouldBeTrue();
        plan.Only("test:index:Thing", "imported").ImportId.ShouldBe("i-1");
        plan.Only("test:index:Thing", "imported").External.ShouldBeFalse();
        plan.Only("test:index:Thing", "keeper").Protect.ShouldBeFalse();
    }

    [Fact]
    public async Task What_stands_under_a_component_with_another_name_was_there_under_its_former_one()
    {
        var plan = await TestPlan.OfAsync(() => _ = new Group(
            "new",
            parent =>
            {
                _ = new Thing("new-part", null, new CustomResourceOptions { Parent = parent });
                _ = new Thing("other", null, new CustomResourceOptions { Parent = parent });
            },
            new ComponentResourceOptions { Aliases = { new Alias { Name = "old" }, new Alias { Type = "test:index:Crowd" } } }));
        const string Things = "urn:pulumi:test::ecs-platform::test:index";
        plan.Only("test:index:Thing", "new-part").Aliases.ShouldBe([$"{Things}:Crowd$test:index:Thing::new-part", $"{Things}:Group$test:index:Thing::old-part"]);
        plan.Only("test:index:Thing", "other").Aliases.ShouldBe([$"{Things}:Crowd$test:index:Thing::other"]);
    }

    [Fact]
    public async Task Dependencies_come_from_inputs_and_options_and_a_component_stands_for_its_resources()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var group = new Group("g", parent =>
            {
                _ = new Thing("x", null, new CustomResourceOptions { Parent = parent });
                _ = new Thing("y", null, new CustomResourceOptions { Parent = parent });
            });
            var first = new Thing("first", new ThingArgs { Title = "t" });
            _ = new Thing(
                "second",
                new ThingArgs { Title = Output.Format($"{first.Title}-{first.Id}"), Labels = { first.Title, "plain" } },
                new CustomResourceOptions { DependsOn = { group } });
        });
        var second = plan.Only("test:index:Thing", "second");
        var first = plan.Only("test:index:Thing", "first");
        second.Text("title").ShouldBe($"t-{first.Id}");
        second.PropertyDependencies.Keys.ShouldBe(["labels", "title"]);
        second.PropertyDependencies["title"].ShouldBe([first.Urn]);
        second.Dependencies.ShouldBe([plan.Only("test:index:Thing", "x").Urn, plan.Only("test:index:Thing", "y").Urn, first.Urn], ignoreOrder: true);
        first.Dependencies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Components_and_the_stack_have_their_outputs()
    {
        var plan = await TestPlan.OfAsync(() => new Dictionary<string, object?>
        {
            ["label"] = new Thing("a", new ThingArgs { Title = "t" }).Title,
            ["plain"] = 3,
            ["none"] = null,
            ["component"] = new Group("g").Urn,
        });
        plan.Only("test:index:Group").OutputText("label").ShouldBe("g-label");
        plan.Root.OutputText("label").ShouldBe("t");
        plan.Root.Output("plain").ShouldBe(new PropertyValue.Number(3));
        plan.Root.Output("none").ShouldBeNull();
    }
}
