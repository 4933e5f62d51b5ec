using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>
/// The form in which values are compared: texts that hold JSON are parsed, what says no more than its absence is left out of maps, statements
/// of policies are lists, and lists whose items tell themselves apart by a key are sorted by it. Idempotent.
/// </summary>
/// <remarks>
/// Left out are nulls; empty lists outside JSON; empty properties; and in container definitions everything empty. An empty map elsewhere has a
/// meaning: <c>{ "allow": {} }</c> and <c>{ "block": {} }</c> differ. A text inside JSON stays text even if it holds JSON itself: to those who
/// read it, its spaces may matter.
/// </remarks>
public static class CanonicalValue
{
    // Inputs that providers add by themselves and that no program gives.
    private static readonly ImmutableHashSet<string> ReadOnly = ["__internal", "__meta", "id", "tagsAll"];

    /// <summary>The canonical form of a resource's properties.</summary>
    /// <param name="properties">The inputs or outputs.</param>
    /// <returns>The form; without what no program gives.</returns>
    public static PropertyValue.Map OfProperties(PropertyValue.Map properties) =>
        Entries(properties, Of, IsEmpty, entry => !ReadOnly.Contains(entry.Key));

    /// <summary>The canonical form of a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The form.</returns>
    public static PropertyValue Of(PropertyValue value) => value switch
    {
        PropertyValue.Map map => Entries(map, Of, item => item is PropertyValue.Null or PropertyValue.List { Items.IsEmpty: true }),
        PropertyValue.List list => Items(list, Of),
        PropertyValue.Json json => OfJson(json.Content),
        PropertyValue.Text text when ParsedJson.Of(text.Value) is { } content => OfJson(content),
        _ => value,
    };

    private static PropertyValue.Json OfJson(PropertyValue content) =>
        new(IsContainers(content) ? InContainers(content) : PolicyForm.Of(InJson(content)));

    private static PropertyValue InJson(PropertyValue value) => value switch
    {
        PropertyValue.Map map => Entries(map, InJson, item => item is PropertyValue.Null),
        PropertyValue.List list => Items(list, InJson),
        _ => value,
    };

    private static PropertyValue InContainers(PropertyValue value) => value switch
    {
        PropertyValue.Map map => Entries(map, InContainers, IsEmpty),
        PropertyValue.List list => Items(list, InContainers),
        _ => value,
    };

    private static bool IsContainers(PropertyValue content) => content is PropertyValue.List { Items.IsEmpty: false } list
        && list.Items.All(item => item is PropertyValue.Map map && map.Entries.ContainsKey("name") && map.Entries.ContainsKey("image"));

    private static bool IsEmpty(PropertyValue value) =>
        value is PropertyValue.Null or PropertyValue.List { Items.IsEmpty: true } or PropertyValue.Map { Entries.IsEmpty: true };

    private static PropertyValue.List Items(PropertyValue.List list, Func<PropertyValue, PropertyValue> form) =>
        ItemKeys.Sorted(new PropertyValue.List([.. list.Items.Select(form)]));

    private static PropertyValue.Map Entries(
        PropertyValue.Map map, Func<PropertyValue, PropertyValue> form, Func<PropertyValue, bool> leavesOut,
        Func<KeyValuePair<string, PropertyValue>, bool>? keeps = null) => PropertyValue.Map.Of(
            map.Entries.Where(keeps ?? (_ => true)).Select(entry => KeyValuePair.Create(entry.Key, form(entry.Value))).Where(entry => !leavesOut(entry.Value)));
}
