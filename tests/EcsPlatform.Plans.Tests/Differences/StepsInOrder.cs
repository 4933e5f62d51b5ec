using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>Plays the steps of a difference, as an engine would.</summary>
internal static class StepsInOrder
{
    /// <summary>Every resource finds what it needs, and nothing goes that another still needs, unless it is deleted before it is replaced.</summary>
    public static void Check(PlanDifference difference)
    {
        var byUrn = difference.Changes.ToDictionary(change => (change.Urn, change.New is null));
        var made = difference.Changes.Where(change => change is { Operation: Operation.Same, New: not null }).Select(change => change.Urn).ToHashSet(StringComparer.Ordinal);
        var old = difference.Old.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        foreach (var step in difference.Steps)
        {
            var change = byUrn[(step.Urn, step.Kind is StepKind.Delete || (step.Kind is StepKind.Retain && byUrn.ContainsKey((step.Urn, true))))];
            switch (step.Kind)
            {
                case StepKind.Create or StepKind.Update or StepKind.CreateReplacement:
                    change.New!.Dependencies.ShouldAllBe(urn => made.Contains(urn), step.ToString());
                    made.Add(step.Urn).ShouldBeTrue(step.ToString());
                    break;
                default:
                    old.Remove(change.Old!.Urn).ShouldBeTrue(step.ToString());
                    if (!change.DeleteBeforeReplace)
                    {
                        difference.Old.Resources.Where(resource => old.Contains(resource.Urn) && IsGoing(difference, resource))
                            .ShouldAllBe(resource => !resource.Dependencies.Contains(change.Old.Urn), step.ToString());
                    }

                    break;
            }
        }

        made.Order(StringComparer.Ordinal).ShouldBe(difference.New.Resources.Select(resource => resource.Urn));
    }

    private static bool IsGoing(PlanDifference difference, PlannedResource old) =>
        difference.Changes.Single(change => change.Old?.Urn == old.Urn).Operation is Operation.Delete or Operation.Replace;
}
