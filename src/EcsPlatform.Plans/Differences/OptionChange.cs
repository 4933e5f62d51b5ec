namespace EcsPlatform.Plans.Differences;

/// <summary>A resource option that differs, for example <c>protect</c>.</summary>
/// <param name="Name">The option, as the export format names it.</param>
/// <param name="Old">What it was, as text; empty when it was not set.</param>
/// <param name="New">What it is to be, as text; empty when it is not set.</param>
public sealed record OptionChange(string Name, string Old, string New);
