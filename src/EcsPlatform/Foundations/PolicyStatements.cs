namespace EcsPlatform.Foundations;

/// <summary>Joins statements, for an inline policy has room for few (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).</summary>
public static class PolicyStatements
{
    /// <summary>Joins those that allow the same actions without conditions.</summary>
    /// <param name="statements">Statements of a role's policy.</param>
    /// <returns>The same rights, each set of actions once, in the order of their first occurrence.</returns>
    public static ImmutableArray<PolicyStatement> Merge(IEnumerable<PolicyStatement> statements) =>
        [.. statements.Select((statement, i) => (statement, Key: Key(statement, i))).GroupBy(item => item.Key, StringComparer.Ordinal).Select(group =>
            group.First().statement with { Resources = [.. group.SelectMany(item => item.statement.Resources)] })];

    private static string Key(PolicyStatement statement, int index) =>
        statement.Deny || !statement.Conditions.IsEmpty || !statement.Services.IsEmpty || !statement.Principals.IsEmpty || statement.Everybody
            ? $"{index}"
            : string.Join(' ', statement.Actions.Order(StringComparer.Ordinal));
}
