using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>A changed resource option in words.</summary>
internal static class OptionText
{
    /// <summary>The option with what it was and what it is to be.</summary>
    /// <returns>For example <c>option protect: (none) → true</c>.</returns>
    public static string Of(OptionChange option) => $"option {LineText.Printable(option.Name)}: {Value(option.Old)} → {Value(option.New)}";

    /// <summary>One of the two; resources by name.</summary>
    public static string Value(string value) => value.Length == 0 ? PropertyLine.Nothing : ResourceName.Short(value);
}
