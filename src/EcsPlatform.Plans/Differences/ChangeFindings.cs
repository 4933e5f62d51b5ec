using System.Collections.Immutable;

namespace EcsPlatform.Plans.Differences;

/// <summary>Changes that must not be, whatever was expected.</summary>
public static class ChangeFindings
{
    /// <summary>The id of the finding that a protected resource would be deleted or replaced.</summary>
    public const string Protected = "CHANGE-01";

    /// <summary>Finds them. A resource is protected if it is now, whatever the update makes of its protection.</summary>
    /// <param name="difference">What an update does.</param>
    /// <returns>The findings, by URN.</returns>
    public static ImmutableArray<Finding> Of(PlanDifference difference) =>
    [
        .. difference.Changes
            .Where(change => change.Operation is Operation.Delete or Operation.Replace && change.Old is { Protect: true, External: false })
            .Select(change => new Finding(
                Protected,
                change.Urn,
                $"a protected resource would be {(change.Operation == Operation.Delete ? "deleted" : "replaced")}",
                "protected resources stay",
                change.Operation == Operation.Delete
                    ? "Keep it in the program, or take its protection away in an update of its own first"
                    : "Take the change back that replaces it, or take its protection away in an update of its own first")),
    ];
}
