using System.Globalization;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>Compares plans and tells the difference in lines.</summary>
internal static class Compared
{
    /// <summary>The changes, each with what differs; nothing of what stays as it is.</summary>
    public static IEnumerable<string> Lines(Plan old, Plan @new) => PlanComparison.Compare(old, @new, new TestRules()).Changes
        .Where(change => !change.IsQuiet || !change.Ignored.IsEmpty)
        .SelectMany(change => (IEnumerable<string>)
        [
            $"{change.Operation} {change.Resource.Name}{(change.MovedFrom is { } urn ? $" from {Last(urn)}" : "")}{(change.DeleteBeforeReplace ? ", deleted first" : "")}",
            .. change.Inputs.Select(input => $"  {Line(input)}"),
            .. change.Outputs.Select(output => $"  output {Line(output)}"),
            .. change.Ignored.Select(input => $"  ignores {Line(input)}"),
            .. change.Options.Select(option => $"  {option.Name}: {Last(option.Old)} -> {Last(option.New)}"),
        ]);

    /// <summary>The steps, in their order.</summary>
    public static IEnumerable<string> Steps(Plan old, Plan @new) =>
        PlanComparison.Compare(old, @new, new TestRules()).Steps.Select(step => $"{step.Kind} {Last(step.Urn)}");

    private static string Line(PropertyChange change) =>
        $"{change.Path}: {Text(change.Old)} -> {Text(change.New)}{(change.Replaces ? ", replaces" : "")}{(change.FollowsFrom is { } urn ? $", follows from {Last(urn)}" : "")}";

    private static string Last(string urn) => urn.Split("::")[^1];

    private static string Text(PropertyValue? value) => value switch
    {
        null => "none",
        PropertyValue.Text text => text.Value,
        PropertyValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        PropertyValue.Boolean boolean => boolean.Value ? "true" : "false",
        PropertyValue.Unknown => "unknown",
        PropertyValue.Secret secret => secret.Mark,
        PropertyValue.Json json => $"json {Text(json.Content)}",
        PropertyValue.List list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        PropertyValue.Map map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Text(entry.Value)}"))}}}",
        _ => value.ToString()!,
    };
}
