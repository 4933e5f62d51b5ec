using System.Globalization;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>What is special about a resource or about what happens to it, in words.</summary>
internal static class ResourceMarks
{
    /// <summary>The marks of a change.</summary>
    /// <param name="change">The change.</param>
    /// <returns>For example <c>protected</c>; in a fixed order.</returns>
    public static IEnumerable<string> Of(ResourceChange change)
    {
        // The engine goes by what the state says, until an update has changed it.
        var held = change.Old ?? change.Resource;
        if (held.Protect)
        {
            yield return "protected";
        }

        if (held.RetainOnDelete)
        {
            yield return change.Operation switch
            {
                Operation.Delete => "retained: it stays in the cloud",
                Operation.Replace => "retained: the old one stays in the cloud",
                _ => "retained",
            };
        }

        if (change.DeleteBeforeReplace)
        {
            yield return "deleted before the new one is made";
        }

        if (change.New?.ImportId is { } id && change.Operation == Operation.Create)
        {
            yield return $"imported from {LineText.Short(id)}";
        }

        if (!change.Ignored.IsEmpty)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{change.Ignored.Length} ignored {(change.Ignored.Length == 1 ? "change" : "changes")}");
        }
    }

    /// <summary>The marks in parentheses, with a space before them; nothing for none.</summary>
    public static string Suffix(ResourceChange change) => string.Join(", ", Of(change)) is { Length: > 0 } marks ? $" ({marks})" : "";
}
