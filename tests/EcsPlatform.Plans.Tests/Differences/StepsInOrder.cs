using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>Plays the steps of a difference, as an engine would.</summary>
internal static class StepsInOrder
{
    /// <summary>
    /// Everything finds what it needs when it is made or changed; nothing goes that something which goes as well still needs, unless it goes to
    /// make room for its replacement and the other could follow in place; and in the end there is what the new plan says, each once.
    /// </summary>
    public static void Check(PlanDifference difference)
    {
        var byUrn = difference.Changes.ToDictionary(change => (change.Urn, change.New is null));
        var byOldUrn = difference.Changes.Where(change => change.Old is not null).ToDictionary(change => change.Old!.Urn, StringComparer.Ordinal);
        var made = difference.Of(Operation.Same).Select(change => change.Urn).ToHashSet(StringComparer.Ordinal);
        var old = difference.Old.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        foreach (var step in difference.Steps)
        {
            var goes = step.Kind is StepKind.Delete || (step.Kind is StepKind.Retain && byUrn.ContainsKey((step.Urn, true)));
            var change = byUrn[(step.Urn, goes)];
            if (step.Kind is StepKind.Create or StepKind.Update or StepKind.CreateReplacement)
            {
                change.New!.Dependencies.ShouldAllBe(urn => made.Contains(urn), step.ToString());
                made.Add(step.Urn).ShouldBeTrue(step.ToString());
                if (change.DeleteBeforeReplace)
                {
                    old.ShouldNotContain(change.Old!.Urn, step.ToString());
                }
            }
            else
            {
                old.Remove(change.Old!.Urn).ShouldBeTrue(step.ToString());
                difference.Old.Resources.Where(resource => old.Contains(resource.Urn) && resource.Dependencies.Contains(change.Old.Urn))
                    .ShouldAllBe(resource => Remains(byOldUrn[resource.Urn], change), step.ToString());
            }
        }

        made.Order(StringComparer.Ordinal).ShouldBe(difference.New.Resources.Select(resource => resource.Urn));
        old.Order(StringComparer.Ordinal).ShouldBe(
            difference.Of(Operation.Same).Concat(difference.Of(Operation.Update)).Select(change => change.Old!.Urn).Order(StringComparer.Ordinal));
    }

    // What a thing is made of replaces it; what its policy names does not.
    private static bool Remains(ResourceChange user, ResourceChange gone) => user.Operation is Operation.Same or Operation.Update
        || (gone.DeleteBeforeReplace && (
            !user.Old!.PropertyDependencies.GetValueOrDefault("of", []).Contains(gone.Old!.Urn)
            || (user.New is not null && !user.New.Dependencies.Contains(gone.Urn))));
}
