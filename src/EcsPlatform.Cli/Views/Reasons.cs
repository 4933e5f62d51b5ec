using System.Globalization;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>Why a resource is replaced or deleted, in words.</summary>
internal static class Reasons
{
    private const int MostPaths = 3;

    /// <summary>The reason.</summary>
    /// <returns>For example <c>because of subnetId ← Subnet staging-private-1</c>; null where an update does not touch the resource or keeps it.</returns>
    public static string? Of(ResourceChange change) => change switch
    {
        { Resource.External: true, Operation: Operation.Delete } => "no longer read",
        { Operation: Operation.Delete } => "no longer in the program",
        { Operation: Operation.Replace, Resource.External: false } => $"because of {Cause(change)}",
        _ => null,
    };

    private static string Cause(ResourceChange change)
    {
        var causes = change.Inputs.Where(input => input.Replaces).Select(Cause).Distinct(StringComparer.Ordinal).ToList();
        return causes.Count > MostPaths ? $"{string.Join(", ", causes.Take(MostPaths))} and {(causes.Count - MostPaths).ToString(CultureInfo.InvariantCulture)} more"
            : causes.Count > 0 ? string.Join(", ", causes)
            : change.Old!.Type != change.New!.Type ? $"its type, which was {LineText.Printable(change.Old.Type)}"
            : "its provider, which is replaced";
    }

    private static string Cause(PropertyChange input) =>
        LineText.Short(input.Path.ToString()) + (input.FollowsFrom is { } urn ? $" ← {ResourceName.Short(urn)}" : "");
}
