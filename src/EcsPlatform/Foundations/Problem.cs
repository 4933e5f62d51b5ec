namespace EcsPlatform.Foundations;

/// <summary>One thing that is wrong with an input.</summary>
/// <param name="Where">The config key or the component and its property.</param>
/// <param name="Found">What was found there.</param>
/// <param name="Allowed">What is allowed there.</param>
/// <param name="Change">What to change.</param>
public sealed record Problem(string Where, string Found, string Allowed, string Change)
{
    /// <summary>The problem in one line.</summary>
    /// <returns>Where, what was found, what is allowed, what to change.</returns>
    public override string ToString() => $"{Where}: {Found}. Allowed: {Allowed}. {Change}{(Change[^1] is '?' or '.' ? "" : ".")}";
}
