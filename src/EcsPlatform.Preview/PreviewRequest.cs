using System.Collections.Immutable;

namespace EcsPlatform.Preview;

/// <summary>A program and what it runs with.</summary>
public sealed record PreviewRequest
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>The program: registers resources and returns the stack's outputs.</summary>
    public required Func<IDictionary<string, object?>> Program { get; init; }

    /// <summary>The stack's config: full keys (<c>project:key</c>) and their texts, JSON for anything but text. Default: empty.</summary>
    public ImmutableSortedDictionary<string, ConfigValue> Config { get; init; } =
        ImmutableSortedDictionary.Create<string, ConfigValue>(StringComparer.Ordinal);

    /// <summary>After how long a program that waits for itself is given up. Default: 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>A config value.</summary>
/// <param name="Text">The text as programs get it; JSON for anything but text. Secrets are placeholders.</param>
/// <param name="Secret">True when it is a secret or contains one.</param>
public sealed record ConfigValue(string Text, bool Secret = false);
