using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Preview.Aws;
using EcsPlatform.Preview.Recording;
using EcsPlatform.Preview.Rules;

namespace EcsPlatform.Preview.Tests.Rules;

/// <summary>Resources and changes for the rules.</summary>
internal static class Changes
{
    /// <summary>Inputs or outputs of plain values.</summary>
    public static PropertyValue.Map Values(params (string Key, object Value)[] entries) =>
        (PropertyValue.Map)WireValues.ToPropertyValue(PlainValues.Map(entries));

    public static PlannedResource Resource(string type, PropertyValue.Map? inputs = null, PropertyValue.Map? outputs = null) => new()
    {
        Urn = $"urn:pulumi:stack::project::{type}::thing",
        Type = type,
        Name = "thing",
        Inputs = inputs ?? PropertyValue.Map.Empty,
        Outputs = outputs ?? PropertyValue.Map.Empty,
    };

    /// <summary>Whether the change of a whole input replaces.</summary>
    public static bool Replaces(string type, string input, PropertyValue.Map old, PropertyValue.Map @new) =>
        Replaces(Resource(type, old), Resource(type, @new), input);

    public static bool Replaces(PlannedResource old, PlannedResource @new, string input) => ResourceRules.Instance.Replaces(old, @new, new PropertyChange(
        PropertyPath.Of(input), old.Inputs.Entries.GetValueOrDefault(input), @new.Inputs.Entries.GetValueOrDefault(input)));

    /// <summary>Whether a change inside an input replaces.</summary>
    public static bool Replaces(string type, PropertyPath path, object? old, object? @new) => ResourceRules.Instance.Replaces(
        Resource(type), Resource(type), new PropertyChange(path, ValueOf(old), ValueOf(@new)));

    /// <summary>A path of fields, items (<c>#key</c>) and positions (<c>0</c>).</summary>
    public static PropertyPath Path(params string[] steps) => new(
    [
        .. steps.Select((step, i) => i > 0 && step[0] == '#' ? new PathSegment.Item(step[1..])
            : int.TryParse(step, out var position) ? new PathSegment.Index(position)
            : (PathSegment)new PathSegment.Field(step)),
    ]);

    private static PropertyValue? ValueOf(object? value) => value switch
    {
        null => null,
        PropertyValue known => known,
        _ => WireValues.ToPropertyValue(value),
    };
}
