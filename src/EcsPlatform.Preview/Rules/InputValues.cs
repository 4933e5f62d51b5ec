using System.Collections.Immutable;
using EcsPlatform.Plans;

namespace EcsPlatform.Preview.Rules;

/// <summary>Short forms for reading a resource's inputs.</summary>
internal static class InputValues
{
    /// <summary>What stands for a value that cannot be read: one that is unknown, secret or of another kind.</summary>
    public const string Unreadable = "?";

    /// <summary>An input's value; null when it is absent, null or an empty list, which providers do not tell apart.</summary>
    public static PropertyValue? Given(this PropertyValue.Map inputs, string name) =>
        inputs.Entries.GetValueOrDefault(name) is { } value and not (PropertyValue.Null or PropertyValue.List { Items.IsEmpty: true }) ? value : null;

    /// <summary>The text of an input; a default when it is not given, <see cref="Unreadable"/> when it cannot be read.</summary>
    public static string Text(this PropertyValue.Map inputs, string name, string byDefault) => inputs.Given(name) switch
    {
        null => byDefault,
        PropertyValue.Text text => text.Value,
        _ => Unreadable,
    };

    /// <summary>Whether an input is true; a default when it is not given, null when it cannot be read.</summary>
    public static bool? Flag(this PropertyValue.Map inputs, string name, bool byDefault) => inputs.Given(name) switch
    {
        null => byDefault,
        PropertyValue.Boolean flag => flag.Value,
        _ => null,
    };

    /// <summary>A whole number of an input; 0 when it is not given, null when it cannot be read.</summary>
    public static double? Count(this PropertyValue.Map inputs, string name) => inputs.Given(name) switch
    {
        null => 0,
        PropertyValue.Number number => number.Value,
        _ => null,
    };

    /// <summary>The items of a list; none when it is not given, null when it cannot be read.</summary>
    public static ImmutableArray<PropertyValue>? Items(this PropertyValue.Map inputs, string name) => inputs.Given(name) switch
    {
        null => [],
        PropertyValue.List list => list.Items,
        _ => null,
    };
}
