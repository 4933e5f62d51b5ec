using System.Collections.Immutable;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The config of a stack.</summary>
/// <param name="Values">Full keys (<c>project:key</c>) and their texts, JSON for anything but text.</param>
/// <param name="SecretKeys">The keys whose values are secrets or contain one.</param>
public sealed record StackConfig(ImmutableSortedDictionary<string, string> Values, ImmutableSortedSet<string> SecretKeys)
{
    /// <summary>A config that says nothing.</summary>
    public static StackConfig Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), []);
}
