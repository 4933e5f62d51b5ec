using System.Collections.Frozen;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Preview.Rules;

/// <summary>When a change of an input replaces its resource: what the mark <c>replaces-if</c> of the facts says in words.</summary>
/// <param name="Replaces">Whether a change does; true where a value that cannot be read decides.</param>
/// <param name="Identity">
/// What of one resource's inputs alone tells it from its replacement, null for nothing; absent where only two of them can tell.
/// </param>
internal sealed record ConditionalReplacement(
    Func<ChangeOfInput, bool> Replaces, Func<PropertyValue.Map, PropertyValue?>? Identity = null)
{
    private static readonly FrozenDictionary<(string Type, string Input), ConditionalReplacement> Rows = new[]
    {
        NetworkConditions.Rows, LoadBalancerConditions.Rows, ServiceConditions.Rows,
    }.SelectMany(rows => rows).ToFrozenDictionary();

    /// <summary>The types and inputs that have a condition.</summary>
    public static IEnumerable<(string Type, string Input)> Known => Rows.Keys;

    /// <summary>The condition of an input.</summary>
    /// <exception cref="KeyNotFoundException">The facts mark an input for which there is none.</exception>
    public static ConditionalReplacement Of(string type, string input) => Rows[(type, input)];

    /// <summary>Replaces when the input comes or goes, whatever it holds.</summary>
    public static ConditionalReplacement WhenItComesOrGoes(string input) => new(
        change => change.Old.Given(input) is null != change.New.Given(input) is null,
        inputs => inputs.Given(input) is null ? null : Present);

    /// <summary>Stands for a value of which only the presence counts.</summary>
    public static PropertyValue Present { get; } = new PropertyValue.Boolean(true);
}

/// <summary>A change and what stands around it.</summary>
/// <param name="Old">The inputs as they were.</param>
/// <param name="New">The inputs as they are to be.</param>
/// <param name="Change">The change, at any depth of the input that it is about.</param>
internal readonly record struct ChangeOfInput(PropertyValue.Map Old, PropertyValue.Map New, PropertyChange Change);
