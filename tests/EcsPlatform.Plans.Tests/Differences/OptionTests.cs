using System.Collections.Immutable;
using EcsPlatform.Plans.Differences;
using static EcsPlatform.Plans.Tests.Differences.Things;
using static EcsPlatform.Plans.Tests.Files.Plans;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>Moves, providers, protection and the other resource options.</summary>
public class OptionTests
{
    [Fact]
    public void A_renamed_resource_moves_and_what_refers_to_it_stays()
    {
        var (old, @new) = (Thing("old").With("id-old1"), Thing("new").With("id-new22") with { Aliases = [Urn("old")] });
        var (before, after) = (Of(old, Thing("user", ("p", Text("x/id-old1"))).Using("p", old)), Of(@new, Thing("user", ("p", Text("x/id-new22"))).Using("p", @new)));
        Compared.Lines(before, after).ShouldBe(["Same new from old"]);
        Compared.Steps(before, after).ShouldBeEmpty();
    }

    [Fact]
    public void A_renamed_component_makes_no_noise_at_its_children()
    {
        var (old, @new) = (Component("old"), Component("new") with { Aliases = [Component("old").Urn] });
        var child = Thing("child", ("size", Number(1)));
        Compared.Lines(Of(old, child.Below(old) with { DeletedWith = old.Urn }), Of(@new, child.Below(@new) with { DeletedWith = @new.Urn }))
            .ShouldBe(["Same new from old"]);
        Compared.Lines(Of(child.Below(old), old), Of(@new, Component("other"), child.Below(Component("other"))))
            .ShouldBe(["Same new from old", "Create other", "Same child", "  parent: new -> other"]);
    }

    [Fact]
    public void A_moved_resource_changes_as_its_inputs_say()
    {
        Compared.Lines(Of(Thing("old", ("size", Number(1)))), Of(Thing("new", ("size", Number(2))) with { Aliases = [Urn("old")] }))
            .ShouldBe(["Update new from old", "  size: 1 -> 2"]);
        Compared.Lines(Of(Thing("old", ("kind", Text("a")))), Of(Thing("new", ("kind", Text("b"))) with { Aliases = [Urn("old")] }))
            .ShouldBe(["Replace new from old", "  kind: a -> b, replaces"]);
    }

    [Fact]
    public void An_alias_counts_only_for_a_resource_that_nothing_else_is()
    {
        Compared.Lines(Of(Thing("old")), Of(Thing("old"), Thing("new") with { Aliases = [Urn("old")] })).ShouldBe(["Create new"]);
        Compared.Lines(Of(Thing("old")), Of(Thing("a") with { Aliases = [Urn("old")] }, Thing("b") with { Aliases = [Urn("old")] }))
            .ShouldBe(["Same a from old", "Create b"]);
        Compared.Lines(Of(Thing("old")), Of(Thing("a") with { Aliases = [Urn("never"), Urn("old")] })).ShouldBe(["Same a from old"]);
    }

    [Fact]
    public void Options_that_differ_are_shown_and_change_nothing() => Compared.Lines(
        Of(Thing("x") with { Protect = true, CustomTimeouts = new PlannedTimeouts(TimeSpan.FromMinutes(5), null, null) }),
        Of(Thing("x") with
        {
            RetainOnDelete = true,
            DeleteBeforeReplace = true,
            IgnoreChanges = ["a", "b"],
            ReplaceOnChanges = ["c"],
            AdditionalSecretOutputs = ["d"],
            CustomTimeouts = new PlannedTimeouts(null, null, TimeSpan.FromSeconds(90)),
        })).ShouldBe([
            "Same x",
            "  additionalSecretOutputs:  -> d",
            "  customTimeouts: create 300 s -> delete 90 s",
            "  deleteBeforeReplace:  -> true",
            "  ignoreChanges:  -> a, b",
            "  protect: true -> ",
            "  replaceOnChanges:  -> c",
            "  retainOnDelete:  -> true",
        ]);

    [Fact]
    public void Options_that_a_state_does_not_record_make_no_noise() => Compared.Lines(
        Of(Thing("x", ("__defaults", List())) with { Protect = true }),
        Of(Thing("x") with { DeleteBeforeReplace = true, IgnoreChanges = ["a"], ReplaceOnChanges = ["c"], AdditionalSecretOutputs = ["d"] }))
        .ShouldBe(["Same x", "  protect: true -> "]);

    [Fact]
    public void A_default_provider_is_nobodys_to_delete()
    {
        var provider = Resource("default_7_48_0", "pulumi:providers:aws");
        Compared.Lines(Of(provider, Thing("x") with { Provider = $"{provider.Urn}::4f6e" }), Of(Thing("x"))).ShouldBeEmpty();
    }

    [Fact]
    public void A_providers_id_does_not_count_and_its_replacement_replaces()
    {
        Compared.Lines(Of(Provider("a", "real"), By("a", "real")), Of(Provider("a", "fake"), By("a", "fake"))).ShouldBeEmpty();
        Compared.Lines(Of(Provider("a", "1", region: "eu"), By("a", "1")), Of(Provider("a", "2", region: "us"), By("a", "2")))
            .ShouldBe(["Replace a", "  region: eu -> us, replaces", "Replace x"]);
    }

    [Fact]
    public void Another_provider_replaces_only_if_its_settings_would()
    {
        Compared.Lines(Of(Provider("a", "1"), Provider("b", "2"), By("a", "1")), Of(Provider("a", "1"), Provider("b", "2"), By("b", "2")))
            .ShouldBe(["Same x", "  provider: a -> b"]);
        Compared.Lines(
            Of(Provider("a", "1"), Provider("b", "2", region: "us"), By("a", "1")), Of(Provider("a", "1"), Provider("b", "2", region: "us"), By("b", "2")))
            .ShouldBe(["Replace x", "  provider: a -> b"]);
        Compared.Lines(Of(Provider("a", "1"), Thing("x")), Of(Provider("a", "1"), By("a", "1"))).ShouldBe(["Same x", "  provider:  -> a"]);
    }

    [Fact]
    public void Another_region_of_the_provider_replaces_what_lives_in_a_region_and_gives_none_itself()
    {
        PlannedResource Regional(string name, string provider) => Resource(name, "test:index:Regional") with { Provider = $"{Provider(provider, "1").Urn}::1" };
        PlannedResource Given(string provider) => Regional("given", provider) with { Inputs = Map(("region", Text("eu"))) };
        Compared.Lines(
            Of(Provider("a", "1", region: "eu"), Provider("b", "1", region: "us"), Regional("x", "a"), Given("a")),
            Of(Provider("a", "1", region: "eu"), Provider("b", "1", region: "us"), Regional("x", "b"), Given("b")))
            .ShouldBe(["Replace given", "  provider: a -> b", "Replace x", "  region: eu -> us, replaces, follows from b", "  provider: a -> b"]);
    }

    [Fact]
    public void New_default_tags_update_everything_that_has_tags()
    {
        PlannedResource Tagged(string owner) => Provider("a", "1") with { Inputs = Map(("defaultTags", Map(("tags", Map(("owner", Text(owner))))))) };
        Compared.Lines(
            Of(Tagged("x"), By("a", "1") with { Outputs = Map(("tagsAll", Map(("owner", Text("x"))))) }),
            Of(Tagged("y"), By("a", "1") with { Outputs = Map(("tagsAll", Map(("owner", Text("y"))))) }))
            .ShouldBe(["Update a", "  defaultTags.tags.owner: x -> y", "Update x", "  tagsAll: {owner: x} -> unknown, follows from a"]);
    }

    [Fact]
    public void A_protected_resource_that_would_go_is_a_finding()
    {
        var old = Thing("x", ("kind", Text("a"))) with { Protect = true };
        var replaced = old with { Inputs = Map(("kind", Text("b"))) };
        Findings(Of(old), Of()).ShouldBe([new Finding(
            "CHANGE-01", Urn("x"), "a protected resource would be deleted", "protected resources stay",
            "Keep it in the program, or take its protection away in an update of its own first")]);
        foreach (var protectedStill in new[] { true, false })
        {
            Findings(Of(old), Of(replaced with { Protect = protectedStill })).ShouldBe([new Finding(
                "CHANGE-01", Urn("x"), "a protected resource would be replaced", "protected resources stay",
                "Take the change back that replaces it, or take its protection away in an update of its own first")]);
        }

        Findings(Of(old with { Protect = false }), Of(replaced)).ShouldBeEmpty();
        Findings(Of(old), Of(old with { Inputs = Map(("kind", Text("a")), ("size", Number(1))) })).ShouldBeEmpty();
        Findings(Of(old with { External = true }), Of()).ShouldBeEmpty();
        Findings(Of(old), Of(Thing("y", ("kind", Text("a"))) with { Protect = true, Aliases = [old.Urn] })).ShouldBeEmpty();
    }

    [Fact]
    public void A_protected_resource_that_goes_with_another_is_a_finding()
    {
        var a = Thing("a", ("kind", Text("a"))).With("id-a") with { DeleteBeforeReplace = true };
        var b = Thing("b", ("of", Text("id-a"))).Using("of", a) with { Protect = true };
        Findings(Of(a, b), Of(a with { Inputs = Map(("kind", Text("b"))) }, b)).Select(finding => finding.Urn).ShouldBe([Urn("b")]);
    }

    private static ImmutableArray<Finding> Findings(Plan old, Plan @new) => ChangeFindings.Of(PlanComparison.Compare(old, @new, new TestRules()));

    private static PlannedResource Provider(string name, string id, string region = "eu") =>
        Resource(name, "pulumi:providers:test") with { Id = id, Inputs = Map(("region", Text(region)), ("version", Text(id))) };

    private static PlannedResource By(string provider, string id) =>
        Thing("x") with { Provider = $"{Resource(provider, "pulumi:providers:test").Urn}::{id}" };
}
