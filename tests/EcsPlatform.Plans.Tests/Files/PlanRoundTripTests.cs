using EcsPlatform.Plans.Files;
using FsCheck;
using FsCheck.Fluent;

namespace EcsPlatform.Plans.Tests.Files;

public class PlanRoundTripTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20261121, 7);

    [Fact]
    public void Reading_gives_exactly_the_plan_that_was_written() =>
        Prop.ForAll(GeneratedPlans.All, plan => SamePlan.Check(PlanFile.Read(PlanFile.Write(plan)), plan)).Check(Fixed);

    [Fact]
    public void Reading_gives_exactly_the_plan_that_was_accepted() =>
        Prop.ForAll(GeneratedPlans.All, plan => SamePlan.Check(PlanFile.Read(AcceptedPlan.Write(plan)), plan)).Check(Fixed);

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes() =>
        Prop.ForAll(GeneratedPlans.All, plan =>
        {
            var text = AcceptedPlan.Write(plan);
            AcceptedPlan.Write(PlanFile.Read(text)).ShouldBe(text);
            AcceptedPlan.Write(plan).ShouldBe(text);
        }).Check(Fixed);

    [Fact]
    public void JSON_as_a_value_is_written_as_compact_text_and_read_as_such()
    {
        var content = PropertyValue.Map.Of([KeyValuePair.Create<string, PropertyValue>("a", new PropertyValue.List([new PropertyValue.Number(1), new PropertyValue.Text("<")]))]);
        var plan = Plans.Of(Plans.Resource("a") with { Inputs = Plans.Map(("json", new PropertyValue.Json(content))) });
        foreach (var text in new[] { PlanFile.Write(plan), AcceptedPlan.Write(plan) })
        {
            PlanFile.Read(text).Resources[0].Inputs.Entries["json"].ShouldBe(new PropertyValue.Text("""{"a":[1,"<"]}"""));
        }
    }

    [Fact]
    public void Pending_operations_are_kept_in_their_order()
    {
        var plan = Plans.Of(Plans.Resource("a")) with
        {
            PendingOperations = [new PendingOperation("updating", "b"), new PendingOperation("creating", "a")],
        };
        PlanFile.Read(PlanFile.Write(plan)).PendingOperations.ShouldBe(plan.PendingOperations);
    }
}
