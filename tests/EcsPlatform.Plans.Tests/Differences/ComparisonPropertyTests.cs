using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Tests.Files;
using FsCheck;
using FsCheck.Fluent;

namespace EcsPlatform.Plans.Tests.Differences;

public class ComparisonPropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261121, 7);

    [Fact]
    public void A_plan_does_not_differ_from_itself() => Prop.ForAll(World.Changed, worlds =>
    {
        var plan = worlds.New.ToPlan();
        var difference = PlanComparison.Compare(plan, plan, new TestRules());
        difference.IsEmpty.ShouldBeTrue();
        difference.Steps.ShouldBeEmpty();
    }).Check(Fixed);

    [Fact]
    public void A_preview_does_not_differ_from_the_stack_that_it_describes() => Prop.ForAll(World.Changed, worlds =>
    {
        var difference = PlanComparison.Compare(worlds.New.ToPlan(real: true), worlds.New.ToPlan(), new TestRules());
        difference.Changes.Where(change => !change.IsQuiet).Select(change => change.Urn).ShouldBeEmpty();
    }).Check(Fixed);

    [Fact]
    public void Against_the_real_stack_the_same_happens_as_against_its_preview() => Prop.ForAll(World.Changed, worlds =>
    {
        var fromPreview = PlanComparison.Compare(worlds.Old.ToPlan(), worlds.New.ToPlan(), new TestRules());
        var fromState = PlanComparison.Compare(worlds.Old.ToPlan(real: true), worlds.New.ToPlan(), new TestRules());
        Summary(fromState).ShouldBe(Summary(fromPreview));
        fromState.Steps.ShouldBe(fromPreview.Steps);
    }).Check(Fixed);

    [Fact]
    public void Carrying_a_difference_out_on_the_old_plan_gives_the_new_one() => Prop.ForAll(World.Changed, worlds =>
    {
        var difference = PlanComparison.Compare(worlds.Old.ToPlan(), worlds.New.ToPlan(), new TestRules());
        var applied = Applied.To(difference);
        applied.Keys.ShouldBe(difference.New.Resources.Select(resource => resource.Urn));
        foreach (var resource in difference.New.Resources)
        {
            applied[resource.Urn].ShouldBe(CanonicalValue.OfProperties(resource.Inputs), resource.Urn);
        }
    }).Check(Fixed);

    [Fact]
    public void The_order_of_the_resources_never_matters() => Prop.ForAll(World.Changed, worlds =>
    {
        var (old, @new) = (worlds.Old.ToPlan(), worlds.New.ToPlan());
        var turned = PlanComparison.Compare(
            Plan.Of(old.Project, old.Stack, old.Resources.Reverse()), Plan.Of(@new.Project, @new.Stack, @new.Resources.Reverse()), new TestRules());
        var straight = PlanComparison.Compare(old, @new, new TestRules());
        Summary(turned).ShouldBe(Summary(straight));
        turned.Steps.ShouldBe(straight.Steps);
    }).Check(Fixed);

    [Fact]
    public void The_canonical_form_of_a_canonical_form_is_itself() => Prop.ForAll(GeneratedPlans.All, plan =>
    {
        foreach (var resource in plan.Resources)
        {
            var once = CanonicalValue.OfProperties(resource.Inputs);
            CanonicalValue.OfProperties(once).ShouldBe(once);
        }
    }).Check(Fixed);

    [Fact]
    public void Every_resource_of_either_plan_is_in_exactly_one_change() => Prop.ForAll(World.Changed, worlds =>
    {
        var difference = PlanComparison.Compare(worlds.Old.ToPlan(), worlds.New.ToPlan(), new TestRules());
        difference.Changes.Where(change => change.Old is not null).Select(change => change.Old!.Urn).Order(StringComparer.Ordinal)
            .ShouldBe(difference.Old.Resources.Select(resource => resource.Urn));
        difference.Changes.Where(change => change.New is not null).Select(change => change.New!.Urn).Order(StringComparer.Ordinal)
            .ShouldBe(difference.New.Resources.Select(resource => resource.Urn));
    }).Check(Fixed);

    [Fact]
    public void Steps_can_be_carried_out_in_their_order() => Prop.ForAll(World.Changed, worlds =>
    {
        var difference = PlanComparison.Compare(worlds.Old.ToPlan(), worlds.New.ToPlan(), new TestRules());
        StepsInOrder.Check(difference);
    }).Check(Fixed);

    [Fact]
    public void Every_kind_of_change_comes_up()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Prop.ForAll(World.Changed, worlds =>
        {
            foreach (var change in PlanComparison.Compare(worlds.Old.ToPlan(), worlds.New.ToPlan(), new TestRules()).Changes)
            {
                seen.Add($"{change.Operation}{(change.MovedFrom is null ? "" : " moved")}{(change.DeleteBeforeReplace ? " deleted first" : "")}");
            }
        }).Check(Fixed);
        seen.Order(StringComparer.Ordinal).ShouldBe([
            "Create", "Delete", "Replace", "Replace deleted first", "Replace moved", "Replace moved deleted first", "Same", "Same moved", "Update", "Update moved",
        ]);
    }

    private static IEnumerable<string> Summary(PlanDifference difference) => difference.Changes.Select(change =>
        $"{change.Operation} {change.Urn} {change.MovedFrom} {change.DeleteBeforeReplace} {string.Join(", ", change.Inputs.Select(input => $"{input.Path} {input.Replaces} {input.FollowsFrom}"))}");
}
