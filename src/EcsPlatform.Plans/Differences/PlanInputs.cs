using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>Compares the properties of one resource after the other, each with what it may refer to.</summary>
/// <param name="translation">What is known of the resources so far.</param>
/// <param name="changes">Their changes, by new URN.</param>
internal sealed class PlanInputs(Translation translation, IReadOnlyDictionary<string, ResourceChange> changes)
{
    /// <summary>The inputs of a custom resource that differ, by path.</summary>
    public ImmutableArray<PropertyChange> Differing(PlannedResource old, PlannedResource @new) =>
        // Between previews equal inputs are equal texts, and nearly all of them are.
        old.Inputs.Equals(@new.Inputs) && !translation.IsAnew(@new.Dependencies)
            ? []
            : ValueComparison.Properties(Given(old), Given(@new), property => Comparison(UrnsOf(@new, property)));

    /// <summary>The outputs of a component that differ, by path.</summary>
    public ImmutableArray<PropertyChange> DifferingOutputs(PlannedResource old, PlannedResource @new)
    {
        if (old.Outputs.Equals(@new.Outputs) && !translation.IsAnew([@new.Urn]))
        {
            return [];
        }

        var comparison = new ValueComparison(translation.OfAny(), null);
        return ValueComparison.Properties(CanonicalValue.OfProperties(old.Outputs), CanonicalValue.OfProperties(@new.Outputs), _ => comparison);
    }

    private ValueComparison Comparison(ImmutableArray<string> urns) => new(translation.Of(urns), urns.FirstOrDefault(IsChanged));

    private bool IsChanged(string urn) => changes.GetValueOrDefault(urn) is { Operation: not Operation.Same };

    private static ImmutableArray<string> UrnsOf(PlannedResource resource, string property) => resource.PropertyDependencies.IsEmpty
        ? resource.Dependencies
        : resource.PropertyDependencies.GetValueOrDefault(property, []);

    // The engine writes the plugin's version into a provider's state; the program gives it as an option.
    private static PropertyValue.Map Given(PlannedResource resource) => CanonicalValue.OfProperties(
        Providers.Is(resource) ? new PropertyValue.Map(resource.Inputs.Entries.Remove("version")) : resource.Inputs);
}
