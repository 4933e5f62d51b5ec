namespace EcsPlatform.Plans.Scopes;

/// <summary>A change outside the expected scopes.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Reason">What changes that must not, for example <c>update of instanceType is outside image:viewer</c>.</param>
public sealed record ScopeViolation(string Urn, string Reason);
