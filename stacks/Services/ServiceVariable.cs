using System.Collections.Immutable;

namespace EcsPlatform.Stacks.Services;

/// <summary>An environment variable of a service whose value each stack gives.</summary>
/// <param name="Name">Its name.</param>
internal sealed record ServiceVariable(string Name)
{
    /// <summary>Its value in a stack that gives none. Default: null, each stack must give one.</summary>
    public string? Default { get; init; }

    /// <summary>The values that it may have. Default: none named, any.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>What it means. Default: its name says it.</summary>
    public string? Description { get; init; }

    /// <summary>A variable without a default.</summary>
    /// <param name="name">Its name.</param>
    public static implicit operator ServiceVariable(string name) => new(name);
}
