using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using Pulumi.Facts;

namespace EcsPlatform.Preview.Rules;

/// <summary>
/// How the providers of <c>aws</c> and <c>random</c> react to changes, from the facts about their resource types. Of types without
/// facts nothing is known: none of their changes is said to replace, and <see cref="Knows"/> tells them.
/// </summary>
public sealed class ResourceRules : IResourceRules
{
    private const string Defaults = "__defaults";
    private const string Name = "name";

    /// <summary>The only instance; it has no state.</summary>
    public static ResourceRules Instance { get; } = new();

    /// <summary>Whether anything is known of a type. Where it is not, any change may replace.</summary>
    /// <param name="type">The resource type.</param>
    /// <returns>True when the facts have it.</returns>
    public static bool Knows(string type) => KnownTypes.Resource(type) is not null;

    /// <inheritdoc />
    public bool Replaces(PlannedResource old, PlannedResource @new, PropertyChange change)
    {
        if (KnownTypes.Resource(@new.Type) is not { } facts
            || facts.Inputs.FirstOrDefault(input => input.Name == change.Path.Property) is not { } input
            || (change.Path.Segments.Length == 1 && KeepsItsValue(facts, input, old, @new, change)))
        {
            return false;
        }

        return input.Replaces == Replacing.Sometimes
            ? ConditionalReplacement.Of(@new.Type, input.Name).Replaces(new ChangeOfInput(old.Inputs, @new.Inputs, change))
            : Replacement.Replaces(@new.Type, input, change);
    }

    /// <inheritdoc />
    public bool ChangesWithUpdate(string type, string output) =>
        KnownTypes.Resource(type)?.Outputs.Any(property => property.Name == output && property.ChangesWithUpdate) ?? false;

    /// <inheritdoc />
    /// <remarks>
    /// Some types are always deleted first, others when the program names what the provider would name: the provider does not look
    /// whether the old one has the same name.
    /// </remarks>
    public bool DeletesBeforeReplace(PlannedResource old, PlannedResource @new) =>
        KnownTypes.Resource(@new.Type) is { } facts
        && (facts.DeletesBeforeReplace || (AutoNamed(facts) is { } name && IsGivenByProgram(@new.Inputs, name)));

    // An input that comes or goes without making a difference to the provider.
    private static bool KeepsItsValue(ItemFacts facts, PropertyFacts input, PlannedResource old, PlannedResource @new, PropertyChange change)
    {
        var was = change.Old ?? old.Outputs.Given(input.Name);
        if (input.Replaces == Replacing.Region)
        {
            return was is not null && was.Equals(change.New ?? @new.Outputs.Given(input.Name));
        }

        return change.New is null ? StaysWhenLeftOut(facts, input) : change.Old is null && change.New.Equals(was);
    }

    // What is always an output though it need not be an input is the provider's to choose: left out, it stays as it is. Names and the
    // keys of objects are not, they follow from the logical name.
    private static bool StaysWhenLeftOut(ItemFacts facts, PropertyFacts input) =>
        !input.Required
        && facts.Outputs.Any(output => output.Name == input.Name && !output.Optional)
        && input.Name != AutoNamed(facts)
        && facts.Defaults.TrueForAll(property => property.Key != input.Name)
        && (facts.Token, input.Name) is not ("aws:s3/bucketObjectv2:BucketObjectv2", "key");

    private static string? AutoNamed(ItemFacts facts) =>
        facts.AutoNamed ?? facts.Inputs.Find(input => input.Name == Name && !input.Required)?.Name;

    // A state holds automatic names too, and lists them.
    private static bool IsGivenByProgram(PropertyValue.Map inputs, string name) =>
        inputs.Given(name) is not null && inputs.Items(Defaults)?.Contains(new PropertyValue.Text(name)) is not true;
}
