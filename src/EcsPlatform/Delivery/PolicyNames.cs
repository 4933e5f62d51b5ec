namespace EcsPlatform.Delivery;

/// <summary>The names that tell the parts of a distribution apart.</summary>
internal static class PolicyNames
{
    /// <summary>The problem of a name from which no resource's name can be made.</summary>
    /// <param name="where">What it belongs to, for the message.</param>
    /// <param name="name">The name.</param>
    /// <returns>The problem, none when the name is right.</returns>
    public static IEnumerable<Problem> Problems(string where, string name) =>
        DnsName.IsLabel(name) ? [] : [new Problem($"{where}.name", $"'{name}'", DnsName.ValidLabels, "Choose a short name")];

    /// <summary>The problems of different things with the same name.</summary>
    /// <typeparam name="T">What they are.</typeparam>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="what">What they are, for the messages.</param>
    /// <param name="things">The things; the same object more than once is one thing.</param>
    /// <param name="nameOf">The name of one.</param>
    /// <returns>The problems, none when each has a name of its own.</returns>
    public static IEnumerable<Problem> Duplicates<T>(string where, string what, IEnumerable<T> things, Func<T, string> nameOf)
        where T : class => things
            .Distinct<T>(ReferenceEqualityComparer.Instance)
            .GroupBy(nameOf, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => new Problem(
                $"{where}.{what}", $"{same.Count()} of the name '{same.Key}'", "one", "Give each a name of its own, or use one object"));
}
