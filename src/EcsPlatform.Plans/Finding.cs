namespace EcsPlatform.Plans;

/// <summary>Something in a plan, or in what a change does, that must not be.</summary>
/// <param name="Id">The check's stable id, for example <c>CHANGE-01</c>.</param>
/// <param name="Urn">The resource.</param>
/// <param name="Found">What was found.</param>
/// <param name="Required">What is required.</param>
/// <param name="Change">What to change.</param>
public sealed record Finding(string Id, string Urn, string Found, string Required, string Change);
