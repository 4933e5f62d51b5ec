using System.Collections.Immutable;
using EcsPlatform.Plans;

namespace EcsPlatform.Tests.Baseline;

/// <summary>What cases of broken rules are written with.</summary>
internal static class RuleCases
{
    public static PropertyValue On { get; } = new PropertyValue.Boolean(true);

    public static PropertyValue Off { get; } = new PropertyValue.Boolean(false);

    public static PropertyValue.Text Text(string text) => new(text);

    public static PropertyValue.Number Number(double number) => new(number);

    public static PropertyValue.List List(params ImmutableArray<PropertyValue> items) => new(items);

    public static PropertyValue.Map Map(string field, PropertyValue value) => PropertyValue.Map.Of([new(field, value)]);

    /// <summary>A resource that nobody made.</summary>
    public static PlannedResource Resource(string type, params (string Name, PropertyValue Value)[] inputs) => new()
    {
        Urn = $"urn:pulumi:test::ecs-platform::{type}::strange",
        Type = type,
        Name = "strange",
        Inputs = PropertyValue.Map.Of([.. inputs.Select(input => KeyValuePair.Create(input.Name, input.Value))]),
    };
}
