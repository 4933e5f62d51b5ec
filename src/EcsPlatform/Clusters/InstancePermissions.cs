namespace EcsPlatform.Clusters;

/// <summary>What the instances themselves may do beyond joining ECS and Session Manager. Tasks have roles of their own.</summary>
public sealed record InstancePermissions
{
    private static readonly ImmutableSortedSet<string> Taken = ["ecs", "ssm"];

    /// <summary>ARNs of further policies, by a short name that their attachment's name ends with. Default: none.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Policies { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>Statements of a policy of the role's own; no wildcard actions. Default: none.</summary>
    public ImmutableArray<PolicyStatement> Statements { get; init; } = [];

    /// <summary>Finds what is wrong with these permissions.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when they are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var name in Policies.Keys.Where(name => Taken.Contains(name) || !DnsName.IsLabel(name)))
        {
            yield return new Problem(
                $"{where}.policies", $"'{name}'", $"{DnsName.ValidLabels}, and none of {string.Join(", ", Taken)}", "Choose another short name");
        }

        foreach (var action in Statements.SelectMany(statement => statement.Actions).Where(action => action.Contains('*', StringComparison.Ordinal)))
        {
            yield return new Problem($"{where}.statements", $"'{action}'", "actions without wildcards", "Name each action");
        }

        foreach (var statement in Statements.Where(statement => statement.Resources.IsEmpty))
        {
            yield return new Problem(
                $"{where}.statements", $"{string.Join(", ", statement.Actions)} on nothing", "the ARNs of resources", "Say what the actions are for");
        }
    }
}
