namespace EcsPlatform.Foundations;

/// <summary>One statement of an IAM policy.</summary>
public sealed record PolicyStatement
{
    /// <summary>The actions, for example <c>ecr:BatchGetImage</c>; no wildcards, except to forbid a service's actions altogether.</summary>
    public required ImmutableArray<string> Actions { get; init; }

    /// <summary>True forbids, false allows. Default: false.</summary>
    public bool Deny { get; init; }

    /// <summary>The resources' ARNs. Default: none, as a role's trust policy wants it.</summary>
    public ImmutableArray<Input<string>> Resources { get; init; } = [];

    /// <summary>AWS services that the statement speaks of, for example <c>ecs-tasks.amazonaws.com</c>. Default: none.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>ARNs of accounts, roles and users that the statement speaks of. Default: none.</summary>
    public ImmutableArray<string> Principals { get; init; } = [];

    /// <summary>True speaks of everybody, for resource policies that deny or that conditions narrow. Default: false.</summary>
    public bool Everybody { get; init; }

    /// <summary>What must hold besides. Default: nothing.</summary>
    public ImmutableArray<PolicyCondition> Conditions { get; init; } = [];
}

/// <summary>A condition of a policy statement.</summary>
/// <param name="Operator">For example <c>StringEquals</c>.</param>
/// <param name="Key">For example <c>aws:SourceAccount</c>.</param>
/// <param name="Value">The value to compare with.</param>
public sealed record PolicyCondition(string Operator, string Key, Input<string> Value);
