using System.Globalization;
using EcsPlatform.Plans;

namespace EcsPlatform.Testing.Rules;

/// <summary>A rule of security or reliability that a good plan keeps.</summary>
/// <param name="Id">Its id, for example <c>NET-01</c>.</param>
/// <param name="Findings">What breaks it: nothing in a good plan.</param>
public sealed record PlanRule(string Id, Func<Plan, IEnumerable<string>> Findings)
{
    /// <summary>A rule on each resource of a type.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="type">The type.</param>
    /// <param name="holds">Whether a resource keeps it.</param>
    /// <returns>The rule.</returns>
    public static PlanRule Each(string id, string type, Func<PlannedResource, bool> holds) => Each(id, type, (resource, _) => holds(resource));

    /// <summary>A rule on each resource of a type, which looks at others as well.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="type">The type.</param>
    /// <param name="holds">Whether a resource keeps it.</param>
    /// <returns>The rule.</returns>
    public static PlanRule Each(string id, string type, Func<PlannedResource, Plan, bool> holds) => new(
        id, plan => plan.All(type).Where(resource => !resource.External && !holds(resource, plan)).Select(resource => $"{id}: {resource.Urn}"));
}

/// <summary>Reading of inputs that may be missing.</summary>
internal static class RuleInputs
{
    /// <summary>An input as text: texts, numbers and booleans; null when it is absent or something else.</summary>
    public static string? Value(this PlannedResource resource, string path) => resource.Input(path) switch
    {
        PropertyValue.Text text => text.Value,
        PropertyValue.Boolean flag => flag.Value ? "true" : "false",
        PropertyValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Whether an input is switched on.</summary>
    public static bool IsOn(this PlannedResource resource, string path) => resource.Value(path) == "true";

    /// <summary>A number input; none when it is absent.</summary>
    public static double? Amount(this PlannedResource resource, string path) => (resource.Input(path) as PropertyValue.Number)?.Value;

    /// <summary>The items of a list input; none when it is absent.</summary>
    public static IReadOnlyList<PropertyValue> Items(this PlannedResource resource, string path) =>
        resource.Input(path) is PropertyValue.List list ? list.Items : [];

    /// <summary>Whether an input is the id, name, ARN or another output of a resource.</summary>
    public static bool Names(this PlannedResource resource, string path, PlannedResource other, string output = "id") =>
        resource.Value(path) is { } value && value == (output == "id" ? other.Id : (other.Output(output) as PropertyValue.Text)?.Value);
}
