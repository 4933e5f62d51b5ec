using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;

namespace ContractTests.Resources;

public sealed class OptionsTests
{
    [Fact]
    public void Collections_exist_before_anything_is_put_into_them()
    {
        var custom = new CustomResourceOptions();
        custom.IgnoreChanges.ShouldBeEmpty();
        custom.ReplaceOnChanges.ShouldBeEmpty();
        custom.Aliases.ShouldBeEmpty();
        custom.ResourceTransformations.ShouldBeEmpty();
        custom.AdditionalSecretOutputs.ShouldBeEmpty();
        custom.DependsOn.ShouldNotBeNull();
        new ComponentResourceOptions().Providers.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_else_is_set_by_itself()
    {
        var options = new CustomResourceOptions();
        options.Parent.ShouldBeNull();
        options.Provider.ShouldBeNull();
        options.Protect.ShouldBeNull();
        options.Version.ShouldBeNull();
        options.DeleteBeforeReplace.ShouldBeNull();
        options.ImportId.ShouldBeNull();
    }

    [Fact]
    public void Merge_of_custom_options_lets_the_second_win_where_it_says_something()
    {
        var merged = CustomResourceOptions.Merge(
            new CustomResourceOptions { Protect = true, Version = "1", ImportId = "i-1", DeleteBeforeReplace = true },
            new CustomResourceOptions { Protect = false, Version = "2" });
        (merged.Protect, merged.Version, merged.ImportId, merged.DeleteBeforeReplace).ShouldBe((false, "2", "i-1", true));
    }

    [Fact]
    public void Merge_of_custom_options_joins_lists()
    {
        var merged = CustomResourceOptions.Merge(
            new CustomResourceOptions { IgnoreChanges = { "a" }, AdditionalSecretOutputs = { "s" }, ReplaceOnChanges = { "r" } },
            new CustomResourceOptions { IgnoreChanges = { "b" }, AdditionalSecretOutputs = { "t" } });
        merged.IgnoreChanges.ShouldBe(["a", "b"]);
        merged.AdditionalSecretOutputs.ShouldBe(["s", "t"]);
        merged.ReplaceOnChanges.ShouldBe(["r"]);
    }

    [Fact]
    public async Task Merge_of_custom_options_joins_dependencies_and_aliases()
    {
        Thing? first = null;
        Thing? second = null;
        await Run.Up(new RecordingMocks(), () => (first, second) = (new Thing("a"), new Thing("b")));
        var merged = CustomResourceOptions.Merge(
            new CustomResourceOptions { DependsOn = { first! }, Aliases = { new Alias { Name = "x" } } },
            new CustomResourceOptions { DependsOn = { second! }, Aliases = { new Alias { Name = "y" } } });
        (await merged.DependsOn.ToOutput().Read()).ShouldBe([first!, second!]);
        merged.Aliases.Count.ShouldBe(2);
    }

    [Fact]
    public void Merge_gives_a_new_object_and_leaves_its_arguments_alone()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" } };
        var second = new CustomResourceOptions { IgnoreChanges = { "b" } };
        var merged = CustomResourceOptions.Merge(first, second);
        merged.IgnoreChanges.Add("c");
        merged.ShouldNotBeSameAs(first);
        merged.ShouldNotBeSameAs(second);
        first.IgnoreChanges.ShouldBe(["a"]);
        second.IgnoreChanges.ShouldBe(["b"]);
    }

    [Fact]
    public void Merge_takes_null_on_either_side()
    {
        CustomResourceOptions.Merge(null, null).ShouldNotBeNull();
        CustomResourceOptions.Merge(null, new CustomResourceOptions { Version = "2" }).Version.ShouldBe("2");
        CustomResourceOptions.Merge(new CustomResourceOptions { Version = "1" }, null).Version.ShouldBe("1");
        ComponentResourceOptions.Merge(null, null).ShouldNotBeNull();
        ComponentResourceOptions.Merge(null, new ComponentResourceOptions { Version = "2" }).Version.ShouldBe("2");
    }

    [Fact]
    public async Task Merge_of_component_options_keeps_one_provider_a_package_the_later_one()
    {
        DemoProvider? first = null;
        DemoProvider? second = null;
        OtherProvider? other = null;
        await Run.Up(new RecordingMocks(), () =>
            (first, second, other) = (new DemoProvider("first"), new DemoProvider("second"), new OtherProvider("other")));
        var merged = ComponentResourceOptions.Merge(
            new ComponentResourceOptions { Providers = { first!, other! } },
            new ComponentResourceOptions { Providers = { second! }, Protect = true });
        merged.Providers.ShouldBe(new ProviderResource[] { second!, other! }, ignoreOrder: true);
        merged.Protect.ShouldBe(true);
    }

    [Fact]
    public async Task Every_form_of_alias_is_accepted()
    {
        var resources = await Run.Up(new RecordingMocks(), () =>
        {
            var parent = new Group("parent");
            _ = new Thing("a", null, new CustomResourceOptions
            {
                Aliases =
                {
                    new Alias { Urn = "urn:pulumi:stack::project::demo:index:Thing::old" },
                    new Alias { Name = "old", Type = "demo:index:Old", Stack = "other", Project = "elsewhere" },
                    new Alias { Name = "old", Parent = parent },
                    new Alias { ParentUrn = "urn:pulumi:stack::project::demo:index:Group::old" },
                    new Alias { NoParent = true },
                },
            });
        });
        resources.Length.ShouldBe(2);
    }
}
