using System.Collections.Immutable;

namespace EcsPlatform.Stacks.Services;

/// <summary>What a service does in those stacks alone that say how, in a part of its section called like it: all of it, or nothing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
internal sealed record ServiceFeature(string Name, string Description)
{
    /// <summary>The environment variables whose values the stack gives. Default: none.</summary>
    public ImmutableArray<ServiceVariable> Environment { get; init; } = [];

    /// <summary>The environment variables whose values are secret. Default: none.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>
    /// The environment variable that holds the port to which tasks connect outside of the stack; the stack gives the port and the addresses.
    /// Default: null, they connect to nobody there.
    /// </summary>
    public string? PortVariable { get; init; }
}
