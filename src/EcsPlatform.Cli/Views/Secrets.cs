using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>Which changed values are not shown.</summary>
internal static class Secrets
{
    /// <summary>
    /// Whether a change is about a secret: either side is one, for a value in the clear that becomes a secret may well be that secret;
    /// or the resource keeps the output of that name secret.
    /// </summary>
    public static bool Covers(ResourceChange resource, PropertyChange change) =>
        change.Old is PropertyValue.Secret || change.New is PropertyValue.Secret
        || Keeps(resource.Old, change.Path.Property) || Keeps(resource.New, change.Path.Property);

    private static bool Keeps(PlannedResource? resource, string property) =>
        resource is not null && resource.AdditionalSecretOutputs.Contains(property, StringComparer.Ordinal);
}
