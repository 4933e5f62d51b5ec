namespace EcsPlatform.Workloads;

/// <summary>Names that occur more than once.</summary>
internal static class RepeatedNames
{
    /// <summary>Finds them.</summary>
    /// <param name="names">The names.</param>
    /// <returns>Each once, sorted.</returns>
    public static IEnumerable<string> Of(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).Order(StringComparer.Ordinal);
}
