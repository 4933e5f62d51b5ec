namespace EcsPlatform.Plans.Scopes;

/// <summary>What a change may do. What each scope allows stands in <see cref="ScopeRules"/>.</summary>
/// <param name="Text">The scope as it is written, for example <c>image:viewer</c>.</param>
public abstract record ExpectedScope(string Text)
{
    /// <summary>Nothing changes.</summary>
    public sealed record None() : ExpectedScope("none");

    /// <summary>A container image changes.</summary>
    /// <param name="Name">The image's name.</param>
    /// <param name="Repository">Its repository, without a registry.</param>
    public sealed record Image(string Name, string Repository) : ExpectedScope($"image:{Name}");

    /// <summary>A Lambda function's JAR changes.</summary>
    /// <param name="Name">The JAR's name.</param>
    /// <param name="Key">Its key in the bucket.</param>
    public sealed record Jar(string Name, string Key) : ExpectedScope($"jar:{Name}");

    /// <summary>The instances' machine image changes.</summary>
    public sealed record Ami() : ExpectedScope("ami");

    /// <summary>Requests go to another version of a workload.</summary>
    /// <param name="Name">The workload's name.</param>
    /// <param name="Urn">Its URN.</param>
    public sealed record Cutover(string Name, string Urn) : ExpectedScope($"cutover:{Name}");

    /// <summary>A workload gets more or fewer tasks.</summary>
    /// <param name="Name">The workload's name.</param>
    /// <param name="Urn">Its URN.</param>
    public sealed record Scale(string Name, string Urn) : ExpectedScope($"scale:{Name}");
}
