namespace EcsPlatform.Foundations;

/// <summary>A right that a role gets: to tasks, to functions.</summary>
public sealed record Grant
{
    /// <summary>What may be done to what; no wildcard actions, and no <c>*</c> as a resource.</summary>
    public required ImmutableArray<PolicyStatement> Statements { get; init; }
}
